"""What was refused for good is listed with its code, until she has shown it; nothing else can be forgotten."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page, expect

from tests.progress.outbox_pages import WU, YANG, Site, counts, finish, flush, refuses

FORGET = "uuid => outbox.forget(uuid)"


@pytest.fixture
def site(context: BrowserContext) -> Site:
    with override("zh-hans"):
        parts = [render_to_string(f"progress/components/{name}.html") for name in ("unsent", "not_sent")]
    return Site(context, "unsent", "refused", body="".join(parts))


def refused_and_waiting(site: Site, person: str | None = None) -> tuple[Page, str, str]:
    """A page on which one event was refused and another waits; and their UUIDs."""
    site.signs_in(person)
    site.replies = [refuses("edition")]
    page = site.opens()
    refused = finish(page)
    flush(page)
    site.offline = True
    return page, refused, finish(page)


def section(page: Page):
    return page.locator("[data-waits]")


def test_nothing_to_tell_shows_nothing(site):
    page = site.opens()
    flush(page)
    expect(section(page)).to_be_hidden()


def test_what_waits_alone_cannot_be_forgotten(site):
    site.offline = True
    page = site.opens()
    finish(page)
    expect(section(page).locator("p:visible")).to_have_text(["1份还没送到，请先别清理微信"])
    expect(section(page).get_by_role("button")).to_be_hidden()


def test_shown_to_the_keeper_it_is_forgotten_and_what_waits_stays(site):
    page, _refused, _waiting = refused_and_waiting(site)
    expect(section(page)).to_contain_text("有一份没存上。请拿给站长看：edition。")
    expect(page.locator(".unsent")).to_contain_text("有1条没收下")
    section(page).get_by_role("button", name="已经拿给站长看了").click()
    expect(section(page).locator("[data-code]")).to_be_hidden()
    expect(page.locator('.unsent [data-when="refused"]')).to_be_hidden()
    assert counts(page) == {"mine": 0, "guest": 1, "others": 0, "refused": 0}
    page.reload()
    expect(section(page).get_by_role("button")).to_be_hidden()


def test_only_what_was_refused_can_be_forgotten(site):
    page, refused, waiting = refused_and_waiting(site)
    assert [page.evaluate(FORGET, uuid) for uuid in (waiting, "unknown", refused)] == [False, False, True]
    assert counts(page)["guest"] == 1
    site.hears_again(page)
    flush(page)
    assert site.stored[-1] == waiting


def test_what_was_refused_of_somebody_else_is_neither_listed_nor_forgotten(site):
    page, _refused, _waiting = refused_and_waiting(site, YANG)
    site.signs_in(WU)
    page.reload()
    flush(page)
    expect(section(page)).to_be_hidden()
    site.signs_in(YANG)
    page.reload()
    expect(section(page)).to_contain_text("edition")


def test_phone_that_keeps_nothing_shows_nothing_and_breaks_nothing(context, site):
    problems: list[str] = []
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    page = site.opens()
    assert page.evaluate("outbox.usable") is False
    expect(section(page)).to_be_hidden()
    assert problems == []
