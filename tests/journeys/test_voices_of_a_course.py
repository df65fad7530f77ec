"""A course that she keeps brings the voice that she hears, and no other unasked."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.server import Server, manage
from tests.tones import FOLDER

pytestmark = pytest.mark.hard

KEEPING = "/zh-hans/on-this-phone/"
TRACKS = {"high": {"language": "pcc", "place": "好花红"}, "middle": {"language": "zh-x-guizhou"}}
KEPT_SOUND = """async () => {
  const names = (await caches.keys()).filter(name => name.startsWith("pack "));
  const keys = names.length ? await (await caches.open(names[0])).keys() : [];
  return keys.filter(key => key.url.includes("/recordings/")).length;
}"""
# As it was kept before the list of a course said whose voice a file is.
MAKE_OLDER = """async () => {
  const section = document.querySelector("[data-pack]"), address = section.getAttribute("data-pack");
  const cache = await caches.open("pack " + section.getAttribute("data-course") + " zh-hans");
  const state = await (await cache.match(address)).json();
  delete state.manifest.voices;
  state.manifest.parts.audio.forEach(file => { delete file.voices; });
  state.choice.audio = true;
  await cache.put(address, new Response(JSON.stringify(state)));
}"""


@pytest.fixture
def record(server: Server, tmp_path: Path) -> Callable[[str], None]:
    def bring_in(tone: str) -> None:
        stick = tmp_path / tone
        (stick / "packing-oranges").mkdir(parents=True)
        (stick / "track.json").write_text(json.dumps(TRACKS[tone]))
        for card in range(1, 3):
            (stick / "packing-oranges" / f"{card}.mp3").write_bytes((FOLDER / f"{tone}.mp3").read_bytes() + bytes(card))
        manage("import_recordings", str(stick), environment=server.environment)

    return bring_in


def lines(phone: Page):
    return phone.locator(".pack").first.locator('[data-is="audio"]')


def ticked(phone: Page) -> list[bool]:
    expect(phone.locator('.pack [data-is="start"]').first).to_be_visible()
    return [box.is_checked() for box in lines(phone).get_by_role("checkbox").all()]


def keep(phone: Page) -> None:
    phone.locator('[data-is="start"]').first.click()
    expect(phone.locator('[data-is="start"]').first).to_be_hidden()
    expect(phone.locator('[data-is="pause"]').first).to_be_hidden()
    expect(phone.locator('[data-is="updated"]').first).to_contain_text("已在手机里")


def come_with(phone: Page, server: Server, display: str) -> None:
    phone.context.add_cookies([{"name": "display", "value": display, "url": server.url}])
    phone.goto(KEEPING)


def test_sound_is_offered_voice_by_voice_once_there_are_two(phone, server, record):
    phone.goto(KEEPING)
    assert ticked(phone) == []
    expect(lines(phone)).to_be_hidden()
    record("high")
    phone.goto(KEEPING)
    assert ticked(phone) == [True]
    expect(lines(phone)).to_have_text(re.compile(r"^声音 0\.1 MB$"))
    record("middle")
    phone.goto(KEEPING)
    assert ticked(phone) == [False, True]
    expect(lines(phone)).to_have_text([re.compile(r"^声音：布依语 · 好花红 0\.1 MB$"), re.compile("贵州话")])
    come_with(phone, server, "voice-1")
    assert ticked(phone) == [True, False]
    come_with(phone, server, "voice-phone")
    assert ticked(phone) == [False, False]


def test_only_the_voices_that_she_ticks_come_and_another_can_follow(phone, server):
    come_with(phone, server, "voice-1")
    keep(phone)
    assert phone.evaluate(KEPT_SOUND) == 2
    expect(lines(phone).nth(0)).to_be_hidden()
    lines(phone).nth(1).get_by_role("checkbox").check(force=True)
    keep(phone)
    assert phone.evaluate(KEPT_SOUND) == 4
    phone.reload()
    expect(phone.locator('[data-is="updated"]').first).to_be_visible()
    expect(lines(phone).locator("visible=true")).to_have_count(0)


def test_course_kept_before_voices_were_told_apart_stays_whole_with_and_without_signal(phone, server):
    come_with(phone, server, "voice-1")
    lines(phone).nth(1).get_by_role("checkbox").check(force=True)
    keep(phone)
    phone.evaluate(MAKE_OLDER)
    for offline in (False, True):
        phone.context.set_offline(offline)
        phone.reload()
        expect(phone.locator('[data-is="updated"]').first).to_be_visible()
        expect(phone.locator('[data-is="start"]').first).to_be_hidden()
        expect(lines(phone).locator("visible=true")).to_have_count(0)
    assert phone.evaluate(KEPT_SOUND) == 4
