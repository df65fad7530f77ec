"""A signed-in villager hands in a quiz, and the line does its worst: the answer stays, she sees it, it arrives once."""

import pytest
from playwright.sync_api import Page, expect

from tests.faulty_proxy import Line, cut_after, reply_json
from tests.journeys import badly, learning
from tests.journeys.badly import EVENTS, World
from tests.server import Server


def test_r03_r40_answer_outlives_every_bad_reply_and_counts_once(
    bad_phone: Page, line: Line, official: Page, world: World, server: Server
):
    before = badly.trained(official)
    learning.join(bad_phone, world.code, "雷一", "orange")
    learning.open_quiz(bad_phone, world.lessons[0])
    badly.answer(bad_phone)
    for name, fault in badly.REPLIES.items():
        line.heal()
        line.spoil("POST", EVENTS, fault)
        heard = len(line.requests("POST", EVENTS))
        if heard:
            badly.try_again(bad_phone)
        else:
            badly.hand_in(bad_phone)
        line.wait_for("POST", EVENTS, count=heard + 1)
        badly.has_rested(bad_phone)
        assert badly.waiting(bad_phone) == 1, name
    badly.sees_waiting(bad_phone, 1)
    line.heal()
    badly.try_again(bad_phone)
    badly.all_sent(bad_phone)
    assert badly.trained(official) == before + 1
    told = badly.truth(server, "雷一")
    assert (sum(told.events.values()), told.attempts, told.completions) == (1, 1, 1)


def test_r40_portal_on_every_address_is_named_and_takes_nothing(bad_phone: Page, line: Line, world: World):
    learning.join(bad_phone, world.code, "雷二", "fish")
    learning.open_quiz(bad_phone, world.lessons[0])
    line.spoil("*", "/", badly.PORTAL)
    badly.finish_quiz(bad_phone)
    expect(bad_phone.locator('[data-when="not-ours"]')).to_be_visible()
    badly.sees_waiting(bad_phone, 1)
    bad_phone.goto(world.lessons[1])
    expect(bad_phone.get_by_role("button", name="上网")).to_be_visible()
    line.heal()
    bad_phone.goto(world.lessons[1])
    badly.all_sent(bad_phone)


def test_r11_token_that_grew_old_is_fetched_anew_without_her(bad_phone: Page, line: Line, world: World):
    learning.join(bad_phone, world.code, "雷三", "drum")
    learning.open_quiz(bad_phone, world.lessons[0])
    line.spoil("POST", EVENTS, reply_json(403, {"error": "token"}), times=1)
    badly.finish_quiz(bad_phone)
    badly.all_sent(bad_phone)
    assert [one.status for one in line.wait_for("POST", EVENTS, count=2)] == [403, 200]


@pytest.mark.hard
@pytest.mark.parametrize("name", badly.REPLIES)
def test_r03_r40_she_goes_on_after_one_bad_reply_without_touching_anything(
    bad_phone: Page, line: Line, world: World, server: Server, name: str
):
    villager = f"雷{list(badly.REPLIES).index(name) + 100}"
    learning.join(bad_phone, world.code, villager, "fern")
    learning.open_quiz(bad_phone, world.lessons[1])
    line.spoil("POST", EVENTS, badly.REPLIES[name], times=1)
    badly.finish_quiz(bad_phone)
    badly.all_sent(bad_phone)  # the phone tries again of its own accord
    told = badly.truth(server, villager)
    assert (list(told.events.values()), told.attempts) == ([1], 1)


@pytest.mark.hard
def test_413_is_met_by_ever_smaller_batches_and_all_arrive(bad_phone: Page, line: Line, world: World, server: Server):
    learning.join(bad_phone, world.code, "雷四", "buffalo")
    line.spoil("POST", EVENTS, reply_json(413, {"error": "too-large"}), times=3)
    line.spoil("POST", EVENTS, cut_after, times=1)
    made = badly.write_finished(bad_phone, world.keys)
    badly.all_sent(bad_phone)
    assert badly.finished(server, "雷四") == {uuid: 1 for uuid in made}
