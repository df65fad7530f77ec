"""What the editor asks of a quiz as a whole: of a lesson's nothing that only a test has."""

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Page

from quizzes.models import QuizPage
from quizzes.whole_quiz import OF_A_TEST
from tests.builders import a_course, a_lesson, a_module

pytestmark = pytest.mark.django_db


def fields_below(parent: Page) -> set[str]:
    """The names that the editor's form of a new quiz asks for below this page."""
    form_class = QuizPage.get_edit_handler().get_form_class()
    return set(form_class(instance=QuizPage(), parent_page=parent, for_user=AnonymousUser()).fields)


def test_quiz_of_a_lesson_is_asked_for_nothing_that_only_a_test_has():
    assert not fields_below(a_lesson(a_module(a_course()))) & set(OF_A_TEST)


def test_test_of_a_course_is_asked_for_all_of_it():
    assert fields_below(a_course()) >= set(OF_A_TEST)
