"""The keeper prints cards in her room, for her village, on her phone, and nowhere else."""

import datetime

import pytest
from django.utils import timezone

from tests.trainees.conftest import PIN, page
from tests.trainees.keeping import shis_phone, signed_in, the_device, the_post
from trainees.models import CardSheet, VillageCard
from trainees.services import join

ROOM = "/village/cards/"
EVERYBODY = {"everybody": "1", "sure": "1"}


@pytest.fixture
def shi(posters):
    return shis_phone(posters)


def saved(phone):
    return phone.get(f"{ROOM}{CardSheet.objects.get().key}/cards.pdf")


def test_whoever_keeps_no_village_has_no_cards(yang, shi):
    assert signed_in(yang).get(ROOM).status_code == 404


def test_a_keeper_on_another_phone_prints_nothing(shi, yang):
    other = signed_in(the_post().user.person)
    assert other.post(ROOM, EVERYBODY).status_code == 403
    assert not CardSheet.objects.exists()


def test_her_village_is_printed_and_saved(shi, yang, places):
    join(name="龙里人", sign="fish", age="18+", village=places["522730101201"], pin=PIN)
    assert "杨小花" in page(shi.get(ROOM))
    answer = shi.post(ROOM, EVERYBODY, follow=True)
    assert "1 card is ready." in page(answer)
    assert saved(shi).content.startswith(b"%PDF")


def test_the_whole_village_is_asked_for_once_more_with_the_number_of_cards_and_pins(shi, yang, wu):
    asked = page(shi.post(ROOM, {"everybody": "1", "new_pins": "on"}))
    assert "Cards to make: 2. New PINs: 2." in asked
    assert 'name="new_pins" value="1"' in asked
    assert not CardSheet.objects.exists()


def test_who_has_a_card_stays_ticked_when_nobody_gets_one(shi, yang):
    hers = {"trainee": str(yang.trainee_id)}
    shi.post(ROOM, hers)
    assert f'value="{yang.trainee_id}" checked' in page(shi.post(ROOM, hers))


def test_sheet_under_another_secret_is_told_in_a_sentence(shi, yang):
    shi.post(ROOM, EVERYBODY)
    CardSheet.objects.update(sealed=b"sealed with another secret")
    told = shi.get(f"{ROOM}{CardSheet.objects.get().key}/cards.pdf", follow=True)
    assert "cannot be opened any more" in page(told)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_pages_are_drawn_in_every_language(shi, yang, language):
    shi.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    assert shi.get(ROOM).status_code == 200
    assert shi.get(f"{ROOM}?person={yang.trainee_id}").status_code == 200
    assert shi.post(ROOM, EVERYBODY, follow=True).status_code == 200


def test_a_lost_card_is_ended_and_a_new_one_printed_in_two_presses(shi, yang):
    shi.post(ROOM, {"trainee": str(yang.trainee_id)})
    lost = VillageCard.objects.get()
    assert "She has no card now." in page(shi.post(f"{ROOM}?person={yang.trainee_id}", {"lost": str(yang.trainee_id)}))
    lost.refresh_from_db()
    assert lost.revoked_at
    hers = {"trainee": str(yang.trainee_id), "new_cards": "1"}
    answer = shi.post(f"{ROOM}?person={yang.trainee_id}", hers, follow=True)
    assert "1 card is ready." in page(answer)


@pytest.mark.parametrize("number", ["0", "x", "9" * 30, "٣"])
def test_somebody_who_does_not_live_there_is_not_there(shi, number):
    assert shi.get(f"{ROOM}?person={number}").status_code == 404
    assert shi.post(ROOM, {"lost": number}).status_code == 404


def test_sheet_ends_with_the_post_and_with_the_phone(shi, yang):
    shi.post(ROOM, EVERYBODY)
    post = the_post()
    post.valid_from, post.valid_to = datetime.date(2026, 1, 1), timezone.localdate() - datetime.timedelta(days=1)
    post.save()
    assert saved(shi).status_code == 404
    post.valid_to = None
    post.save()
    device = the_device()
    device.ended_at = timezone.now()
    device.save()
    assert saved(shi).status_code == 403


def test_what_she_printed_as_keeper_is_in_no_other_room(shi, yang, posters):
    shi.post(ROOM, EVERYBODY)
    assert saved(signed_in(yang)).status_code == 404


def test_her_own_card_a_keeper_has_from_her_trainer(shi):
    herself = the_post().user.person
    assert shi.get(f"/village/cards/?person={herself.trainee_id}").status_code == 404
    answer = shi.post("/village/cards/", {"trainee": herself.trainee_id, "new_cards": "on", "new_pins": "on"})
    assert (answer.status_code, CardSheet.objects.count()) == (200, 0)
