import pytest
from wagtail.models import Locale

from tests import builders


@pytest.fixture
def lesson(db):
    return builders.a_lesson(builders.a_module(builders.a_course()))


@pytest.fixture
def quiz(lesson):
    return builders.a_quiz(lesson)


@pytest.fixture
def english(db):
    return Locale.objects.get_or_create(language_code="en")[0]
