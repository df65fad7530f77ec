"""A page lists what is recorded for it once, the same for every reader; nothing is said where nothing is recorded."""

import json
import re
from pathlib import Path

import pytest
from django.db import connection
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext

from courses.blocks import CARDS
from media.services import find_or_make_track, keep_recording
from tests import builders
from tests.tones import FOLDER

MP3 = (FOLDER / "high.mp3").read_bytes()
LIST = re.compile(r'<script id="recordings" type="application/json">(.*?)</script>', re.S)
PLAYER = re.compile(r"<noscript>.*?</noscript>", re.S)


@pytest.fixture
def lesson(course):
    return builders.a_lesson(builders.a_module(course))


@pytest.fixture
def record():
    def make(subject: str, language: str = "pcc", variety: str = "好花红", **track: str):
        track_ = find_or_make_track(language=language, variety=variety, **track)
        return keep_recording(track=track_, subject=subject, words="", content=MP3).recording

    return make


def listed(page: str) -> dict | None:
    found = LIST.search(page)
    return json.loads(found[1]) if found else None


def test_page_of_a_lesson_without_recordings_says_nothing_of_them(client, lesson):
    page = client.get(lesson.url).text
    assert listed(page) is None
    assert "<!--hear" not in page
    assert not re.search(r"<audio", page)


def test_page_lists_address_bytes_and_seconds_by_subject_and_track(client, lesson, record):
    subject = f"card:{lesson.cards[1].id}"
    recording = record(subject)
    told = listed(client.get(lesson.url).text)
    assert told["tracks"] == [[recording.track_id, "pcc", "布依语 · 好花红"]]
    heard = told["said"][subject][str(recording.track_id)]
    assert heard == [recording.url, recording.bytes, recording.seconds]


def test_page_lists_nothing_of_other_pages(client, lesson, record):
    record("card:somewhere-else")
    assert listed(client.get(lesson.url).text) is None


def test_new_recording_is_in_the_next_page_that_anyone_asks_for(client, lesson, record):
    client.get(lesson.url)
    record(f"card:{lesson.cards[0].id}")
    assert listed(client.get(lesson.url).text)


def test_recordings_cost_one_query_whatever_their_number(client, lesson, record):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get(f"{lesson.url}?fresh=1")
        return len(seen)

    queries()  # what is asked for once a process
    before = queries()
    for card in lesson.cards:
        for variety in ("好花红", "王佑"):
            record(f"card:{card.id}", variety=variety)
    assert queries() == before


def test_who_runs_no_script_hears_it_too(client, lesson, record):
    recording = record(f"card:{lesson.cards[0].id}")
    [player] = [one for one in PLAYER.findall(client.get(lesson.url).text) if "audio" in one]
    assert f'<audio controls preload="none" src="{recording.url}">' in player
    assert "布依语 · 好花红" in player


def test_name_of_a_track_is_text_wherever_it_stands(client, lesson, record):
    name = "</script><script>alert(1)</script>"
    record(f"card:{lesson.cards[0].id}", name=name)
    page = client.get(lesson.url).text
    assert "<script>alert(1)" not in page
    assert listed(page)["tracks"][0][2] == name


def test_every_kind_of_card_can_be_heard():
    said = re.compile(r'data-say="(card|question):{{ card_id }}"')
    assert [name for name, block in CARDS if not said.search(_source(block.meta.template))] == []


def _source(template: str) -> str:
    return Path(get_template(template).origin.name).read_text()
