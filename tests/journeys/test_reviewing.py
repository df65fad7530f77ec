"""Yang hands in a photo; Wei looks at it on her phone and says something; Yang hears it, hands in again, and passes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import barriers
from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.journeys.learning import VILLAGE, code_of_village, in_shell, join
from tests.learning import a_sent_photo
from tests.server import Server
from tests.takes import recorded

LESSON = 'LessonPage.objects.get(slug="taking-photos", locale__language_code="zh-hans")'
TASK = f"""
from courses.models import LessonPage
lesson = {LESSON}
print(lesson.translation_key, next(card.id for card in lesson.cards if card.block_type == "task"))
"""
HAND_IN = f"""
from uuid import uuid4
from courses.models import LessonPage
from progress.services import keep_photo, receive_events
from tests.learning import a_sent_photo
from trainees.services import join
from villages.models import Division
lesson = {LESSON}
card = next(card.id for card in lesson.cards if card.block_type == "task")
trainee = join(name="罗", sign="fish", age="18+", village=Division.objects.get(code="{VILLAGE}")).trainee
photo = keep_photo(trainee=trainee, content=a_sent_photo()).sha256
payload = dict(card=card, words=dict(text="窗边拍的。"), photos=[photo], only_county=False)
body = dict(uuid=str(uuid4()), kind="task-submitted", object=str(lesson.translation_key), payload=payload)
receive_events(trainee=trainee, bodies=[body])
print(trainee.number)
"""


@pytest.fixture(scope="module")
def browser(browser_that_hears: Browser) -> Browser:
    return browser_that_hears


@pytest.fixture
def wei(browser: Browser, server: Server, cookies_of) -> Iterator[Page]:
    """The trainer on her phone, signed in."""
    context = browser.new_context(base_url=server.url, storage_state=cookies_of("trainer"), **PHONE)
    context.set_default_timeout(MILLISECONDS)
    yield context.new_page()
    context.close()


def open_work(wei: Page, number: str) -> None:
    """The one who came last waits at the end of the list."""
    wei.goto("/cms/reviews/")
    work = wei.locator("a.row", has_text=number)
    while not work.count():
        wei.get_by_role("link", name="下一页", exact=True).click()
        wei.wait_for_load_state()
    work.click()
    expect(wei.locator("[name=tick]")).to_have_count(4)


def tick(wei: Page, *numbers: int) -> None:
    for number in numbers:
        wei.locator(".check").nth(number).click()


def speak(wei: Page) -> None:
    wei.get_by_role("button", name="录一段话").click()
    stop = wei.locator("[data-do=stop]")
    expect(stop).to_be_visible()
    wei.wait_for_timeout(1300)
    stop.click()
    expect(wei.locator(".review-voice audio")).to_be_visible()


def test_trainer_on_her_phone_says_once_more_with_her_voice(wei, server):
    number = in_shell(server, HAND_IN)
    open_work(wei, number)
    expect(wei.locator(".review-photo img")).to_have_js_property("naturalWidth", 800)
    tick(wei, 0, 2)
    wei.get_by_role("button", name="再来一次").click()
    expect(wei.locator(".review__said")).to_contain_text("要怎么改")
    speak(wei)
    wei.get_by_role("button", name="再来一次").click()
    expect(wei.locator(".review-told")).to_contain_text("再来一次")
    told = in_shell(
        server,
        "from progress.models import Review; one = Review.objects.get(submission__trainee__pk="
        f"{int(number[2:])}); print(one.ticks, one.passed, bool(one.voice or one.voice_sent))",
    )
    assert told == "[True, False, True, False] False True"


@pytest.mark.hard
def test_yang_hears_what_was_said_hands_in_again_and_passes(wei, server, phone, tmp_path):
    lesson, card = in_shell(server, TASK).split()
    address = f"/learn/task/{lesson}/{card}/"
    join(phone, code_of_village(server), "杨照", "fern")
    photo = tmp_path / "橙子.jpg"
    photo.write_bytes(a_sent_photo())
    hand_in(phone, address, photo, "照片有点黑。")
    expect(phone.get_by_role("heading", name="等老师看")).to_be_visible()

    number = in_shell(
        server, "from trainees.models import Person; print(Person.objects.filter(name='杨照').last().trainee.number)"
    )
    open_work(wei, number)
    tick(wei, 0)
    speak(wei)
    say(wei, "再来一次")

    hear(phone)
    hand_in(phone, f"{address}?again=1", photo, "靠窗又拍了一次。")
    open_work(wei, number)
    tick(wei, 0, 1, 2, 3)
    wei.locator("[name=comment]").fill("这次很亮。")
    say(wei, "通过")
    phone.reload()
    expect(phone.get_by_role("heading", name="通过", exact=True)).to_be_visible()
    expect(phone.get_by_text("这次很亮。")).to_be_visible()


def hand_in(phone: Page, address: str, photo: Path, words: str) -> None:
    """With the plain form."""
    phone.goto(address)
    phone.locator("input[type=file][name=photos]").set_input_files(photo)
    phone.locator("label.check", has=phone.locator("[name=child][value=no]")).click()
    phone.locator("#task-text").fill(words)
    phone.get_by_role("button", name="交上去").click()
    phone.wait_for_url("**/learn/task/*/*/")


def hear(phone: Page) -> None:
    """The voice of her teacher, once the worker has made it small."""
    voice = phone.locator(".task__voice audio")
    for _wait in range(40):
        phone.reload()
        if voice.count():
            break
        phone.wait_for_timeout(500)
    expect(phone.get_by_role("heading", name="再来一次")).to_be_visible()
    voice.evaluate("player => player.play()")
    expect(voice).to_have_js_property("error", None)
    assert voice.evaluate("player => player.duration") > 0.5


def say(wei: Page, verdict: str) -> None:
    wei.get_by_role("button", name=verdict, exact=True).click()
    expect(wei.locator(".review-told")).to_be_visible()


@pytest.mark.hard
def test_words_without_a_break_leave_room_for_the_form_at_a_desk(wei, server):
    number = in_shell(server, HAND_IN.replace("窗边拍的。", "橙cheng" + "z" * 300))
    wei.set_viewport_size({"width": 1280, "height": 800})
    open_work(wei, number)
    assert wei.evaluate("document.documentElement.scrollWidth") <= 1280
    form = wei.locator(".review-form").bounding_box()
    assert form["width"] > 300
    assert form["x"] + form["width"] <= 1280


@pytest.mark.hard
def test_verdict_without_signal_arrives_by_itself_and_is_one(wei, server):
    number = in_shell(server, HAND_IN)
    open_work(wei, number)
    wei.locator("[name=comment]").fill("好。")
    wei.context.set_offline(True)
    wei.get_by_role("button", name="通过").click()
    expect(wei.locator(".review__said")).to_contain_text("还没送到")
    wei.context.set_offline(False)
    expect(wei.locator(".review-told")).to_be_visible()
    asked = f"Submission.objects.get(trainee__pk={int(number[2:])}, is_newest=True).reviews.count()"
    assert in_shell(server, f"from progress.models import Submission; print({asked})") == "1"


@pytest.mark.hard
@pytest.mark.parametrize("missing", ["delete window.MediaRecorder", "delete window.FormData"])
def test_without_a_microphone_a_file_is_sent(wei, server, missing, tmp_path):
    number = in_shell(server, HAND_IN)
    wei.add_init_script(missing)
    open_work(wei, number)
    (tmp_path / "录音.m4a").write_bytes(recorded("m4a"))
    wei.locator("input[type=file]").set_input_files(tmp_path / "录音.m4a")
    say(wei, "再来一次")
    asked = f"Review.objects.filter(submission__trainee__pk={int(number[2:])}).last().voice_trouble"
    assert in_shell(server, f"from progress.models import Review; print({asked})") == ""


@pytest.mark.hard
def test_what_was_shown_is_written_down_on_a_phone(wei, server):
    wei.goto("/cms/reviews/shown/")
    wei.locator("[name=number]").fill(in_shell(server, HAND_IN))
    wei.get_by_role("button", name="找").click()
    wei.locator("a.row").first.click()
    wei.locator("a.row", has_text="三个碗").click()
    tick(wei, 0, 1, 2, 3)
    say(wei, "通过")
    expect(wei.locator(".row", has_text="三个碗").locator(".row__done")).to_be_visible()


@pytest.mark.hard
def test_nothing_stands_in_the_way_on_the_pages_of_reviewing(wei, server):
    number = in_shell(server, HAND_IN)
    found = []
    open_work(wei, number)
    trainee = int(number.removeprefix("H-"))
    reviews = "/cms/reviews/"
    for page in (wei.url, reviews, f"{reviews}?show=done", f"{reviews}shown/", f"{reviews}shown/{trainee}/"):
        wei.goto(page)
        found += [f"{page}: {barrier}" for barrier in barriers(wei)]
    wei.locator("a.row", has_text="三个碗").click()
    assert found + barriers(wei) == []
