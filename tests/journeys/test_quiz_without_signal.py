"""The signal goes while she answers a quiz: she hears why all the same, and what she handed in arrives once."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys import learning
from tests.server import Server

KEPT_BACK = "**/learn/events/"


@pytest.fixture(scope="module")
def code(server: Server) -> str:
    return learning.code_of_village(server)


def open_quiz(phone: Page) -> None:
    learning.open_quiz(phone, next(learning.lessons_with_quiz(phone)))
    phone.wait_for_load_state("networkidle")


def state(phone: Page) -> Locator:
    """Where what she handed in is, as her result says it."""
    return phone.locator(".result [role=status]")


def attempts(server: Server, name: str) -> list[str]:
    """Edition and verdict of each of her attempts, as the site counts them."""
    found = f"Attempt.objects.filter(trainee__person__name='{name}').order_by('pk')"
    each = f"' '.join(f'{{one.edition.number}}-{{one.passed}}' for one in {found})"
    return learning.in_shell(server, f"from progress.models import Attempt; print({each})").split()


def waiting(phone: Page) -> int:
    counts = phone.evaluate("outbox.counts()")
    return counts["mine"] + counts["guest"]


def test_quiz_answered_without_signal_tells_why_and_arrives_once(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨十", "orange")
    open_quiz(phone)
    phone.context.set_offline(True)
    learning.answer_by_taps(phone, wrong=1)
    expect(phone.locator(".result .verdict--wrong .verdict__reason")).not_to_be_empty()
    expect(state(phone)).to_contain_text("有信号就送出去")
    assert (attempts(server, "杨十"), waiting(phone)) == ([], 1)
    phone.context.set_offline(False)
    expect(state(phone)).to_contain_text("已经送到")
    assert (attempts(server, "杨十"), waiting(phone)) == (["1-True"], 0)
    phone.get_by_role("link", name="下一课").click()
    phone.goto("/learn/")
    expect(phone.locator(".row__done")).to_have_count(1)


@pytest.mark.hard
def test_handed_in_and_reloaded_is_still_handed_in_once(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨十一", "fern")
    phone.route(KEPT_BACK, lambda route: route.abort())
    open_quiz(phone)
    learning.answer_by_taps(phone)
    phone.reload()
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    expect(phone.locator("[data-does=send]:visible")).to_have_count(0)
    assert waiting(phone) == 1
    phone.unroute(KEPT_BACK)
    phone.reload()
    expect(state(phone)).to_contain_text("已经送到")
    assert attempts(server, "杨十一") == ["1-True"]


@pytest.mark.hard
def test_try_again_is_another_attempt(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨十二", "drum")
    open_quiz(phone)
    learning.answer_by_taps(phone, wrong=9)
    expect(phone.get_by_role("heading", name=re.compile("题再看看"))).to_be_visible()
    expect(state(phone)).to_contain_text("已经送到")
    learning.press(phone, "anew")
    expect(phone.locator(".question--now input:checked")).to_have_count(0)
    learning.answer_by_taps(phone)
    expect(state(phone)).to_contain_text("已经送到")
    assert attempts(server, "杨十二") == ["1-False", "1-True"]


@pytest.mark.hard
def test_half_answered_is_there_again_after_a_reload_and_in_the_other_language(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨十三", "fish")
    open_quiz(phone)
    phone.evaluate(ANSWER_A_QUESTION)
    phone.reload()
    expect(phone.locator(".quiz--steps")).to_be_attached()
    assert phone.evaluate(ANSWERED) == 1
    phone.goto(phone.url.replace("/zh-hans/", "/en/"))
    expect(phone.locator(".quiz--steps")).to_be_attached()
    assert phone.evaluate(ANSWERED) == 1


def test_next_person_on_this_phone_begins_empty(phone: Page, code: str):
    learning.join(phone, code, "杨十四", "butterfly")
    open_quiz(phone)
    here = phone.url
    phone.evaluate(ANSWER_A_QUESTION)
    learning.sign_out(phone)
    learning.join(phone, code, "吴十五", "buffalo")
    phone.goto(here)
    expect(phone.locator(".quiz--steps")).to_be_attached()
    assert phone.evaluate(ANSWERED) == 0


def test_quiz_that_changed_meanwhile_is_marked_as_it_was_answered(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨十六", "orange")
    open_quiz(phone)
    phone.context.set_offline(True)
    learning.in_shell(server, CHANGE.format(key=phone.locator("form.quiz").get_attribute("data-quiz")))
    learning.answer_by_taps(phone)
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    phone.context.set_offline(False)
    expect(state(phone)).to_contain_text("已经送到")
    assert attempts(server, "杨十六") == ["1-True"]


@pytest.mark.hard
def test_phone_that_can_keep_no_more_says_so_and_hands_in_as_a_form(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨十七", "fern")
    phone.add_init_script(FULL)
    open_quiz(phone)
    learning.answer_by_taps(phone, hand_in=False)
    expect(phone.get_by_role("alert").filter(has_text="可能是手机存满了")).to_be_visible()
    learning.press(phone, "plain")
    phone.wait_for_url("**/learn/quiz/**")
    expect(phone.locator(".quiz--steps")).to_be_attached()
    learning.press(phone, "check")
    learning.press(phone, "send")
    phone.wait_for_url(re.compile(r"/learn/quiz/[^/]+/[^/]+/"))
    expect(phone.get_by_role("heading", name="通过了")).to_be_visible()
    assert len(attempts(server, "杨十七")) == 1


FULL = "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }"
ANSWERED = """() => [...document.querySelectorAll(".question[data-kind]")]
    .filter(one => answering.answerOf(one) !== undefined).length"""
ANSWER_A_QUESTION = """() => {
    const input = document.querySelector(".question .choice__input");
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}"""
CHANGE = """
from decimal import Decimal
from django.conf import settings
from quizzes.models import QuizPage
quiz = QuizPage.objects.get(translation_key="{key}", locale__language_code=settings.LANGUAGE_CODE)
quiz.pass_mark = Decimal("1.00")
quiz.save_revision().publish()
"""
