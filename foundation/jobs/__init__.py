"""Work done later, by another process. The row is the truth, the queue only a nudge.

An app registers a handler in its `tasks.py` with `@job(name)`; a service that wants work done calls `enqueue(name=…)`
and imports no task. See docs/jobs.md. Outsiders import only what stands here.
"""

from foundation.jobs.models import Job
from foundation.jobs.registry import JobRefused, job
from foundation.jobs.running import run_job
from foundation.jobs.services import enqueue, make_queue_folders, redo, restart
from foundation.jobs.sweeping import sweep
from foundation.jobs.words import Called, call_jobs

__all__ = [
    "Called",
    "Job",
    "JobRefused",
    "call_jobs",
    "enqueue",
    "job",
    "make_queue_folders",
    "redo",
    "restart",
    "run_job",
    "sweep",
]
