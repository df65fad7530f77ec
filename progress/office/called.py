"""What a list of calls shows: masked people, and the one whose number is open, with what is written down of her."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from progress.models import CallOutcome, CallSession, LessonCompletion
from progress.office.call_forms import CHOICES
from progress.office.places import full_name
from progress.selectors.calls import listed_in
from trainees.consent_words import CALLS
from trainees.masks import masked_name
from trainees.models import Person, Trainee, User
from trainees.selectors import courses_read_by
from trainees.selectors.consents import allows


class ListRow(NamedTuple):
    """One list among others."""

    session: CallSession
    place: str
    called: int
    many: int


class CalledRow(NamedTuple):
    """One person of a list, masked. `name` is empty when she is gone or lives where the reader may not look."""

    place: int
    name: str
    number: str
    village: str
    outcome: str
    words: str
    called_at: datetime.datetime | None
    refuses: bool
    now: bool


@dataclass(frozen=True)
class Callee:
    """The one who is called now, with her whole name and number."""

    place: int
    name: str
    phone: str
    number: str
    village: str
    started_on: datetime.date | None
    completed_on: datetime.date | None
    lessons: int


@dataclass(frozen=True)
class ListPage:
    session: CallSession
    place: str
    choice: str
    rows: list[CalledRow]
    callee: Callee | None
    mine: bool

    @property
    def called(self) -> int:
        return sum(bool(row.outcome) for row in self.rows)

    @property
    def left(self) -> int:
        return len(self.rows) - self.called


def row_of(session: CallSession) -> ListRow:
    rows = session.listed.all()
    return ListRow(session, full_name(session.division), sum(bool(one.outcome) for one in rows), len(rows))


def page_of_list(session: CallSession, user: User) -> ListPage:
    """A number is there for the one whose list it is, while it is open, and for one person at a time."""
    listed: list[Any] = listed_in(session, user)  # each knows besides whether the reader may look there
    mine = session.by_id == user.pk and session.is_open
    shown = next((one for one in listed if one.pk == session.showing_id and mine), None)
    person = _person(shown.trainee) if shown and shown.near else None
    courses = courses_read_by(user, session.division)
    callee = _callee(shown, courses) if person and allows(person, CALLS) else None
    for one in listed:
        if mine and one.refuses and not one.outcome:
            one.outcome = CallOutcome.NO_CALLS.value  # shown at once, written down with the next press
    rows = [_row(one, now=callee is not None and one is shown) for one in listed]
    return ListPage(session, full_name(session.division), str(dict(CHOICES)[session.choice]), rows, callee, mine)


def _row(listed: Any, *, now: bool) -> CalledRow:
    person = _person(listed.trainee)
    seen = person if listed.near else None
    note = getattr(listed, "note", None)
    return CalledRow(
        place=listed.place,
        name=masked_name(seen.name) if seen else "",
        number=listed.trainee.number,
        village=full_name(listed.trainee.home),
        outcome=listed.get_outcome_display() if listed.outcome else "",
        words=note.words if note and seen else "",
        called_at=listed.called_at,
        refuses=listed.refuses,
        now=now,
    )


def _callee(listed: Any, courses: frozenset[UUID] | None) -> Callee:
    """What is known of her learning; of these courses alone, unless they are None."""
    trainee, person = listed.trainee, listed.trainee.person
    done = LessonCompletion.objects.filter(trainee=trainee)
    first = trainee.firsts[0] if trainee.firsts else None
    return Callee(
        place=listed.place,
        name=person.name,
        phone=person.phone,
        number=trainee.number,
        village=full_name(trainee.home),
        started_on=first and first.started_on,
        completed_on=first and first.completed_on,
        lessons=done.count() if courses is None else done.filter(course_key__in=courses).count(),
    )


def _person(trainee: Trainee) -> Person | None:
    return getattr(trainee, "person", None)
