"""A trainer writes; she reads or hears it in the app alone, when she likes, or not at all."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from foundation.audit import AuditEntry
from tests.house.test_addresses import signed_in
from tests.staff import made_trainer
from tests.trainees.conftest import holding, phone_of
from trainees.models import Cohort, Consent, Message, User
from trainees.services import join_cohort
from trainees.services.messages import cleaned_words, send_message

WORDS = "明天上午九点在服务站上课。"


def write(user: User, address: str, words: str = WORDS, sending: str = ""):
    desk = signed_in(user)
    told = {"words": words, "sending": sending or str(uuid4())}
    return desk.post(address, told, headers={"accept-language": "en"})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "write something"),
        (" \n\x00\u200b ", "write something"),
        ("字" * 301, "at most 300"),
        ("看这里 http://example.org/x", "no link"),
        ("看 www.taobao", "no link"),
        ("打开 shop-88.top 领钱", "no link"),
    ],
)
def test_what_cannot_be_sent_is_said_and_stays_in_the_form(wei, yang, words, said):
    answer = write(wei, f"/cms/people/{yang.trainee.pk}/write/", words)
    assert (answer.status_code, Message.objects.count()) == (400, 0)
    assert said in answer.text


@pytest.mark.parametrize("words", ["3.5斤一箱", "价格：30.00元。明天见", "A. 晾干\nB. 装箱"])
def test_numbers_and_lists_are_no_links(words):
    assert cleaned_words(words) == words


def test_she_sees_it_with_a_mark_until_she_says_that_she_read_it(wei, yang):
    assert write(wei, f"/cms/people/{yang.trainee.pk}/write/").status_code == 302
    phone = phone_of(yang)
    assert "1 message from your teacher" in phone.get("/learn/").text
    page = phone.get("/learn/messages/")
    assert f'data-say="message:{Message.objects.get().pk}" lang="zh-Hans"' in page.text
    assert WORDS in page.text
    assert "no-store" in page["Cache-Control"]
    assert Message.objects.get().read_at is None  # to open is not to read
    phone.post("/learn/messages/", {"newest": page.context["newest"]})
    assert Message.objects.get().read_at is not None
    assert "from your teacher" not in phone.get("/learn/").text


def test_the_same_form_twice_is_one_message_and_one_line_in_the_trail(wei, yang):
    sending = str(uuid4())
    for _press in range(2):
        assert write(wei, f"/cms/people/{yang.trainee.pk}/write/", sending=sending).status_code == 302
    assert Message.objects.count() == 1
    assert AuditEntry.objects.get(what="message").named == f" {yang.trainee.number} "


def test_who_wants_no_messages_gets_none_and_sees_none(wei, yang, wu):
    Consent.objects.create(person=yang, purpose="messages", version="1", withdrawn_at=timezone.now())
    assert "no messages here" in write(wei, f"/cms/people/{yang.trainee.pk}/write/").text
    assert write(wei, "/cms/people/write/").status_code == 302
    assert list(Message.objects.values_list("person", flat=True)) == [wu.pk]
    Message.objects.create(person=yang, sending=uuid4(), words=WORDS)  # from before she said so
    assert "from your teacher" not in phone_of(yang).get("/learn/").text
    assert "you want no messages" in phone_of(yang).get("/learn/messages/").text


def test_a_class_is_written_to_and_nobody_else(wei, yang, wu, places):
    cohort = Cohort.objects.create(name="班", division=places["522731"], starts_on="2026-01-01", code="111111")
    join_cohort(cohort=cohort, trainee=yang.trainee)
    assert write(wei, f"/cms/people/write/?class={cohort.pk}").status_code == 302
    assert list(Message.objects.values_list("person", flat=True)) == [yang.pk]


def test_a_trainer_of_another_county_reaches_nobody(places, yang):
    other = made_trainer(holding("mo", places["522730"], "trainer"))
    assert write(other, f"/cms/people/{yang.trainee.pk}/write/").status_code == 404
    assert write(other, "/cms/people/write/").status_code == 400
    assert not Message.objects.exists()


def test_after_twenty_in_a_day_the_twenty_first_waits_until_tomorrow(wei, yang):
    for _n in range(20):
        send_message(to=[yang], words=WORDS, by=wei, sending=uuid4())
    with pytest.raises(ValidationError):
        send_message(to=[yang], words=WORDS, by=wei, sending=uuid4())
    assert Message.objects.count() == 20


def test_a_guest_is_led_to_the_signs_and_nobody_reads_the_messages_of_another(wei, yang, wu):
    send_message(to=[yang], words=WORDS, by=wei, sending=uuid4())
    assert Client().get("/learn/messages/")["Location"].startswith("/learn/who/")
    assert WORDS not in phone_of(wu).get("/learn/messages/").text
    phone_of(wu).post("/learn/messages/")
    assert Message.objects.get().read_at is None


def test_messages_go_with_the_person(wei, yang):
    send_message(to=[yang], words=WORDS, by=wei, sending=uuid4())
    yang.delete()
    assert not Message.objects.exists()


def test_what_came_after_she_opened_the_list_stays_new(yang):
    phone = phone_of(yang)
    Message.objects.create(person=yang, sending=uuid4(), words=WORDS)
    shown = phone.get("/learn/messages/").context["newest"]
    unseen = Message.objects.create(person=yang, sending=uuid4(), words=WORDS)
    phone.post("/learn/messages/", {"newest": shown})
    assert list(Message.objects.filter(read_at=None)) == [unseen]
    phone.post("/learn/messages/", {"newest": "9" * 40})
    assert Message.objects.filter(read_at=None).count() == 1
