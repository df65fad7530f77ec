"""Finding what was promised and then forgotten: lost nudges, killed workers, old rows."""

import logging
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from foundation.jobs.claims import is_orphaned
from foundation.jobs.models import Job
from foundation.jobs.running import MAX_ATTEMPTS, fail
from foundation.jobs.services import nudge

NUDGE_AGAIN_AFTER = timedelta(seconds=10)
NUDGES_A_SWEEP = 50
KEEP_DONE = timedelta(days=90)
ROWS_DELETED_A_SWEEP = 500

logger = logging.getLogger(__name__)


def sweep() -> int:
    """Take over what dead workers left, send due jobs again, forget old ones; returns how many jobs were sent."""
    _take_over()
    _forget_old()
    now = timezone.now()
    waiting = Job.objects.filter(state=Job.State.QUEUED, due_at__lte=now, nudged_at__lt=now - NUDGE_AGAIN_AFTER)
    due = list(waiting.order_by("due_at").values_list("pk", flat=True)[:NUDGES_A_SWEEP])
    if due:
        Job.objects.filter(pk__in=due).update(nudged_at=now)
    for pk in due:
        nudge(pk)
    return len(due)


def _take_over() -> None:
    now = timezone.now()
    for job in Job.objects.filter(state=Job.State.RUNNING):
        if job.lease_until is None or job.lease_until < now or is_orphaned(job.claim):
            try:
                _release(job)
            except Exception as error:
                # One row that cannot be mended must not stop the sweep of all others.
                logger.error("Job %s (%s) cannot be taken over: %s", job.pk, job.name, type(error).__name__)


def _release(job: Job) -> None:
    if job.attempts >= MAX_ATTEMPTS:
        fail(job, "The worker stopped in the middle, again and again.")
        return
    now = timezone.now()
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, claim=job.claim).update(
        state=Job.State.QUEUED,
        claim="",
        lease_until=None,
        due_at=now,
        nudged_at=now - 2 * NUDGE_AGAIN_AFTER,
        updated_at=now,
        last_error="The worker stopped in the middle.",
    )


def _forget_old() -> None:
    old = Job.objects.filter(Q(state=Job.State.DONE), updated_at__lt=timezone.now() - KEEP_DONE)
    pks = list(old.values_list("pk", flat=True)[:ROWS_DELETED_A_SWEEP])
    if pks:
        Job.objects.filter(pk__in=pks).delete()
