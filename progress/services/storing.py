"""Storing events that are ready, with everything that follows: the same for one phone and for a whole county.

Whatever the number of trainees and events, the tables are read a fixed number of times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from courses.selectors import LessonItem, Outline
from progress.answers import as_kept, chosen_text
from progress.folding import Fold
from progress.judging import judge_course, judge_lesson, marked
from progress.models import Kind, LearningEvent, Ticket
from progress.services.enrolling import enrolled_event
from progress.services.preparing import Preparation, ReadyEvent
from progress.services.rows import load_folds, locked, save_folds
from progress.services.submitting import (
    Photos,
    has_nothing,
    lacks_photo,
    photos_named_in,
    without_unwanted_photos,
    write_submissions,
)
from progress.wire import Refused, SentEvent
from quizzes.grading import Answer, mark
from quizzes.models import QuizEdition
from trainees.models import Trainee

Sent = Mapping[int, Sequence[SentEvent]]
"""Events as they were read, in the order of receipt, by the primary key of their trainee."""
Outlines = Mapping[UUID, Outline]


@dataclass
class Receipt:
    """What became of each event, as UUIDs in the order they came. The phone may delete `stored` and `doubled`."""

    stored: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def store_events(*, sent: Sent, receipt: Receipt, preparation: Preparation | None = None) -> None:
    """Store what is new in one transaction; adds to the receipt. A `preparation` keeps what was looked up before."""
    preparation = preparation or Preparation()
    preparation.look_up([event for events in sent.values() for event in events])
    ready = {trainee: list(_prepared(trainee, events, preparation, receipt)) for trainee, events in sent.items()}
    outlines = preparation.outlines(event for events in ready.values() for event in events)
    with transaction.atomic():
        trainees = locked(ready.keys())
        _refuse_for_closed(trainees, ready, receipt)
        ready = without_unwanted_photos(ready)
        photos = photos_named_in(ready)
        if new := _new_ones(ready, receipt, photos):
            _write({trainee: new[trainee.pk] for trainee in trainees if trainee.pk in new}, outlines, photos)


def _prepared(
    trainee: int, events: Iterable[SentEvent], preparation: Preparation, receipt: Receipt
) -> Iterator[ReadyEvent]:
    for event in events:
        try:
            yield preparation.ready(event, trainee)
        except Refused as refused:
            receipt.refused.append((str(event.uuid), refused.code))


def _refuse_for_closed(trainees: Iterable[Trainee], ready: dict[int, list[ReadyEvent]], receipt: Receipt) -> None:
    """What was on its way while she was erased or merged: nobody is signed in as her any more.

    Of an entry that was merged it comes again from the phone, and is the kept one's then. Of her who was erased it is
    taken for nobody any more.
    """
    for trainee in trainees:
        if trainee.erased_at or trainee.merged_into_id:
            code = "erased" if trainee.erased_at else "other-person"
            receipt.refused += [(str(event.sent.uuid), code) for event in ready.pop(trainee.pk)]


def _new_ones(ready: Mapping[int, list[ReadyEvent]], receipt: Receipt, photos: Photos) -> dict[int, list[ReadyEvent]]:
    """Those that are not stored yet, by trainee: the same UUID of two people is two events."""
    uuids = {event.sent.uuid for events in ready.values() for event in events}
    stored = LearningEvent.objects.filter(trainee__in=list(ready), uuid__in=uuids)
    known = set(stored.order_by().values_list("trainee_id", "uuid"))
    new: dict[int, list[ReadyEvent]] = {}
    for trainee, events in ready.items():
        for event in events:
            uuid = event.sent.uuid
            if (trainee, uuid) in known:
                receipt.doubled.append(str(uuid))
            elif has_nothing(event):
                receipt.refused.append((str(uuid), "consent"))
            elif lacks_photo(trainee, event, photos):
                receipt.refused.append((str(uuid), "photo"))
            else:
                known.add((trainee, uuid))
                receipt.stored.append(str(uuid))
                new.setdefault(trainee, []).append(event)
    return new


def _write(new: Mapping[Trainee, list[ReadyEvent]], outlines: Outlines, photos: Photos) -> None:
    folds = load_folds(new, {event.lesson_key for events in new.values() for event in events if event.lesson_key})
    written: list[LearningEvent] = []
    for trainee, events in new.items():
        for event in events:
            written.extend(_followed(trainee, event, folds[trainee.pk], outlines))
    LearningEvent.objects.bulk_create(written)
    write_submissions(new, folds, photos)
    save_folds(folds.values())


def _followed(trainee: Trainee, ready: ReadyEvent, fold: Fold, outlines: Outlines) -> Iterator[LearningEvent]:
    """The event and the verdicts that follow from it, each folded before the next is looked for."""
    for event in _event_and_verdicts(trainee, ready, fold, outlines):
        fold.apply(event)
        yield event


def _event_and_verdicts(trainee: Trainee, ready: ReadyEvent, fold: Fold, outlines: Outlines) -> Iterator[LearningEvent]:
    if ready.course_key and ready.course_key not in fold.enrolments:
        yield enrolled_event(trainee, ready.course_key, at=ready.sent.received_at)
    cause = _event(trainee, ready)
    yield cause
    if ready.edition and ready.answers is not None:
        yield _marked(cause, ready.edition, ready.answers, ready.ticket)
    lesson = _lesson(ready, outlines)
    if lesson and (verdict := judge_lesson(cause, lesson, fold)):
        yield verdict
    if ready.course_key:
        yield from judge_course(cause, outlines[ready.course_key], fold)


def _event(trainee: Trainee, ready: ReadyEvent) -> LearningEvent:
    sent, payload = ready.sent, dict(ready.sent.payload)
    if ready.edition and ready.answers is not None:
        payload["responses"] = as_kept(ready.edition.canonical, ready.answers)
    if ready.shelf is not None:  # her words and photos stand in the submission
        payload = {"card": payload["card"], "photos": len(ready.photos), "only_county": payload["only_county"]}
    return LearningEvent(
        uuid=sent.uuid,
        trainee=trainee,
        kind=sent.kind,
        object_key=sent.object_key,
        course_key=ready.course_key,
        edition=ready.edition,
        said_at=sent.said_at,
        occurred_at=sent.occurred_at,
        received_at=sent.received_at,
        device=sent.device,
        counter=sent.counter,
        language=sent.language,
        helped=sent.helped,
        payload=payload,
        digest=sent.digest,
    )


def _marked(
    cause: LearningEvent, edition: QuizEdition, answers: dict[str, Answer], ticket: Ticket | None
) -> LearningEvent:
    marking = mark(edition.canonical, answers)
    questions = {question["id"]: question for question in edition.canonical["questions"]}
    chosen = [[key, chosen_text(questions[key], answers.get(key)), right] for key, right in marking.right.items()]
    return marked(cause, marking, pass_mark=edition.canonical["pass_mark"], answers=chosen, ticket=ticket)


def _lesson(ready: ReadyEvent, outlines: Outlines) -> LessonItem | None:
    """The lesson that an event may complete: as the course lists it today, else as the edition knew it."""
    course = outlines.get(ready.course_key) if ready.course_key else None
    listed = next((item for item in course.lessons if item.key == ready.lesson_key), None) if course else None
    if listed or ready.lesson_key is None or ready.sent.kind != Kind.ATTEMPT_SUBMITTED:
        return listed
    return LessonItem(key=ready.lesson_key, quiz_key=ready.sent.object_key)
