"""The result of one attempt, for the one whose it is: the trainee, or the phone on which it waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from progress.answers import as_kept
from progress.models import Attempt, GuestEvent, Kind, LearningEvent
from progress.wire import Refused, read_event
from quizzes.grading import BadResponse, check_responses, mark
from quizzes.models import QuizEdition
from quizzes.selectors import edition_of
from trainees.models import Trainee


@dataclass(frozen=True)
class Result:
    """`responses` as they are kept, `right` for every question of the edition. `waits`: it is nobody's yet."""

    edition: QuizEdition
    responses: list[dict]
    right: dict[str, bool]
    passed: bool
    waits: bool
    late: bool = False
    received_at: datetime | None = None

    @property
    def right_count(self) -> int:
        return sum(self.right.values())

    @property
    def wrong_count(self) -> int:
        return len(self.right) - self.right_count


def result_of(*, trainee: Trainee | None, guest: str, quiz_key: UUID, attempt: UUID) -> Result | None:
    """None where there is no such attempt, or it is somebody else's."""
    mine = _of_trainee(trainee, quiz_key, attempt) if trainee else None
    return mine or (_of_guest(guest, quiz_key, attempt) if guest else None)


def _of_trainee(trainee: Trainee, quiz_key: UUID, uuid: UUID) -> Result | None:
    """The verdict that was given, whatever the rules are today."""
    found = Attempt.objects.filter(trainee=trainee, uuid=uuid, quiz_key=quiz_key).select_related("edition").first()
    if found is None:
        return None
    event = LearningEvent.objects.get(trainee=trainee, uuid=uuid, kind=Kind.ATTEMPT_SUBMITTED)
    right = {str(question): right for question, right in found.responses.values_list("question", "right")}
    responses, arrived = event.payload["responses"], event.received_at
    return Result(found.edition, responses, right, found.passed, waits=False, late=found.late, received_at=arrived)


def _of_guest(guest: str, quiz_key: UUID, uuid: UUID) -> Result | None:
    """Marked now, by the edition that was shown."""
    row = GuestEvent.objects.filter(guest_digest=guest, uuid=uuid).first()
    try:
        sent = read_event(row.body, person=None, received_at=row.received_at) if row else None
    except Refused:  # credited meanwhile, or the rules became stricter
        return None
    if sent is None or sent.kind != Kind.ATTEMPT_SUBMITTED or sent.object_key != quiz_key:
        return None
    return _marked(edition_of(quiz_key, sent.edition_number or 0), sent.payload["responses"])


def _marked(edition: QuizEdition | None, responses: object) -> Result | None:
    if edition is None:
        return None
    try:
        answers = check_responses(edition.canonical, responses)
    except BadResponse:
        return None
    marking = mark(edition.canonical, answers)
    return Result(edition, as_kept(edition.canonical, answers), marking.right, marking.passed, waits=True)
