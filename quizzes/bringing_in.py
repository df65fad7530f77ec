"""Bringing questions from a file into the draft of a quiz. Nothing is published by it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from quizzes.exchange.doubled import asked
from quizzes.exchange.drafts import Draft, Refused, one_after_the_other
from quizzes.exchange.from_blocks import from_blocks
from quizzes.exchange.into_blocks import NotHeld, into_block
from quizzes.exchange.still_to_do import better_with, still_to_do
from quizzes.models import QuizPage
from quizzes.whole_quiz import most_questions


class Offered(NamedTuple):
    """A question as the quiz would hold it; `raw` is None for one that is refused.

    `to_do` says what the question lacks before it can be published, `hints` what it would be better with; `is_there`
    that the quiz, or the file before it, holds the same question already.
    """

    found: Draft | Refused
    raw: dict[str, Any] | None
    to_do: list[str]
    hints: list[str]
    is_there: bool = False


class TooMany(Exception):
    """More questions than the quiz may have; the sentence says how many fit."""


def offered(found: Iterable[Draft | Refused], quiz: QuizPage | None = None) -> list[Offered]:
    """Each question of a file as a quiz here would hold it, with what changes on the way."""
    there = _asked_in(quiz) if quiz else set()
    return [_unless_there(_offered(each), there) for each in found]


def _asked_in(quiz: QuizPage) -> set[str]:
    return {asked(draft) for draft in from_blocks(quiz.get_latest_revision_as_object().questions.get_prep_value())}


def _unless_there(line: Offered, there: set[str]) -> Offered:
    if isinstance(line.found, Refused):
        return line
    if asked(line.found) not in there:
        return line._replace(is_there=line.found.is_doubled)
    line.found.changes.append(_("The quiz has this question already."))
    return line._replace(is_there=True)


def _offered(found: Draft | Refused) -> Offered:
    if isinstance(found, Refused):
        return Offered(found, None, [], [])
    try:
        raw, changes = into_block(found)
    except NotHeld as reason:
        said = one_after_the_other([str(reason), *found.changes])  # what was lost above it, others need too
        return Offered(Refused(found.line, said, found.kind, found.name, found.prompt), None, [], [])
    held = from_blocks([raw])[0]
    held.line, held.name, held.category = found.line, found.name, found.category
    held.is_doubled = found.is_doubled
    held.changes = [*found.changes, *changes]
    return Offered(held, raw, still_to_do(raw), better_with(raw))


@transaction.atomic
def bring_in_questions(*, quiz: QuizPage, questions: Iterable[dict[str, Any]], user: Any = None) -> int:
    """Put the questions behind those of the latest draft. One that is there already, by its id, is not put again.

    Gives how many were new. Raises TooMany.
    """
    Page.objects.select_for_update().get(pk=quiz.pk)  # whoever else brings in waits, and then sees these
    draft: QuizPage = QuizPage.objects.get(pk=quiz.pk).get_latest_revision_as_object()
    there = draft.questions.get_prep_value()
    known = {question["id"] for question in there}
    new = [question for question in questions if question["id"] not in known]
    if not new:
        return 0
    most = most_questions(quiz.get_parent())
    if len(there) + len(new) > most:
        sentence = _("A quiz has room for %(most)s questions; %(there)s are there. Take at most %(room)s.")
        raise TooMany(sentence % {"most": most, "there": len(there), "room": max(0, most - len(there))})
    draft.questions = draft.questions.stream_block.to_python([*there, *new])
    draft.save_revision(user=user, log_action=True)
    return len(new)
