"""The test of a course under /learn/: begun, answered as a plain form, and what she sees of it."""

import pytest
from django.test import Client
from django.urls import reverse

from media.services import find_or_make_track, keep_recording
from progress.models import Attempt, Occasion, Ticket
from progress.services import begin_try, receive_events
from quizzes.models import QuizPage
from tests.answering import fields_in, phone_of, text_of
from tests.learning import RIGHT, WRONG, a_course_test, a_question, a_sitting, an_attempt, quiz_of
from tests.tones import FOLDER

SECRETS = ("quiz-key", "canonical", "湿的容易发霉", "纸箱吸水就软", "pass_mark", "why:")


@pytest.fixture
def test(lessons) -> QuizPage:
    return a_course_test(lessons[0].course, ask=2, tries=2, before_too=True)


def standing(test: QuizPage) -> str:
    return reverse("learn-test", args=[test.translation_key])


def begin(client: Client, test: QuizPage, occasion: str = "after"):
    return client.post(standing(test), {"begin": occasion}, follow=True)


def answered(sheet, *, right: bool = True) -> dict[str, str]:
    questions = Ticket.objects.latest("pk").questions
    return fields_in(sheet) | {f"q-{key}": str(RIGHT if right else WRONG) for key in questions}


def test_begun_answered_and_passed(test, yang):
    client = phone_of(yang)
    sheet = begin(client, test)
    result = client.post(standing(test), answered(sheet), follow=True)
    assert Attempt.objects.get().passed
    assert "通过" in text_of(result)
    assert "通过" in text_of(client.get(standing(test)))


def record(subject: str) -> None:
    track = find_or_make_track(language="pcc", variety="好花红")
    keep_recording(track=track, subject=subject, words="", content=(FOLDER / "high.mp3").read_bytes())


def test_key_never_leaves_the_server(test, yang, client):
    for key in (a_question(number)["id"] for number in range(1, 5)):
        for subject in (f"question:{key}", f"why:{key}", f"why:{key}:{WRONG}"):
            record(subject)
    phone = phone_of(yang)
    sheet = begin(phone, test)
    assert '"question:' in sheet.text
    again = phone.post(standing(test), fields_in(sheet))
    after = phone.post(standing(test), answered(sheet, right=False), follow=True)
    pages = [sheet, again, after, phone.get(standing(test)), client.get(test.url)]
    for page in pages:
        assert page.status_code == 200
        assert not [secret for secret in SECRETS if secret in page.text]


def test_old_address_of_a_quiz_leads_to_the_test_and_shows_no_key(test, yang):
    phone, address = phone_of(yang), reverse("learn-quiz", args=[test.translation_key])
    for response in (phone.get(address), phone.post(address, {"edition": "1"})):
        assert (response.status_code, response["Location"]) == (302, standing(test))


def test_lost_page_comes_back_as_it_was(test, yang):
    phone = phone_of(yang)
    first = begin(phone, test)
    assert fields_in(begin(phone, test))["attempt"] == fields_in(first)["attempt"]
    assert "接着考" in text_of(phone.get(standing(test)))


def test_open_question_brings_the_sheet_back_with_its_answers(test, yang):
    phone = phone_of(yang)
    fields = answered(begin(phone, test))
    left_out = next(name for name in fields if name.startswith("q-"))
    page = phone.post(standing(test), {name: value for name, value in fields.items() if name != left_out})
    assert "还有题没答完" in text_of(page)
    kept = next(name for name in fields if name.startswith("q-") and name != left_out)
    assert fields_in(page)[kept] == str(RIGHT)
    assert not Attempt.objects.exists()


def test_what_was_right_is_said_after_the_last_try(test, yang):
    phone = phone_of(yang)
    first = phone.post(standing(test), answered(begin(phone, test), right=False), follow=True)
    assert "湿的容易发霉" not in first.text
    last = phone.post(standing(test), answered(begin(phone, test), right=False), follow=True)
    assert "湿的容易发霉" in last.text
    assert "请问老师" in text_of(phone.get(standing(test)))
    assert "这一次不能再开始了" in text_of(begin(phone, test))


def test_nothing_is_told_while_the_last_try_may_still_be_handed_in(test, yang):
    phone = phone_of(yang)
    first = phone.post(standing(test), answered(begin(phone, test), right=False), follow=True)
    address = first.redirect_chain[-1][0]
    last = begin(phone, test)
    assert "湿的容易发霉" not in phone.get(address).text
    phone.post(standing(test), answered(last, right=False))
    assert "湿的容易发霉" in phone.get(address).text


def test_author_may_say_each_time_what_was_right(lessons, yang):
    test = a_course_test(lessons[0].course, tells_each_time=True)
    phone = phone_of(yang)
    assert "湿的容易发霉" in phone.post(standing(test), answered(begin(phone, test), right=False), follow=True).text


def test_before_the_course_says_nothing_of_right_or_wrong(test, yang):
    phone = phone_of(yang)
    assert "先看看自己会多少" in text_of(phone.get(standing(test)))
    page = phone.post(standing(test), answered(begin(phone, test, "before")), follow=True)
    assert "不算成绩" in text_of(page)
    assert "湿的容易发霉" not in page.text
    assert "先看看自己会多少" not in text_of(phone.get(standing(test)))


def test_what_she_gained_is_said_after_the_course(test, yang):
    phone = phone_of(yang)
    phone.post(standing(test), answered(begin(phone, test, "before"), right=False))
    result = phone.post(standing(test), answered(begin(phone, test)), follow=True)
    said = "学之前2题答对0题，这次2题答对2题。"
    assert said in result.text.replace('<span class="clause">', "").replace("</span>", "")
    assert "%" not in text_of(result)


def test_weaker_try_after_a_passed_one_takes_nothing_away(test, yang):
    phone = phone_of(yang)
    phone.post(standing(test), answered(begin(phone, test)))
    weaker = phone.post(standing(test), answered(begin(phone, test), right=False), follow=True)
    assert "您已经通过了" in text_of(weaker)
    assert not [words for words in ("请问老师", "再试一次") if words in text_of(weaker)]


def test_test_before_the_course_promises_no_result(test, yang):
    phone = phone_of(yang)
    before, after = (begin(phone, test, occasion) for occasion in ("before", "after"))
    for page, promised in ((before, False), (after, True)):
        result = f'href="{standing(test)}{fields_in(page)["attempt"]}/"'
        assert (result in page.text, "送到了就能看结果" in page.text) == (promised, promised)


def test_somebody_else_meets_no_sheet_of_hers(test, yang, wu):
    ticket = begin_try(trainee=yang, quiz_key=test.translation_key, occasion=Occasion.AFTER)
    address = reverse("learn-test-sheet", args=[test.translation_key, ticket.uuid])
    assert phone_of(wu).get(address).status_code == 404
    assert phone_of().get(address)["Location"] == standing(test)


def test_try_that_is_handed_in_twice_with_other_answers_says_that_the_first_counts(test, yang):
    phone = phone_of(yang)
    sheet = begin(phone, test)
    phone.post(standing(test), answered(sheet, right=False))
    same = phone.post(standing(test), answered(sheet, right=False), follow=True)
    other = phone.post(standing(test), answered(sheet), follow=True)
    assert ["已经交过了" in text_of(page) for page in (same, other)] == [False, True]
    assert not Attempt.objects.get().passed


def test_signed_out_meanwhile_keeps_her_answers_on_the_sheet(test, yang):
    phone = phone_of(yang)
    fields = answered(begin(phone, test))
    phone.logout()
    page = phone.post(standing(test), fields)
    assert "请另开一页登录" in text_of(page)
    assert fields_in(page)["attempt"] == fields["attempt"]
    assert not Attempt.objects.exists()


def test_nobody_is_asked_to_sign_in_first(test):
    assert "请先登录" in text_of(phone_of().get(standing(test)))
    assert "请先登录" in text_of(begin(phone_of(), test))
    assert not Ticket.objects.exists()


def test_quiz_of_a_lesson_is_no_test(lessons, yang):
    assert phone_of(yang).get(standing(quiz_of(lessons[0]))).status_code == 404


def test_old_token_gives_the_sheet_back_with_its_answers(test, yang):
    phone = phone_of(yang, enforce_csrf_checks=True)
    ticket = begin_try(trainee=yang, quiz_key=test.translation_key, occasion=Occasion.AFTER)
    sheet = phone.get(reverse("learn-test-sheet", args=[test.translation_key, ticket.uuid]))
    page = phone.post(standing(test), answered(sheet) | {"csrfmiddlewaretoken": "x" * 64})
    assert fields_in(page)[f"q-{ticket.questions[0]}"] == str(RIGHT)
    assert phone.post(standing(test), fields_in(page)).status_code == 303


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_is_shown_in_every_language(language, test, yang, lessons):
    phone, query = phone_of(yang), f"?in={language}"
    ticket = begin_try(trainee=yang, quiz_key=test.translation_key, occasion=Occasion.AFTER)
    sheet = reverse("learn-test-sheet", args=[test.translation_key, ticket.uuid])
    assert [phone.get(address + query).status_code for address in (standing(test), sheet)] == [200, 200]
    receive_events(trainee=yang, bodies=[a_sitting(ticket, right=False), an_attempt(quiz_of(lessons[0]))])
    assert [phone.get(address + query).status_code for address in (standing(test), sheet)] == [200, 200]
