"""The keeper's people: who has not started, who is stuck, everybody. Their names, and nothing of what they learned."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from foundation.audit import record_seen
from progress.selectors.stuck import started_among, stuck_among
from trainees.audited import KEEPERS_PEOPLE
from trainees.keeper_room import KeeperHere, keeper_room
from trainees.models import Person, Trainee
from trainees.selectors.keeping import people_of_village

NEW, STUCK = "new", "stuck"


@dataclass(frozen=True)
class Neighbour:
    """One line of the list. `state` is NEW, STUCK or empty."""

    person: Person
    state: str


@keeper_room
@require_safe
def my_people(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """As many questions to the database however many live there."""
    everybody = neighbours_of(here)
    record_seen(by=here.user, what=KEEPERS_PEOPLE, area=here.village.code, people=len(everybody))
    chosen = request.GET.get("state", "")
    counts = {state: sum(one.state == state for one in everybody) for state in (NEW, STUCK)}
    context = {
        "here": here,
        "people": [one for one in everybody if one.state == chosen] if chosen in counts else everybody,
        "chosen": chosen if chosen in counts else "",
        "counts": counts,
        "many": len(everybody),
        "to_help": request.GET.get("for") == "help",
    }
    return render(request, "progress/village/people.html", context)


def neighbours_of(here: KeeperHere) -> list[Neighbour]:
    people = list(people_of_village(here.village))
    trainees = Trainee.objects.filter(person__in=people_of_village(here.village).order_by())
    started, stuck = started_among(trainees), stuck_among(trainees)
    return [Neighbour(person, _state(person.trainee_id, started, stuck)) for person in people]


def _state(trainee: int, started: set[int], stuck: dict) -> str:
    if trainee not in started:
        return NEW
    return STUCK if trainee in stuck else ""
