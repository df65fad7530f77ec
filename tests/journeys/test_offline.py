"""A course that she keeps on her phone is learned in airplane mode, and counts when the signal is back."""

from playwright.sync_api import Page

from tests.faulty_proxy import Line
from tests.journeys import badly, learning
from tests.journeys.badly import World


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
    learning.join(bad_phone, world.code, "杨一", "orange")
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
