"""A trainer sees how each question was answered: by language, never by name, and never of a few."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from progress.models import Occasion
from progress.services import begin_try, receive_events
from progress.statistics.answers import FEWEST, answers_of
from progress.statistics.said import said_of
from quizzes.models import QuizPage
from quizzes.selectors import ShownOption, ShownQuestion
from tests.builders import a_lesson
from tests.learning import (
    RIGHT,
    WRONG,
    a_course_test,
    a_question,
    a_quiz,
    a_sitting,
    all_that_fit,
    an_attempt,
    quiz_of,
)
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import HAOHUAHONG
from trainees.models import Trainee, User

MOST_QUERIES = 25  # Wagtail's own frame asks about twenty


@pytest.fixture
def quiz(lessons) -> QuizPage:
    return quiz_of(lessons[0])


@pytest.fixture
def wei(quiz) -> User:
    """A trainer who writes lessons; she needs no post for it."""
    return made_trainer(User.objects.create_user("wei"))


def answered(quiz: QuizPage, places, *, people: int, right: bool = True, language: str = "zh-hans") -> None:
    for _ in range(people):
        trainee = Trainee.objects.create(village=places[HAOHUAHONG])
        receive_events(trainee=trainee, bodies=[an_attempt(quiz, right=right, language=language)])


def page_for(client: Client, quiz: QuizPage) -> str:
    reply = client.get(reverse("quiz-answers", args=[quiz.pk]))
    assert reply.status_code == 200
    return re.sub(r"\s+", " ", reply.content.decode())


def test_right_ones_are_counted_and_the_wrong_answer_chosen_most_is_said(quiz, places):
    answered(quiz, places, people=4)
    answered(quiz, places, people=3, right=False)
    single, amount = answers_of(quiz.translation_key, "zh-hans")
    assert (single.whole.people, single.whole.answered, single.whole.right) == (7, 7, 4)
    assert (single.whole.wrong, single.whole.wrong_many) == ("先装箱", 3)
    assert (amount.whole.wrong, amount.whole.wrong_many) == ("5 元", 3)


def test_answers_that_are_right_in_part_are_counted_beside_the_right_ones(lessons, places, wei):
    lesson = a_lesson(lessons[0].get_parent(), title="第三课", slug="lesson-3")
    quiz = a_quiz(lesson, [all_that_fit(RIGHT, WRONG)], part_points=True)
    for ticks in [[RIGHT]] * 3 + [[RIGHT, WRONG]] * 2:
        trainee = Trainee.objects.create(village=places[HAOHUAHONG])
        said = [{"question": a_question()["id"], "answer": [str(tick) for tick in ticks]}]
        receive_events(trainee=trainee, bodies=[an_attempt(quiz, payload={"responses": said, "seconds": 40})])
    assert "<td>2<br>对了一部分：3</td>" in page_for(at_desk(wei), quiz)


def test_every_try_counts_and_every_person_once(quiz, places, yang):
    receive_events(trainee=yang, bodies=[an_attempt(quiz, right=False), an_attempt(quiz)])
    whole = answers_of(quiz.translation_key, "zh-hans")[0].whole
    assert (whole.people, whole.answered, whole.right) == (1, 2, 1)


def test_what_was_known_before_the_lessons_says_nothing_of_a_question(lessons, yang):
    test = a_course_test(lessons[0].course, pool=1, before_too=True)
    for occasion, right in ((Occasion.BEFORE, False), (Occasion.AFTER, True)):
        ticket = begin_try(trainee=yang, quiz_key=test.translation_key, occasion=occasion)
        receive_events(trainee=yang, bodies=[a_sitting(ticket, right=right)])
    [found] = answers_of(test.translation_key, "zh-hans")
    assert (found.whole.answered, found.whole.right, found.whole.wrong_many) == (1, 1, 0)


def test_fewer_than_five_people_are_not_shown(quiz, places, wei):
    answered(quiz, places, people=FEWEST - 1, right=False)
    page = page_for(at_desk(wei), quiz)
    assert ("不到5个人" in page, "先装箱" in page) == (True, False)


def test_five_people_are_shown_without_a_name_or_a_number(quiz, places, wei, yang):
    answered(quiz, places, people=FEWEST - 1, right=False)
    receive_events(trainee=yang, bodies=[an_attempt(quiz, right=False)])
    page = page_for(at_desk(wei), quiz)
    assert "先装箱 (5)" in page
    assert [words for words in (yang.number, "杨", str(yang.key)) if words in page] == []


def test_languages_stand_apart_where_each_has_enough_people(quiz, places):
    answered(quiz, places, people=5)
    answered(quiz, places, people=6, right=False, language="en")
    rows = answers_of(quiz.translation_key, "zh-hans")[0].languages
    assert [(row.language, row.people, row.right) for row in rows] == [("en", 6, 0), ("zh-hans", 5, 5)]


def test_a_few_cannot_be_found_by_taking_one_language_from_all(quiz, places):
    answered(quiz, places, people=9)
    answered(quiz, places, people=1, right=False, language="en")
    first = answers_of(quiz.translation_key, "zh-hans")[0]
    assert (first.whole.people, first.languages) == (10, [])


def test_a_quiz_that_nobody_answered_says_so(quiz, wei):
    assert "还没有人答" in page_for(at_desk(wei), quiz)


def test_only_who_may_edit_the_quiz_sees_it(quiz, wei):
    address = reverse("quiz-answers", args=[quiz.pk])
    assert Client().get(address)["Location"].startswith("/accounts/login/")
    stranger = User.objects.create_user("deng", is_staff=True)
    assert at_desk(stranger).get(address).status_code == 302
    wei.groups.clear()
    assert at_desk(wei).get(address).status_code == 302


def test_an_address_without_a_quiz_is_missing(lessons, wei):
    reply = at_desk(wei).get(reverse("quiz-answers", args=[lessons[0].pk]), follow=True)
    assert reply.status_code == 404


def test_the_editor_of_a_quiz_leads_to_its_answers_and_that_of_a_lesson_does_not(quiz, lessons, wei):
    desk = at_desk(wei)
    address = reverse("quiz-answers", args=[quiz.pk])
    editors = [desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in (quiz, lessons[0])]
    assert [address in editor.content.decode() for editor in editors] == [True, False]


def test_more_answers_do_not_cost_more_queries(quiz, places, wei):
    desk = at_desk(wei)
    page_for(desk, quiz)
    asked = []
    for _ in range(2):
        answered(quiz, places, people=3)
        with CaptureQueriesContext(connection) as queries:
            page_for(desk, quiz)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= MOST_QUERIES


@pytest.mark.parametrize(
    ("kind", "chosen", "words"),
    [
        ("single", "a", "晾干"),
        ("single", "gone", "已经没有的答案"),
        ("multiple", "a b", "晾干 + 装箱"),
        ("truefalse", "a", "晾干"),
        ("numeric", "4.5", "4.5 元"),
        ("numeric", "?", "不是数字"),
        ("ordering", "b a", "装箱 → 晾干"),
        ("matching", "a:c b:d", "晾干 – 竹席 · 装箱 – 纸箱"),
        ("short", "a", "晾干"),
        ("short", "?", "别的内容"),
        ("single", "", "没有答"),
    ],
)
def test_a_kept_answer_is_said_in_words(kind, chosen, words):
    texts = {"a": "晾干", "b": "装箱", "c": "竹席", "d": "纸箱"}
    a, b, c, d = (ShownOption(key, text) for key, text in texts.items())
    question = ShownQuestion("q", kind, options=[a, b], right=[c, d], accepted=[a], unit="元")
    with override("zh-hans"):
        assert said_of(question, chosen) == words
