"""Tasks of the roof: what belongs to no single app."""

from celery import shared_task
from django.core.management import call_command

from portal.page_cache import generation, store


@shared_task(name="portal.publish_scheduled_pages")
def publish_scheduled_pages() -> None:
    """Publish and take down what authors gave a date; running it twice changes nothing."""
    call_command("publish_scheduled")


@shared_task(name="portal.tend_page_cache")
def tend_page_cache() -> None:
    """Mend the content generation if a crash left it behind, and remove pages of older ones."""
    store.forget_all_but(generation.agree())
