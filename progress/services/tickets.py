"""Beginning a try of a course's test, which needs a signal, for the server counts it; and giving her one more."""

from __future__ import annotations

from datetime import datetime
from random import SystemRandom
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.audit import Action, record
from progress.audited import EXTRA_TRY
from progress.models import ExtraTry, Occasion, Ticket, end_of_day
from progress.selectors.course_tests import Tries, tries_of
from progress.services.rows import locked
from quizzes.course_tests import drawn
from quizzes.models import QuizEdition
from quizzes.selectors import latest_edition
from trainees.models import Trainee, User

LONGEST_REASON = 200
WHY_NOT = {
    "passed": _("She has passed the test: she needs no other try."),
    "left": _("She still has a try. She may begin it at any time."),
    "open": _("She has begun a try, and it may arrive yet. Wait for it, or for its last day."),
    "enough": _("She was given three more tries already. Go through the lessons with her first."),
}


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


@transaction.atomic
def give_try(*, trainee: Trainee, quiz_key: UUID, reason: str, by: User) -> ExtraTry:
    """One more try for her alone, once she has used all. Raises ValidationError with one sentence."""
    reason, edition = reason.strip(), latest_edition(quiz_key)
    if not reason:
        raise ValidationError(_("Please write why she gets one more try."))
    if len(reason) > LONGEST_REASON:
        raise ValidationError(_("This is too long: write the reason in a sentence or two."))
    [learner] = locked([trainee.pk])
    tries = tries_of(trainee=learner, edition=edition) if edition else None
    if tries is None or learner.erased_at or learner.merged_into_id:
        raise ValidationError(_("There is no such test any more."))
    if why := tries.why_none_is_given(timezone.now()):
        raise ValidationError(WHY_NOT[why])
    had = len(tries.of(Occasion.AFTER))
    record(by=by, action=Action.ADDED, what=EXTRA_TRY, area=learner.home.code, people=1, objects=[learner.number])
    return ExtraTry.objects.create(trainee=learner, quiz_key=quiz_key, had=had, reason=reason, given_by=by)


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
