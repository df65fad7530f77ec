"""Made-up jobs and queues, forgotten again after each test."""

from collections.abc import Callable, Iterator

import pytest
from celery import current_app

from foundation.jobs import registry


@pytest.fixture
def handlers() -> Iterator[dict]:
    """The registry, put back as it was afterwards; register with `foundation.jobs.job`."""
    before = dict(registry._registrations)
    yield registry._registrations
    registry._registrations.clear()
    registry._registrations.update(before)


@pytest.fixture
def broker(settings) -> Iterator[Callable[[str, dict], None]]:
    """Point Celery at another queue: `broker(url, transport_options)`."""
    configuration = current_app.conf
    before = configuration.broker_url, configuration.broker_transport_options

    def point_at(url: str, options: dict) -> None:
        settings.CELERY_BROKER_TRANSPORT_OPTIONS = options
        configuration.broker_url, configuration.broker_transport_options = url, options
        current_app._pool = current_app.amqp._producer_pool = None

    yield point_at
    point_at(*before)
