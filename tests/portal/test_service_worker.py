"""The service worker as it is sent, and what tells it which answers are ours."""

import json
import re

import pytest
from wagtail.models import PageViewRestriction

from portal.page_cache import store
from portal.page_cache.middleware import OURS
from tests import builders

MADE = re.compile(r"var made = (\{.*?\});\n")


@pytest.fixture
def two_languages(db):
    builders.a_course(builders.a_home())
    builders.a_course(builders.a_home("en"))


def made(client) -> dict:
    return json.loads(MADE.match(client.get("/service-worker.js").text)[1])


def test_worker_is_a_script_that_is_asked_for_at_every_visit(client, two_languages):
    worker = client.get("/service-worker.js")
    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Cache-Control"] == "no-cache"
    again = client.get("/service-worker.js", headers={"If-None-Match": worker["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_worker_may_run_under_the_policy_of_our_pages(client, two_languages):
    assert "worker-src 'self'" in client.get("/zh-hans/")["Content-Security-Policy"]


def test_shell_is_a_page_without_signal_for_each_live_language(client, two_languages):
    assert made(client)["pages"] == {"zh-hans": "/zh-hans/no-signal/", "en": "/en/no-signal/"}
    assert {client.get(page)[OURS] for page in made(client)["pages"].values()} == {"page"}


def test_shell_holds_every_file_that_the_page_without_signal_names(client, two_languages):
    named = re.findall(r'"(/static/[^"]+)"', client.get("/zh-hans/no-signal/").text)
    assert named
    assert set(named) <= set(made(client)["shell"])


def test_another_release_is_another_worker(client, two_languages, monkeypatch):
    before = client.get("/service-worker.js")["ETag"]
    monkeypatch.setattr(store, "RELEASE", "another")
    assert client.get("/service-worker.js")["ETag"] != before


def test_switched_off_it_is_the_worker_that_ends_itself(client, two_languages, settings):
    settings.SERVICE_WORKER = False
    worker = client.get("/service-worker.js").text
    assert "unregister()" in worker
    assert "fetch" not in worker


def test_switched_off_no_page_starts_it(client, two_languages, settings):
    assert 'data-worker="/service-worker.js"' in client.get("/zh-hans/help/").text
    settings.SERVICE_WORKER = False
    store._memory.clear()
    assert "data-worker" not in client.get("/zh-hans/search/").text


def test_only_pages_that_are_the_same_for_everybody_say_so(client, lesson):
    page = client.get("/zh-hans/")
    assert page[OURS] == "page"
    assert client.get("/zh-hans/", headers={"If-None-Match": page["ETag"]})[OURS] == "page"
    for address in ("/zh-hans/display/", "/learn/", "/zh-hans/nothing/", "/zh-hans/search/?q=1", "/accounts/login/"):
        assert OURS not in client.get(address).headers


def test_paper_of_the_installed_app_speaks_the_language_and_names_icons_that_are_there(client, two_languages):
    paper = client.get("/en/manifest.webmanifest")
    assert paper["Content-Type"] == "application/manifest+json"
    said = json.loads(paper.text)
    assert (said["lang"], said["start_url"], said["name"]) == ("en", "/en/", "Village Shop School")
    assert {icon["purpose"] for icon in said["icons"]} == {"any", "maskable"}


@pytest.mark.parametrize("page", ["", "village-shop/"])
def test_list_of_lessons_names_the_paper_and_a_lesson_does_not(client, lesson, page):
    assert 'rel="manifest"' in client.get(f"/zh-hans/{page}").text
    assert 'rel="manifest"' not in client.get(lesson.url).text


def test_course_behind_a_door_is_not_named_among_those_to_keep(client, lesson, django_capture_on_commit_callbacks):
    course, page = lesson.course, "/zh-hans/on-this-phone/"
    assert f'data-course="{course.translation_key}"' in client.get(page).text
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=course.page_ptr, restriction_type="login")
    assert str(course.translation_key) not in client.get(page).text
