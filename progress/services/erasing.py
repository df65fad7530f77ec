"""Erasing a person: what says who she is goes, the pseudonym and its events stay, and so does every count.

Rows go in one transaction, which promises that their files go too: a machine that dies in the middle of the files goes
on with them, and one that dies before the end of the transaction has erased nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from foundation.audit import Action, record
from foundation.jobs import enqueue
from progress.audited import A_PERSON
from progress.models import ExtraTry, GuestEvent, Kind, LearningEvent, Review, Submission, SubmissionPhoto, TaskPhoto
from progress.services.rows import locked
from trainees.models import Trainee, User
from trainees.selectors.trainees import area_of, entries_of
from trainees.services.erasing import erase_person

ERASE_FILES = "erase-files"
FOLDERS = ("handed-in", "reviews")


@transaction.atomic
def erase(*, trainee: Trainee, by: User | None) -> bool:
    """Erase the person behind a trainee; False, nothing changed, when she is erased already.

    With her go all entries that were found to be her, the kept one too (`merged_into`): they are one person.
    """
    rows = _locked_entries(trainee)
    everybody = [row.pk for row in rows]
    if all(row.erased_at for row in rows):
        return False
    forget_photos_and_voices(trainees=everybody)
    _forget_words(everybody)
    _forget_devices(everybody)
    at = timezone.now()
    for row in rows:
        erase_person(trainee=row, at=at)
    record(
        by=by,
        action=Action.DELETED,
        what=A_PERSON,
        area=area_of(rows),
        people=1,
        objects=[row.number for row in rows],
    )
    return True


def _locked_entries(trainee: Trainee) -> list[Trainee]:
    """Every entry of hers, read anew under the lock until none came by a merge meanwhile."""
    rows = locked([trainee.pk])
    while (now := set(entries_of(Trainee.objects.get(pk=trainee.pk)))) != {row.pk for row in rows}:
        rows = locked(now)
    return rows


def erase_files(*, names: Collection[str]) -> None:
    """The handler of the job: a file that is gone already is no trouble, so it may be done again.

    A photo that she sent once more meanwhile has its old name, and stays.
    """
    wanted = set(TaskPhoto.objects.filter(name__in=list(names)).values_list("name", flat=True))
    for name in names:
        if name.split("/")[0] in FOLDERS and name not in wanted:
            (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)


def forget_photos_and_voices(*, trainees: Collection[int]) -> int:
    """Photos of their tasks and what teachers spoke of them, rows and files; the words stay. Returns how many went.

    Within a transaction, with the trainees locked.
    """
    hers = TaskPhoto.objects.filter(trainee__in=trainees)
    names = [*hers.values_list("name", flat=True), *forget_voices(trainees)]
    SubmissionPhoto.objects.filter(photo__trainee__in=trainees).delete()
    hers.delete()
    if names:
        enqueue(name=ERASE_FILES, payload={"names": names})
    return len(names)


def forget_voices(trainees: Collection[int]) -> list[str]:
    """What teachers spoke of their work; returns the names of the files, which go by `ERASE_FILES`."""
    spoken = Review.objects.filter(submission__trainee__in=trainees).exclude(voice="", voice_sent="")
    names = [name for both in spoken.values_list("voice", "voice_sent") for name in both if name]
    spoken.update(voice="", voice_sent="", voice_seconds=0, voice_trouble="")
    return names


def _forget_words(trainees: Collection[int]) -> None:
    """What she wrote and was told, and what was written of her. Nothing of it waits for a teacher any more."""
    Review.objects.filter(submission__trainee__in=trainees).update(comment="")
    Submission.objects.filter(trainee__in=trainees).update(words={}, is_newest=False)
    ExtraTry.objects.filter(trainee__in=trainees).update(reason="")


def _forget_devices(trainees: Collection[int]) -> None:
    """Which phone it was, and the digest of what she wrote: the one change that events know, and no count has them."""
    events = LearningEvent._base_manager.filter(trainee__in=trainees)
    events.exclude(device="").update(device="")
    events.filter(kind=Kind.TASK_SUBMITTED).update(digest="")
    GuestEvent.objects.filter(credited=True, uuid__in=events.order_by().values("uuid")).delete()
