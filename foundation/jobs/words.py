"""What a job is called on the administrators' list, and what it is about. The roof says it, for it knows every app."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from foundation.jobs.models import Job

Words = Any  # a lazy translation: said in the language of who asks


@dataclass(frozen=True)
class Called:
    """`of` names the thing: its model, and the field with its name; `by` is where the payload keeps its key."""

    words: Words
    by: str = ""
    of: tuple[str, str] = ("", "")


_called: dict[str, Called] = {}


def call_jobs(called: dict[str, Called]) -> None:
    _called.update(called)


def called_names() -> list[tuple[str, Words]]:
    """For choosing among them."""
    return [(name, one.words) for name, one in _called.items()]


def tell(jobs: Iterable[Job]) -> None:
    """Set `told` of each: `Make a photo small: Drying fish`. One question for each kind of thing, however many jobs."""
    of_name: dict[str, list[Job]] = defaultdict(list)
    for job in jobs:
        of_name[job.name].append(job)
    for name, some in of_name.items():
        called = _called.get(name, Called(name))
        things = _things(called, some)
        for job in some:
            thing = things.get(job.payload.get(called.by))
            job.told = f"{called.words} · {thing}" if thing else str(called.words)  # type: ignore[attr-defined]


def _things(called: Called, jobs: list[Job]) -> dict[Any, str]:
    model, field = called.of
    if not model:
        return {}
    keys = [job.payload[called.by] for job in jobs if called.by in job.payload]
    return dict(apps.get_model(model)._default_manager.filter(pk__in=keys).values_list("pk", field))
