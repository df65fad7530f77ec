"""What she learns and hands in in airplane mode counts when the signal is back."""

from playwright.sync_api import Page, expect

from tests.faulty_proxy import Line
from tests.journeys import badly, learning
from tests.journeys.badly import World
from tests.journeys.test_task_without_signal import begins, hands_in, opens_task, says, submissions, takes_photo
from tests.server import Server


def go_without_signal(phone: Page, line: Line) -> None:
    """Airplane mode; and nothing answers, whatever the browser believes."""
    phone.context.set_offline(True)
    line.lose_signal()


def find_signal(phone: Page, line: Line) -> None:
    line.find_signal()
    phone.context.set_offline(False)


def test_course_kept_on_the_phone_is_learned_in_airplane_mode_and_counts_when_the_signal_is_back(
    bad_phone: Page, line: Line, official: Page, world: World
):
    before = badly.trained(official)
    learning.join(bad_phone, world.code, "杨七一", "orange")
    badly.keep_course(bad_phone)
    go_without_signal(bad_phone, line)
    bad_phone.goto(world.lessons[2])
    learning.read_to_the_end(bad_phone)
    bad_phone.locator(".step:visible .foot__main").click()
    badly.finish_quiz(bad_phone)
    badly.sees_waiting(bad_phone, 2)  # the lesson and its quiz, not the visit
    find_signal(bad_phone, line)
    badly.all_sent(bad_phone)
    assert badly.trained(official) == before + 1


def test_two_photos_without_signal_are_a_card_at_once_and_arrive_once(phone: Page, world: World, server: Server):
    learning.join(phone, world.code, "杨六一", "orange")
    opens_task(phone, "照片")
    phone.goto("/zh-hans/shelf/")
    phone.wait_for_load_state("networkidle")
    phone.go_back()
    phone.context.set_offline(True)
    takes_photo(phone, "orange", 1)
    takes_photo(phone, "green", 2)
    begins(phone, "在窗边拍的。")
    hands_in(phone)
    says(phone, "有信号就送给老师")
    assert submissions(server, "杨六一") == ""
    phone.goto("/zh-hans/shelf/")
    expect(phone.locator(".kit__picture")).to_be_visible()
    expect(phone.locator("[data-is=waiting]")).to_be_visible()
    phone.context.set_offline(False)
    expect(phone.locator("[data-is=sent]")).to_be_visible()
    assert submissions(server, "杨六一") == "2 {'text': '在窗边拍的。'}"
