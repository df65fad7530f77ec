"""A trainee lives elsewhere now: by herself, with others of a village that was split, or because she asked for it.

What was counted where she lived before stays there; what she begins from now on is counted where she lives now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.audit import Action, record
from trainees.audited import MOVE, MOVE_ASKED, MOVE_REFUSED
from trainees.models import FormerVillage, Household, MoveRequest, Person, RegisterEntry, Trainee, User
from trainees.selectors.trainees import area_of
from trainees.services.messages import cleaned_words
from trainees.telling import visible
from trainees.trail import record_of
from villages.models import Division
from villages.selectors import codes_today


class AskedAnew(ValidationError):
    """What stands there now is not what was decided on."""


@transaction.atomic
def move(*, trainee: Trainee, village: Division) -> None:
    """Her place of living from today; her household there is not hers any more. Raises ValueError for no village."""
    if village.level != Division.Level.VILLAGE:
        raise ValueError(f"{village.code} is not a village")
    people = list(Person.objects.filter(trainee=trainee).values_list("pk", flat=True))
    keep_former_villages((person, trainee.village_id) for person in people)
    trainee.village = village
    trainee.save(update_fields=["village"])
    at_home = RegisterEntry.objects.filter(person__in=people).exclude(household=None)
    left = at_home.exclude(household__village=village)
    people = list(left.values_list("person_id", flat=True))
    left.update(household=None)
    end_heads(people)


def keep_former_villages(left: Iterable[tuple[int, int]]) -> None:
    """Who lived where, before they are moved: a roster from before means them still."""
    rows = [FormerVillage(person_id=person, village_id=village) for person, village in left]
    FormerVillage.objects.bulk_create(rows, 500, ignore_conflicts=True)


def end_heads(people: Collection[int]) -> None:
    """Who is not in a household any more is not its head."""
    led = Household.objects.filter(head__in=people)
    led.exclude(head__register_entry__household=F("pk")).update(head=None)


@transaction.atomic
def move_people(*, trainees: Collection[Trainee], village: Division, by: User) -> int:
    """All of them or none; who lives there already is not moved. Returns how many were.

    Who had asked for this village has got it; what somebody asked for another one stays to be decided.
    """
    here = codes_today(village.code)
    rows = Trainee.objects.select_for_update(of=("self",)).select_related("village")
    going = list(rows.filter(pk__in=[one.pk for one in trainees]).exclude(village__code__in=here).order_by("pk"))
    left = area_of(going)
    for trainee in going:
        move(trainee=trainee, village=village)
    asked = MoveRequest.objects.filter(person__trainee__in=trainees, village__code__in=here, decided_at=None)
    asked.update(decided_at=timezone.now(), decided_by=by, agreed=True)
    if going:
        numbers = [one.number for one in going]
        record(by=by, action=Action.CHANGED, what=MOVE, area=left, people=len(going), objects=numbers)
    return len(going)


@transaction.atomic
def ask_to_move(*, person: Person, village: Division, by: User) -> MoveRequest:
    """She says where she lives now, or her keeper does; a later word takes the place of an open one.

    The same once more changes nothing. Raises ValueError for a place that is not a village.
    """
    if village.level != Division.Level.VILLAGE:
        raise ValueError(f"{village.code} is not a village")
    trainee = Trainee.objects.select_for_update().get(pk=person.trainee_id)  # first of all, as in `move_people`
    before = MoveRequest.objects.filter(person=person, decided_at=None).first()
    if before and before.village_id == village.pk:
        return before
    said = {"village": village, "asked_by": by, "asked_at": timezone.now()}
    row, _made = MoveRequest.objects.update_or_create(person=person, decided_at=None, defaults=said)
    record_of(trainee, by=by, action=Action.CHANGED if before else Action.ADDED, what=MOVE_ASKED)
    return row


@transaction.atomic
def take_back_move(*, person: Person, by: User) -> None:
    """She did not move after all, says who asked for it; she herself may take back what her keeper said of her, too.

    The row stays, decided by nobody's yes or no. What was decided meanwhile stays as it is.
    """
    trainee = Trainee.objects.select_for_update().get(pk=person.trainee_id)  # first of all, as in `move_people`
    asked = MoveRequest.objects.filter(person=person, decided_at=None)
    hers = asked if by.pk == person.user_id else asked.filter(asked_by=by)
    if hers.update(decided_at=timezone.now(), decided_by=by):
        record_of(trainee, by=by, action=Action.DELETED, what=MOVE_ASKED)


@transaction.atomic
def agree_to_move(*, asked: MoveRequest, seen: str, by: User) -> None:
    """She is moved to the village that she asked for. `seen` is its code as whoever decides read it.

    Raises AskedAnew when she asked for another one meanwhile, or when it was decided.
    """
    Trainee.objects.select_for_update().get(pk=asked.person.trainee_id)  # first of all, as in `move_people`
    row = _as_seen(asked, seen)
    move_people(trainees=[row.person.trainee], village=row.village.today, by=by)


@transaction.atomic
def decline_move(*, asked: MoveRequest, seen: str, by: User, reason: str) -> None:
    """She stays where she is counted, and whoever asked reads why.

    Raises AskedAnew like `agree_to_move`, ValidationError for words that say nothing, or hold a number or a link.
    """
    if not visible(reason):
        raise ValidationError(_("Please write why in a few words: whoever asked reads it."))
    said = cleaned_words(reason)
    row = _as_seen(asked, seen)
    row.decided_at, row.decided_by, row.agreed, row.reason = timezone.now(), by, False, said
    row.save(update_fields=["decided_at", "decided_by", "agreed", "reason"])
    record_of(row.person.trainee, by=by, action=Action.CHANGED, what=MOVE_REFUSED)


def _as_seen(asked: MoveRequest, seen: str) -> MoveRequest:
    row = MoveRequest.objects.select_for_update().get(pk=asked.pk)
    if row.decided_at or row.village.code != seen:
        said = _("She asked for another village meanwhile, or it was decided or taken back. Please look once more.")
        raise AskedAnew(said)
    return row
