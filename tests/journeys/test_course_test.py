"""The last step of the course: the test is begun with a signal, finished without one, and the county's number moves."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import learning
from tests.server import Server


def passed_in_the_county(official: Page) -> int:
    official.goto("/office/522731/")
    place = [*official.locator("thead th").all_inner_texts()]
    column = next(number for number, name in enumerate(place) if "测验通过" in name.replace("\n", ""))
    total = official.locator("tfoot tr > *").nth(column).inner_text()
    return int(total.replace(",", ""))


def questions_of(server: Server, phone: Page) -> list[dict]:
    """With what is right: only the site knows, and the page does not."""
    ticket = phone.locator("[name=attempt]").get_attribute("value")
    return json.loads(learning.in_shell(server, ASKED.format(ticket=ticket)))


def test_begun_with_a_signal_finished_without_and_passed(phone: Page, official: Page, server: Server):
    before = passed_in_the_county(official)
    learning.join(phone, learning.code_of_village(server), "杨二十", "orange")
    learning.in_shell(server, EVERY_QUIZ)
    phone.goto("/learn/")
    phone.get_by_role("link", name=re.compile("结业测验")).first.click()
    phone.get_by_role("button", name="开始考").click()
    expect(phone.locator(".quiz--steps")).to_be_attached()
    questions = questions_of(server, phone)
    phone.context.set_offline(True)
    for question in questions:
        learning.TAPS[question["kind"]](phone.locator(f'[id="q-{question["id"]}"]'), question)
        learning.press(phone, "check")
    expect(phone.locator(".result [role=status]")).to_contain_text("一有信号就送出去")
    assert passed_in_the_county(official) == before
    phone.context.set_offline(False)
    phone.get_by_role("link", name="做题结果").click()
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    assert passed_in_the_county(official) == before + 1


@pytest.mark.hard
def test_tab_that_was_closed_in_the_middle_goes_on_with_the_same_try(phone: Page, server: Server):
    learning.join(phone, learning.code_of_village(server), "杨二十一", "fern")
    phone.goto("/zh-hans/village-shop/test/")
    phone.get_by_role("link", name="去考").click()
    phone.get_by_role("button", name="开始考").click()
    expect(phone.locator(".quiz--steps")).to_be_attached()
    question = questions_of(server, phone)[0]
    ticket = phone.locator("[name=attempt]").get_attribute("value")
    phone.context.set_offline(True)
    learning.TAPS[question["kind"]](phone.locator(f'[id="q-{question["id"]}"]'), question)
    learning.press(phone, "check")
    again = phone.context.new_page()
    phone.close()
    again.context.set_offline(False)
    again.goto("/zh-hans/village-shop/test/")
    again.get_by_role("link", name="去考").click()
    again.get_by_role("link", name="接着考").click()
    expect(again.locator(".quiz--steps")).to_be_attached()
    assert again.locator("[name=attempt]").get_attribute("value") == ticket
    assert again.evaluate("answering.answerOf(document.querySelector('.question[data-kind]')) !== undefined")


ASKED = """
import json
from progress.models import Ticket
print(json.dumps(Ticket.objects.get(uuid="{ticket}").sheet.canonical["questions"]))
"""
# She has passed every other quiz, and the test asks four questions, so that the story is short.
EVERY_QUIZ = """
from random import Random
from uuid import uuid4
from courses.selectors import course_outline, open_courses
from portal.demo.scenario.answering import answers_to
from progress.services import receive_events
from quizzes.models import QuizPage
from quizzes.selectors import latest_edition
from trainees.models import Trainee
course = course_outline(open_courses()[0])
test = QuizPage.objects.get(translation_key=course.quiz_keys[0], locale__language_code="zh-hans")
test.ask = 4
test.save_revision().publish()
bodies = []
for quiz in [latest_edition(one.quiz_key) for one in course.lessons if one.quiz_key]:
    responses = answers_to(quiz.canonical, 1.0, Random(1)).responses
    said = {"uuid": str(uuid4()), "kind": "attempt-submitted", "object": str(quiz.quiz_key), "edition": quiz.number}
    bodies.append(said | {"payload": {"responses": responses, "seconds": 60}})
receipt = receive_events(trainee=Trainee.objects.get(person__name="杨二十"), bodies=bodies)
assert not receipt.refused, receipt
"""
