"""She has herself erased on a phone that still holds something unsent: nothing of hers stays there. make test-hard."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.faulty_proxy import Line, reply
from tests.journeys import badly, learning
from tests.journeys.badly import EVENTS, World
from tests.server import Server

pytestmark = pytest.mark.hard

KEPT = """() => new Promise((resolve) => {
  const asked = indexedDB.open("outbox");
  asked.onsuccess = () => {
    asked.result.transaction("events").objectStore("events").getAll().onsuccess = function () {
      resolve(this.result.filter((row) => row.person).length);
      asked.result.close();
    };
  };
})"""


def test_erased_with_something_unsent_she_is_told_and_nothing_stays(
    bad_phone: Page, line: Line, world: World, server: Server
):
    learning.join(bad_phone, world.code, "杨一", "orange")
    learning.open_quiz(bad_phone, world.lessons[0])
    line.spoil("POST", EVENTS, reply(500))
    badly.finish_quiz(bad_phone)
    badly.sees_waiting(bad_phone, 1)
    bad_phone.goto("/learn/")
    bad_phone.get_by_role("link", name="我的资料").click()
    bad_phone.get_by_role("link", name="把我的资料删掉").click()
    bad_phone.locator("input[name=pin]").fill(learning.PIN)
    bad_phone.get_by_role("button", name="下一步").click()
    bad_phone.get_by_role("button", name="删掉我的资料").click()
    expect(bad_phone.locator(".leaving")).to_contain_text("还有1项没送到")
    bad_phone.get_by_role("button", name="还是删掉").click()
    expect(bad_phone.locator(".title")).to_have_text("已经删掉了")
    learning.wait_until(lambda: bad_phone.evaluate(KEPT) == 0)
    bad_phone.goto("/learn/who/")
    expect(bad_phone.get_by_role("img", name=re.compile("橙子"))).to_have_count(0)
    left = "from trainees.models import Person; print(Person.objects.filter(name='杨一').count())"
    assert learning.in_shell(server, left) == "0"
