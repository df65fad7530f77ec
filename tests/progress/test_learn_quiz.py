"""Answering a quiz as a plain form: what is sent is kept, whatever happened meanwhile."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from progress.models import Attempt, GuestEvent, LearningEvent
from quizzes.models import QuizEdition
from tests.answering import AMOUNT, BAD, CHOICE, GOOD, address_of, fields_in, hand_in, phone_of, text_of
from tests.learning import a_sum, quiz_of
from tests.quizzes.test_editions import change


@pytest.fixture
def quiz(lessons):
    return quiz_of(lessons[0])


def test_right_answers_pass_and_lead_to_the_result(quiz, yang):
    client = phone_of(yang)
    response = hand_in(client, quiz)
    attempt = Attempt.objects.get()
    assert (response.status_code, attempt.passed, attempt.trainee) == (303, True, yang)
    assert response["Location"] == f"{address_of(quiz)}{attempt.uuid}/"


def test_open_question_brings_the_form_back_with_everything_in_it(quiz, yang):
    page = hand_in(phone_of(yang), quiz, {AMOUNT: "４元"})
    assert "还有题没答完" in text_of(page)
    assert "第1题" in text_of(page)
    assert fields_in(page)[AMOUNT] == "４元"
    assert not LearningEvent.objects.filter(kind="attempt-submitted").exists()


def test_plain_form_has_the_order_of_its_sitting_and_keeps_it_when_it_comes_back(quiz, yang):
    change(quiz, shuffles=True)
    client, orders = phone_of(yang), set()

    def order(page) -> tuple[str, ...]:
        return tuple(re.findall(rf'name="{CHOICE}" value="([^"]+)"', page.content.decode()))

    for _sitting in range(12):
        page = client.get(address_of(quiz))
        again = client.post(address_of(quiz), fields_in(page) | {AMOUNT: "4"})
        assert order(again) == order(page)
        orders.add(order(page))
    assert len(orders) > 1


def test_text_for_a_number_brings_the_form_back(quiz, yang):
    page = hand_in(phone_of(yang), quiz, GOOD | {AMOUNT: "四块多吧"})
    assert "请写数字" in text_of(page)
    assert (fields_in(page)[CHOICE], fields_in(page)[AMOUNT]) == (GOOD[CHOICE], "四块多吧")


def test_sheet_that_came_back_is_still_the_same_attempt(quiz, yang):
    client = phone_of(yang)
    first = fields_in(client.get(address_of(quiz)))
    second = fields_in(client.post(address_of(quiz), first | {AMOUNT: "4"}))
    assert second["attempt"] == first["attempt"]


def test_answer_sent_twice_counts_once(quiz, yang):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    locations = {client.post(address_of(quiz), sheet)["Location"] for _tap in range(2)}
    assert (len(locations), Attempt.objects.count()) == (1, 1)


def test_changed_answer_on_the_same_sheet_shows_the_first_result(quiz, yang):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(quiz)))
    client.post(address_of(quiz), sheet | BAD)
    page = client.post(address_of(quiz), sheet | GOOD, follow=True)
    assert "已经交过了" in text_of(page)
    assert "再做一次" in text_of(page)
    assert Attempt.objects.get().passed is False


def test_it_is_marked_by_the_edition_that_was_shown(quiz, yang):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    changed = a_sum()
    changed["value"]["value"] = "6"
    quiz.questions = [("numeric", changed["value"])]
    quiz.save_revision().publish()
    assert QuizEdition.objects.filter(quiz_key=quiz.translation_key).count() == 2
    assert client.post(address_of(quiz), sheet).status_code == 303
    assert (Attempt.objects.get().passed, Attempt.objects.get().edition.number) == (True, 1)


@pytest.mark.parametrize("way", ["unpublish", "delete"])
def test_quiz_that_was_taken_away_still_takes_the_answer(way, quiz, yang):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    getattr(quiz, way)()
    page = client.post(address_of(quiz), sheet, follow=True)
    assert (page.status_code, Attempt.objects.get().passed) == (200, True)
    assert client.get(address_of(quiz)).status_code == 404


def test_edition_that_never_was_asks_to_answer_once_more(quiz, yang):
    page = hand_in(phone_of(yang), quiz, edition="9")
    assert page.status_code == 400
    assert "刚刚改过" in text_of(page)
    assert fields_in(page)["edition"] == "1"


@pytest.mark.parametrize(
    "answers",
    [
        {CHOICE: "11111111-1111-4111-8111-111111111111"},
        {CHOICE: "\x00"},
        {CHOICE: "x" * 5000},
        {AMOUNT: "1" * 5000},
        {AMOUNT: "\x004\x00"},
        {"attempt": "not-a-uuid"},
        {"attempt": "\x00" * 36},
        {"edition": "9" * 400},
        {"edition": "²"},
        {"person": "\x00"},
        {"started": "-1", "language": "xx\x00"},
    ],
    ids=lambda answers: " ".join(answers),
)
def test_what_no_form_sends_is_no_failure_of_ours(answers, quiz, yang):
    page = hand_in(phone_of(yang), quiz, GOOD | answers)
    assert page.status_code in (200, 303, 400)
    assert page.status_code == 303 or fields_in(page)["attempt"]


def test_nothing_but_the_answers_is_taken_from_the_body(quiz, yang):
    hand_in(phone_of(yang), quiz, BAD, passed="true", raw="2", village="522731001001", trainee="1", score="100")
    attempt = Attempt.objects.get()
    assert (attempt.passed, attempt.raw, attempt.trainee.village_id) == (False, 0, yang.village_id)


def test_body_of_five_megabytes_is_refused_unread(quiz, yang):
    page = phone_of(yang).post(address_of(quiz), {AMOUNT: "4" * 5_000_000})
    assert (page.status_code, Attempt.objects.count()) == (413, 0)
    assert "一次交得太多了" in text_of(page)


def test_answer_of_a_guest_waits_for_nobody_yet(quiz):
    client = Client()
    page = client.post(address_of(quiz), fields_in(client.get(address_of(quiz))) | GOOD, follow=True)
    assert "通过了" in text_of(page)
    assert "存30天" in text_of(page)
    assert (GuestEvent.objects.count(), Attempt.objects.count()) == (1, 0)


def test_answer_shown_to_one_and_sent_by_another_is_credited_to_neither(quiz, yang, wu):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    client.force_login(wu.person.user)
    page = client.post(address_of(quiz), sheet, follow=True)
    assert "还没记到谁的名下" in text_of(page)
    assert (Attempt.objects.count(), GuestEvent.objects.count()) == (0, 1)


def test_session_that_ended_in_the_middle_loses_nothing(quiz, yang):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    client.logout()
    client.post(address_of(quiz), sheet)
    client.force_login(yang.person.user)
    assert client.get("/learn/")["Location"] == "/learn/was-it-me/"
    assert "第1课" in text_of(client.get("/learn/was-it-me/"))


def test_too_old_token_shows_the_same_form_with_everything_in_it(quiz, yang):
    client = phone_of(yang, enforce_csrf_checks=True)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    client.cookies["csrftoken"] = "b" * 32
    page = client.post(address_of(quiz), sheet)
    again = fields_in(page)
    assert "请再按一次" in text_of(page)
    assert {name: again[name] for name in (*GOOD, "attempt")} == GOOD | {"attempt": sheet["attempt"]}
    assert client.post(address_of(quiz), again).status_code == 303


def test_form_from_another_site_is_refused(quiz, yang):
    client = phone_of(yang, enforce_csrf_checks=True)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    page = client.post(address_of(quiz), sheet, headers={"origin": "https://elsewhere.example"})
    assert (page.status_code, Attempt.objects.count()) == (403, 0)


def test_quiz_is_never_kept_on_the_way(quiz):
    assert "no-store" in Client().get(address_of(quiz))["Cache-Control"]


def test_unknown_quiz_is_not_there(lessons):
    assert Client().get(address_of(uuid4())).status_code == 404


def test_handing_in_needs_at_most_25_queries(quiz, yang, django_assert_max_num_queries):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(quiz))) | GOOD
    with django_assert_max_num_queries(25):
        assert client.post(address_of(quiz), sheet).status_code == 303


def test_ten_thousand_fields_are_answered_with_what_to_do(quiz, yang):
    body = "&".join(["a"] * 20_000)
    page = phone_of(yang).post(address_of(quiz), body, "application/x-www-form-urlencoded")
    assert page.status_code == 400
    assert "再填一次" in text_of(page)
