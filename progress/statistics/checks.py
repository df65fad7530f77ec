"""How the knowledge checks of a lesson were answered the first time. Right is what the lesson says today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Count, Min

from courses.blocks import CheckValue
from courses.models import LessonPage
from progress.models import CheckAnswer
from progress.statistics.answers import EVERY_LANGUAGE, Answers, QuestionAnswers
from progress.statistics.said import said_of
from quizzes.checks import AskedAlone

Counted = list[tuple[str, str, int]]
"""Language, what was chosen, how often."""


def answers_of_checks(lesson: LessonPage) -> list[QuestionAnswers]:
    """For each check of the page, in order, in its own words. Three queries, however many.

    Of everybody what she chose at her first visit: later she knows what was right.
    """
    checks = list(_checks(lesson))
    if not checks:
        return []
    every = CheckAnswer.objects.filter(lesson_key=lesson.translation_key).order_by()
    rows = every.filter(pk__in=every.values("trainee", "card").annotate(first=Min("pk")).values("first"))
    counted: dict[UUID, Counted] = {}
    for card, *row in rows.values_list("card", "language", "chosen").annotate(many=Count("pk")):
        counted.setdefault(card, []).append(tuple(row))
    people = {(card, EVERY_LANGUAGE): many for card, many in _people(rows, "card")}
    apart = {(card, language): many for card, language, many in _people(rows, "card", "language")}
    return [_answers_to(check, counted.get(UUID(check.question.id), []), people, apart) for check in checks]


def _checks(lesson: LessonPage) -> Iterator[AskedAlone]:
    for card in lesson.cards:
        if isinstance(card.value, CheckValue):
            yield card.value.asked(card.id, lesson.locale.language_code)


def _people(rows, *by: str) -> Iterable[tuple]:
    return rows.values_list(*by).annotate(people=Count("trainee", distinct=True))


def _answers_to(check: AskedAlone, counted: Counted, people: dict, apart: dict) -> QuestionAnswers:
    """Languages stand apart only where each of them has enough people, as for a quiz."""
    card = UUID(check.question.id)
    whole = _added_up(check, EVERY_LANGUAGE, counted, people.get((card, EVERY_LANGUAGE), 0))
    languages = [
        _added_up(check, language, [row for row in counted if row[0] == language], apart[card, language])
        for language in sorted({row[0] for row in counted})
    ]
    shown = len(languages) > 1 and all(one.shown for one in languages)
    return QuestionAnswers(check.question, whole, languages if shown else [])


def _added_up(check: AskedAlone, language: str, counted: Counted, people: int) -> Answers:
    times: dict[str, int] = {}
    for _language, chosen, many in counted:
        times[chosen] = times.get(chosen, 0) + many
    right = " ".join(sorted(check.right_ids))
    wrong = [(many, chosen) for chosen, many in times.items() if chosen != right]
    most, chosen = min(wrong, key=lambda one: (-one[0], one[1]), default=(0, ""))
    return Answers(
        language=language,
        people=people,
        answered=sum(times.values()),
        right=times.get(right, 0),
        wrong=said_of(check.question, chosen) if most else "",
        wrong_many=most,
    )
