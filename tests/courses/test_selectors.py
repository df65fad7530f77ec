"""What is in a course and where a thing stands, by key."""

from uuid import UUID, uuid4

import pytest
from wagtail.models import Page

from courses.selectors import course_outline, courses_of_lessons, open_courses, places_of_quizzes, shown_lessons
from tests import builders


@pytest.fixture
def module(course):
    return builders.a_module(course)


def course_of(lesson_key: UUID) -> UUID | None:
    return courses_of_lessons([lesson_key])[lesson_key]


def place_of(quiz_key: UUID) -> tuple[UUID | None, UUID | None]:
    return places_of_quizzes([quiz_key])[quiz_key]


def test_outline_has_the_lessons_in_order_each_with_its_quiz(course, module):
    first, second = builders.a_lesson(module), builders.a_lesson(module, slug="second")
    third = builders.a_lesson(builders.a_module(course, slug="sending"), slug="third")
    quiz = builders.a_quiz(second)
    outline = course_outline(course.translation_key)
    assert [item.key for item in outline.lessons] == [x.translation_key for x in (first, second, third)]
    assert [item.quiz_key for item in outline.lessons] == [None, quiz.translation_key, None]


def test_test_of_the_course_is_in_the_outline_and_in_no_lesson(course, module):
    builders.a_lesson(module)
    test = builders.a_quiz(course)
    outline = course_outline(course.translation_key)
    assert outline.quiz_keys == (test.translation_key,)
    assert outline.lessons[0].quiz_key is None
    assert place_of(test.translation_key) == (None, course.translation_key)


def test_what_is_not_live_is_not_in_the_outline(course, module):
    lesson = builders.a_lesson(module)
    builders.a_quiz(lesson).unpublish()
    builders.a_lesson(module, slug="hidden").unpublish()
    assert [item.quiz_key for item in course_outline(course.translation_key).lessons] == [None]


@pytest.mark.parametrize("lessons", [1, 6])
def test_outline_takes_three_queries(course, module, lessons, django_assert_max_num_queries):
    for number in range(lessons):
        builders.a_quiz(builders.a_lesson(module, slug=f"lesson-{number}"))
    with django_assert_max_num_queries(3):
        assert len(course_outline(course.translation_key).lessons) == lessons


def test_unknown_course_has_no_lessons(db):
    assert course_outline(uuid4()).lessons == ()
    assert course_outline(str(uuid4())).lessons == ()


def test_lesson_and_quiz_know_their_course(course, module):
    lesson = builders.a_lesson(module)
    quiz = builders.a_quiz(lesson)
    assert course_of(lesson.translation_key) == course.translation_key
    assert place_of(quiz.translation_key) == (lesson.translation_key, course.translation_key)


def test_what_was_taken_down_still_has_its_place(course, module):
    lesson = builders.a_lesson(module)
    lesson.unpublish()
    assert course_of(lesson.translation_key) == course.translation_key


def test_unknown_lesson_and_quiz_stand_nowhere(course):
    assert course_of(uuid4()) is None
    assert place_of(uuid4()) == (None, None)


def test_places_of_many_take_two_queries(course, module, django_assert_num_queries):
    lessons = [builders.a_lesson(module, slug=f"lesson-{number}") for number in range(4)]
    quizzes = [builders.a_quiz(lesson).translation_key for lesson in lessons]
    with django_assert_num_queries(2):
        assert len(set(places_of_quizzes(quizzes).values())) == 4
    with django_assert_num_queries(2):
        assert set(courses_of_lessons([x.translation_key for x in lessons]).values()) == {course.translation_key}


def test_deleted_quiz_stands_nowhere(module):
    quiz = builders.a_quiz(builders.a_lesson(module))
    Page.objects.get(pk=quiz.pk).delete()
    assert place_of(quiz.translation_key) == (None, None)


def test_courses_are_named_once_whatever_the_languages(course):
    builders.a_course(builders.a_home("en"))
    assert open_courses() == [course.translation_key]


def test_lessons_are_shown_in_the_language_asked_for(course, module):
    builders.a_lesson(module)
    english = builders.a_course(builders.a_home("en"))
    english.translation_key = course.translation_key
    english.save()
    builders.a_lesson(builders.a_module(english), title="Packing")
    assert [page.title for page in shown_lessons(course.translation_key, "en")] == ["Packing"]
    assert [page.title for page in shown_lessons(course.translation_key, "zh-hans")] == ["打包鲜果"]
    assert shown_lessons(course.translation_key, "pcc") == []
