"""Taking a batch of events: stored, doubled or refused, one by one, in one short transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from courses.selectors import LessonItem, Outline
from progress.answers import as_kept, chosen_text
from progress.judging import judge_course, judge_lesson, marked
from progress.models import Kind, LearningEvent
from progress.services.enrolling import enrolled_event
from progress.services.preparing import Preparation, ReadyEvent, outlines_of
from progress.services.rows import load_fold, save_fold
from progress.wire import Refused, SentEvent, read_event, read_uuid_of
from quizzes.grading import Answer, mark
from quizzes.models import QuizEdition
from trainees.models import Trainee


@dataclass
class Receipt:
    """What became of each event, as UUIDs in the order they came. The phone may delete `stored` and `doubled`."""

    stored: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def receive_events(*, trainee: Trainee, bodies: list, now: datetime | None = None) -> Receipt:
    """Store the events of one trainee and everything that follows from them.

    Each body is judged by itself: a bad one is refused with its code and never harms its neighbours. The same UUID
    again changes nothing, whatever its body says.
    """
    receipt, sent = Receipt(), []
    for body in bodies:
        try:
            sent.append(read_event(body, person=trainee.key, received_at=now or timezone.now()))
        except Refused as refused:
            receipt.refused.append((read_uuid_of(body), refused.code))
    store_events(trainee=trainee, sent=sent, receipt=receipt)
    return receipt


def store_events(*, trainee: Trainee, sent: Iterable[SentEvent], receipt: Receipt) -> None:
    """The same for events that were read already; adds to the receipt."""
    ready = _prepare(sent, receipt)
    outlines = outlines_of(ready)
    with transaction.atomic():
        locked = Trainee.objects.select_for_update(of=("self",)).select_related("village").get(pk=trainee.pk)
        new = _new_ones(locked, ready, receipt)
        if new:
            _write(locked, new, outlines)


def _prepare(sent: Iterable[SentEvent], receipt: Receipt) -> list[ReadyEvent]:
    preparation, ready = Preparation(), []
    for event in sent:
        try:
            ready.append(preparation.ready(event))
        except Refused as refused:
            receipt.refused.append((str(event.uuid), refused.code))
    return ready


def _new_ones(trainee: Trainee, ready: list[ReadyEvent], receipt: Receipt) -> list[ReadyEvent]:
    uuids = {event.sent.uuid for event in ready}
    known = set(LearningEvent.objects.filter(trainee=trainee, uuid__in=uuids).values_list("uuid", flat=True))
    new = []
    for event in ready:
        if event.sent.uuid in known:
            receipt.doubled.append(str(event.sent.uuid))
        else:
            known.add(event.sent.uuid)
            receipt.stored.append(str(event.sent.uuid))
            new.append(event)
    return new


def _write(trainee: Trainee, new: list[ReadyEvent], outlines: Mapping[UUID, Outline]) -> None:
    fold = load_fold(trainee, new)
    written: list[LearningEvent] = []

    def take(event: LearningEvent) -> LearningEvent:
        written.append(event)
        fold.apply(event)
        return event

    for ready in new:
        if ready.course_key and ready.course_key not in fold.enrolments:
            take(enrolled_event(trainee, ready.course_key, at=ready.sent.received_at))
        cause = take(_event(trainee, ready))
        if ready.edition and ready.answers is not None:
            take(_marked(cause, ready.edition, ready.answers))
        lesson = _lesson(ready, outlines)
        if lesson and (verdict := judge_lesson(cause, lesson, fold)):
            take(verdict)
        for verdict in judge_course(cause, outlines[ready.course_key], fold) if ready.course_key else ():
            take(verdict)
    LearningEvent.objects.bulk_create(written)
    save_fold(fold)


def _event(trainee: Trainee, ready: ReadyEvent) -> LearningEvent:
    sent, payload = ready.sent, dict(ready.sent.payload)
    if ready.edition and ready.answers is not None:
        payload["responses"] = as_kept(ready.edition.canonical, ready.answers)
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


def _marked(cause: LearningEvent, edition: QuizEdition, answers: dict[str, Answer]) -> LearningEvent:
    marking = mark(edition.canonical, answers)
    kinds = {question["id"]: question["kind"] for question in edition.canonical["questions"]}
    chosen = [[key, chosen_text(kinds[key], answers.get(key)), right] for key, right in marking.right.items()]
    return marked(cause, marking, pass_mark=edition.canonical["pass_mark"], answers=chosen)


def _lesson(ready: ReadyEvent, outlines: Mapping[UUID, Outline]) -> LessonItem | None:
    """The lesson that an event may complete: as the course lists it today, else as the edition knew it."""
    course = outlines.get(ready.course_key) if ready.course_key else None
    listed = course and next((item for item in course.lessons if item.key == ready.lesson_key), None)
    if listed or ready.lesson_key is None or ready.sent.kind != Kind.ATTEMPT_SUBMITTED:
        return listed
    return LessonItem(key=ready.lesson_key, quiz_key=ready.sent.object_key)
