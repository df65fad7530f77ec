"""A trainer films her hands, puts it into a lesson, and a neighbour sees it at the price that stands beside it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests import editor
from tests.films import filmed

pytestmark = pytest.mark.hard

LESSON = "/zh-hans/village-shop/packing-and-sending/packing-oranges/"
PLAYING = """() => {
  const video = document.querySelector('video');
  const shown = [...video.textTracks].filter(track => track.mode === 'showing').map(track => track.language);
  return { at: video.currentTime, source: video.currentSrc.split('.').pop(), shown };
}"""


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "VID_20261126.mp4"
    path.write_bytes(filmed(size="1280x720", rate=30, seconds=8.0))
    return path


@pytest.fixture
def loaded(phone: Page) -> list[Response]:
    """What the phone loads of videos."""
    answers: list[Response] = []
    phone.on("response", lambda answer: "/uploads/videos/" in answer.url and answers.append(answer))
    return answers


def send_video(desk: Page, film: Path) -> None:
    """Until it is ready: how far it is changes by itself."""
    desk.goto("/cms/videos/")
    desk.get_by_role("link", name="传一个视频").click()
    desk.get_by_label("视频文件").set_input_files(film)
    expect(desk.get_by_label("标题")).to_have_value("VID_20261126")
    desk.get_by_label("标题").fill("看我装一箱")
    desk.get_by_role("button", name="传上去").click()
    desk.get_by_role("heading", name="看我装一箱").wait_for()
    expect(desk.locator("video")).to_have_count(1, timeout=120_000)
    desk.get_by_label("简体中文").fill("0:00 先擦干。\n0:03 再套网。")
    desk.get_by_role("button", name="保存这些字幕").first.click()
    desk.get_by_text("字幕保存好了。").wait_for()


def put_into_lesson(desk: Page) -> None:
    editor.open_lesson(desk, "打包鲜果")
    editor.be_noticed(desk)
    cards = desk.locator("#cards-root [data-streamfield-child]")
    before = cards.count()
    desk.locator("#cards-root .c-sf-add-button").first.click()
    desk.get_by_role("option", name="视频", exact=True).click()
    expect(cards).not_to_have_count(before)
    card = cards.first
    card.get_by_role("button", name="选一个视频").click()
    desk.locator(".modal [data-chooser-modal-choice]", has_text="看我装一箱").click()
    expect(desk.locator(".modal")).to_have_count(0)
    card.locator("[name$='-value-title']").fill("看我装一箱")
    card.locator("[name$='-value-text']").fill("先擦干。\n再套网。")
    editor.publish(desk)


def wait_until_it_plays(phone: Page, source: str) -> None:
    for _half_second in range(80):
        told = phone.evaluate(PLAYING)
        if told["source"] == source and told["at"] > 0.5:
            return
        phone.wait_for_timeout(500)
    pytest.fail(f"Last seen: {told}")


def look(phone: Page, loaded: list[Response]) -> None:
    phone.goto(LESSON)
    phone.wait_for_load_state("networkidle")
    way = phone.get_by_role("button", name="小画面")
    expect(way).to_contain_text(" MB · 0:08")
    assert loaded == []
    way.click()
    wait_until_it_plays(phone, "mp4")
    assert {answer.status for answer in loaded if answer.url.endswith(".mp4")} == {206}
    assert phone.evaluate(PLAYING)["shown"] == ["zh-Hans"]


def hear(phone: Page) -> None:
    """Sound alone goes on from where she was."""
    phone.get_by_role("button", name="只听声音").click()
    wait_until_it_plays(phone, "m4a")


def lose_signal(phone: Page) -> None:
    phone.context.set_offline(True)
    phone.get_by_role("button", name="大画面").click()
    phone.get_by_text("可能没有信号").wait_for()
    expect(phone.locator(".cloth__picture").first).to_be_visible()
    phone.context.set_offline(False)


def test_video_from_a_phone_is_seen_in_a_lesson(trainer, phone, phone_without_javascript, film, loaded):
    send_video(trainer, film)
    put_into_lesson(trainer)
    look(phone, loaded)
    hear(phone)
    lose_signal(phone)
    phone_without_javascript.goto(LESSON)
    expect(phone_without_javascript.locator("video[controls][preload=none]")).to_be_visible()
    assert phone_without_javascript.get_by_role("link", name="只听声音").get_attribute("href").endswith(".m4a")
