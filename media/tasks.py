"""Work that the media app does in the background."""

from collections.abc import Callable
from datetime import timedelta

from celery import shared_task

from foundation.jobs import job
from media import services


# A photo takes one to two seconds; a minute leaves room for a very busy machine.
@job(services.PREPARE_JOB, lease=timedelta(seconds=60), give_up=services.mark_unprepared)
def prepare_picture(*, picture: int) -> Callable[[], None] | None:
    return services.prepare_picture(picture=picture)


# A minute and a half takes five seconds to make small; ffmpeg is called twice and given a minute each time.
@job(services.MAKE_JOB, lease=timedelta(seconds=180), give_up=services.mark_take_failed)
def make_take(*, take: int) -> Callable[[], None] | None:
    return services.make_take(take=take)


# Ten minutes take four to make small on two slow cores, and ffmpeg is stopped after 45.
@job(services.MAKE_VIDEO_JOB, lease=timedelta(minutes=60), give_up=services.mark_video_failed)
def make_video(*, video: int) -> Callable[[], None] | None:
    return services.make_video(video=video)


@shared_task(name="media.forget_strays")
def forget_strays() -> None:
    """By the clock. Running it twice changes nothing."""
    services.forget_strays()
