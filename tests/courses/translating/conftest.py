"""A course in Chinese, and English switched on: its pages stand in for those that are not translated."""

import pytest
from wagtail.models import Locale, Page

from courses.models import CoursePage, LessonPage
from tests import builders
from tests.courses.translating.desk import published


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def course(english) -> CoursePage:
    home = builders.a_home()
    builders.a_home("en")
    return published(builders.a_course(home))


@pytest.fixture
def lesson(course, english) -> LessonPage:
    """Published, with its quiz, and seen in English as it is in Chinese."""
    module = published(builders.a_module(course))
    lesson = published(builders.a_lesson(module, cards=2))
    quiz = builders.a_quiz(lesson)
    for page in (course, module, lesson, quiz):
        page.copy_for_translation(english, copy_parents=True, alias=True)
    return LessonPage.objects.get(pk=lesson.pk)


@pytest.fixture
def seen(lesson, english) -> Page:
    return LessonPage.objects.get(translation_key=lesson.translation_key, locale=english)
