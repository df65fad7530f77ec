"""A lesson with a quiz in the database; and a real Chromium of a phone's size, which needs no server here."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from wagtail.models import Locale

from tests import builders
from tests.quizzes.screens import PHONE

MILLISECONDS = 20_000  # a busy machine is slow, not wrong
expect.set_options(timeout=MILLISECONDS)


@pytest.fixture
def lesson(db):
    return builders.a_lesson(builders.a_module(builders.a_course()))


@pytest.fixture
def quiz(lesson):
    return builders.a_quiz(lesson)


@pytest.fixture
def english(db):
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def pages_may_ask(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A page asks the database what of it is recorded; see `screens.rendered`."""
    with django_db_blocker.unblock():
        yield


def _context(browser: Browser, **options) -> Iterator[BrowserContext]:
    opened = browser.new_context(**PHONE, **options)
    opened.set_default_timeout(MILLISECONDS)
    yield opened
    opened.close()


@pytest.fixture
def context(browser: Browser, pages_may_ask: None) -> Iterator[BrowserContext]:
    yield from _context(browser)


@pytest.fixture
def context_without_javascript(browser: Browser, pages_may_ask: None) -> Iterator[BrowserContext]:
    yield from _context(browser, java_script_enabled=False)
