"""The test of a course as one person has it before her: her tries, and which she may begin."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from courses.selectors import places_of_quizzes
from progress.models import Attempt, ExtraTry, LessonCompletion, Occasion, Ticket
from quizzes.course_tests import RulesOfTest, rules_in
from quizzes.models import QuizEdition
from trainees.models import Trainee

MOST_GIVEN = 3  # tries beyond those of the rules: then it is not the number of tries that she lacks


@dataclass(frozen=True)
class Tries:
    """`rules` are those of today; a ticket keeps those of its own day. `handed_in` has the attempts by ticket.

    `given` are tries that a teacher gave her beyond those of the rules, used or not.
    """

    rules: RulesOfTest
    tickets: list[Ticket]
    handed_in: dict[UUID, Attempt]
    has_learned: bool
    given: list[ExtraTry] = field(default_factory=list)

    def of(self, occasion: Occasion) -> list[Ticket]:
        return [ticket for ticket in self.tickets if ticket.occasion == occasion]

    def open(self, occasion: Occasion, now: datetime) -> Ticket | None:
        """Begun, not handed in, and still in time: it is gone on with, and costs no other try.

        What she knew before her lessons is asked no more once she has learned something.
        """
        if occasion == Occasion.BEFORE and self.has_learned:
            return None
        begun = [ticket for ticket in self.of(occasion) if ticket.uuid not in self.handed_in and ticket.due_at >= now]
        return begun[-1] if begun else None

    @property
    def allowed(self) -> int | None:
        """As many as the author says, or one more than she had when a teacher gave her one; None: not counted."""
        return None if self.rules.tries is None else max(self.rules.tries, *(one.had + 1 for one in self.given), 0)

    @property
    def left(self) -> int | None:
        """How many may be begun yet; None where they are not counted."""
        return None if self.allowed is None else max(0, self.allowed - len(self.of(Occasion.AFTER)))

    @property
    def given_waits(self) -> bool:
        """Whether what is left is what a teacher gave her."""
        return bool(self.left and self.given and len(self.of(Occasion.AFTER)) == self.given[-1].had)

    def why_none_is_given(self, now: datetime) -> str:
        """Why no teacher can give her one more, in a word; empty if one can. One at a time, and not without end."""
        if self.passed:
            return "passed"
        if self.left != 0:
            return "left"
        if self.open(Occasion.AFTER, now):
            return "open"
        return "enough" if len(self.given) >= MOST_GIVEN else ""

    @property
    def before_is_offered(self) -> bool:
        """Once, and only as long as she has learned nothing of the course."""
        return self.rules.before and not self.has_learned and not self.tickets

    @property
    def passed(self) -> bool:
        """With a ticket: as long as it was the quiz of a lesson, everybody could read its key."""
        return any(attempt.passed and attempt.occasion for attempt in self.handed_in.values())

    def tells(self, now: datetime) -> bool:
        """Whether it is said by now which answers were right, and why; not while her last try may yet be handed in."""
        if self.rules.tells_each_time or self.passed:
            return True
        return self.left == 0 and self.open(Occasion.AFTER, now) is None


def tries_of(*, trainee: Trainee, edition: QuizEdition) -> Tries | None:
    """None for a quiz that teaches. `edition` is the newest one."""
    rules, quiz_key = rules_in(edition.canonical), edition.quiz_key
    if rules is None:
        return None
    tickets = list(Ticket.objects.filter(trainee=trainee, quiz_key=quiz_key).select_related("edition"))
    attempts = Attempt.objects.filter(trainee=trainee, quiz_key=quiz_key)
    handed_in, learned = {attempt.uuid: attempt for attempt in attempts}, _has_learned(trainee, quiz_key)
    given = [] if rules.tries is None else list(ExtraTry.objects.filter(trainee=trainee, quiz_key=quiz_key))
    return Tries(rules, tickets, handed_in, learned, given)


def has_a_given_try(*, trainee: int, quiz_key: UUID) -> bool:
    """Whether a try that a teacher gave her waits to be begun."""
    last = ExtraTry.objects.filter(trainee=trainee, quiz_key=quiz_key).last()
    begun = Ticket.objects.filter(trainee=trainee, quiz_key=quiz_key, occasion=Occasion.AFTER)
    return last is not None and begun.count() <= last.had


def ticket_of(*, trainee: Trainee, quiz_key: UUID, uuid: UUID) -> Ticket | None:
    """None where there is no such ticket, or it is somebody else's."""
    found = Ticket.objects.filter(trainee=trainee, quiz_key=quiz_key, uuid=uuid)
    return found.select_related("edition").first()


def before_learning(attempts: QuerySet[Attempt]) -> QuerySet[Attempt]:
    """Of these the tests before the course: in time, and not after she had completed a lesson of it."""
    hers = {"trainee": OuterRef("trainee"), "course_key": OuterRef("course_key")}
    learned = LessonCompletion.objects.filter(**hers, completed_at__lt=OuterRef("occurred_at"))
    return attempts.filter(~Exists(learned), occasion=Occasion.BEFORE, late=False)


def known_before(*, trainee: Trainee, quiz_key: UUID) -> tuple[int, int] | None:
    """How many she had right before her lessons, of how many; None where nobody knows."""
    attempt = before_learning(Attempt.objects.filter(trainee=trainee, quiz_key=quiz_key)).first()
    if attempt is None:
        return None
    right = list(attempt.responses.values_list("right", flat=True))
    return sum(right), len(right)


def _has_learned(trainee: Trainee, quiz_key: UUID) -> bool:
    course = places_of_quizzes({quiz_key})[quiz_key][1]
    return LessonCompletion.objects.filter(trainee=trainee, course_key=course).exists()
