"""A trainee lives elsewhere now: by herself, with others of a village that was split, or because she asked for it.

What was counted where she lived before stays there; what she begins from now on is counted where she lives now.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from foundation.audit import Action, record
from trainees.audited import MOVE
from trainees.models import MoveRequest, Person, Trainee, User
from villages.codes import smallest_around
from villages.models import Division


def move(*, trainee: Trainee, village: Division) -> None:
    """Her place of living from today. Raises ValueError for a place that is not a village."""
    if village.level != Division.Level.VILLAGE:
        raise ValueError(f"{village.code} is not a village")
    trainee.village = village
    trainee.save(update_fields=["village"])


@transaction.atomic
def move_people(*, trainees: Collection[Trainee], village: Division, by: User) -> int:
    """All of them or none; who lives there already is not moved. Returns how many were.

    What they asked for themselves is settled with it.
    """
    rows = Trainee.objects.select_for_update(of=("self",)).select_related("village")
    going = list(rows.filter(pk__in=[one.pk for one in trainees]).exclude(village=village).order_by("pk"))
    left = smallest_around([one.village.code for one in going])
    for trainee in going:
        move(trainee=trainee, village=village)
    asked = MoveRequest.objects.filter(person__trainee__in=trainees, decided_at=None)
    asked.update(decided_at=timezone.now(), decided_by=by, agreed=True)
    if going:
        numbers = [one.number for one in going]
        record(by=by, action=Action.CHANGED, what=MOVE, area=left, people=len(going), objects=numbers)
    return len(going)


@transaction.atomic
def ask_to_move(*, person: Person, village: Division, by: User) -> MoveRequest:
    """She, or her keeper for her, says where she lives now; a later word takes the place of an open one.

    Raises ValueError for a place that is not a village.
    """
    if village.level != Division.Level.VILLAGE:
        raise ValueError(f"{village.code} is not a village")
    said = {"village": village, "asked_by": by, "asked_at": timezone.now()}
    row, _made = MoveRequest.objects.update_or_create(person=person, decided_at=None, defaults=said)
    return row


@transaction.atomic
def decline_move(*, asked: MoveRequest, by: User) -> None:
    """She stays where she is counted. What was decided before stays decided."""
    undecided = MoveRequest.objects.filter(pk=asked.pk, decided_at=None)
    undecided.update(decided_at=timezone.now(), decided_by=by, agreed=False)
