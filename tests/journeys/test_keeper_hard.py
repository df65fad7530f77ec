"""Twenty neighbours in an hour on one phone; a battery that dies in between. make test-hard."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keeping import ASK, in_her_room
from tests.server import Server

pytestmark = pytest.mark.hard

FAMILIES, CALLED = "罗韦陈杨吴王石班岑黄", ("大姐", "二姐")
PICTURES = ("橙子", "水牛", "鱼", "花", "小鸟", "太阳", "月亮", "竹子", "雨伞", "背篓")
AN_HOUR = 3600


def test_twenty_neighbours_are_signed_up_within_an_hour(phone: Page, server: Server, capsys):
    keeper = in_her_room(phone, server)
    names = [family + called for called in CALLED for family in FAMILIES]
    for number, name in enumerate(names):
        keeper.sign_up(name, PICTURES[number % len(PICTURES)])
    seconds = keeper.seconds + len(names) * ASK
    with capsys.disabled():
        print(f"\n20 signed up: {keeper.presses} presses, {keeper.keys} keys, {seconds / 60:.0f} minutes")  # noqa: T201
    assert keeper.presses <= 20 * 7
    assert seconds <= AN_HOUR
    phone.goto("/village/people/")
    for name in names:
        expect(phone.get_by_text(name, exact=True)).to_be_visible()


def test_a_dead_battery_costs_nothing_that_was_told(phone: Page, server: Server):
    in_her_room(phone, server)
    phone.goto("/village/enrol/")
    phone.get_by_label("她叫什么名字？").fill("韦三姐")
    phone.get_by_text("18岁以上").click()
    phone.get_by_text("我同意", exact=True).click()
    phone.get_by_role("button", name="下一步：图案").click()
    again = phone.context.new_page()
    phone.close()
    again.goto("/village/")
    again.get_by_role("link", name="接着登记").click()
    expect(again.get_by_text("韦三姐")).to_be_visible()
    again.get_by_role("button", name="月亮", exact=True).click()
    again.go_back()
    again.go_forward()
    again.locator("button.take").dblclick()
    expect(again.get_by_role("heading", name="登记好了")).to_be_visible()
    again.goto("/village/people/")
    expect(again.get_by_text("韦三姐", exact=True)).to_have_count(1)


@pytest.mark.parametrize("letters", [1.0, 2.0], ids=["plain", "large letters"])
def test_no_page_of_her_room_runs_over_the_edge(phone: Page, server: Server, letters: float):
    in_her_room(phone, server)
    for room in ("", "enrol/?afresh=1", "people/", "sheets/", "cards/"):
        phone.goto(f"/village/{room}")
        phone.evaluate("size => { document.documentElement.style.fontSize = `${125 * size}%` }", letters)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, room
