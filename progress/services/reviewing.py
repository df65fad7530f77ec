"""Saying what a teacher saw in somebody's work. A verdict is kept at once; what she spoke follows when it is small."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.selectors import Outline, course_outline
from progress.judging import judge_course
from progress.models import Kind, LearningEvent, Review, Submission
from progress.selectors.reviewing import latest_review_of
from progress.services.review_voices import forget_voice, kept_voice, promise_voice
from progress.services.rows import load_folds, locked, save_folds
from trainees.models import Trainee, User

LONGEST_COMMENT = 300
SEEN_CODE = "seen"

SEEN = _(
    "Somebody has looked at it already, and what was said stays. If you still want to say something else, press once "
    "more."
)
NEWER = _("This waits for nobody any more. Go back to the list, and see what waits there.")
SAY_WHAT = _("Say what she should do differently: with a word or two, or with your voice.")
STAYS = _("She has passed this, and that stays. You can still say something to her.")
OPEN_AGAIN = _("Something was missing in what was sent. Open this page once more, and try again.")
TOO_LONG = _("This is too long; 300 characters are the most. Or say it with your voice.")


@dataclass(frozen=True)
class Judgement:
    """What a teacher saw. `after` is the review that she read above the form, if there was one.

    `uuid` is that of the form: sent twice, it is one review. `voice` is a file as a phone records it.
    """

    ticks: list[bool]
    passed: bool
    comment: str = ""
    voice: bytes = b""
    after: int | None = None
    uuid: UUID = field(default_factory=uuid4)


def review_submission(
    *, submission: Submission, by: User | None, judgement: Judgement, now: datetime | None = None
) -> Review:
    """Keep the verdict, and what follows from it for her. The same form again changes nothing.

    Raises ValidationError with one sentence when somebody was faster, or a word is missing; nothing is kept then.
    That somebody was faster is said first: who is told anything else has not been told that.
    """
    if known := _known(submission, judgement):
        return known
    _check_still_open(submission, judgement)
    check_said(judgement)
    outline = course_outline(submission.course_key) if submission.course_key else None
    voice = kept_voice(judgement.voice)
    try:
        with transaction.atomic():
            [trainee] = locked([submission.trainee_id])
            review = _known(submission, judgement)  # the same form, a moment ago
            if review is None:
                _check_still_open(submission, judgement)
                review = write_review(submission, by, judgement, voice=voice, at=now or timezone.now())
                follow(trainee, [reviewed_event(submission, review)], outline)
    except Exception:
        forget_voice(voice)
        raise
    if review.voice_sent != voice:
        forget_voice(voice)
    return review


def known_form(judgement: Judgement) -> Review | None:
    """What was given in the same form, of whatever work."""
    return Review.objects.filter(uuid=judgement.uuid).select_related("submission").first()


def check_said(judgement: Judgement) -> None:
    """Raises ValidationError with one sentence."""
    if len(judgement.comment) > LONGEST_COMMENT:
        raise ValidationError(TOO_LONG)
    if not judgement.passed and not judgement.comment.strip() and not judgement.voice:
        raise ValidationError(SAY_WHAT)


def write_review(submission: Submission, by: User | None, judgement: Judgement, *, voice: str, at: datetime) -> Review:
    """The row alone, within the transaction of what follows from it."""
    review = Review.objects.create(
        submission=submission,
        by=by,
        uuid=judgement.uuid,
        ticks=judgement.ticks,
        passed=judgement.passed,
        comment=judgement.comment.strip(),
        voice_sent=voice,
        reviewed_at=at,
    )
    state = Submission.State.PASSED if judgement.passed else Submission.State.AGAIN
    Submission.objects.filter(pk=submission.pk).update(state=state)
    if voice:
        promise_voice(review)
    return review


def reviewed_event(submission: Submission, review: Review) -> LearningEvent:
    """The verdict as it counts: what was said stays with the review."""
    return LearningEvent(
        uuid=uuid5(review.uuid, Kind.TASK_REVIEWED),  # a form may bear the UUID of another event of hers
        trainee_id=submission.trainee_id,
        kind=Kind.TASK_REVIEWED,
        object_key=submission.lesson_key,
        course_key=submission.course_key,
        occurred_at=review.reviewed_at,
        received_at=review.reviewed_at,
        language=submission.language,
        helped=submission.helped,
        payload={"card": str(submission.card), "passed": review.passed, "ticks": review.ticks},
        cause=submission.uuid,
    )


def follow(trainee: Trainee, events: list[LearningEvent], outline: Outline | None) -> None:
    """Store these events of a trainee who is locked, and the verdicts on her course that follow from the last one."""
    fold = load_folds([trainee])[trainee.pk]
    for event in events:
        fold.apply(event)
    verdicts = []
    for verdict in judge_course(events[-1], outline, fold) if outline else ():
        fold.apply(verdict)
        verdicts.append(verdict)
    LearningEvent.objects.bulk_create([*events, *verdicts])
    save_folds([fold])


def _known(submission: Submission, judgement: Judgement) -> Review | None:
    review = known_form(judgement)
    if review and review.submission_id != submission.pk:
        raise ValidationError(OPEN_AGAIN, code="form")
    return review


def _check_still_open(submission: Submission, judgement: Judgement) -> None:
    """As it is in this moment, while nobody else writes what is hers."""
    now = Submission.objects.get(pk=submission.pk)
    last = latest_review_of(now)
    if (last.pk if last else None) != judgement.after:
        raise ValidationError(SEEN, code=SEEN_CODE)
    if not now.is_newest:
        raise ValidationError(NEWER, code="newer")
    if now.state == Submission.State.PASSED and not judgement.passed:
        raise ValidationError(STAYS, code="stays")
