"""Editions by quiz and number."""

from collections.abc import Collection
from copy import copy
from uuid import UUID

from django.db.models import OuterRef, Subquery

from quizzes.course_tests import narrowed
from quizzes.models import QuizEdition


def latest_edition(quiz_key: UUID | str) -> QuizEdition | None:
    return QuizEdition.objects.filter(quiz_key=quiz_key).order_by("-number").first()


def latest_editions(quiz_keys: Collection[UUID]) -> dict[UUID, QuizEdition]:
    """The newest edition of each of these quizzes. One query."""
    newest = QuizEdition.objects.filter(quiz_key=OuterRef("quiz_key")).order_by("-number").values("number")[:1]
    found = QuizEdition.objects.filter(quiz_key__in=quiz_keys, number=Subquery(newest)) if quiz_keys else ()
    return {edition.quiz_key: edition for edition in found}


def edition_of(quiz_key: UUID | str, number: int) -> QuizEdition | None:
    """The edition with this number, if it ever was."""
    return QuizEdition.objects.filter(quiz_key=quiz_key, number=number).first()


def editions_of(wanted: Collection[tuple[UUID, int]]) -> dict[tuple[UUID, int], QuizEdition]:
    """Those of these quizzes and numbers that ever were. One query."""
    keys, numbers = {key for key, _number in wanted}, {number for _key, number in wanted}
    found = QuizEdition.objects.filter(quiz_key__in=keys, number__in=numbers) if wanted else ()
    return {(edition.quiz_key, edition.number): edition for edition in found}


def narrowed_edition(edition: QuizEdition, ids: Collection[str]) -> QuizEdition:
    """The edition with these questions alone, for one try of a course test. It is never written."""
    own = copy(edition)
    own.canonical = narrowed(edition.canonical, ids)
    return own
