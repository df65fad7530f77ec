"""What the editor asks of a quiz as a whole: of a lesson's nothing that only a test has."""

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from quizzes.models import QuizPage
from quizzes.whole_quiz import OF_A_TEST
from tests.builders import a_course, a_lesson, a_module, a_question, a_quiz

pytestmark = pytest.mark.django_db


def fields_below(parent: Page) -> set[str]:
    """The names that the editor's form of a new quiz asks for below this page."""
    form_class = QuizPage.get_edit_handler().get_form_class()
    return set(form_class(instance=QuizPage(), parent_page=parent, for_user=AnonymousUser()).fields)


def test_quiz_of_a_lesson_is_asked_for_nothing_that_only_a_test_has():
    assert not fields_below(a_lesson(a_module(a_course()))) & set(OF_A_TEST)


def test_new_quiz_of_a_lesson_is_called_after_it():
    lesson = a_lesson(a_module(a_course()))
    lesson.title = "晒" * 255
    form_class = QuizPage.get_edit_handler().get_form_class()
    form = form_class(instance=QuizPage(), parent_page=lesson, for_user=AnonymousUser())
    assert form["title"].value() == f"小测验：{lesson.title}"[:255]


@pytest.mark.parametrize(("many", "ask", "refused"), [(50, "", False), (51, "", True), (51, "50", False)])
def test_pool_that_no_phone_could_hand_in_at_once_says_how_many_are_asked(many, ask, refused):
    one = {"prompt": "晾吗？", "picture-decorative": "on", "answer": "true", "explanation": "湿橙子容易发霉。"}
    posted = streamfield([("truefalse", one)] * many)
    form_class = QuizPage.get_edit_handler().get_form_class()
    form = form_class(
        nested_form_data({"questions": posted, "ask": ask}),
        instance=QuizPage(),
        parent_page=a_course(),
        for_user=AnonymousUser(),
    )
    assert "questions" not in form.errors
    assert ("ask" in form.errors) is refused


def test_test_of_a_course_is_asked_for_all_of_it():
    assert fields_below(a_course()) >= set(OF_A_TEST)


def test_translation_tells_how_many_and_how_often_as_the_newest_edition_does(english):
    test = a_quiz(a_course(), [a_question("truefalse"), a_question("truefalse")], ask=1, tries=2)
    translated = test.copy_for_translation(english, copy_parents=True)
    translated.ask = translated.tries = None
    assert (translated.asked_count, translated.tries_counted) == (1, 2)
