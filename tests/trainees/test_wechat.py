"""By WeChat, through allauth's own code, against a WeChat on this machine."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client

from tests.trainees.carriers import Carrier, carrier
from tests.trainees.conftest import PIN, signed_in_user
from trainees.models import Person, WeChatLink
from trainees.services import issue_entry_code, set_pin
from trainees.services.wechat import note_wechat_used, unlink_wechat

IN_WECHAT = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 8.1) MicroMessenger/8.0", "HTTP_ACCEPT_LANGUAGE": "en"}
NUMBER = "oABCDEF-0001"


@pytest.fixture(autouse=True)
def here(settings, own_limits) -> Iterator[Carrier]:
    settings.WECHAT_APP_ID, settings.WECHAT_APP_SECRET = "wx0001", "secret"
    with carrier() as running:
        settings.WECHAT_API = running.url
        running.says({"access_token": "token", "expires_in": 7200, "openid": NUMBER, "scope": "snsapi_base"})
        yield running


def phone_of(person: Person | None = None) -> Client:
    client = Client(**IN_WECHAT)
    if person:
        client.force_login(person.user)
    return client


def through_wechat(client: Client, **changed: str):
    """On to WeChat and back, with what it was told to bring along."""
    there = client.get("/learn/wechat/ask/")["Location"]
    [state] = parse_qs(urlsplit(there).query)["state"]
    client.get("/learn/wechat/answer/", {"code": "once", "state": state} | changed)
    return client.get("/learn/wechat/")


def link(person: Person) -> Client:
    client = phone_of(person)
    through_wechat(client)
    assert client.post("/learn/wechat/", {"pin": PIN})["Location"] == "/learn/phones/"
    return client


def test_she_links_her_wechat_with_her_pin_and_then_one_tap_signs_her_in(yang, here):
    asked = through_wechat(phone_of(yang))
    assert "Is this your own WeChat?" in asked.text
    assert not WeChatLink.objects.exists()
    link(yang)
    stranger = phone_of()
    assert through_wechat(stranger)["Location"] == "/learn/"
    assert signed_in_user(stranger) == str(yang.user_id)


def test_wechat_is_asked_in_its_own_form_and_for_nothing_but_the_number(yang, here):
    there = urlsplit(phone_of().get("/learn/wechat/ask/")["Location"])
    asked = {name: values[0] for name, values in parse_qs(there.query).items()}
    assert (there.netloc, there.path, there.fragment) == (
        "open.weixin.qq.com",
        "/connect/oauth2/authorize",
        "wechat_redirect",
    )
    assert (asked["appid"], asked["scope"], asked["response_type"]) == ("wx0001", "snsapi_base", "code")
    assert asked["redirect_uri"].endswith("/learn/wechat/answer/")
    through_wechat(phone_of())
    grant = {"appid": "wx0001", "secret": "secret", "code": "once", "grant_type": "authorization_code"}
    assert here.asked == [("", grant)]


def test_of_the_account_nothing_is_kept_but_a_digest(yang):
    link(yang)
    kept = WeChatLink.objects.get()
    assert NUMBER not in kept.digest
    assert not SocialAccount.objects.exists()
    assert not SocialToken.objects.exists()


def test_a_wechat_that_nobody_linked_is_told_calmly_how(posters):
    page = through_wechat(phone_of())
    assert page.status_code == 200
    assert "not linked to anybody here yet" in page.text
    assert 'href="/learn/who/?next=/learn/wechat/"' in page.text
    assert 'href="/learn/join/?next=/learn/wechat/"' in page.text


def test_who_comes_in_after_it_is_asked_at_once_whether_this_wechat_is_hers(yang):
    client = phone_of()
    through_wechat(client)
    asking = "/learn/enter/?next=/learn/wechat/"
    there = client.post(asking, {"code": issue_entry_code(person=yang, issued_by=None)})["Location"]
    entered = client.post(there, {"pin": PIN})
    assert "Is this your own WeChat?" in client.get(entered["Location"]).text


def test_who_comes_through_wechat_a_second_time_goes_on_and_is_in_already(yang):
    client = link(yang)
    session = client.session.session_key
    assert through_wechat(client)["Location"] == "/learn/"
    assert client.session.session_key == session
    assert signed_in_user(client) == str(yang.user_id)


def test_one_wechat_belongs_to_one_person(yang, wu):
    link(yang)
    client = phone_of(wu)
    assert through_wechat(client).status_code == 409
    assert client.post("/learn/wechat/").status_code == 409
    assert signed_in_user(client) == str(wu.user_id)
    assert WeChatLink.objects.get().person == yang


def test_it_is_let_go_in_one_tap_and_by_a_new_pin(yang):
    client = link(yang)
    assert "Unlink my WeChat" in client.get("/learn/phones/").text
    client.post("/learn/wechat/let-go/")
    assert "not linked to anybody" in through_wechat(phone_of()).text
    link(yang)
    set_pin(person=yang, pin="730964")
    assert "not linked to anybody" in through_wechat(phone_of()).text


def test_it_goes_with_the_phones_that_forget_her(yang):
    client = link(yang)
    client.post("/learn/phones/", {"phone": "all"})
    assert not WeChatLink.objects.exists()


def test_a_link_that_was_let_go_in_the_same_moment_stays_away(yang):
    link(yang)
    used = WeChatLink.objects.get()
    unlink_wechat(person=yang)
    note_wechat_used(link=used)
    assert not WeChatLink.objects.exists()


def test_an_answer_that_this_browser_did_not_ask_for_opens_nothing(yang, here):
    link(yang)
    asked_by_somebody_else = parse_qs(urlsplit(phone_of().get("/learn/wechat/ask/")["Location"]).query)["state"][0]
    victim = phone_of()
    here.asked.clear()
    for state in (asked_by_somebody_else, "made-up", ""):
        page = victim.get("/learn/wechat/answer/", {"code": "once", "state": state})
        assert page.status_code == 400
        assert "WeChat did not let us know who you are" in page.text
    assert here.asked == []
    assert signed_in_user(victim) is None


@pytest.mark.parametrize(
    "said",
    [
        {"errcode": 40029, "errmsg": "invalid code"},
        {"access_token": "token"},
        {"access_token": "token", "openid": ["o", "p"]},
        {},
    ],
)
def test_what_wechat_refuses_or_leaves_out_is_a_calm_page(posters, here, said):
    here.says(said)
    client = phone_of()
    state = parse_qs(urlsplit(client.get("/learn/wechat/ask/")["Location"]).query)["state"][0]
    page = client.get("/learn/wechat/answer/", {"code": "once", "state": state})
    assert page.status_code == 400
    assert "Nothing was changed" in page.text
    assert 'href="/learn/wechat/ask/"' in page.text


@pytest.mark.parametrize("broken_off", [{"error": "access_denied"}, {"error": "other"}])
def test_a_visit_broken_off_at_wechat_or_a_wechat_that_is_away_is_a_calm_page(posters, settings, broken_off):
    client = phone_of()
    state = parse_qs(urlsplit(client.get("/learn/wechat/ask/")["Location"]).query)["state"][0]
    assert client.get("/learn/wechat/answer/", {"state": state} | broken_off).status_code == 400
    settings.WECHAT_API = "http://127.0.0.1:9"
    state = parse_qs(urlsplit(client.get("/learn/wechat/ask/")["Location"]).query)["state"][0]
    assert client.get("/learn/wechat/answer/", {"state": state, "code": "once"}).status_code == 400


def test_somebody_who_was_switched_off_is_not_let_in(yang):
    link(yang)
    yang.user.is_active = False
    yang.user.save()
    client = phone_of()
    assert "not linked to anybody" in through_wechat(client).text
    assert signed_in_user(client) is None


def test_the_button_stands_in_wechat_alone_and_only_where_keys_are(posters, settings):
    assert "/learn/wechat/ask/" in phone_of().get("/learn/who/").text
    assert "/learn/wechat/ask/" not in Client().get("/learn/who/").text
    settings.WECHAT_AUTHORIZE_URL = "https://open.weixin.qq.com/connect/qrconnect"
    assert "/learn/wechat/ask/" in Client().get("/learn/who/").text
    settings.WECHAT_APP_ID = ""
    assert "/learn/wechat/ask/" not in phone_of().get("/learn/who/").text
    assert phone_of().get("/learn/wechat/ask/").status_code == 404


def test_whoever_finds_her_phone_open_links_no_wechat_to_her(yang):
    client = phone_of(yang)
    through_wechat(client)
    assert "That is not the PIN" in client.post("/learn/wechat/", {"pin": "111111"}).text
    assert "That is not the PIN" in client.post("/learn/wechat/").text
    assert not WeChatLink.objects.exists()
