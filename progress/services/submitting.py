"""Keeping what was handed in for practice tasks, in the transaction of its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from progress.folding import Fold
from progress.models import Submission, SubmissionPhoto, TaskPhoto
from progress.services.preparing import ReadyEvent
from trainees.consent_words import TASKS
from trainees.models import Trainee
from trainees.selectors.consents import people_who_refuse

Photos = Mapping[tuple[int, str], TaskPhoto]
"""By the trainee who sent them and the digest by which her phone names them: nobody can name another's."""


def photos_named_in(ready: Mapping[int, Iterable[ReadyEvent]]) -> Photos:
    """Looked up with the trainees locked: nobody tidies one away before it is taken. One query, none without photos."""
    named = {name for events in ready.values() for event in events for name in event.photos}
    if not named:
        return {}
    found = TaskPhoto.objects.filter(trainee__in=list(ready), sha256__in=named)
    return {(photo.trainee_id, photo.sha256): photo for photo in found}


def without_unwanted_photos(ready: Mapping[int, list[ReadyEvent]]) -> dict[int, list[ReadyEvent]]:
    """Of whoever said no to photos only the words are taken, also where her phone sent photos before it knew."""
    named = [trainee for trainee, events in ready.items() if any(event.photos for event in events)]
    if not named:
        return dict(ready)
    refuse = set(people_who_refuse(TASKS).filter(trainee__in=named).values_list("trainee", flat=True))
    return {
        trainee: [_without_photos(event) for event in events] if trainee in refuse else events
        for trainee, events in ready.items()
    }


def has_nothing(event: ReadyEvent) -> bool:
    """A task whose photos are not wanted, and that had no words."""
    return event.shelf is not None and not event.photos and not event.sent.payload["words"]


def _without_photos(event: ReadyEvent) -> ReadyEvent:
    if not event.photos:
        return event
    return replace(event, sent=replace(event.sent, payload={**event.sent.payload, "photos": []}))


def lacks_photo(trainee: int, event: ReadyEvent, photos: Photos) -> bool:
    return any((trainee, name) not in photos for name in event.photos)


def write_submissions(new: Mapping[Trainee, Iterable[ReadyEvent]], folds: Mapping[int, Fold], photos: Photos) -> None:
    """One row each time that she handed in; of a task the newest one is marked."""
    for trainee, events in new.items():
        for event in events:
            if event.shelf is not None:
                _write(trainee, event, folds[trainee.pk], photos)


def _write(trainee: Trainee, ready: ReadyEvent, fold: Fold, photos: Photos) -> None:
    sent, said = ready.sent, ready.sent.payload
    row = Submission(
        uuid=sent.uuid,
        trainee=trainee,
        lesson_key=sent.object_key,
        course_key=ready.course_key,
        card=UUID(said["card"]),
        shelf=ready.shelf or "",
        words=said["words"],
        only_county=said["only_county"],
        helped=sent.helped,
        language=sent.language,
        handed_in_at=sent.occurred_at,
        received_at=sent.received_at,
    )
    if (row.lesson_key, row.card) in fold.task_passes:
        row.state = Submission.State.PASSED  # for her shelf; it waits for nobody
    _find_its_place(row)
    row.save()
    placed = enumerate((photos[trainee.pk, name] for name in ready.photos), start=1)
    SubmissionPhoto.objects.bulk_create(
        [SubmissionPhoto(submission=row, photo=photo, position=position) for position, photo in placed]
    )


def _find_its_place(row: Submission) -> None:
    """Among those of the same task.

    By her phone's clock as long as nobody has looked: two phones may send in any order. What comes after a teacher
    looked is the newest whatever that clock says: else work that she does once more would wait for nobody.
    """
    newest = Submission.objects.filter(**row.same_task, is_newest=True)
    unseen = newest.filter(state=Submission.State.WAITING)
    row.is_newest = not unseen.filter(handed_in_at__gt=row.handed_in_at).exists()
    if row.is_newest:
        newest.update(is_newest=False)
