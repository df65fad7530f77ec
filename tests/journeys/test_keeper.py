"""The keeper signs up a neighbour on the enrolled phone and sits beside her for a lesson."""

from playwright.sync_api import Page, expect

from tests.journeys.keeping import in_her_room
from tests.server import Server

HELPED = """
from progress.models import LearningEvent
left = LearningEvent.objects.filter(trainee__person__name="韦二姐", kind="lesson-left")
print(list(left.values_list("helped", flat=True)))
"""


def test_she_signs_up_a_neighbour_and_helps_her_begin(phone: Page, server: Server):
    keeper = in_her_room(phone, server)
    keeper.sign_up("韦二姐", "铜鼓")
    phone.get_by_role("link", name="帮她开始学").click()
    phone.get_by_role("button", name="她在这里，开始").click()
    expect(phone.get_by_text("我在帮 韦**")).to_be_visible()
    phone.locator("a.foot__main").click()
    phone.locator(".step--now button.foot__main, .step--now a.foot__main").first.click()
    phone.goto("/learn/")
    expect(phone.locator(".unsent p:visible")).to_have_count(0)
    phone.get_by_role("button", name="帮完了").click()
    expect(phone.locator(".pad")).to_be_visible()
    assert server.beside.ask(HELPED).strip() == "[True]"
