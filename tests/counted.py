"""People's learning as events, and what they add up to, counted again in plain SQL from the definitions.

Shares nothing with `progress.counts`: it reads events, not the tables that are folded from them.
"""

import datetime
from uuid import UUID, uuid4

from django.db import connection
from django.utils import timezone

from progress.counts import Period
from progress.models import EVERY_COURSE, Kind, LearningEvent
from trainees.models import Trainee

SHOP, CRAFT = UUID(int=71), UUID(int=72)  # two courses
NOON = datetime.time(12)
OWN_KINDS = {"registered": "enrolled", "passed": "course-passed", "completed": "course-completed"}
STARTING = ("lesson-left", "lesson-finished", "check-answered", "attempt-submitted", "task-submitted")


def happened(trainee: Trainee, kind: str, day: datetime.date, *, course: UUID, key: UUID | None = None, **more) -> None:
    """One event of hers; `time` is the time of day in China."""
    at = timezone.make_aware(datetime.datetime.combine(day, more.pop("time", NOON)))
    LearningEvent.objects.create(
        uuid=uuid4(),
        trainee=trainee,
        kind=kind,
        object_key=key or course,
        course_key=course,
        occurred_at=at,
        received_at=at,
        payload=more,
    )


def enrols(trainee: Trainee, day: datetime.date, course: UUID = SHOP, **more) -> None:
    """In the village where she lives at this moment."""
    happened(trainee, Kind.ENROLLED, day, course=course, village=trainee.village.code, **more)


def completes_lesson(trainee: Trainee, day: datetime.date, course: UUID = SHOP, lesson: int = 1, **more) -> None:
    """Reached its last card, with the verdict beside it. A lesson belongs to one course."""
    key = UUID(int=course.int * 1000 + lesson)
    happened(trainee, Kind.LESSON_FINISHED, day, course=course, key=key, seconds=60, **more)
    happened(trainee, Kind.LESSON_COMPLETED, day, course=course, key=key, **more)


def passes(trainee: Trainee, day: datetime.date, course: UUID = SHOP, **more) -> None:
    happened(trainee, Kind.COURSE_PASSED, day, course=course, **more)


def completes(trainee: Trainee, day: datetime.date, course: UUID = SHOP, **more) -> None:
    happened(trainee, Kind.COURSE_COMPLETED, day, course=course, **more)


# --- The same numbers once more, in SQL -------------------------------------------------------------------------------


def recounted(code: str, period: Period, course: UUID = EVERY_COURSE) -> dict[str, int]:
    """All measures of a place by the definitions of docs/counts.md."""
    found = {name: _firsts((kind,), code, period, course) for name, kind in OWN_KINDS.items()}
    found["started"] = _firsts(STARTING, code, period, course)
    found["trained"] = _trained(code, period, course)
    till = Period(datetime.date(2000, 1, 1), period.last)
    found["registered_till"] = _firsts(("enrolled",), code, till, course)
    found["completed_till"] = _firsts(("course-completed",), code, till, course)
    return found


# Who enrolled first where: the village is that of her earliest enrolment, or what it is part of today.
HOMES = """
    SELECT first.trainee_id, COALESCE(later.code, village.code) AS code
    FROM (
        SELECT trainee_id, MIN(occurred_at) AS at FROM progress_learningevent
        WHERE kind = 'enrolled' AND {of_course} GROUP BY trainee_id
    ) AS first
    JOIN progress_learningevent AS enrolled ON enrolled.trainee_id = first.trainee_id
        AND enrolled.occurred_at = first.at AND enrolled.kind = 'enrolled' AND {of_course}
    JOIN villages_division AS village ON village.code = enrolled.payload ->> 'village'
    LEFT JOIN villages_division AS later ON later.id = village.successor_id
"""
DAYS = """
    SELECT trainee_id, MIN({day}) AS day FROM progress_learningevent
    WHERE kind IN ({kinds}) AND {of_course} GROUP BY trainee_id{and_lesson}
"""


def _firsts(kinds: tuple[str, ...], code: str, period: Period, course: UUID) -> int:
    """People whose first event of these kinds was in the period."""
    return _people(_days(kinds, course), code, period, course)


def _trained(code: str, period: Period, course: UUID) -> int:
    """People with a lesson that they completed for the first time in the period."""
    return _people(_days(("lesson-completed",), course, and_lesson=", object_key"), code, period, course)


def _days(kinds: tuple[str, ...], course: UUID, and_lesson: str = "") -> str:
    named = ", ".join(f"'{kind}'" for kind in kinds)
    return DAYS.format(day=_day(), kinds=named, of_course=_of(course), and_lesson=and_lesson)


def _people(days: str, code: str, period: Period, course: UUID) -> int:
    """How many of them lived below the code when they enrolled."""
    sql = f"""
        SELECT COUNT(DISTINCT days.trainee_id) FROM ({days}) AS days
        JOIN ({HOMES.format(of_course=_of(course))}) AS homes ON homes.trainee_id = days.trainee_id
        WHERE days.day BETWEEN %s AND %s AND homes.code LIKE %s
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [period.first, period.last, f"{code}%"])
        return cursor.fetchone()[0]


def _of(course: UUID) -> str:
    """All courses: no condition."""
    if course == EVERY_COURSE:
        return "course_key IS NOT NULL"
    return f"course_key = '{course.hex if connection.vendor == 'sqlite' else course}'"


def _day() -> str:
    """The day in China of a moment that is kept in UTC."""
    if connection.vendor == "sqlite":
        return "date(occurred_at, '+8 hours')"
    return "CAST(occurred_at AT TIME ZONE 'Asia/Shanghai' AS date)"
