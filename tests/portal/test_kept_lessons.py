"""What is listed as a lesson on this phone is a lesson: no task, and nothing that the page of her goods lists."""

from pathlib import Path

from django.contrib.staticfiles import finders
from playwright.sync_api import Browser

SITE = "https://school.example"
KEPT = {
    "/zh-hans/a/one/": '<main data-lesson="1"></main><p class="bar__name">One</p>',
    "/zh-hans/task/1/2/": '<main data-lesson="1" data-card="2"></main><p class="bar__name">One</p>',
    "/zh-hans/shelf/": '<a class="row" data-task href="/zh-hans/task/1/2/">A task</a>',
}
KEEP = """pages => caches.open("visited").then(cache => Promise.all(Object.keys(pages).map(path =>
  cache.put(path, new Response(pages[path], { headers: { "Content-Type": "text/html" } })))))"""
ROWS = 'keptLessons("zh-hans").then(kept => kept.rows.map(row => row.getAttribute("href")))'


def test_tasks_are_no_lessons(browser: Browser):
    script = Path(finders.find("phone/kept-lessons.js") or "").read_text()
    shape = '<template id="kept-row"><a class="row"><p><img></p><span class="row__title"></span></a></template>'
    with browser.new_context() as context:
        context.route("**/*", lambda route: route.fulfill(content_type="text/html", body=shape))
        page = context.new_page()
        page.goto(f"{SITE}/zh-hans/")
        page.add_script_tag(content=script)
        page.evaluate(KEEP, KEPT)
        assert page.evaluate(ROWS) == ["/zh-hans/a/one/"]
