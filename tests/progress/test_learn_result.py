"""The result of an attempt: in words, for the one whose it is."""

from uuid import uuid4

import pytest
from django.test import Client

from quizzes.models import QuizPage
from tests.answering import BAD, CHOICE, GOOD, address_of, hand_in, phone_of, text_of
from tests.builders import a_lesson
from tests.learning import RIGHT, WRONG, a_quiz, all_that_fit, quiz_of


@pytest.fixture
def quiz(lessons):
    return quiz_of(lessons[0])


def result_of(client: Client, quiz, answers: dict = GOOD) -> str:
    return text_of(client.get(hand_in(client, quiz, answers)["Location"]))


def test_somebody_else_s_result_is_not_there(quiz, yang, wu):
    address = hand_in(phone_of(yang), quiz)["Location"]
    assert [phone_of(who).get(address).status_code for who in (wu, None)] == [404, 404]


def test_result_of_a_guest_is_not_there_for_another_phone(quiz):
    client = Client()
    address = hand_in(client, quiz)["Location"]
    assert [phone.get(address).status_code for phone in (client, Client())] == [200, 404]


def test_result_that_never_was_is_not_there(quiz, yang):
    assert phone_of(yang).get(f"{address_of(quiz)}{uuid4()}/").status_code == 404


def test_result_is_not_shown_under_another_quiz(quiz, lessons, yang):
    client = phone_of(yang)
    attempt = hand_in(client, quiz)["Location"].removeprefix(address_of(quiz))
    assert client.get(address_of(quiz_of(lessons[1])) + attempt).status_code == 404


def test_wrong_answers_are_said_as_questions_to_look_at_again(quiz, yang):
    said = result_of(phone_of(yang), quiz, BAD)
    assert "还有2题再看看" in said
    assert "纸箱吸水就软。" in said
    assert not {"不及格", "%", "0分"} & set(said.split())


def quiz_in_parts(lessons, *, part_points: bool = True) -> QuizPage:
    lesson = a_lesson(lessons[0].get_parent(), title="第三课", slug="lesson-3")
    return a_quiz(lesson, [all_that_fit(RIGHT, WRONG)], part_points=part_points)


def test_half_an_answer_is_told_as_right_in_part(lessons, yang):
    quiz = quiz_in_parts(lessons)
    said = result_of(phone_of(yang), quiz, {CHOICE: str(RIGHT)})
    assert ("再看看 答对了一部分。" in said, "%" in said) == (True, False)


def test_half_an_answer_is_all_or_nothing_where_the_quiz_counts_no_parts(lessons, yang):
    quiz = quiz_in_parts(lessons, part_points=False)
    assert "一部分" not in result_of(phone_of(yang), quiz, {CHOICE: str(RIGHT)})


def test_right_answers_are_said_in_words(quiz, yang):
    said = result_of(phone_of(yang), quiz)
    assert {"通过了", "全答对了。", "晾干再装"} <= set(said.split())
    assert said.split().count("答对了") == 2


def test_number_is_shown_with_its_unit(quiz, yang):
    assert "5 元" in result_of(phone_of(yang), quiz, BAD)


def test_result_can_be_tried_again_and_leads_to_the_next_lesson(quiz, lessons, yang):
    client = phone_of(yang)
    page = client.get(hand_in(client, quiz, BAD)["Location"])
    assert f'href="{quiz.url}"' in page.content.decode()
    assert f'href="{lessons[1].url}"' in page.content.decode()


def test_last_lesson_of_the_course_says_that_it_is_completed(lessons, yang):
    client = phone_of(yang)
    results = [result_of(client, quiz_of(lesson)) for lesson in lessons]
    assert ["您结业了" in said for said in results] == [False, True]


def test_question_that_is_gone_is_said_to_be_gone(quiz, yang):
    client = phone_of(yang)
    address = hand_in(client, quiz)["Location"]
    quiz.delete()
    assert "已经不在题里了" in text_of(client.get(address))


def test_result_in_english_keeps_what_is_chinese_marked_as_such(quiz, yang):
    client = phone_of(yang)
    page = client.get(hand_in(client, quiz)["Location"] + "?in=en")
    assert "Passed" in text_of(page)
    assert 'lang="zh-hans"' in page.content.decode()
