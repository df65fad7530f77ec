"""What happens by the clock, and work in the background."""

from collections.abc import Callable
from datetime import timedelta

from celery import shared_task

from foundation.jobs import job
from progress.services import erasing, forget_unused_photos, retention, review_voices
from progress.services.counting_groups import count_groups


# As for a take: a minute of sound needs seconds; ffmpeg is called twice and given a minute each time.
@job(review_voices.VOICE_JOB, lease=timedelta(seconds=180), give_up=review_voices.mark_voice_failed)
def make_voice(*, review: int) -> Callable[[], None] | None:
    return review_voices.make_voice(review=review)


@job(erasing.ERASE_FILES)
def erase_files(*, names: list[str]) -> None:
    erasing.erase_files(names=names)


@shared_task(name="progress.forget_stray_voices")
def forget_stray_voices() -> None:
    """Running it twice changes nothing."""
    review_voices.forget_stray_voices()


@shared_task(name="progress.keep_no_longer")
def keep_no_longer() -> None:
    """Running it twice changes nothing."""
    retention.keep_no_longer()


@shared_task(name="progress.forget_unused_photos")
def forget_photos() -> None:
    """Running it twice changes nothing."""
    forget_unused_photos()


@shared_task(name="progress.count_groups")
def count_groups_of_the_month() -> None:
    """Asked every hour: a machine that was off on the first of the month counts later. Twice changes nothing."""
    count_groups()
