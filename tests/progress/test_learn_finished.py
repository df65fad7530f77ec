"""“I have finished”, without a script."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from progress.models import GuestEvent, LearningEvent, LessonCompletion, LessonPlace
from tests.answering import fields_in, phone_of, text_of
from tests.builders import a_lesson


@pytest.fixture
def without_quiz(lessons):
    return a_lesson(lessons[0].get_parent().specific, title="没有题的课", slug="no-quiz")


def address_of(lesson) -> str:
    return reverse("learn-finished", args=[lesson.translation_key])


def press(client: Client, lesson, **changes: str):
    return client.post(address_of(lesson), fields_in(client.get(address_of(lesson))) | changes, follow=True)


def test_opening_the_page_writes_nothing(lessons, yang):
    phone_of(yang).get(address_of(lessons[0]))
    assert not LessonPlace.objects.exists()


def test_pressing_completes_a_lesson_without_a_quiz(without_quiz, yang):
    page = press(phone_of(yang), without_quiz)
    assert "这一课学完了" in text_of(page)
    assert LessonCompletion.objects.get().lesson_key == without_quiz.translation_key


def test_where_there_is_a_quiz_it_comes_next(lessons, yang):
    page = press(phone_of(yang), lessons[0])
    assert "接着做题" in text_of(page)
    assert not LessonCompletion.objects.exists()


def test_pressing_twice_counts_once(without_quiz, yang):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(without_quiz)))
    for _tap in range(2):
        client.post(address_of(without_quiz), sheet)
    assert LearningEvent.objects.filter(kind="lesson-finished").count() == 1


def test_finish_of_a_guest_waits_for_nobody_yet(without_quiz):
    page = press(Client(), without_quiz)
    assert "存30天" in text_of(page)
    assert (GuestEvent.objects.count(), LearningEvent.objects.count()) == (1, 0)


def test_finish_recorded_for_another_person_is_credited_to_neither(without_quiz, yang, wu):
    press(phone_of(yang), without_quiz, person=str(wu.key))
    assert (LearningEvent.objects.filter(kind="lesson-finished").count(), GuestEvent.objects.count()) == (0, 1)


def test_too_old_token_asks_to_press_once_more(without_quiz, yang):
    client = phone_of(yang, enforce_csrf_checks=True)
    sheet = fields_in(client.get(address_of(without_quiz)))
    client.cookies["csrftoken"] = "b" * 32
    page = client.post(address_of(without_quiz), sheet)
    assert "请再按一次" in text_of(page)
    assert client.post(address_of(without_quiz), fields_in(page)).status_code == 303


def test_lesson_that_never_was_is_not_there(yang, lessons):
    assert phone_of(yang).get(reverse("learn-finished", args=[uuid4()])).status_code == 404
