"""Help by kind of page, the way out of WeChat's browser, and what this phone can do: the same bytes for everybody."""

import re

import pytest

from media.phrases import PHRASES
from portal.device_checks import CHECKS
from portal.help_topics import TOPICS
from tests import builders
from tests.house.files import ROOT

PAGES = ("help/", "open-in-browser/", "device-check/")
TOPIC = re.compile(r"{% block help_topic %}#([a-z-]+){% endblock %}")


@pytest.fixture
def two_languages(db):
    builders.a_course(builders.a_home())
    builders.a_course(builders.a_home("en"))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("folder", "lang"), [("/zh-hans/", "zh-Hans"), ("/en/", "en")])
def test_pages_speak_their_language(client, two_languages, folder, lang, path):
    assert f'<html lang="{lang}">' in client.get(folder + path).text


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_kept_and_shared(client, lesson, path):
    first, second = client.get("/zh-hans/" + path), client.get("/zh-hans/" + path)
    assert first["ETag"] == second["ETag"]
    assert second["Vary"] == "Accept-Encoding"


def test_every_page_that_names_a_topic_of_help_names_one_that_is_there():
    named = {
        topic
        for folder in ("courses", "progress", "quizzes", "trainees", "site/portal")
        for path in (ROOT / folder).rglob("templates/**/*.html")
        for topic in TOPIC.findall(path.read_text())
    }
    assert {"list", "lesson", "quiz", "result", "who", "pin", "code", "sign-up", "mine"} <= named
    assert named <= {topic.key for topic in TOPICS}


def test_lesson_asks_for_help_in_a_lesson(client, lesson):
    assert 'href="/zh-hans/help/#lesson"' in client.get(lesson.url).text


def test_help_says_a_few_words_on_each_topic_and_each_can_be_heard(client, two_languages):
    page = client.get("/en/help/").text
    for topic in TOPICS:
        assert f'id="{topic.key}"' in page
        assert 1 <= len(topic.says) <= 3
        for _icon, key in topic.says:
            assert f'data-say="phrase:{key}"' in page
            assert len(str(PHRASES[key])) <= 90, key


def test_without_a_script_help_leads_to_the_lessons(client, two_languages):
    page = client.get("/en/help/").text
    assert 'href="../" data-way-back hidden' in page
    assert 'href="../" data-way-on>' in page


def test_wechat_line_is_in_every_page_but_lessons_and_quizzes(client, lesson):
    line = 'class="wechat" href="/zh-hans/open-in-browser/"'
    assert line in client.get("/zh-hans/help/").text
    assert line in client.get(lesson.course.url).text
    assert line in client.get("/learn/who/?in=zh-hans").text
    assert line not in client.get(lesson.url).text


def test_address_to_copy_is_there_without_a_script(client, two_languages):
    assert 'readonly value="testserver/"' in client.get("/en/open-in-browser/").text


@pytest.mark.parametrize(
    ("asked", "shown"), [("testserver:8000", "testserver:8000/"), ("testserver:6666", "testserver/")]
)
def test_port_that_a_stranger_made_up_is_shown_to_nobody(client, lesson, asked, shown):
    first = client.get("/zh-hans/open-in-browser/", headers={"Host": asked}, SERVER_PORT="8000")
    kept = client.get("/zh-hans/open-in-browser/")
    assert f'readonly value="{shown}"' in kept.text
    assert kept["ETag"] == first["ETag"]


def test_every_check_says_what_each_outcome_means(client, two_languages):
    page = client.get("/en/device-check/").text
    for check in CHECKS:
        assert f'data-check="{check.key}"' in page
        assert {outcome.split("-")[0] for outcome in check.outcomes} <= {"yes", "no", "told"}
    probes = (ROOT / "site/portal/static/phone/device/probes.js").read_text().rpartition("return {")[2]
    assert set(re.findall(r"^\s+(\w+): ", probes, re.M)) == {check.key for check in CHECKS}


def test_without_scripts_the_check_says_what_still_works(client, two_languages):
    assert re.search(r"<noscript><p[^>]*>Scripts are switched off", client.get("/en/device-check/").text)


def test_first_screen_lets_in_only_the_two_inline_scripts_it_has(client, two_languages):
    answer = client.get("/")
    inline = re.findall(r"<script>(.*?)</script>", answer.text, re.S)
    assert len(inline) == 2
    assert answer["Content-Security-Policy"].count("'sha256-") >= 2


def test_links_to_another_language_stay_on_the_first_screen(client, lesson):
    assert 'href="/#languages"' in client.get("/zh-hans/help/").text
    assert 'id="languages"' in client.get("/").text
