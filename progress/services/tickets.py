"""Beginning a try of a course's test: the one moment that needs a signal, for the server counts it."""

from __future__ import annotations

from datetime import datetime
from random import SystemRandom
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from progress.models import Occasion, Ticket, end_of_day
from progress.selectors.course_tests import Tries, tries_of
from progress.services.rows import locked
from quizzes.course_tests import drawn
from quizzes.models import QuizEdition
from quizzes.selectors import latest_edition
from trainees.models import Trainee


class NotOffered(Exception):
    """No try may be begun: they are used up, it is no test, or it is too late for one before the course."""


def begin_try(*, trainee: Trainee, quiz_key: UUID, occasion: Occasion, now: datetime | None = None) -> Ticket:
    """The ticket of a new try; that of the open one as long as there is one. Raises NotOffered."""
    now, edition = now or timezone.now(), latest_edition(quiz_key)
    if edition is None:
        raise NotOffered
    with transaction.atomic():
        [learner] = locked([trainee.pk])
        if learner.merged_into_id:
            raise NotOffered
        tries = tries_of(trainee=trainee, edition=edition)
        if tries is None:
            raise NotOffered
        if begun := tries.open(occasion, now):
            return begun
        if not _may_begin(tries, occasion):
            raise NotOffered
        return _hand_out(trainee, edition, tries, occasion, now)


def _may_begin(tries: Tries, occasion: Occasion) -> bool:
    return tries.before_is_offered if occasion == Occasion.BEFORE else tries.left != 0


def _hand_out(trainee: Trainee, edition: QuizEdition, tries: Tries, occasion: Occasion, now: datetime) -> Ticket:
    seen = {question for ticket in tries.tickets for question in ticket.questions}
    ticket = Ticket(
        uuid=uuid4(),
        trainee=trainee,
        quiz_key=edition.quiz_key,
        edition=edition,
        occasion=occasion,
        number=len(tries.of(occasion)) + 1,
        questions=drawn(edition.canonical, seen, SystemRandom()),
        begun_at=now,
        due_at=end_of_day(now, tries.rules.grace_days),
    )
    ticket.save()
    return ticket
