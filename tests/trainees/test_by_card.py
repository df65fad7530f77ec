"""A card opens a door, and her PIN goes through it: on any phone, and never without the PIN."""

import pytest
from django.test import Client
from django.urls import reverse

from foundation.limits import used_up
from tests.trainees.conftest import HAOHUAHONG
from trainees.digests import digest
from trainees.models import RememberedPerson, VillageCard
from trainees.services import join
from trainees.services.cards import revoke_card

PIN = "740293"
TOKEN = "aToken-of_27-letters-000001"


@pytest.fixture
def yang(places):
    return join(name="杨小花", sign="buffalo", age="18+", village=places[HAOHUAHONG], pin=PIN)


@pytest.fixture
def card(yang) -> VillageCard:
    return VillageCard.objects.create(person=yang, digest=digest("village-card", TOKEN))


def opened(client: Client, token: str = TOKEN):
    return client.get(reverse("card", args=[token]), follow=True)


def typed(client: Client, pin: str, **more: str):
    return client.post(reverse("enter-by-card"), {"pin": pin, **more})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("pin", ["", "111111", "74029", "740293740293740293740293", "七四〇二九三", "\0"])
def test_wrong_pin_signs_nobody_in(card, client, pin):
    opened(client)
    answer = typed(client, pin)
    assert "密码不对" in answer.content.decode()
    assert not signed_in(client)


def test_a_program_that_opens_it_ten_times_changes_nothing(card, yang):
    for _time in range(10):
        answer = opened(Client())
        assert "杨小花" not in answer.content.decode()
        assert yang.trainee.number not in answer.content.decode()
    card.refresh_from_db()
    assert (card.last_used_at, card.revoked_at) == (None, None)


def test_unknown_and_ended_cards_answer_the_same(card, yang, chen):
    revoke_card(person=yang, by=chen)
    ended, unknown = opened(Client()), opened(Client(), "never-was-a-token-like-this")
    assert ended.content == unknown.content
    assert "这张卡现在用不了" in ended.content.decode()


def test_guessed_tokens_open_nothing_and_leave_nothing(card, client):
    near = [TOKEN[:-1] + sign for sign in "023456789"]
    for token in [*near, TOKEN.lower(), TOKEN + "1", digest("village-card", TOKEN), "x" * 200]:
        assert "这张卡现在用不了" in opened(client, token).content.decode()
    assert not client.session.keys()


def test_card_that_is_ended_between_code_and_pin_opens_nothing(card, yang, chen, client):
    opened(client)
    revoke_card(person=yang, by=chen)
    assert "这张卡现在用不了" in typed(client, PIN).content.decode()
    assert not signed_in(client)


def test_pin_alone_opens_nothing(card, client):
    assert "这张卡现在用不了" in typed(client, PIN).content.decode()
    assert not signed_in(client)


def test_five_wrong_ones_close_this_card_and_no_other_door(card, yang, client):
    opened(client)
    for _try in range(5):
        typed(client, "111111")
    assert "等十分钟" in typed(client, PIN).content.decode()
    assert not signed_in(client)
    VillageCard.objects.filter(pk=card.pk).update(revoked_at=card.issued_at)
    VillageCard.objects.create(person=yang, digest=digest("village-card", "another"))
    opened(client, "another")
    assert typed(client, PIN).status_code == 302


def test_thirty_wrong_ones_close_it_for_the_day(card, client, monkeypatch):
    opened(client)
    monkeypatch.setattr("trainees.views.by_card.WRONG_A_DAY", 2)
    for _try in range(2):
        typed(client, "111111")
    assert "明天再用" in typed(client, PIN).content.decode()
    assert used_up(f"card-today:{card.pk}", most=2)


def test_card_and_pin_sign_her_in_and_leave_nothing_on_a_strange_phone(card, client):
    answer = opened(client)
    assert 'name="public_phone" checked' in answer.content.decode()
    assert typed(client, PIN, public_phone="on")["Location"] == reverse("my-lessons")
    assert signed_in(client)
    assert not RememberedPerson.objects.exists()
    card.refresh_from_db()
    assert card.last_used_at


def test_her_own_phone_remembers_her_when_she_says_so(card, yang, client):
    opened(client)
    typed(client, PIN)
    assert RememberedPerson.objects.get().person == yang


def test_whoever_was_switched_off_comes_in_by_no_card(card, yang, client):
    yang.user.is_active = False
    yang.user.save()
    assert "这张卡现在用不了" in opened(client).content.decode()


def test_token_is_passed_on_to_nobody(card, client):
    answer = client.get(reverse("card", args=[TOKEN]))
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert TOKEN not in answer["Location"]


def test_the_screen_of_the_pin_reads_in_english_too(card):
    answer = opened(Client(headers={"accept-language": "en"}))
    assert "do not remember me here" in answer.content.decode()
