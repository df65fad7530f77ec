"""The trainees of a village, masked, each with where she stands at the end of the period."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from foundation.hanzi.pinyin import full_pinyin
from progress.counts import EARLIEST_DAY, CountedVillages, Period, lessons_in
from progress.models import EVERY_COURSE, Kind, LearningEvent
from trainees.masks import masked_name, masked_phone
from trainees.models import Trainee

COLUMNS = ("trainee_id", "started_on", "passed_on", "completed_on", "lessons", "last", "near", "name", "phone")
REST_AFTER = datetime.timedelta(days=30)
COMPLETED, PASSED, LEARNING, RESTING, REGISTERED = "completed", "passed", "learning", "resting", "registered"


class State(NamedTuple):
    """How it is drawn and what is written beside it."""

    shape: str
    words: str


@dataclass(frozen=True)
class Row:
    """One person of the list. `away`: she lives where the reader may not look, so only her number is shown."""

    pk: int
    number: str
    name: str
    phone: str
    away: bool
    state: str
    lessons: int
    last_day: datetime.date | None

    @property
    def shown(self) -> State:
        return states()[self.state]


def states() -> dict[str, State]:
    return {
        COMPLETED: State("full", _("Course completed")),
        PASSED: State("most", _("Quizzes passed")),
        LEARNING: State("half", _("Learning")),
        RESTING: State("rest", _("Resting for a while")),
        REGISTERED: State("", pgettext("trainee", "Not started yet")),
    }


def people_of(
    villages: CountedVillages, visible: QuerySet[Trainee], period: Period, course_key: UUID = EVERY_COURSE
) -> list[Row]:
    """Everybody registered here up to the end of the period. One query, however many they are."""
    till = Period(EARLIEST_DAY, period.last)
    enrolments = villages.enrolments(course_key).filter(registered_on__lte=period.last)
    rows = enrolments.annotate(
        lessons=_lessons(till, course_key),
        last=_last_learning(till, course_key),
        near=Exists(visible.filter(pk=OuterRef("trainee_id"))),
        name=F("trainee__person__name"),
        phone=F("trainee__person__phone"),
    )
    return [_row(row, period.last) for row in rows.values(*COLUMNS)]


def counted_states(people: Iterable[Row]) -> Counter:
    return Counter(row.state for row in people)


def by_name(row: Row) -> tuple:
    """By the sound of the one character that is shown: the order must not tell what the mask hides."""
    return row.away or not row.name, full_pinyin(row.name[:1]), row.pk


def _row(found: dict[str, Any], end: datetime.date) -> Row:
    last = timezone.localdate(found["last"]) if found["last"] else None
    near = found["near"]
    return Row(
        pk=found["trainee_id"],
        number=Trainee(pk=found["trainee_id"]).number,
        name=masked_name(found["name"]) if near and found["name"] else "",
        phone=masked_phone(found["phone"]) if near and found["phone"] else "",
        away=not near,
        state=_state(found, last, end),
        lessons=found["lessons"],
        last_day=last,
    )


def _state(found: dict[str, Any], last: datetime.date | None, end: datetime.date) -> str:
    def reached(measure: str) -> bool:
        return found[measure] is not None and found[measure] <= end

    if reached("completed_on"):
        return COMPLETED
    if reached("passed_on"):
        return PASSED
    if not reached("started_on"):
        return REGISTERED
    return RESTING if last and last < end - REST_AFTER else LEARNING


def _lessons(till: Period, course_key: UUID) -> Coalesce:
    """How many lessons she had completed by the end of the period."""
    done = lessons_in(till, course_key).filter(trainee=OuterRef("trainee_id")).order_by()
    counted = done.values("trainee").annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _last_learning(till: Period, course_key: UUID) -> Subquery:
    """When she last learned anything. To enrol is not to learn; a verdict has the time of what it is about."""
    events = LearningEvent.objects.filter(trainee=OuterRef("trainee_id")).exclude(kind=Kind.ENROLLED).order_by()
    events = events.filter(occurred_at__lt=_midnight_after(till.last))
    if course_key != EVERY_COURSE:
        events = events.filter(course_key=course_key)
    return Subquery(events.values("trainee").annotate(last=Max("occurred_at")).values("last"))


def _midnight_after(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min))
