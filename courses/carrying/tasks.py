"""Looking at a file that came in, and bringing it in, beside the requests."""

from datetime import timedelta

from courses.carrying import arrivals
from foundation.jobs import job


# Hundreds of photos to clean take minutes; a worker that was killed is noticed at once on its own machine.
@job(arrivals.JOB, lease=timedelta(minutes=30), give_up=arrivals.give_up)
def bring_in_course(*, token: str) -> None:
    arrivals.work_on(token=token)
