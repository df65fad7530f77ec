"""What the worker does with messages that were promised."""

from foundation.jobs import Job, run_job
from trainees import tasks  # noqa: F401 - registers what is carried
from trainees.services.carrying import CARRY_JOB


def carry() -> None:
    for pk in Job.objects.filter(name=CARRY_JOB, state=Job.State.QUEUED).order_by("pk").values_list("pk", flat=True):
        run_job(pk)
