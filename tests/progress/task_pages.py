"""The page of a task with its form and all its scripts, on plain http, and a site behind it (outbox_pages.py)."""

from types import SimpleNamespace

from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page

from tests.progress.outbox_pages import LESSON, Site

CARD = "55555555-5555-4555-8555-555555555555"
PAGE = """<style>.ear-only { opacity: 0 } [hidden] { display: none }</style>
<main class="task" data-lesson="%s" data-card="%s" data-shelf="%s" data-language="zh-hans">
<nav class="foot"><a class="foot__main" href="/plain/">Plain</a></nav></main>%s%s"""


def task_site(context: BrowserContext, shelf: str = "") -> Site:
    task = SimpleNamespace(page=SimpleNamespace(translation_key=LESSON), card_id=CARD)
    with override("zh-hans"):
        form = render_to_string("courses/practice/form.html", {"task": task, "shelf": shelf})
        wiping = render_to_string("media/blurring.html")
    return Site(context, body=PAGE % (LESSON, CARD, shelf, form, wiping), bundle="phone/task.js")


def opens_form(site: Site) -> Page:
    page = site.opens()
    page.locator("form.handing").wait_for(state="attached")
    return page


def writes(page: Page, words: str) -> None:
    """Until it is on the phone's disk, or she is told that it is not."""
    page.locator("[name=text]").fill(words)
    page.wait_for_timeout(600)


def presses(page: Page) -> None:
    page.locator("form.handing button[type=submit]").click()


def handed_in(site: Site) -> list[tuple[str, str]]:
    """The words of each task that came, with its UUID."""
    sent = [event for batch in site.batches for event in batch if event["kind"] == "task-submitted"]
    return [(event["payload"]["words"].get("text", ""), event["uuid"]) for event in sent]
