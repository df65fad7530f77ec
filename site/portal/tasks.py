"""Tasks of the roof: what belongs to no single app."""

from celery import shared_task
from django.core.management import call_command


@shared_task(name="portal.publish_scheduled_pages")
def publish_scheduled_pages() -> None:
    """Publish and take down what authors gave a date; running it twice changes nothing."""
    call_command("publish_scheduled")
