"""Nothing that was done on a shared phone is anybody's without her tap, and nothing is anybody's twice."""

import pytest
from django.test import Client
from django.urls import reverse

from progress.models import Attempt, GuestEvent, LearningEvent
from progress.services.retention import keep_no_longer
from tests.answering import GOOD, address_of, fields_in, hand_in, phone_of, text_of
from tests.learning import quiz_of

ASKED, MINE = reverse("was-it-me"), reverse("my-lessons")


@pytest.fixture
def phone(lessons) -> Client:
    """On it somebody answered two quizzes without signing in."""
    client = Client()
    for lesson in lessons:
        hand_in(client, quiz_of(lesson))
    return client


def signed_in(phone: Client, trainee) -> Client:
    phone.force_login(trainee.person.user)
    return phone


def boxes(phone: Client, query: str = "") -> list[str]:
    page = phone.get(ASKED + query).context
    return [one.choice for one in page["work"]]


def credited() -> list[int]:
    return list(Attempt.objects.order_by("trainee").values_list("trainee", flat=True))


def test_she_is_shown_lessons_and_times(phone, yang):
    page = text_of(signed_in(phone, yang).get(ASKED))
    assert all(said in page for said in ("第1课", "第2课", "做了题"))
    assert credited() == []


def test_that_was_me_credits_all_of_it(phone, yang):
    signed_in(phone, yang)
    page = phone.post(ASKED, {"mine": "1", "work": boxes(phone)}, follow=True)
    assert "已经记到您的课里了" in text_of(page)
    assert credited() == [yang.pk, yang.pk]


def test_part_of_it_leaves_the_rest_waiting_and_asks_no_more(phone, yang):
    signed_in(phone, yang)
    phone.post(ASKED, {"mine": "1", "work": boxes(phone, "?part=1")[:1]})
    assert (credited(), GuestEvent.objects.filter(credited=False).count()) == ([yang.pk], 1)
    assert "还没记到谁的名下" not in text_of(phone.get(MINE))


def test_nothing_tapped_is_asked_again(phone, yang):
    signed_in(phone, yang)
    assert "请先点您做过的" in text_of(phone.post(ASKED, {"mine": "1"}))
    assert credited() == []


def test_not_me_leaves_it_waiting_for_another(phone, yang, wu):
    signed_in(phone, yang).post(ASKED, {"not-mine": "1", "work": boxes(phone)})
    assert phone.get(MINE).status_code == 200
    phone.post(reverse("sign-out"))
    signed_in(phone, wu)
    assert phone.get(MINE)["Location"] == ASKED
    phone.post(ASKED, {"mine": "1", "work": boxes(phone)})
    assert credited() == [wu.pk, wu.pk]


def test_second_person_is_not_credited_with_what_was_claimed(phone, yang, wu):
    signed_in(phone, yang)
    work = boxes(phone)
    phone.post(ASKED, {"mine": "1", "work": work})
    phone.post(reverse("sign-out"))
    signed_in(phone, wu).post(ASKED, {"mine": "1", "work": work})
    assert credited() == [yang.pk, yang.pk]


def test_two_tabs_credit_once(phone, yang):
    signed_in(phone, yang)
    work = boxes(phone)
    for _tab in range(2):
        phone.post(ASKED, {"mine": "1", "work": work})
    assert credited() == [yang.pk, yang.pk]


def test_sheet_sent_again_after_it_was_claimed_is_offered_to_nobody(lessons, yang, wu):
    phone, quiz = Client(), quiz_of(lessons[0])
    sheet = fields_in(phone.get(address_of(quiz))) | GOOD
    phone.post(address_of(quiz), sheet)
    signed_in(phone, yang).post(ASKED, {"mine": "1", "work": boxes(phone)})
    phone.post(address_of(quiz), sheet)
    phone.post(reverse("sign-out"))
    assert signed_in(phone, wu).get(ASKED)["Location"] == MINE
    assert credited() == [yang.pk]


def test_work_of_another_phone_cannot_be_claimed(phone, yang):
    work = [str(event.uuid) for event in GuestEvent.objects.all()]
    phone_of(yang).post(ASKED, {"mine": "1", "work": work})
    assert credited() == []


def test_forged_phone_is_no_phone(phone, yang):
    work = [str(event.uuid) for event in GuestEvent.objects.all()]
    other = phone_of(yang)
    other.cookies["guest"] = phone.cookies["guest"].value.replace(":", "x:", 1)
    other.post(ASKED, {"mine": "1", "work": work})
    assert credited() == []


@pytest.mark.parametrize("work", [["\x00"], ["x" * 5000], ["1" * 36], []])
def test_what_no_form_sends_credits_nothing(work, phone, yang):
    assert signed_in(phone, yang).post(ASKED, {"mine": "1", "work": work}).status_code == 200
    assert credited() == []


def test_nobody_is_asked_who_is_not_signed_in(phone):
    assert phone.get(ASKED)["Location"] == MINE


def test_what_was_forgotten_is_offered_no_more(phone, yang):
    GuestEvent.objects.update(received_at="2026-01-01T00:00:00Z")
    keep_no_longer()
    assert signed_in(phone, yang).get(MINE).status_code == 200
    assert not LearningEvent.objects.filter(kind="attempt-submitted").exists()
