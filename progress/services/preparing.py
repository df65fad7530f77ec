"""Everything that has to be read before events can be written, outside any transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from courses.practice.selectors import TaskKey, shelves_of
from courses.selectors import Outline, course_outline, courses_of_lessons, places_of_quizzes
from progress.models import Kind, Ticket
from progress.wire import Refused, SentEvent
from quizzes.grading import Answer, BadResponse, check_responses
from quizzes.models import QuizEdition
from quizzes.selectors import editions_of, latest_editions, narrowed_edition


@dataclass(frozen=True)
class ReadyEvent:
    """An event with what it is about: where it belongs, and for an attempt the edition and the checked answers.

    The attempt at a course's test has its ticket, and of the edition what was asked in that try. A task that was handed
    in has its `shelf`: what it becomes, perhaps nothing (""); everything else has None.
    """

    sent: SentEvent
    lesson_key: UUID | None
    course_key: UUID | None
    edition: QuizEdition | None = None
    answers: dict[str, Answer] | None = None
    ticket: Ticket | None = None
    shelf: str | None = None

    @property
    def photos(self) -> list[str]:
        """The photos of a task, as its phone names them."""
        return [] if self.shelf is None else self.sent.payload["photos"]


class Preparation:
    """What was looked up for events: `look_up` first, then `ready` for each. May be used for many batches."""

    def __init__(self) -> None:
        self._lessons: dict[UUID, UUID | None] = {}
        self._quizzes: dict[UUID, tuple[UUID | None, UUID | None]] = {}
        self._editions: dict[tuple[UUID, int], QuizEdition] = {}
        self._outlines: dict[UUID, Outline] = {}
        self._tickets: dict[UUID, Ticket] = {}
        self._today: dict[UUID, QuizEdition] = {}
        self._shelves: dict[TaskKey, str] = {}

    def look_up(self, events: Collection[SentEvent]) -> None:
        """Five queries at the most, however many events; two more with a course's test.

        One more with a task, three more where its card stands in no lesson any more.
        """
        attempts = [event for event in events if event.kind == Kind.ATTEMPT_SUBMITTED]
        lessons = {event.object_key for event in events if event.kind != Kind.ATTEMPT_SUBMITTED}
        self._lessons |= courses_of_lessons(lessons - self._lessons.keys())
        self._quizzes |= places_of_quizzes({event.object_key for event in attempts} - self._quizzes.keys())
        self._editions |= editions_of({_edition_key(event) for event in attempts} - self._editions.keys())
        self._look_up_tickets({event.uuid for event in attempts if self._certifies(event)} - self._tickets.keys())

        if tasks := {_task_key(event) for event in events if event.kind == Kind.TASK_SUBMITTED} - self._shelves.keys():
            self._shelves |= shelves_of(tasks)

    def ready(self, sent: SentEvent, trainee: int | None = None) -> ReadyEvent:
        """`trainee` is the primary key of whose it is; nobody's as long as it is a guest's. Raises Refused."""
        if sent.kind == Kind.ATTEMPT_SUBMITTED:
            return self._attempt(sent, trainee)
        if sent.kind == Kind.TASK_SUBMITTED:
            return self._task(sent)
        return ReadyEvent(sent, sent.object_key, self._lessons[sent.object_key])

    def outlines(self, events: Iterable[ReadyEvent]) -> Mapping[UUID, Outline]:
        """The lists that today's verdicts are judged by, by course; those of these events among them."""
        for key in {event.course_key for event in events} - self._outlines.keys():
            if key:
                self._outlines[key] = course_outline(key)
        return self._outlines

    def _task(self, sent: SentEvent) -> ReadyEvent:
        shelf = self._shelves.get(_task_key(sent))
        if shelf is None:
            raise Refused("card")
        return ReadyEvent(sent, sent.object_key, self._lessons[sent.object_key], shelf=shelf)

    def _look_up_tickets(self, uuids: Collection[UUID]) -> None:
        if uuids:
            found = Ticket.objects.filter(uuid__in=uuids).select_related("edition")
            self._tickets |= {ticket.uuid: ticket for ticket in found}
        tests = {ticket.quiz_key for ticket in self._tickets.values()}
        self._today |= latest_editions(tests - self._today.keys())

    def _certifies(self, sent: SentEvent) -> bool:
        """By the edition, or by where it stands today: a quiz of a lesson that became a test had shown its key."""
        edition, (lesson, course) = self._editions.get(_edition_key(sent)), self._quizzes[sent.object_key]
        return bool(edition and edition.is_test) or (lesson is None and course is not None)

    def _ticket(self, sent: SentEvent, trainee: int | None) -> Ticket:
        ticket = self._tickets.get(sent.uuid)
        told = (trainee, *_edition_key(sent))
        if ticket is None or (ticket.trainee_id, ticket.quiz_key, ticket.edition.number) != told:
            raise Refused("ticket")
        return ticket

    def _sheet(self, ticket: Ticket, responses: object) -> QuizEdition:
        """What was asked in this try, without what the author took out meanwhile and she could not answer."""
        today = {question["id"] for question in self._today[ticket.quiz_key].canonical["questions"]}
        said = responses if isinstance(responses, list) else ()
        answered = {str(one.get("question")) for one in said if isinstance(one, dict)}
        marked = [question for question in ticket.questions if question in today | answered]
        return narrowed_edition(ticket.edition, marked) if marked else ticket.sheet

    def _attempt(self, sent: SentEvent, trainee: int | None) -> ReadyEvent:
        edition, ticket = self._editions.get(_edition_key(sent)), None
        if edition is None:
            raise Refused("edition")
        lesson, course = self._quizzes[sent.object_key]
        if self._certifies(sent):
            ticket = self._ticket(sent, trainee)
            edition = self._sheet(ticket, sent.payload["responses"])
        try:
            answers = check_responses(edition.canonical, sent.payload["responses"])
        except BadResponse as bad:
            raise Refused(bad.code) from None
        in_lesson = None if ticket else lesson or edition.parent_key
        return ReadyEvent(sent, in_lesson, course, edition, answers, ticket)


def _edition_key(sent: SentEvent) -> tuple[UUID, int]:
    return sent.object_key, sent.edition_number or 0


def _task_key(sent: SentEvent) -> TaskKey:
    return sent.object_key, UUID(sent.payload["card"])
