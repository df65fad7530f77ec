"""Which name of a job is done by which function."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

Effect = Callable[[], object]
Handler = Callable[..., Effect | None]


class JobRefused(Exception):
    """Raised by a handler when trying again cannot help; its text is kept in the row, so it names no person."""


@dataclass(frozen=True)
class Registration:
    handler: Handler
    lease: timedelta
    give_up: Callable[..., object] | None


_registrations: dict[str, Registration] = {}


def job(
    name: str, *, lease: timedelta = timedelta(seconds=60), give_up: Callable[..., object] | None = None
) -> Callable[[Handler], Handler]:
    """Register the decorated function as the handler of `name`.

    The handler gets the payload as keyword arguments and does the slow part outside any transaction. What it returns (a
    function without arguments, or None) is called in the very transaction that marks the job done: both or neither.
    `lease` outlives the longest run; after it another worker may begin. `give_up(reason=…, **payload)` is called in
    the transaction that marks the job failed for good.
    """

    def register(handler: Handler) -> Handler:
        _registrations[name] = Registration(handler, lease, give_up)
        return handler

    return register


def registration(name: str) -> Registration | None:
    return _registrations.get(name)
