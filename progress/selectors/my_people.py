"""A trainer's people: who has not started, who is stuck and where. A handful of questions, however many they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest, Substr
from django.utils import timezone

from courses.models import LessonPage
from foundation.hanzi.pinyin import full_pinyin
from progress.models import EVERY_COURSE, Attempt, Enrolment, LessonPlace
from quizzes.models import QuizPage
from trainees.models import Trainee, User
from trainees.selectors import trainees_visible_to
from villages.models import Division
from villages.selectors import places_today

QUIET_FOR = timedelta(days=7)
FAILED_TIMES = 3
NEW, STUCK, LEARNING, DONE = "new", "stuck", "learning", "done"
FAILED = "failed"  # those of the stuck who did a quiz three times in vain
STATES = (NEW, STUCK, FAILED, LEARNING, DONE)


@dataclass(frozen=True)
class Standing:
    """One of them as a list shows her. `lesson` and `quiz` are titles, empty where nothing is to be said."""

    trainee: Trainee
    state: str
    lesson: str
    quiz: str
    since: datetime.datetime | None


def people_of_trainer(user: User) -> QuerySet[Any]:
    """The people of her places who gave a name, each with what tells where she stands; never herself."""
    hers = trainees_visible_to(user).filter(person__isnull=False, merged_into=None).exclude(person__user=user.pk)
    return with_standing(hers).select_related("person", "village__parent")


def with_standing(trainees: QuerySet[Any]) -> QuerySet[Any]:
    """Each with what `state_of` and `standings` read."""
    every = Enrolment.objects.filter(trainee=OuterRef("pk"), course_key=EVERY_COURSE)
    last = _last_places().order_by("-at")
    return trainees.annotate(
        has_started=Exists(every.filter(started_on__isnull=False)),
        has_completed=Exists(every.filter(completed_on__isnull=False)),
        last_lesson=Subquery(last.values("lesson_key")[:1]),
        last_step=_last_step(last),
        failed_quiz=Subquery(_failed_often().values("quiz_key")[:1]),
    )


def in_state(people: QuerySet[Any], state: str, now: datetime.datetime | None = None) -> QuerySet[Any]:
    """Those who stand so; all of them for a word that is none."""
    quiet = Q(last_step__lt=(now or timezone.now()) - QUIET_FOR) | Q(failed_quiz__isnull=False)
    going = Q(has_started=True, has_completed=False)
    wanted = {
        NEW: Q(has_started=False, has_completed=False),
        STUCK: going & quiet,
        FAILED: going & Q(failed_quiz__isnull=False),
        DONE: Q(has_completed=True),
    }
    if state == LEARNING:
        return people.filter(going).exclude(quiet & Q(last_step__isnull=False) | Q(failed_quiz__isnull=False))
    return people.filter(wanted[state]) if state in wanted else people


def counted_in(people: QuerySet[Any]) -> dict[str, int]:
    """How many stand where. They add up to all of them, but for FAILED: those are among the stuck."""
    counts = {state: in_state(people, state).count() for state in (NEW, STUCK, DONE)}
    counts[LEARNING] = people.count() - sum(counts.values())
    return counts | {FAILED: in_state(people, FAILED).count()}


def keys_by_name(people: QuerySet[Any]) -> list[int]:
    """By the sound of the one character that is shown: the order must not tell what the mask hides."""
    shown = people.order_by("pk").values_list("pk", Substr("person__name", 1, 1))
    return [pk for pk, _first in sorted(shown, key=lambda row: full_pinyin(row[1]))]


def standings(people: Iterable[Any], language: str, now: datetime.datetime | None = None) -> list[Standing]:
    """What is said of those on a page. Two queries for titles, however many."""
    listed, now = list(people), now or timezone.now()
    lessons = titles(LessonPage, {one.last_lesson for one in listed}, language)
    quizzes = titles(QuizPage, {one.failed_quiz for one in listed}, language)
    return [
        Standing(
            trainee=one,
            state=state_of(one, now),
            lesson=lessons.get(one.last_lesson, ""),
            quiz=quizzes.get(one.failed_quiz, ""),
            since=one.last_step,
        )
        for one in listed
    ]


def state_of(one: Any, now: datetime.datetime) -> str:
    """NEW, STUCK, LEARNING or DONE, of one who came from `with_standing`."""
    if one.has_completed:
        return DONE
    if not one.has_started:
        return NEW
    quiet = one.last_step is not None and one.last_step < now - QUIET_FOR
    return STUCK if quiet or one.failed_quiz else LEARNING


def titles(model: type[LessonPage] | type[QuizPage], keys: set[UUID | None], language: str) -> dict[UUID, str]:
    """Titles by key, in this language or else in the source language."""
    wanted = keys - {None}
    if not wanted:
        return {}
    pages = model.objects.filter(
        translation_key__in=wanted, locale__language_code__in=(language, settings.LANGUAGE_CODE)
    )
    found = pages.annotate(code=F("locale__language_code")).values_list("translation_key", "title", "code")
    return {key: title for key, title, code in sorted(found, key=lambda row: row[2] == language)}


def villages_among(people: QuerySet[Any]) -> list[tuple[str, str]]:
    """Code and name of each village where one of them lives. One query, unless a village became part of another."""
    found = Division.objects.filter(pk__in=people.order_by().values("village"))
    return [(village.code, village.place_name) for village in places_today(found)]


def _last_places() -> QuerySet[Any]:
    """Where she was, each with its last moment. Either of the two may be missing, never both."""
    both = Greatest(Coalesce("left_at", "finished_at"), Coalesce("finished_at", "left_at"))
    return LessonPlace.objects.filter(trainee=OuterRef("pk")).annotate(at=both)


def _last_step(places: QuerySet[Any]) -> Greatest:
    """The later of her last lesson and her last quiz."""
    tries = Attempt.objects.filter(trainee=OuterRef("pk")).order_by("-occurred_at").values("occurred_at")[:1]
    place, attempt = Subquery(places.values("at")[:1]), Subquery(tries)
    return Greatest(Coalesce(place, attempt), Coalesce(attempt, place), output_field=DateTimeField())


def _failed_often() -> QuerySet[Any]:
    """Quizzes that she handed in three times or more and never passed; a test before a course counts for nothing."""
    tries = Attempt.objects.filter(trainee=OuterRef("pk")).exclude(occasion="before").order_by().values("quiz_key")
    counted = tries.annotate(wrong=Count("pk", filter=Q(passed=False)), right=Count("pk", filter=Q(passed=True)))
    return counted.filter(wrong__gte=FAILED_TIMES, right=0)
