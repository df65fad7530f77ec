"""A form whose token was too old comes again with what was typed, does nothing, and never shows a PIN."""

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, PIN
from tests.trainees.keeping import NEIGHBOUR, shis_phone, signed_in, the_device, the_post
from trainees.models import EnrolledDevice, HelpedDay, Helping, MoveRequest, Person, WeChatLink
from trainees.services import issue_entry_code
from trainees.services.appointing import end_keeper
from trainees.services.devices import end_device, issue_device_code
from trainees.wechat import IN_SESSION

TYPED = "730964"


@pytest.fixture
def phone(posters) -> Client:
    return shis_phone(posters)


def strict(phone: Client) -> Client:
    """From now on as a browser: what it sends has the token that it was given, or none that is good."""
    phone.handler.enforce_csrf_checks = True
    return phone


def again(phone: Client, address: str, form: dict[str, str], status: int = 200) -> BeautifulSoup:
    """The page that comes instead; no PIN is in it, and its own token is good."""
    answer = phone.post(address, form, follow=True)
    assert answer.status_code == status, address
    page = BeautifulSoup(answer.content, "html.parser")
    assert "This page was open for long" in page.get_text(), address
    assert TYPED not in str(page), address
    return page


def typed_in(page: BeautifulSoup, *names: str) -> list[str]:
    return [page.find("input", {"name": name})["value"] for name in names]


def test_who_a_neighbour_is_stays_in_the_form_and_goes_on_with_its_new_token(phone):
    told = NEIGHBOUR | {"phone": "137 0000 0009"}
    page = again(strict(phone), "/village/enrol/", told)
    assert typed_in(page, "name", "phone") == ["韦二姐", "137 0000 0009"]
    assert [box["value"] for box in page.select("[name=age][checked]")] == ["18+"]
    assert page.select("[name=agreed][checked]")
    token = page.find("input", {"name": "csrfmiddlewaretoken"})["value"]
    answer = phone.post("/village/enrol/", told | {"csrfmiddlewaretoken": token})
    assert answer["Location"] == "/village/enrol/picture/"


def test_whether_it_is_she_is_asked_again_and_nobody_is_signed_up(phone, yang):
    page = again(strict(phone), "/village/enrol/", NEIGHBOUR | {"name": yang.name, "another": "1"})
    assert typed_in(page, "name", "another") == [yang.name, "1"]
    assert Person.objects.count() == 2


def test_picture_and_pin_are_asked_again_and_no_digits_come_back(phone):
    phone.post("/village/enrol/", NEIGHBOUR)
    page = again(strict(phone), "/village/enrol/picture/", {"sign": "moon"})
    assert page.select("button.pick__tile--on[value=moon]")
    phone.handler.enforce_csrf_checks = False
    token = phone.post("/village/enrol/picture/", {"sign": "moon"}, follow=True).context["token"]
    strict(phone)
    for digits in ({"pin": TYPED, "again": TYPED}, {"take": TYPED}):
        page = again(phone, "/village/enrol/pin/", {"token": token} | digits)
        assert page.find("input", {"name": "token"})
    assert not Person.objects.filter(name="韦二姐").exists()


def test_what_a_neighbour_is_changed_to_stays_and_nothing_is_changed(phone, yang):
    room, was = f"/village/people/{yang.trainee_id}/", (yang.name, yang.phone, yang.sign, yang.pin)
    strict(phone)
    page = again(phone, f"{room}number/", {"name": "杨小华", "phone": "12"})
    assert typed_in(page, "name", "phone") == ["杨小华", "12"]
    page = again(phone, f"{room}picture/", {"sign": "moon"})
    assert page.select("button.pick__tile--on[value=moon]")
    for form, more in (("pin/", {"pin": TYPED, "again": TYPED}), ("pin/", {"take": TYPED}), ("help/", {"pin": TYPED})):
        assert again(phone, room + form, more).find("input", {"name": "pin", "type": "password"})
    again(phone, f"{room}helped/", {})
    again(phone, f"/learn/remember/{yang.trainee_id}/", {})
    yang.refresh_from_db()
    assert (yang.name, yang.phone, yang.sign, yang.pin) == was
    assert not Helping.objects.exists()
    assert not HelpedDay.objects.exists()


def test_who_gets_a_card_stays_ticked(phone, yang, wu):
    page = again(strict(phone), "/village/cards/", {"trainee": str(wu.trainee_id), "new_pins": "on"})
    assert [box["value"] for box in page.select("[name=trainee][checked]")] == [str(wu.trainee_id)]
    assert page.select("[name=new_pins][checked]")
    assert not page.select("[name=new_cards][checked]")


def test_the_eight_digits_of_a_phone_stay_and_enrol_none(phone, posters):
    digits = issue_device_code(village=posters[HAOHUAHONG], label="", by=None)
    page = again(strict(phone), "/village/this-phone/", {"code": digits})
    assert typed_in(page, "code") == [digits]
    assert EnrolledDevice.objects.count() == 1


def test_after_an_hour_away_what_she_had_typed_is_there_behind_her_pin(phone, yang):
    tile = the_post().user.person.phones.get()
    for address, told in (
        ("/village/enrol/", NEIGHBOUR | {"phone": "12"}),
        (f"/village/people/{yang.trainee_id}/number/", {"name": "杨小华", "phone": "12"}),
    ):
        session = phone.session
        session["seen-at"] = 0
        session.save()
        door = phone.post(address, told | {"pin": TYPED})["Location"]
        assert door == f"/learn/who/?next={quote(address, safe='')}"
        answer = phone.post(f"/learn/who/{tile.pk}/", {"pin": PIN, "next": address}, follow=True)
        assert typed_in(BeautifulSoup(answer.content, "html.parser"), "name", "phone") == [told["name"], "12"]
        assert TYPED not in answer.content.decode()
        assert told["name"] not in phone.get(address).content.decode()


@pytest.mark.parametrize("helps", [True, False])
def test_what_she_sends_while_another_is_signed_in_does_nothing_and_waits_for_her_pin(phone, yang, helps):
    address, told = "/village/enrol/", NEIGHBOUR | {"name": "罗三妹", "phone": "12"}
    phone.post(address, NEIGHBOUR)  # somebody is half signed up when the help begins
    if helps:
        phone.post(f"/village/people/{yang.trainee_id}/help/")
    else:
        signed_in(yang, phone)
    strict(phone)
    answer = phone.post(address, told)
    page = BeautifulSoup(answer.content, "html.parser")
    assert (answer.status_code, "did nothing" in page.get_text(), "罗三妹" in str(page)) == (409, True, False)
    form = page.find("form", {"class": "screen__form"})
    phone.post(form["action"], {box["name"]: box["value"] for box in form.select("input")})
    assert "_auth_user_id" not in dict(phone.session)
    phone.handler.enforce_csrf_checks = False
    tile = the_post().user.person.phones.get()
    phone.post(f"/learn/who/{tile.pk}/", {"pin": PIN})
    assert ("韦二姐" in phone.get("/village/").content.decode()) is helps
    assert typed_in(BeautifulSoup(phone.get(address).content, "html.parser"), "name", "phone") == ["罗三妹", "12"]


def test_what_she_sends_when_the_hour_of_help_is_over_waits_for_her_pin(phone, yang):
    phone.post(f"/village/people/{yang.trainee_id}/help/")
    phone.cookies.pop("sessionid")
    phone.post("/village/enrol/", NEIGHBOUR)
    tile = the_post().user.person.phones.get()
    phone.post(f"/learn/who/{tile.pk}/", {"pin": PIN})
    assert typed_in(BeautifulSoup(phone.get("/village/enrol/").content, "html.parser"), "name") == ["韦二姐"]


@pytest.mark.parametrize("helps", [True, False])
def test_who_gets_a_card_and_the_digits_of_a_phone_wait_for_her_pin_too(phone, posters, yang, wu, helps):
    tile = the_post().user.person.phones.get()
    digits = issue_device_code(village=posters[HAOHUAHONG], label="", by=None)
    forms = {"/village/cards/": {"trainee": str(wu.trainee_id), "new_pins": "on"}}
    mark = BeautifulSoup(phone.get("/village/this-phone/").content, "html.parser").find("input", {"name": "opened"})
    forms["/village/this-phone/"] = {"code": digits, "opened": mark["value"]}
    for address, told in forms.items():
        phone.post(f"/village/people/{yang.trainee_id}/help/") if helps else signed_in(yang, phone)
        answer = phone.post(address, told)
        assert (answer.status_code, digits in answer.text) == (409, False)
        phone.post("/learn/help/end/" if helps else "/learn/sign-out/")
        phone.post(f"/learn/who/{tile.pk}/", {"pin": PIN})
        page = BeautifulSoup(phone.get(address).content, "html.parser")
        assert "What you had typed is here again" in page.get_text()
        kept = [box["value"] for box in page.select("[name=trainee][checked]")] or typed_in(page, "code")
        assert kept == [told.get("trainee") or digits]
    assert EnrolledDevice.objects.count() == 1
    assert signed_in(yang).post("/village/this-phone/", {"code": digits, "opened": "x"}).status_code == 404


@pytest.mark.parametrize("ends", ["post", "phone", "sign-in", "another"])
def test_who_may_not_be_there_gets_no_form_back(phone, yang, ends):
    room = f"/village/people/{yang.trainee_id}/number/"
    if ends == "post":
        end_keeper(post=the_post(), by=None)
    elif ends == "phone":
        end_device(device=the_device(), by=None)
    elif ends == "sign-in":
        phone.post("/learn/sign-out/")
    else:
        signed_in(yang, phone)
    answer = strict(phone).post(room, {"name": "杨小华", "phone": ""})
    assert answer.status_code == {"post": 404, "phone": 403, "sign-in": 302, "another": 409}[ends]
    assert "杨小华" not in answer.content.decode()


def test_nobody_of_another_village_comes_back_either(phone, posters, yang):
    trainee = yang.trainee
    trainee.village = posters[FENGSHAN]
    trainee.save()
    for form in ("number/", "picture/", "pin/", "help/", "helped/"):
        assert strict(phone).post(f"/village/people/{trainee.pk}/{form}", {"name": "杨小华"}).status_code == 404


def test_every_door_asks_for_the_digits_again_and_lets_nobody_in(posters, yang):
    phone = signed_in(yang)
    tile = yang.phones.get()
    phone.post("/learn/sign-out/")
    strict(phone)
    assert again(phone, f"/learn/who/{tile.pk}/", {"pin": TYPED}).find("input", {"name": "pin"})
    code = issue_entry_code(person=yang, issued_by=None)
    assert typed_in(again(phone, "/learn/enter/", {"code": code}), "code") == [code]
    assert "_auth_user_id" not in dict(phone.session)


def test_of_the_notice_and_of_forgetting_nothing_is_done_and_that_is_said(posters, yang):
    phone, tile = signed_in(yang), yang.phones.get()
    Person.objects.filter(pk=yang.pk).update(age="")
    strict(phone)
    page = again(phone, "/learn/notice/", {"age": "18+", "next": "/learn/shelf/"})
    assert [box["value"] for box in page.select("[name=age][checked], [name=next]")] == ["/learn/shelf/", "18+"]
    again(phone, "/learn/forget-me/", {})
    assert "_auth_user_id" in dict(phone.session)
    page = again(phone, "/learn/forget-me/", {"remembered": str(tile.pk)})
    assert page.find("input", {"name": "remembered", "value": str(tile.pk)})
    assert (yang.phones.count(), Person.objects.get(pk=yang.pk).age) == (1, "")
    for row in ("", "x", "9"):
        assert phone.post("/learn/forget-me/", {"remembered": row}).status_code == 404


def test_wechat_is_neither_linked_nor_let_go_and_that_is_said(posters, yang, settings):
    settings.WECHAT_APP_ID, settings.WECHAT_APP_SECRET = "wx0001", "secret"
    phone = signed_in(yang)
    session = phone.session
    session[IN_SESSION] = "somebody"
    session.save()
    strict(phone)
    assert again(phone, "/learn/wechat/", {"pin": PIN}).find("input", {"name": "pin"})
    assert not WeChatLink.objects.exists()
    again(phone, "/learn/wechat/let-go/", {})
    WeChatLink.objects.create(person=yang, digest="somebody")
    again(phone, "/learn/wechat/", {"pin": PIN})
    phone.handler.enforce_csrf_checks = False
    phone.post("/learn/sign-out/")
    assert strict(phone).post("/learn/wechat/", {"pin": PIN})["Location"].startswith("/learn/who/")


def test_buttons_without_a_field_say_that_nothing_was_done(posters, yang):
    phone = strict(signed_in(yang))
    for door in ("/learn/phones/", "/learn/messages/", "/learn/take-along/", "/learn/sign-out/"):
        again(phone, door, {"phone": "all", "newest": "1"})
    page = again(phone, "/learn/my-village/", {"village": FENGSHAN})
    assert page.select(f"button[value='{FENGSHAN}']")
    assert not MoveRequest.objects.exists()
    assert "_auth_user_id" in dict(phone.session)
