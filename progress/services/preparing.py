"""Everything that has to be read before events can be written, outside any transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from courses.selectors import Outline, course_outline, place_of_lesson, place_of_quiz
from progress.models import Kind
from progress.wire import Refused, SentEvent
from quizzes.grading import Answer, BadResponse, check_responses
from quizzes.models import QuizEdition
from quizzes.selectors import edition_of


@dataclass(frozen=True)
class ReadyEvent:
    """An event with what it is about: where it belongs, and for an attempt the edition and the checked answers."""

    sent: SentEvent
    lesson_key: UUID | None
    course_key: UUID | None
    edition: QuizEdition | None = None
    answers: dict[str, Answer] | None = None


class Preparation:
    """Looks things up once a batch, however many events ask for them."""

    def __init__(self) -> None:
        self._lessons: dict[UUID, UUID | None] = {}
        self._quizzes: dict[UUID, tuple[UUID | None, UUID | None]] = {}
        self._editions: dict[tuple[UUID, int], QuizEdition | None] = {}
        self._outlines: dict[UUID, Outline] = {}

    def ready(self, sent: SentEvent) -> ReadyEvent:
        """Raises Refused."""
        if sent.kind == Kind.ATTEMPT_SUBMITTED:
            return self._attempt(sent)
        key = sent.object_key
        if key not in self._lessons:
            self._lessons[key] = place_of_lesson(key)
        return ReadyEvent(sent, key, self._lessons[key])

    def outlines(self, events: Iterable[ReadyEvent]) -> Mapping[UUID, Outline]:
        """The lists that today's verdicts are judged by, by course; those of these events among them."""
        for key in {event.course_key for event in events} - self._outlines.keys():
            if key:
                self._outlines[key] = course_outline(key)
        return self._outlines

    def _attempt(self, sent: SentEvent) -> ReadyEvent:
        key, number = sent.object_key, sent.edition_number or 0
        if (key, number) not in self._editions:
            self._editions[key, number] = edition_of(key, number)
        edition = self._editions[key, number]
        if edition is None:
            raise Refused("edition")
        if key not in self._quizzes:
            self._quizzes[key] = place_of_quiz(key)
        lesson, course = self._quizzes[key]
        try:
            answers = check_responses(edition.canonical, sent.payload["responses"])
        except BadResponse as bad:
            raise Refused(bad.code) from None
        return ReadyEvent(sent, lesson or edition.parent_key, course, edition, answers)
