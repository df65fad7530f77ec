"""The Celery application. Rows in `foundation.jobs` are the truth; the queue is only a nudge."""

import os

from celery import Celery
from celery.signals import beat_embedded_init, celeryd_init
from kombu.transport import TRANSPORT_ALIASES

from launch.process_tree import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
TRANSPORT_ALIASES["filesystem"] = "portal.file_queue:Transport"

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@celeryd_init.connect
def prepare_queue(**_signal: object) -> None:
    from foundation.jobs import make_queue_folders  # noqa: PLC0415 - models can be read only once Django is set up

    make_queue_folders()


@beat_embedded_init.connect
def follow_worker(**_signal: object) -> None:
    """The clock is a process of its own: without this it would outlive a killed worker."""
    die_with_parent()
