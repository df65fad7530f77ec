"""The small pages around the lessons, and the headers that every page carries."""

import re

import pytest
from django.test import Client

from portal import phone_bundle
from portal.display import COOKIE
from tests import builders


@pytest.fixture
def two_languages(db):
    builders.a_course(builders.a_home())
    builders.a_course(builders.a_home("en"))


def test_first_screen_offers_every_language_in_itself(client, two_languages):
    page = client.get("/").text
    assert 'href="/zh-hans/"' in page
    assert "简体中文" in page
    assert 'href="/en/"' in page
    assert "English" in page


def test_first_screen_is_the_same_for_every_browser_language(client, two_languages):
    english = client.get("/", headers={"Accept-Language": "en"})
    chinese = client.get("/", headers={"Accept-Language": "zh"})
    assert english.content == chinese.content


def test_language_without_a_published_home_is_not_offered(client, two_languages):
    assert 'href="/pcc/"' not in client.get("/").text


@pytest.mark.parametrize("path", ["help/", "search/", "display/"])
@pytest.mark.parametrize(("folder", "lang"), [("/zh-hans/", "zh-Hans"), ("/en/", "en")])
def test_small_pages_speak_their_language(client, two_languages, folder, lang, path):
    assert f'<html lang="{lang}">' in client.get(folder + path).text


def test_chosen_letters_and_hand_are_kept_and_she_goes_back(client, two_languages):
    response = client.post("/zh-hans/display/", {"size": "large", "hand": "left-hand", "next": "/zh-hans/"})
    assert response["Location"] == "/zh-hans/"
    assert client.cookies[COOKIE].value == "large.left-hand"
    assert 'value="large" checked' in client.get("/zh-hans/display/").text


def test_who_chose_nothing_is_asked_as_her_browser_is_set(client, two_languages):
    as_usual = client.get("/en/display/").text
    sparing = client.get("/en/display/", headers={"Save-Data": "on"}).text
    assert _picture_fields(as_usual) == ['name="pictures" value="" checked', 'name="pictures" value="saving"']
    assert _picture_fields(sparing) == ['name="pictures" value="all-pictures"', 'name="pictures" value="" checked']


def test_letters_kept_alone_leave_pictures_as_her_browser_is_set(client, two_languages):
    client.post("/en/display/", {"size": "large", "hand": "", "pictures": ""})
    assert client.cookies[COOKIE].value == "large"


@pytest.mark.parametrize("chosen", ["saving", "all-pictures"])
def test_what_she_chose_for_pictures_stands_against_her_browser(client, two_languages, chosen):
    client.post("/en/display/", {"size": "", "hand": "", "pictures": chosen})
    assert client.cookies[COOKIE].value == chosen
    page = client.get("/en/display/", headers={"Save-Data": "on"}).text
    assert f'name="pictures" value="{chosen}" checked' in page


def test_without_scripts_she_is_told_that_pictures_come(client, two_languages):
    assert "<noscript><p" in client.get("/en/display/").text


def test_without_script_the_choice_is_a_style_sheet(client, two_languages):
    client.cookies[COOKIE] = "largest.left-hand"
    styles = client.get("/display.css").text
    assert "font-size:175%" in styles
    assert "row-reverse" in styles


@pytest.mark.parametrize("cookie", ["</style><script>", "huge", "", "large;x"])
def test_strange_cookie_gives_no_strange_styles(client, db, cookie):
    client.cookies[COOKIE] = cookie
    assert "<" not in client.get("/display.css").text


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_foreign_way_back_leads_home(client, two_languages, target):
    assert client.post("/zh-hans/display/", {"size": "", "hand": "", "next": target})["Location"] == "/"


def test_wrong_size_is_refused_and_the_page_stays(client, two_languages):
    assert client.post("/zh-hans/display/", {"size": "enormous"}).status_code == 200


def test_policy_names_the_inline_texts_by_hash(client, two_languages):
    response = client.get("/zh-hans/")
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert phone_bundle.source_hash(phone_bundle.styles()) in policy
    assert f"<style>{phone_bundle.styles()}</style>" in response.text


def test_file_by_itself_may_load_nothing_and_says_so_in_few_bytes(client, two_languages):
    policy = client.get("/static/nothing.js")["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; base-uri")
    assert "sha256" not in policy


def test_every_answer_carries_a_policy(client, two_languages):
    for path in ("/zh-hans/", "/nowhere", "/display.css", "/healthz", "/cms/"):
        response = client.get(path)
        assert "base-uri 'none'" in response["Content-Security-Policy"], path
        assert response["X-Content-Type-Options"] == "nosniff", path


def test_page_asks_nothing_of_another_host(client, two_languages):
    page = client.get("/zh-hans/").text
    assert re.search(r'(?:src|srcset|href|action)="(?:https?:)?//|url\(["\']?(?:https?:)?//|@import', page) is None


def test_form_from_elsewhere_is_refused_in_words(two_languages):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/zh-hans/display/", {"size": "large", "hand": ""})
    assert answer.status_code == 403
    assert "请再来一次" in answer.text


def test_healthz_answers(client, db):
    assert client.get("/healthz").content == b"ok"


def _picture_fields(page: str) -> list[str]:
    return re.findall(r'name="pictures" value="[^"]*"(?: checked)?', page)
