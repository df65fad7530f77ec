"""What waits, as a list that a thumb can go through. The number of queries is the same for any length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import QueryDict

from courses.models import CoursePage
from courses.practice.selectors import ShownTask, shown_tasks
from progress.models import Submission
from progress.reviewing.words import waited
from villages.codes import is_code
from villages.selectors import codes_today

A_PAGE = 20


@dataclass(frozen=True)
class Row:
    """One piece of work with its task; none where the task is no longer shown anywhere."""

    submission: Submission
    task: ShownTask | None
    photos: int

    @property
    def waits(self) -> str:
        return waited(self.submission.received_at)


@dataclass(frozen=True)
class Wanted:
    """What the list was narrowed to: a village by its code, a course by its key; empty for all."""

    village: str = ""
    course: str = ""

    @property
    def query(self) -> str:
        """For the addresses within the list, so that the next one is of the same village."""
        said = QueryDict(mutable=True)
        said.update({name: value for name, value in vars(self).items() if value})
        return f"?{said.urlencode()}" if said else ""

    def among(self, submissions: QuerySet[Submission]) -> QuerySet[Submission]:
        if self.village:
            submissions = submissions.filter(trainee__village__code__in=codes_today(self.village))
        return submissions.filter(course_key=self.course) if self.course else submissions


def wanted_in(told: QueryDict) -> Wanted:
    """Nonsense narrows nothing."""
    village, course = told.get("village", ""), told.get("course", "")
    return Wanted(village if is_code(village) else "", _key(course))


def page_of(submissions: QuerySet[Submission], number: str | None) -> Page:
    found = submissions.select_related("trainee__person", "trainee__village__parent")
    return Paginator(found.annotate(photo_count=Count("placed")), A_PAGE).get_page(number)


def rows_of(submissions: Iterable[Any], language: str) -> list[Row]:
    """Of a page of the list. As many queries as it has lessons, however many have done their tasks."""
    listed = list(submissions)
    tasks = shown_tasks({key_of(one) for one in listed}, language)
    return [Row(one, tasks.get(key_of(one)), one.photo_count) for one in listed]


def courses_among(submissions: QuerySet[Submission], chosen: str = "") -> list[tuple[str, str]]:
    """Key and title of each course of which something is there, and of the chosen one. Two queries."""
    known = submissions.order_by().values_list("course_key", flat=True).distinct()
    keys = {key for key in (*known, UUID(chosen) if chosen else None) if key}
    titles = _titles(keys) if len(keys) > 1 else ()
    return [(str(key), title) for key, title in titles]


def key_of(submission: Submission) -> tuple[UUID, UUID]:
    return submission.lesson_key, submission.card


def _titles(keys: Iterable[UUID]) -> Iterable[tuple[UUID, str]]:
    pages = CoursePage.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    return pages.order_by("path").values_list("translation_key", "title")


def _key(said: str) -> str:
    try:
        return str(UUID(said)) if said else ""
    except ValueError:
        return ""
