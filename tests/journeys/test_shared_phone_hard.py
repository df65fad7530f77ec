"""Sessions end, PINs change, phones are shared and wiped: what is whose stays hers. make test-hard."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.faulty_proxy import Line, reply
from tests.journeys import badly, learning
from tests.journeys.badly import EVENTS, World
from tests.server import Server

pytestmark = pytest.mark.hard

NEW_PIN = """
from trainees.models import Person
from trainees.services import set_pin
set_pin(person=Person.objects.get(name="%s"), pin="735104")
"""


def sign_out(phone: Page) -> None:
    """All the same, where she is told that something waits."""
    phone.goto("/learn/")
    phone.get_by_role("button", name=re.compile("退出")).click()
    warning, gone = phone.locator(".leaving:visible"), phone.get_by_role("heading", name="今天谁来学？")
    expect(warning.or_(gone).first).to_be_visible()
    if warning.count():
        phone.locator("form[data-leaving=told] button:visible").click()
    expect(gone).to_be_visible()


def hand_in_unsent(phone: Page, line: Line, lesson: str) -> None:
    """A whole quiz that stays on the phone: the server is out of order."""
    learning.open_quiz(phone, lesson)
    line.spoil("POST", EVENTS, reply(500))
    badly.finish_quiz(phone)
    badly.sees_waiting(phone, 1)


def counted(server: Server, name: str) -> list[int]:
    return list(badly.truth(server, name).events.values())


def test_r10_session_that_ended_keeps_the_answer_until_she_is_back(
    bad_phone: Page, line: Line, world: World, server: Server
):
    learning.join(bad_phone, world.code, "杨一", "orange")
    learning.open_quiz(bad_phone, world.lessons[0])
    bad_phone.context.clear_cookies(name="sessionid")
    badly.finish_quiz(bad_phone)
    link = bad_phone.locator('[data-when="signed-out"]')
    expect(link).to_be_visible()
    assert badly.waiting(bad_phone) == 1
    assert counted(server, "杨一") == []
    learning.come_back(bad_phone, "orange")
    badly.all_sent(bad_phone)
    assert counted(server, "杨一") == [1]


def test_r10_new_pin_from_the_trainer_ends_the_session_and_no_answer(
    bad_phone: Page, line: Line, world: World, server: Server
):
    learning.join(bad_phone, world.code, "杨二", "fern")
    learning.open_quiz(bad_phone, world.lessons[0])
    learning.in_shell(server, NEW_PIN % "杨二")
    badly.finish_quiz(bad_phone)
    expect(bad_phone.locator('[data-when="signed-out"]')).to_be_visible()
    assert counted(server, "杨二") == []
    learning.come_back(bad_phone, "fern", pin="735104")
    badly.all_sent(bad_phone)
    assert counted(server, "杨二") == [1]


def test_r13_answers_of_one_are_never_sent_under_the_other_and_arrive_when_she_is_back(
    bad_phone: Page, line: Line, world: World, server: Server
):
    learning.join(bad_phone, world.code, "吴一", "fish")
    hand_in_unsent(bad_phone, line, world.lessons[0])
    sign_out(bad_phone)
    learning.join(bad_phone, world.code, "杨三", "drum")
    line.heal()
    sent_before = len(line.requests("POST", EVENTS))
    learning.open_quiz(bad_phone, world.lessons[1])
    badly.finish_quiz(bad_phone)
    badly.until(bad_phone, lambda: bad_phone.evaluate("outbox.counts().then(c => c.mine)") == 0)
    under_yang = [
        event for one in line.requests("POST", EVENTS)[sent_before:] for event in json.loads(one.body)["events"]
    ]
    assert {event["person"] for event in under_yang} == {bad_phone.evaluate("outbox.learner()")}
    assert bad_phone.evaluate("outbox.counts().then(c => c.others)") == 1
    assert (counted(server, "吴一"), counted(server, "杨三")) == ([], [1])
    sign_out(bad_phone)
    learning.come_back(bad_phone, "fish")
    badly.all_sent(bad_phone)
    assert (counted(server, "吴一"), counted(server, "杨三")) == ([1], [1])


@pytest.mark.parametrize("hers", [True, False], ids=["hers", "not hers"])
def test_work_of_a_guest_that_was_not_sent_is_offered_and_never_assumed(
    bad_phone: Page, line: Line, world: World, server: Server, hers: bool
):
    villager = f"韦{'一' if hers else '二'}"
    hand_in_unsent(bad_phone, line, world.lessons[0])
    learning.join(bad_phone, world.code, villager, "buffalo")
    line.heal()
    bad_phone.goto("/learn/")
    badly.all_sent(bad_phone)
    assert counted(server, villager) == []
    bad_phone.goto("/learn/was-it-me/")
    bad_phone.get_by_role("button", name="是我做的" if hers else "不是我").click()
    expect(bad_phone.get_by_role("heading", name="我的课")).to_be_visible()
    assert counted(server, villager) == ([1] if hers else [])


def test_r39_wiped_phone_shows_again_what_had_arrived(bad_phone: Page, line: Line, world: World, server: Server):
    learning.join(bad_phone, world.code, "石一", "butterfly")
    learning.open_quiz(bad_phone, world.lessons[0])
    badly.finish_quiz(bad_phone)
    badly.all_sent(bad_phone)
    tools = bad_phone.context.new_cdp_session(bad_phone)
    kinds = "cache_storage,indexeddb,local_storage,service_workers"
    tools.send("Storage.clearDataForOrigin", {"origin": line.url, "storageTypes": kinds})
    bad_phone.goto("/learn/")
    expect(bad_phone.get_by_text(re.compile("通过|学完")).first).to_be_visible()
    assert counted(server, "石一") == [1]
    learning.open_quiz(bad_phone, world.lessons[1])
    badly.finish_quiz(bad_phone)
    badly.all_sent(bad_phone)
    assert counted(server, "石一") == [1, 1]
