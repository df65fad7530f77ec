"""How the questions of a quiz were answered. Reading only; fewer than five people are nobody's business."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from progress.answers import answer_in
from progress.models import Occasion, Response
from progress.statistics.said import said_of
from quizzes.grading import is_partly_right
from quizzes.selectors import ShownQuestion, latest_edition, shown_quiz

FEWEST = 5
EVERY_LANGUAGE = ""


@dataclass(frozen=True)
class Answers:
    """Answers to one question in one language, or in all. `wrong` is the wrong answer chosen most often, in words.

    `partly` are those with a part of the points, by the key of today; they are not among the right ones.
    """

    language: str
    people: int
    answered: int
    right: int
    wrong: str
    wrong_many: int
    partly: int = 0

    @property
    def shown(self) -> bool:
        return self.people >= FEWEST


@dataclass(frozen=True)
class QuestionAnswers:
    question: ShownQuestion
    whole: Answers
    languages: list[Answers] = field(default_factory=list)


def answers_of(quiz_key: UUID, language_code: str) -> list[QuestionAnswers] | None:
    """For each question of the latest edition, in order, in the words of a language; None for a quiz never published.

    Languages stand apart only where each of them has enough people: else the few would be what is missing in the sum.
    """
    edition = latest_edition(quiz_key)
    quiz = shown_quiz(quiz_key, language_code, edition) if edition else None
    if quiz is None:
        return None
    counted = _counted(quiz_key, "question", "attempt__language")
    whole = _counted(quiz_key, "question")
    wrong = _wrong(quiz_key)
    found, canonical = [], quiz.edition.canonical
    for question in quiz.questions:
        key = UUID(question.id)
        spoken = sorted(language for asked, language in counted if asked == key)
        rows = [_answers(question, language, counted[key, language], wrong, canonical) for language in spoken]
        apart = len(rows) > 1 and all(row.shown for row in rows)
        total = _answers(question, EVERY_LANGUAGE, whole.get((key,), {}), wrong, canonical)
        found.append(QuestionAnswers(question, total, rows if apart else []))
    return found


def language_name(code: str) -> str:
    """A language by its own name; what was sent without one is said so."""
    return dict(settings.LANGUAGES).get(code) or _("language not known")


def _responses(quiz_key: UUID) -> QuerySet[Response]:
    """What she did not know before the lessons says nothing of the question."""
    return Response.objects.filter(quiz_key=quiz_key).exclude(attempt__occasion=Occasion.BEFORE)


def _counted(quiz_key: UUID, *by: str) -> dict[tuple, dict[str, int]]:
    rows = _responses(quiz_key).values(*by).order_by()
    counts = rows.annotate(
        answered=Count("pk"), right=Count("pk", filter=Q(right=True)), people=Count("attempt__trainee", distinct=True)
    )
    return {tuple(row[name] for name in by): row for row in counts}


def _wrong(quiz_key: UUID) -> dict[tuple[UUID, str], Counter]:
    """How often each wrong answer was given, by question and language, and by question over all languages."""
    rows = _responses(quiz_key).filter(right=False).values("question", "attempt__language", "chosen")
    found: dict[tuple[UUID, str], Counter] = defaultdict(Counter)
    for row in rows.annotate(many=Count("pk")).order_by():
        for language in {row["attempt__language"], EVERY_LANGUAGE}:
            found[row["question"], language][row["chosen"]] += row["many"]
    return found


def _partly(canonical: dict, key: str, given: Counter) -> int:
    """How many of the answers that are not right have a part of the points."""
    question = next(one for one in canonical["questions"] if one["id"] == key)
    answers = ((answer_in(question["kind"], chosen), many) for chosen, many in given.items())
    return sum(many for answer, many in answers if is_partly_right(canonical, question, answer))


def _answers(question: ShownQuestion, language: str, counts: dict, wrong: dict, canonical: dict) -> Answers:
    given = wrong.get((UUID(question.id), language)) or Counter()
    chosen, many = min(given.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return Answers(
        language=language,
        people=counts.get("people", 0),
        answered=counts.get("answered", 0),
        right=counts.get("right", 0),
        wrong=said_of(question, chosen) if many else "",
        wrong_many=many,
        partly=_partly(canonical, question.id, given),
    )
