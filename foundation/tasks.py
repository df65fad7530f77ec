"""What the queue may ask of the foundation. Both tasks may come twice, late or never: the rows decide."""

from celery import shared_task

from foundation import jobs


@shared_task(name="foundation.jobs.run_job")
def run_job(pk: int) -> None:
    jobs.run_job(pk)


@shared_task(name="foundation.jobs.sweep")
def sweep() -> None:
    jobs.sweep()
