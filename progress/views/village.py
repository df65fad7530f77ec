"""The keeper's people: who has not started, who is stuck, everybody. Their names, and nothing of what they learned."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from foundation.audit import record_seen
from progress.selectors.my_people import NEW, STUCK, state_of, with_standing
from trainees.audited import KEEPERS_PEOPLE
from trainees.keeper_room import KeeperHere, keeper_room
from trainees.models import Person, Trainee
from trainees.selectors.keeping import people_of_village

SHOWN_STATES = (NEW, STUCK)


@dataclass(frozen=True)
class Neighbour:
    """One line of the list. `state` is NEW, STUCK, or a state that she is not told of."""

    person: Person
    state: str


@keeper_room
@require_safe
def my_people(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """As many questions to the database however many live there."""
    everybody = neighbours_of(here)
    numbers = [one.person.trainee.number for one in everybody]
    record_seen(by=here.user, what=KEEPERS_PEOPLE, area=here.village.code, whom=numbers)
    chosen = request.GET.get("state", "")
    counts = {state: sum(one.state == state for one in everybody) for state in SHOWN_STATES}
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
    people, now = list(people_of_village(here.village)), timezone.now()
    trainees = Trainee.objects.filter(person__in=people_of_village(here.village).order_by())
    states = {one.pk: state_of(one, now) for one in with_standing(trainees)}
    return [Neighbour(person, states.get(person.trainee_id, "")) for person in people]
