"""Doing one job: claim it, work, and write effect and `done` in one transaction."""

import logging
import traceback
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from foundation.jobs.claims import new_claim
from foundation.jobs.models import Job
from foundation.jobs.registry import Effect, JobRefused, registration

MAX_ATTEMPTS = 5
FIRST_PAUSE = timedelta(seconds=5)  # four times longer after each failure: 5 s, 20 s, 80 s, 320 s

logger = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Another worker has the job now: what this one did must leave no trace."""


def run_job(pk: int) -> bool:
    """Do the job if it is free and due; False if it is not. What the handler raises ends up in the row, not here."""
    job = _claim(pk)
    if job is None:
        return False
    try:
        finish(job, _work(job))
    except LeaseLost:
        logger.warning("Job %s (%s) outlived its lease; another worker has it.", job.pk, job.name)
    except JobRefused as refusal:
        fail(job, str(refusal))
    except Exception as error:
        _postpone(job, error)
    return True


def _claim(pk: int) -> Job | None:
    """One conditional UPDATE, so of many workers at once exactly one wins."""
    now = timezone.now()
    job = Job.objects.filter(pk=pk).first()
    if job is None:
        return None
    registered = registration(job.name)
    lease = registered.lease if registered else timedelta(seconds=60)
    claim = new_claim()
    free = Q(state=Job.State.QUEUED, due_at__lte=now) | Q(state=Job.State.RUNNING, lease_until__lt=now)
    claimed = Job.objects.filter(free, pk=pk, attempts__lt=MAX_ATTEMPTS).update(
        state=Job.State.RUNNING, claim=claim, attempts=F("attempts") + 1, lease_until=now + lease, updated_at=now
    )
    return Job.objects.filter(pk=pk, claim=claim).first() if claimed else None


def _work(job: Job) -> Effect | None:
    registered = registration(job.name)
    if registered is None:
        raise LookupError(f"Nothing is registered for {job.name}.")
    return registered.handler(**job.payload)


def finish(job: Job, effect: Effect | None) -> None:
    """Call `effect` and mark the job done, together. Raises LeaseLost, nothing written, if the claim is not ours."""
    with transaction.atomic():
        if not _close(job, state=Job.State.DONE, last_error=""):
            raise LeaseLost
        if effect is not None:
            effect()


def fail(job: Job, reason: str) -> None:
    """Give up for good, and let the job's owner say so in its own rows."""
    try:
        with transaction.atomic():
            if _close(job, state=Job.State.FAILED, last_error=reason[:200]):
                _tell_owner(job, reason)
    except Exception as error:
        # A job whose owner cannot be told is still given up, or it would be swept for ever.
        logger.error("Job %s (%s) failed and so did its give_up: %s", job.pk, job.name, type(error).__name__)
        _close(job, state=Job.State.FAILED, last_error=reason[:200])


def _tell_owner(job: Job, reason: str) -> None:
    registered = registration(job.name)
    if registered and registered.give_up:
        registered.give_up(reason=reason, **job.payload)


def _postpone(job: Job, error: Exception) -> None:
    reason = _described(error)
    places = "".join(traceback.format_tb(error.__traceback__))
    logger.error("Job %s (%s), try %s: %s\n%s", job.pk, job.name, job.attempts, reason, places)
    if job.attempts >= MAX_ATTEMPTS:
        fail(job, reason)
        return
    pause = FIRST_PAUSE * 4 ** (job.attempts - 1)
    _close(job, state=Job.State.QUEUED, last_error=reason, due_at=timezone.now() + pause)


def _close(job: Job, **values: object) -> bool:
    """End this try, if it is still ours to end."""
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, claim=job.claim)
    return bool(mine.update(claim="", lease_until=None, updated_at=timezone.now(), **values))


def _described(error: Exception) -> str:
    """Kind of the error and the system's own words for it; an exception's text may hold what people wrote."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else ""
    return f"{type(error).__name__} {words}".strip()[:200]
