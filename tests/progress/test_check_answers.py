"""A trainer sees how the knowledge checks of a lesson were answered: never by name, and never of a few."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from progress.models import CheckAnswer
from progress.services import rebuild_progress, receive_events
from progress.statistics.checks import answers_of_checks
from tests import builders
from tests.learning import a_checked
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import HAOHUAHONG
from trainees.models import Trainee, User

CHECK = builders.a_check()
RIGHT, WRONG, OTHER = (option["id"] for option in CHECK["value"]["options"])
MOST_QUERIES = 25  # Wagtail's own frame asks about twenty


@pytest.fixture
def lesson(lessons):
    lesson = lessons[0]
    lesson.cards = json.dumps([*lesson.cards.get_prep_value(), CHECK])
    lesson.save()
    return lesson


def answered(lesson, places, *chosen: str, people: int = 1, language: str = "zh-hans") -> None:
    payload = {"card": CHECK["id"], "answer": list(chosen)}
    for _ in range(people):
        trainee = Trainee.objects.create(village=places[HAOHUAHONG])
        receive_events(trainee=trainee, bodies=[a_checked(lesson, payload=payload, language=language)])


def test_right_ones_are_counted_and_the_wrong_answer_chosen_most_is_said(lesson, places):
    for chosen, people in ((RIGHT, 4), (WRONG, 3), (OTHER, 1)):
        answered(lesson, places, chosen, people=people)
    [found] = answers_of_checks(lesson)
    assert (found.whole.people, found.whole.answered, found.whole.right) == (8, 8, 4)
    assert (found.whole.wrong, found.whole.wrong_many) == ("马上装", 3)
    assert found.question.prompt == CHECK["value"]["prompt"]


def test_later_visit_changes_nothing(lesson, yang):
    for chosen in (WRONG, RIGHT):
        receive_events(trainee=yang, bodies=[a_checked(lesson, payload={"card": CHECK["id"], "answer": [chosen]})])
    [found] = answers_of_checks(lesson)
    assert (found.whole.people, found.whole.answered, found.whole.right) == (1, 1, 0)


def test_answer_to_what_the_lesson_asks_no_more_harms_nothing(lesson, places):
    answered(lesson, places, "00000000-0000-4000-8000-000000000001", people=5)
    [found] = answers_of_checks(lesson)
    assert (found.whole.right, found.whole.wrong) == (0, "已经没有的答案")


def test_what_is_counted_follows_from_the_events_alone(lesson, places):
    answered(lesson, places, RIGHT, people=2)
    CheckAnswer.objects.all().delete()
    assert [one.trainees for one in rebuild_progress(check=True)] == [2]
    rebuild_progress()
    assert CheckAnswer.objects.filter(chosen=RIGHT).count() == 2
    assert rebuild_progress(check=True) == []


def test_languages_stand_apart_where_each_has_enough_people(lesson, places):
    answered(lesson, places, RIGHT, people=5)
    answered(lesson, places, WRONG, people=5, language="en")
    [found] = answers_of_checks(lesson)
    assert [(one.language, one.people, one.right) for one in found.languages] == [("en", 5, 0), ("zh-hans", 5, 5)]


def test_fewer_than_five_people_are_not_shown(lesson, places):
    answered(lesson, places, WRONG, people=4)
    desk = at_desk(made_trainer(User.objects.create_user("wei")))
    page = re.sub(r"\s+", " ", desk.get(reverse("lesson-answers", args=[lesson.pk])).content.decode())
    assert ("不到5个人" in page, "马上装" in page) == (True, False)


def test_only_who_may_edit_the_lesson_sees_it(lesson):
    address = reverse("lesson-answers", args=[lesson.pk])
    assert Client().get(address)["Location"].startswith("/accounts/login/")
    assert at_desk(User.objects.create_user("deng", is_staff=True)).get(address).status_code == 302


def test_editor_of_a_lesson_that_asks_leads_to_its_answers(lesson, lessons):
    desk = at_desk(made_trainer(User.objects.create_user("wei")))
    editors = [desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode() for page in lessons]
    shown = [reverse("lesson-answers", args=[page.pk]) in editor for page, editor in zip(lessons, editors, strict=True)]
    assert shown == [True, False]


def test_more_answers_do_not_cost_more_queries(lesson, places):
    desk = at_desk(made_trainer(User.objects.create_user("wei")))
    address, asked = reverse("lesson-answers", args=[lesson.pk]), []
    desk.get(address)
    for _ in range(2):
        answered(lesson, places, RIGHT, people=3)
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(address).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= MOST_QUERIES
