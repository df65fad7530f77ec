"""Where too much was ticked, or nothing, the report comes again as it was left."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import QuizPage
from quizzes.whole_quiz import MOST_IN_A_LESSON
from tests import builders
from tests.staff import at_desk, made_trainer
from trainees.models import User

TEXT = "1．先做什么？\nA．晾干　B．封箱\n答案：A\n2．没有答案\nA．一　B．二\n" + "".join(
    f"{number}．第{number}箱是湿的。（√）\n" for number in range(3, MOST_IN_A_LESSON + 3)
)


@pytest.fixture
def quiz(db) -> QuizPage:
    return builders.a_quiz(builders.a_lesson(builders.a_module(builders.a_course())))


@pytest.fixture
def wei(quiz) -> User:
    return made_trainer(User.objects.create_user("wei"))


def address(quiz: QuizPage) -> str:
    return reverse("bring-in-questions", args=[quiz.pk])


def report(desk: Client, quiz: QuizPage):
    return desk.post(address(quiz), {"text": TEXT}).context


def shown(context) -> list[dict]:
    names = ("line", "status", "key", "to_do", "prompt", "options", "true")
    return [{name: line.get(name) for name in names} for line in context["lines"]]


@pytest.mark.parametrize("ticked", [0, MOST_IN_A_LESSON])
def test_report_comes_again_with_its_ticks_and_a_sentence(quiz, wei, ticked):
    desk = at_desk(wei)
    before = report(desk, quiz)
    keys = [line["key"] for line in before["lines"] if line["key"]][:ticked]
    reply = desk.post(address(quiz), {"offer": before["offer"], "take": keys})
    assert (reply.status_code, reply.context["offer"]) == (422, before["offer"])
    assert shown(reply.context) == shown(before)
    assert [line["key"] for line in reply.context["lines"] if line["is_ticked"]] == keys
    assert reply.content.decode().count(" checked") == len(keys)
    assert reply.context["refusal"] in reply.content.decode()


def test_only_what_was_new_is_counted(quiz, wei):
    desk = at_desk(wei)
    context = report(desk, quiz)
    keys = [line["key"] for line in context["lines"] if line["key"]]
    desk.post(address(quiz), {"offer": context["offer"], "take": keys[:2]}, follow=True)
    reply = desk.post(address(quiz), {"offer": context["offer"], "take": keys[:3]}, follow=True)
    said = [str(message) for message in reply.context["messages"]][-1]
    assert said.startswith("1题")


def test_list_that_another_person_read_is_refused(quiz, wei):
    context = report(at_desk(wei), quiz)
    before = quiz.latest_revision_id
    keys = [line["key"] for line in context["lines"] if line["key"]][:1]
    other = at_desk(made_trainer(User.objects.create_user("ling")))
    reply = other.post(address(quiz), {"offer": context["offer"], "take": keys})
    assert reply["Location"] == address(quiz)
    assert QuizPage.objects.get(pk=quiz.pk).latest_revision_id == before
