"""Calling trainees: a list is made once and stays as it is, one number is open at a time, and each is written down."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from foundation.audit import Action, record
from progress import lots
from progress.audited import CALL_OUTCOME, CALLS_BEGUN, NUMBER_OF_A_LIST, NUMBER_TO_CALL
from progress.models import CallNote, CallOutcome, CallSession, ListedPerson
from progress.selectors.calls import open_calls, people_to_call, who_refuse_calls
from trainees.consent_words import CALLS
from trainees.models import Trainee, User
from trainees.selectors import divisions_visible_to, trainees_read_by
from trainees.selectors.consents import allows, people_who_refuse
from trainees.services.consents import withdraw
from trainees.telling import holds_name, holds_number, visible
from trainees.trail import record_of
from villages.models import Division

MOST = 60
LONGEST_NOTE = 200
LISTS_A_DAY = 2  # of one place, by who may only draw


class CannotCall(Exception):
    """`reason` is `nobody`, `too-many`, `open` (she calls from another list), `over`, `gone` or `refuses`.

    For who may only draw it is `whole` or `often` too.

    Without a list it is `refuses` or `no-number`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadNote(Exception):
    """`reason` is `long`, `number` or `name`: what is said of somebody is short, and names nobody."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Wanted:
    """What a list shall be: `many` drawn by lot with the seed, which is made up if it is empty; 0 means everybody."""

    division: Division
    reason: str
    choice: str = ""
    many: int = 0
    seed: str = ""


@transaction.atomic
def start_calls(*, by: User, wanted: Wanted) -> CallSession:
    """Make the list: whoever said that she does not want to be called is left out. Raises CannotCall."""
    User.objects.select_for_update().get(pk=by.pk)  # two lists at once would be two numbers open at once
    if open_calls(by):
        raise CannotCall("open")
    people = people_to_call(by, wanted.division, wanted.choice)
    refusing = set(who_refuse_calls(people).values_list("pk", flat=True))
    found = [one for one in people.order_by("village__code", "pk").only("key") if one.pk not in refusing]
    session = CallSession.objects.create(
        by=by,
        division=wanted.division,
        reason=wanted.reason,
        choice=wanted.choice,
        seed=(wanted.seed or secrets.token_hex(8)) if wanted.many else "",
        population=len(found),
        population_hash=lots.hash_of(one.key for one in found),
        left_out=len(refusing),
        day=timezone.localdate(),
    )
    chosen = _chosen(session, found, wanted.many)
    if draws_only(by, wanted.division):
        _refuse_to_show_everybody(session, chosen)
    rows = [ListedPerson(session=session, trainee=one, place=place) for place, one in enumerate(chosen, 1)]
    ListedPerson.objects.bulk_create(rows)
    numbers = [one.number for one in chosen]
    record(by=by, action=Action.ADDED, what=CALLS_BEGUN, area=wanted.division.code, whom=numbers)
    return session


@transaction.atomic
def show_number(*, by: User, session: CallSession, place: int) -> ListedPerson:
    """Open one name and number of her own list; the one before is masked again. Raises CannotCall."""
    now, listed = _opened(by, session, place)
    listed.shown_at = timezone.now()
    listed.save(update_fields=["shown_at"])
    now.showing = listed
    now.save(update_fields=["showing"])
    record_of(listed.trainee, by=by, action=Action.SAW, what=NUMBER_OF_A_LIST)
    return listed


@transaction.atomic
def show_number_of(*, by: User, trainee: Trainee) -> str:
    """The number of one of her people, without a list, for this one call. Raises CannotCall."""
    if not trainee.person.phone:
        raise CannotCall("no-number")
    if not allows(trainee.person, CALLS):
        raise CannotCall("refuses")
    record_of(trainee, by=by, action=Action.SAW, what=NUMBER_TO_CALL)
    return trainee.person.phone


@transaction.atomic
def note_call(*, by: User, session: CallSession, place: int, outcome: str, words: str = "") -> ListedPerson:
    """What came of a call; her number is masked again. Raises CannotCall, and BadNote with nothing changed."""
    now, listed = _opened(by, session, place, correcting=True)
    person, words = listed.trainee.person, _checked(words, listed.trainee.person.name)
    listed.called_at, listed.outcome = timezone.now(), CallOutcome(outcome).value
    listed.save(update_fields=["called_at", "outcome"])
    CallNote.objects.filter(listed=listed).delete()
    if words:
        CallNote.objects.create(listed=listed, person=person, words=words)
    if listed.outcome == CallOutcome.NO_CALLS:
        withdraw(person=person, purpose=CALLS)
    now.showing = None
    now.save(update_fields=["showing"])
    record_of(listed.trainee, by=by, action=Action.CHANGED, what=CALL_OUTCOME)
    return listed


@transaction.atomic
def settle_refusals(*, by: User, session: CallSession) -> None:
    """Of whoever has said since the list was made that she wants no calls, that is what came of it."""
    now = CallSession.objects.select_for_update().filter(pk=session.pk, by=by.pk).first()
    if now is None or not now.is_open:
        return
    waiting = now.listed.filter(outcome="", trainee__person__in=people_who_refuse(CALLS).values("pk"))
    rows = list(waiting.select_related("trainee"))
    now.listed.filter(pk__in=[one.pk for one in rows]).update(outcome=CallOutcome.NO_CALLS)
    if rows:
        numbers = [one.trainee.number for one in rows]
        record(by=by, action=Action.CHANGED, what=CALL_OUTCOME, area=now.division.code, objects=numbers)


@transaction.atomic
def end_calls(*, by: User, session: CallSession) -> None:
    """Nothing of this list is shown any more. Twice is once."""
    CallSession.objects.filter(pk=session.pk, by=by, ended_at=None).update(ended_at=timezone.now(), showing=None)


def draws_only(by: User, division: Division) -> bool:
    """Who reads a place for an audit sees a sample of its people and no others."""
    return not divisions_visible_to(by).filter(pk=division.pk).exists()


def _refuse_to_show_everybody(session: CallSession, chosen: list[Trainee]) -> None:
    """A lot that draws all of them is no sample, nor are many lots of one place on one day."""
    if len(chosen) == session.population:
        raise CannotCall("whole")
    of_the_day = CallSession.objects.filter(by=session.by, division=session.division, day=session.day)
    if of_the_day.count() > LISTS_A_DAY:
        raise CannotCall("often")


def _chosen(session: CallSession, found: list[Trainee], many: int) -> list[Trainee]:
    if not found:
        raise CannotCall("nobody")
    if many > MOST or (not many and len(found) > MOST):
        raise CannotCall("too-many")
    if not many:
        return found
    by_key = {one.key: one for one in found}
    return [by_key[key] for key in lots.drawn(by_key, many, session.seed)]


def _opened(
    by: User, session: CallSession, place: int, *, correcting: bool = False
) -> tuple[CallSession, ListedPerson]:
    """Her list and one of its people, held until the transaction ends; what has changed since is looked at anew.

    Of who does not want calls any more nothing is opened; what came of a call that was made may be corrected.
    """
    now = CallSession.objects.select_for_update().filter(pk=session.pk, by=by.pk).first()
    if now is None or not now.is_open:
        raise CannotCall("over")
    near = trainees_read_by(by).filter(person__isnull=False, merged_into=None)
    rows = now.listed.filter(place=place, trainee__in=near.order_by())
    listed = rows.select_related("trainee__person", "trainee__village").first()
    if listed is None:
        raise CannotCall("gone")
    if not (correcting and listed.outcome) and not allows(listed.trainee.person, CALLS):
        raise CannotCall("refuses")
    return now, listed


def _checked(words: str, name: str) -> str:
    words = " ".join(visible(words).split())
    if len(words) > LONGEST_NOTE:
        raise BadNote("long")
    if holds_number(words):
        raise BadNote("number")
    if holds_name(words, name):
        raise BadNote("name")
    return words
