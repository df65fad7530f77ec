"""The keeper's room opens with three things together, and closes with any of them."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from foundation.audit import AuditEntry
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, PIN, holding
from tests.trainees.keeping import NEIGHBOUR, a_keeper, enrolled, shis_phone, signed_in, the_device, the_post
from trainees.models import DeviceCode, EnrolledDevice, Post, RememberedPerson
from trainees.selectors.keeping import places_for_keepers
from trainees.services import join
from trainees.services.appointing import KeepsAlready, NoSignIn, appoint_keeper, end_keeper
from trainees.services.devices import UnknownCode, end_device, enrol_device, issue_device_code

ROOM = "/village/"
TODAY = timezone.localdate
ROOMS = ["", "enrol/", "enrol/picture/", "enrol/pin/", "people/", "poster/", "poster/poster.pdf", "sheets/"]


def a_day(days: int) -> datetime.date:
    return TODAY() + datetime.timedelta(days=days)


@pytest.fixture
def phone(posters) -> Client:
    return shis_phone(posters)


def test_on_the_enrolled_phone_the_room_opens(phone):
    response = phone.get(ROOM)
    assert response.status_code == 200
    assert "好花红" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_her_poster_is_a_page_with_a_way_back_and_the_same_file_as_staff_has(phone):
    page = phone.get(ROOM + "poster/").content.decode()
    assert all(f'href="{ROOM}{there}"' in page for there in ("", "poster/poster.pdf"))
    assert "<svg" in page.split("好花红", 1)[1]
    answer = phone.get(ROOM + "poster/poster.pdf")
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("room", ROOMS)
def test_a_trainee_who_is_no_keeper_finds_nothing_even_on_that_phone(phone, yang, room):
    signed_in(yang, phone)
    assert phone.get(ROOM + room).status_code == 404


@pytest.mark.parametrize("room", ROOMS)
def test_on_another_phone_her_pin_opens_nothing_and_she_reads_why(phone, room):
    elsewhere = signed_in(the_post().user.person)
    response = elsewhere.get(ROOM + room)
    assert response.status_code == 403
    assert "This phone is not enrolled for your village" in response.content.decode()


def test_nobody_who_is_not_signed_in_enters(phone):
    phone.post("/learn/sign-out/")
    assert phone.get(ROOM)["Location"] == "/learn/who/?next=%2Fvillage%2F"


def test_the_room_closes_when_her_post_ends_with_the_next_request(phone):
    end_keeper(post=the_post(), by=None)
    assert phone.get(ROOM).status_code == 404


def test_the_last_day_of_her_post_still_counts(phone):
    Post.objects.update(valid_to=TODAY())
    assert phone.get(ROOM).status_code == 200
    Post.objects.update(valid_to=a_day(-1))
    assert phone.get(ROOM).status_code == 404


def test_the_room_closes_when_the_phone_is_ended(phone):
    end_device(device=the_device(), by=None)
    assert phone.get(ROOM).status_code == 403


def test_a_phone_that_was_ended_is_enrolled_anew_only_by_a_new_code(phone, posters):
    end_device(device=the_device(), by=None)
    enrolled(phone, posters[HAOHUAHONG])
    assert phone.get(ROOM).status_code == 200
    assert EnrolledDevice.objects.filter(ended_at=None).count() == 1


def test_after_an_hour_away_her_pin_is_asked_again_and_nothing_told_is_lost(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    session = phone.session
    session["seen-at"] -= 3700
    session.save()
    assert phone.get(ROOM)["Location"] == "/learn/who/?next=%2Fvillage%2F"
    tile = RememberedPerson.objects.get().pk
    assert phone.post(f"/learn/who/{tile}/?next=/village/", {"pin": PIN})["Location"] == ROOM
    assert "韦二姐" in phone.get(ROOM).content.decode()


def test_a_cookie_that_somebody_made_up_enrols_nothing(phone):
    phone.cookies["keeper-phone"] = "guess:1abcde:guess"
    assert phone.get(ROOM).status_code == 403


def test_a_keeper_of_another_village_has_no_room_on_this_phone(phone, posters):
    signed_in(a_keeper(posters[FENGSHAN], name="龙站长"), phone)
    assert phone.get(ROOM).status_code == 403


def test_a_user_who_is_switched_off_is_out_at_once(phone):
    user = the_post().user
    user.is_active = False
    user.save()
    assert phone.get(ROOM)["Location"].startswith("/learn/who/")


def test_a_device_code_is_good_once(posters):
    village, keeper = posters[HAOHUAHONG], a_keeper(posters[HAOHUAHONG])
    digits = issue_device_code(village=village, label="", by=None)
    enrol_device(digits=digits, keeper=keeper.user, device_digest="a", former=None)
    with pytest.raises(UnknownCode):
        enrol_device(digits=digits, keeper=keeper.user, device_digest="b", former=None)
    assert EnrolledDevice.objects.count() == 1


def test_a_device_code_ends_after_a_quarter_of_an_hour_and_with_the_next_one(posters):
    village, keeper = posters[HAOHUAHONG], a_keeper(posters[HAOHUAHONG])
    first = issue_device_code(village=village, label="", by=None)
    second = issue_device_code(village=village, label="", by=None)
    DeviceCode.objects.filter(used_at=None).latest("pk")
    for digits in (first, "00000000", ""):
        with pytest.raises(UnknownCode):
            enrol_device(digits=digits, keeper=keeper.user, device_digest="a", former=None)
    DeviceCode.objects.update(expires_at=timezone.now())
    with pytest.raises(UnknownCode):
        enrol_device(digits=second, keeper=keeper.user, device_digest="a", former=None)


def test_a_code_of_another_village_enrols_nothing_and_stays_good(posters):
    keeper = a_keeper(posters[HAOHUAHONG])
    digits = issue_device_code(village=posters[FENGSHAN], label="", by=None)
    with pytest.raises(UnknownCode):
        enrol_device(digits=digits, keeper=keeper.user, device_digest="a", former=None)
    assert DeviceCode.objects.get().used_at is None


def test_codes_are_not_guessed_without_end(posters):
    phone = signed_in(a_keeper(posters[HAOHUAHONG]))
    answers = [phone.post("/village/this-phone/", {"code": f"{n:08d}"}).status_code for n in range(12)]
    assert answers == [200] * 10 + [429] * 2


def test_the_room_of_phones_is_not_there_for_who_is_no_keeper(posters, yang):
    assert signed_in(yang).get("/village/this-phone/").status_code == 404


def test_a_keeper_is_appointed_once_for_the_same_days(posters):
    person = a_keeper(posters[HAOHUAHONG], valid_to=a_day(10))
    with pytest.raises(KeepsAlready):
        appoint_keeper(person=person, village=posters[HAOHUAHONG], valid_from=a_day(10), valid_to=None, by=None)
    appoint_keeper(person=person, village=posters[HAOHUAHONG], valid_from=a_day(11), valid_to=None, by=None)


def test_only_a_village_has_a_keeper_and_only_who_may_sign_in_is_one(posters, yang):
    with pytest.raises(ValueError, match="not a village"):
        appoint_keeper(person=yang, village=posters["522731102"], valid_from=TODAY(), valid_to=None, by=None)
    yang.user = None
    with pytest.raises(NoSignIn):
        appoint_keeper(person=yang, village=posters[HAOHUAHONG], valid_from=TODAY(), valid_to=None, by=None)


def test_a_post_that_began_today_and_ends_at_once_is_in_the_trail(posters, chen):
    person = join(name="石站长", sign="drum", age="18+", village=posters[HAOHUAHONG], pin=PIN)
    post = appoint_keeper(person=person, village=posters[HAOHUAHONG], valid_from=TODAY(), valid_to=None, by=chen)
    end_keeper(post=post, by=chen)
    assert not Post.objects.filter(role="keeper").exists()
    told = AuditEntry.objects.filter(what="post").order_by("number").values_list("action", "by")
    assert list(told) == [("added", chen.pk), ("deleted", chen.pk)]


@pytest.mark.parametrize(("begun", "told"), [(0, ["added", "deleted"]), (-9, ["added", "changed"])])
def test_a_post_ended_in_two_windows_ends_once(posters, chen, begun, told):
    person = join(name="石站长", sign="drum", age="18+", village=posters[HAOHUAHONG], pin=PIN)
    days = {"valid_from": a_day(begun), "valid_to": None}
    post = appoint_keeper(person=person, village=posters[HAOHUAHONG], by=chen, **days)
    other_window = Post.objects.get(pk=post.pk)
    end_keeper(post=post, by=chen)
    end_keeper(post=other_window, by=chen)
    assert list(AuditEntry.objects.filter(what="post").order_by("number").values_list("action", flat=True)) == told


def test_a_phone_ended_in_two_windows_ends_once(phone, chen):
    windows = the_device(), the_device()
    for device in windows:
        end_device(device=device, by=chen)
    assert AuditEntry.objects.filter(what="keepers-phone", action="changed").count() == 1


def test_officials_and_trainers_look_after_keepers_of_their_own_area(posters, chen, deng):
    trainer = holding("luo", posters["522731102"], role="trainer")
    auditor = holding("audit", posters["522731"], role="auditor")
    assert {one.code for one in places_for_keepers(trainer)} == {"522731102201", HAOHUAHONG}
    assert places_for_keepers(chen).filter(code=HAOHUAHONG).exists()
    assert not places_for_keepers(deng).filter(code=HAOHUAHONG).exists()
    assert not places_for_keepers(auditor).exists()
    assert not places_for_keepers(trainer, narrowest=3).exists()
