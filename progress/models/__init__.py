"""What was done (events, never changed) and what follows from it (a fold, made again at any time).

`LearningEvent` is the truth, and `submissions` holds the words and photos that no event keeps. Everything in
`folded` is derived from the events by `progress.folding` and nothing else.
"""

from progress.models.calls import CallNote, CallOutcome, CallReason, CallSession, ListedPerson
from progress.models.events import GuestEvent, Kind, LearningEvent
from progress.models.folded import (
    EVERY_COURSE,
    Attempt,
    CheckAnswer,
    Enrolment,
    LessonCompletion,
    LessonPlace,
    Response,
    TaskPass,
)
from progress.models.group_months import GroupMonth
from progress.models.submissions import Review, Submission, SubmissionPhoto, TaskPhoto
from progress.models.tickets import ExtraTry, Occasion, Ticket, end_of_day

__all__ = [
    "EVERY_COURSE",
    "Attempt",
    "CallNote",
    "CallOutcome",
    "CallReason",
    "CallSession",
    "CheckAnswer",
    "Enrolment",
    "ExtraTry",
    "GroupMonth",
    "GuestEvent",
    "Kind",
    "LearningEvent",
    "LessonCompletion",
    "LessonPlace",
    "ListedPerson",
    "Occasion",
    "Response",
    "Review",
    "Submission",
    "SubmissionPhoto",
    "TaskPass",
    "TaskPhoto",
    "Ticket",
    "end_of_day",
]
