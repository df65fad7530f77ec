"""A trainer records a card with a microphone, approves it, and a learner hears it; a neighbour records with a link."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import MILLISECONDS, PHONE
from tests.server import Server
from tests.takes import said

LESSON = "/zh-hans/village-shop/packing-and-sending/packing-oranges/"
TITLE = "打包鲜果"


@pytest.fixture(scope="module")
def browser(browser_that_hears: Browser) -> Browser:
    return browser_that_hears


def phone_of(browser: Browser, server: Server, cookies: dict | None = None, **more: object) -> Page:
    context = browser.new_context(base_url=server.url, storage_state=cookies, **PHONE, **more)
    context.set_default_timeout(MILLISECONDS)
    return context.new_page()


def begin_voice(desk: Page, place: str) -> str:
    """A new voice, and its page of the lesson about fresh fruit."""
    desk.goto("/cms/recordings/")
    desk.get_by_label("语言").select_option("pcc")
    desk.get_by_label("哪里的话").fill(place)
    desk.get_by_role("button", name="新增").click()
    desk.get_by_role("link", name=TITLE).first.click()
    desk.wait_for_url("**/recordings/*/*/")
    return desk.url


def record_line(phone: Page) -> None:
    """What is before her, in one go, with a tap for each part."""
    step = phone.locator(".step--now")
    step.get_by_role("button", name="录音", exact=True).click()
    tap = step.locator("[data-do=tap]")
    expect(tap).to_be_visible()
    for _part in step.locator("[data-subject]").all():
        phone.wait_for_timeout(1100)
        tap.click()
    expect(step.locator(".recorder__said")).to_contain_text("送到了")


def test_card_is_recorded_approved_and_heard(browser, server, trainer, cookies_of):
    address = begin_voice(trainer, "好花红")
    phone = phone_of(browser, server, cookies_of("trainer"))
    phone.goto(f"{address}record/")
    record_line(phone)
    phone.locator(".step--now [data-do=next]").click()
    expect(phone.locator(".step--now")).to_contain_text("第2张")

    trainer.reload()
    approve = trainer.get_by_role("button", name="通过", exact=True)
    for _wait in range(40):  # the worker needs a second or two
        if approve.count():
            break
        trainer.wait_for_timeout(500)
        trainer.reload()
    approve.first.click()
    expect(trainer.locator(".recording-line").first).to_contain_text("村民现在听到的")

    hear_first_card(phone_of(browser, server, service_workers="block"), server, track_in(address))


def hear_first_card(learner: Page, server: Server, track: str) -> None:
    """In the voice that she chose; it plays to its end."""
    learner.context.add_cookies([{"name": "display", "value": f"voice-{track}", "url": server.url}])
    learner.goto(LESSON)
    listen = learner.locator(".step--now .foot__listen")
    with learner.expect_response(lambda answer: "/uploads/recordings/" in answer.url) as loaded:
        listen.click()
    assert loaded.value.headers["content-type"] == "audio/ogg"
    expect(listen).to_have_attribute("aria-pressed", "true")
    expect(listen).to_have_attribute("aria-pressed", "false")


def track_in(address: str) -> str:
    return address.rstrip("/").split("/")[-2]


@pytest.mark.hard
def test_question_is_recorded_in_one_go(browser, server, trainer, cookies_of):
    address = begin_voice(trainer, "断杉")
    phone = phone_of(browser, server, cookies_of("trainer"))
    phone.goto(f"{address}record/")
    question = phone.locator(".step:has([data-label=B])").first.get_attribute("id")
    phone.goto(f"{address}record/#{question}")
    record_line(phone)
    parts = phone.locator(".step--now [data-subject]").count()
    trainer.reload()
    expect(trainer.locator(".recorder__state")).to_have_count(parts)


@pytest.mark.hard
def test_neighbour_records_with_a_link(browser, server, trainer):
    begin_voice(trainer, "摆金")
    trainer.get_by_label("名字和村子").fill("杨 · 好花红村")
    trainer.get_by_role("button", name="生成链接").click()
    neighbour = phone_of(browser, server)
    neighbour.goto(trainer.locator("a[href*='/voice/']").get_attribute("href"))
    expect(neighbour.locator(".step")).to_have_count(1)
    record_line_of_consent(neighbour)
    neighbour.get_by_role("link", name="下一张").click()
    expect(neighbour.locator(".step--now")).to_contain_text("第1张")
    record_line(neighbour)
    trainer.reload()
    expect(trainer.get_by_text("她说的同意：", exact=True)).to_be_visible()
    trainer.get_by_role("button", name="关掉链接").click()
    neighbour.reload()
    expect(neighbour.get_by_role("heading", name="这个链接已经关了")).to_be_visible()


def record_line_of_consent(phone: Page) -> None:
    phone.get_by_role("button", name="录音", exact=True).click()
    tap = phone.locator("[data-do=tap]")
    expect(tap).to_be_visible()
    phone.wait_for_timeout(1100)
    tap.click()
    expect(phone.locator(".recorder__said")).to_contain_text("谢谢")


@pytest.mark.hard
def test_take_waits_for_the_signal_and_arrives_by_itself(browser, server, trainer, cookies_of):
    address = begin_voice(trainer, "雅水")
    phone = phone_of(browser, server, cookies_of("trainer"))
    phone.goto(f"{address}record/")
    step = phone.locator(".step--now")
    step.get_by_role("button", name="录音", exact=True).click()
    expect(step.locator("[data-do=tap]")).to_be_visible()
    phone.wait_for_timeout(1100)
    phone.context.set_offline(True)
    step.locator("[data-do=tap]").click()
    expect(step.locator(".recorder__said")).to_contain_text("还没送到")
    phone.context.set_offline(False)
    expect(step.locator(".recorder__said")).to_contain_text("送到了")


@pytest.mark.hard
@pytest.mark.parametrize("missing", ["delete window.MediaRecorder", "delete Navigator.prototype.mediaDevices"])
def test_without_a_microphone_a_file_is_sent(browser, server, trainer, cookies_of, missing, tmp_path):
    address = begin_voice(trainer, f"羡塘{len(missing)}")
    phone = phone_of(browser, server, cookies_of("trainer"))
    phone.add_init_script(missing)
    phone.goto(f"{address}record/")
    (tmp_path / "录音.wav").write_bytes(said())
    step = phone.locator(".step--now")
    step.locator("input[type=file]").set_input_files(tmp_path / "录音.wav")
    step.get_by_role("button", name="送出").click()
    expect(phone.locator(".step--now .recorder__state")).to_be_visible()


@pytest.mark.hard
def test_microphone_that_gives_no_sound_shows_the_other_way(browser, server, trainer, cookies_of):
    address = begin_voice(trainer, "甲浪")
    phone = phone_of(browser, server, cookies_of("trainer"))
    phone.add_init_script("AnalyserNode.prototype.getByteTimeDomainData = function (waves) { waves.fill(128); };")
    phone.goto(f"{address}record/")
    step = phone.locator(".step--now")
    step.get_by_role("button", name="录音", exact=True).click()
    expect(step.locator(".recorder__said")).to_contain_text("听不到声音")
    expect(step.locator("input[type=file]")).to_be_visible()


NO_ANSWER = "navigator.mediaDevices.getUserMedia = function () { return new Promise(function () {}); };"
LATE = """var ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = function (wanted) {
  return new Promise(function (resolve) { setTimeout(function () { resolve(ask(wanted)); }, 4000); });
};"""


def recorder_with(browser, server, trainer, cookies_of, place: str, script: str) -> Page:
    """She pressed 录音 and waited for three seconds."""
    phone = phone_of(browser, server, cookies_of("trainer"))
    phone.add_init_script(script)
    phone.goto(f"{begin_voice(trainer, place)}record/")
    step = phone.locator(".step--now")
    step.get_by_role("button", name="录音", exact=True).click()
    expect(step.locator(".recorder__said")).to_contain_text("麦克风还没打开")
    expect(step.locator("input[type=file]")).to_be_visible()
    return phone


@pytest.mark.hard
def test_microphone_that_never_answers_shows_the_other_way_and_can_be_asked_again(browser, server, trainer, cookies_of):
    phone = recorder_with(browser, server, trainer, cookies_of, "长顺", NO_ANSWER)
    phone.locator(".step--now").get_by_role("button", name="录音", exact=True).click()
    expect(phone.locator(".step--now .recorder__said")).to_contain_text("请稍等")


@pytest.mark.hard
@pytest.mark.parametrize("goes_on", [False, True])
def test_microphone_that_opens_late_records_unless_she_went_on(browser, server, trainer, cookies_of, goes_on):
    phone = recorder_with(browser, server, trainer, cookies_of, f"芦山{goes_on}", LATE)
    asked = phone.locator(".step--now").get_attribute("id")
    if goes_on:
        phone.locator(".step--now [data-do=skip]").click()
        phone.wait_for_timeout(1500)
    expect(phone.locator(f"[id='{asked}']")).to_have_attribute("data-mode", "idle" if goes_on else "recording")


@pytest.mark.hard
def test_each_answer_that_she_is_to_say_stands_above_the_foot(browser, server, trainer, cookies_of):
    phone = phone_of(browser, server, cookies_of("trainer"))
    address = begin_voice(trainer, "王佑")
    phone.goto(f"{address}record/")
    question = phone.locator(".step:has([data-label=C])").first.get_attribute("id")
    phone.goto(f"{address}record/#{question}")
    step = phone.locator(".step--now")
    step.get_by_role("button", name="录音", exact=True).click()
    tap, foot = step.locator("[data-do=tap]"), step.locator(".foot")
    expect(tap).to_be_visible()
    for part in step.locator("[data-subject]").all():
        said = part.bounding_box()
        assert 0 <= said["y"] <= said["y"] + said["height"] <= foot.bounding_box()["y"]
        tap.click()
