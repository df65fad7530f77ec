"""Promising work, and promising it again."""

import logging
from datetime import timedelta
from functools import partial
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from foundation.jobs.models import Job

RUN_TASK = "foundation.jobs.run_job"

logger = logging.getLogger(__name__)


def enqueue(*, name: str, payload: dict | None = None, key: str | None = None, after: float = 0) -> Job:
    """Write the job in the caller's transaction and nudge a worker once that is committed; returns the row.

    With `key`, the same key never makes a second job: the first one is returned as it is. Never raises because of the
    queue; a lost nudge is repeated by the sweep. With `after` it is not done before so many seconds are over.
    """
    with transaction.atomic():
        values = {"name": name, "payload": payload or {}, "due_at": timezone.now() + timedelta(seconds=after)}
        if key is None:
            job, created = Job.objects.create(**values), True
        else:
            job, created = Job.objects.get_or_create(key=key, defaults=values)
        if created and not after:
            transaction.on_commit(partial(nudge, job.pk))
    return job


def redo(*, name: str, payload: dict, key: str) -> None:
    """Have it done once more, whether or not it was ever promised; while it is still open nothing changes."""
    with transaction.atomic():
        restart(job=enqueue(name=name, payload=payload, key=key))


def restart(*, job: Job) -> bool:
    """Let a finished or failed job begin anew with all its tries; False, nothing changed, while it is still open."""
    now = timezone.now()
    with transaction.atomic():
        restarted = Job.objects.filter(pk=job.pk, state__in=[Job.State.DONE, Job.State.FAILED]).update(
            state=Job.State.QUEUED, attempts=0, last_error="", claim="", due_at=now, nudged_at=now, updated_at=now
        )
        if restarted:
            transaction.on_commit(partial(nudge, job.pk))
    return bool(restarted)


def nudge(pk: int) -> None:
    """Tell the queue; a dead queue is written to the log and otherwise forgotten."""
    try:
        make_queue_folders()
        current_app.send_task(RUN_TASK, args=[pk], retry=False, ignore_result=True)
    except Exception as error:
        logger.warning("No nudge for job %s (%s); the sweep will send it again.", pk, type(error).__name__)


def make_queue_folders() -> None:
    """Neither the file system queue nor the schedule makes the folder it stands in."""
    schedule = getattr(settings, "CELERY_BEAT_SCHEDULE_FILENAME", "")
    if schedule:
        Path(schedule).parent.mkdir(parents=True, exist_ok=True)
    options = getattr(settings, "CELERY_BROKER_TRANSPORT_OPTIONS", {})
    for name in ("data_folder_in", "data_folder_out", "control_folder"):
        if name in options:
            Path(options[name]).mkdir(parents=True, exist_ok=True)
