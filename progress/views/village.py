"""The keeper's people: who has not started, who is stuck, everybody. Their names, and nothing of what they learned."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from foundation.audit import record_seen
from foundation.hanzi.pinyin import full_and_initials, full_pinyin
from progress.selectors.my_people import NEW, STUCK, state_of, with_standing
from trainees.audited import KEEPERS_PEOPLE
from trainees.keeper_room import KeeperHere, keeper_room, shown_again
from trainees.models import Person, Trainee
from trainees.numbers import trainee_number
from trainees.selectors.keeping import people_of_village

SHOWN_STATES = (NEW, STUCK)
SEEN_AT_ONCE = 20  # of more she looks for one
LONGEST = 30


@dataclass(frozen=True)
class Neighbour:
    """One line of the list. `state` is NEW, STUCK, or a state that she is not told of."""

    person: Person
    state: str


@keeper_room
@require_http_methods(["GET", "HEAD", "POST"])
def my_people(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """As many questions to the database however many live there. A name gets into no address, hence POST."""
    return _listed(request, here)


@shown_again
def my_people_with_fresh_token(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """To look for somebody changes nothing: it needs no token of today."""
    return _listed(request, here)


def _listed(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    everybody = neighbours_of(here)
    numbers = [one.person.trainee.number for one in everybody]
    record_seen(by=here.user, what=KEEPERS_PEOPLE, area=here.village.code, whom=numbers)
    chosen, typed = request.GET.get("state", ""), request.POST.get("whom", "").strip()[:LONGEST]
    counts = {state: sum(one.state == state for one in everybody) for state in SHOWN_STATES}
    people = [one for one in everybody if one.state == chosen] if chosen in counts else everybody
    context = {
        "here": here,
        "people": [one for one in people if is_meant(one.person, typed)] if typed else people,
        "typed": typed,
        "has_search": typed or len(everybody) > SEEN_AT_ONCE,
        "chosen": chosen if chosen in counts else "",
        "counts": counts,
        "many": len(everybody),
        "to_help": request.GET.get("for") == "help",
    }
    return render(request, "progress/village/people.html", context)


def neighbours_of(here: KeeperHere) -> list[Neighbour]:
    """By the sound of their names, as in the office."""
    people, now = list(people_of_village(here.village)), timezone.now()
    people.sort(key=lambda one: (full_pinyin(one.name), one.name, one.pk))
    trainees = Trainee.objects.filter(person__in=people_of_village(here.village).order_by())
    states = {one.pk: state_of(one, now) for one in with_standing(trainees)}
    return [Neighbour(person, states.get(person.trainee_id, "")) for person in people]


def is_meant(person: Person, typed: str) -> bool:
    """By a part of her name, how it begins to sound (`zengs`, `zsm`), or her number."""
    sound = typed.replace(" ", "").lower()
    by_sound = sound.isascii() and any(one.startswith(sound) for one in full_and_initials(person.name))
    return typed in person.name or by_sound or trainee_number(typed) == person.trainee_id
