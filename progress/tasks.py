"""What happens by the clock."""

from celery import shared_task

from progress.services import forget_old_guest_events


@shared_task(name="progress.forget_old_guest_events")
def forget_guests() -> None:
    """Running it twice changes nothing."""
    forget_old_guest_events()
