"""Bytes of every lesson, and when three of them are painted on slow lines, beside their bytes as a static file."""

import statistics
from collections.abc import Iterator

from playwright.sync_api import Browser

from tests.bench.browsing import EDGE, SLOW_3G, SLOWER_PROCESSOR, UNTHROTTLED, Line, Phone, View, a_browser
from tests.bench.folder import Lesson
from tests.bench.servers import Server
from tests.bench.tables import say, table

RUNS = 4  # even, so that each of the two pages is first as often as the other
BESIDE = {"Script": "script", "Image": "picture", "Other": "icon"}


def tables(site: Server, lessons: list[Lesson]) -> Iterator[str]:
    """One table of bytes, one of times a line."""
    with a_browser() as browser:
        sizes = {}
        for lesson in lessons:
            say(f"bytes of {lesson.url}")
            with Phone(browser, UNTHROTTLED) as phone:
                sizes[lesson] = list(_look_at_the_lesson(phone, site, lesson).values())
        chosen = _chosen(sizes)
        yield _bytes_table(sizes, _without_script(browser, site, chosen[-1]))
        for line in (SLOW_3G, EDGE):
            yield _times_table(browser, site, chosen, line)


def _chosen(sizes: dict[Lesson, list[View]]) -> list[Lesson]:
    """The Chinese lessons with the least, a middling and the greatest number of bytes."""
    chinese = [lesson for lesson in sizes if lesson.language == "zh-hans"]
    chinese.sort(key=lambda lesson: sizes[lesson][0].bytes)
    return [chinese[0], chinese[len(chinese) // 2], chinese[-1]]


def _without_script(browser: Browser, site: Server, lesson: Lesson) -> View:
    with Phone(browser, UNTHROTTLED, script=False) as phone:
        return phone.view(f"{site.address}{lesson.url}")


def _bytes_table(sizes: dict[Lesson, list[View]], without_script: View) -> str:
    languages = sorted({lesson.language for lesson in sizes}, reverse=True)
    by_slug: dict[str, dict[str, list[View]]] = {}
    for lesson, views in sizes.items():
        by_slug.setdefault(lesson.slug, {})[lesson.language] = views
    rows = [(slug, *_bytes_row(views, languages)) for slug, views in by_slug.items()]
    largest = ("**largest of each**", *(max(column) for column in list(zip(*rows, strict=True))[1:]))
    whole = ("first view", "requests", "second view", "requests")
    head = ("lesson", *(f"HTML {language}" for language in languages), *BESIDE.values(), *whole)
    note = (
        "Bytes over the wire, response headers included; the larger of the languages where one column stands for both. "
        "Style sheet and first script are inside the HTML. Without JavaScript the largest lesson is one long page with "
        f"all its pictures: {without_script.bytes:,} bytes in {without_script.requests} requests."
    )
    return table("Bytes of a lesson", head, [largest, *rows], note)


def _bytes_row(views: dict[str, list[View]], languages: list[str]) -> Iterator[int]:
    """Of one lesson in several languages; a language that it lacks counts nothing."""
    for language in languages:
        yield views[language][0].bytes_by_kind["Document"] if language in views else 0
    firsts, seconds = zip(*views.values(), strict=True)
    for kind in BESIDE:
        yield max(view.bytes_by_kind[kind] for view in firsts)
    yield max(view.bytes for view in firsts)
    yield max(view.requests for view in firsts)
    yield max(view.bytes_in_all for view in seconds)
    yield max(view.requests_in_all for view in seconds)


def _times_table(browser: Browser, site: Server, lessons: list[Lesson], line: Line) -> str:
    rows = []
    for lesson in lessons:
        say(f"{lesson.slug} on {line.name}")
        runs = [_looks(browser, site, lesson, line, static_first=run % 2 == 1) for run in range(RUNS)]
        text_of_static = _median([run["static file"] for run in runs], "text")
        for name in ("first view", "static file", "second view"):
            views = [run[name] for run in runs]
            rows.append((lesson.slug, name, *_medians(views), _median(views, "text") / text_of_static))
    head = ("lesson", "", "requests", "bytes", "first paint s", "text s", "largest s", "long tasks ms", "text ÷ static")
    note = (
        f"{line.round_trip} ms, {line.bits / 1000:.0f} kbit/s, processor ÷ {SLOWER_PROCESSOR}, 360 × 640 at double "
        f"density; medians of {RUNS} runs. Text: all words of the first card that are on the screen. "
        "The static file is the same page, sent by WhiteNoise in the same server."
    )
    return table(f"Painted on {line.name}", head, rows, note)


def _looks(browser: Browser, site: Server, lesson: Lesson, line: Line, *, static_first: bool) -> dict[str, View]:
    looks = [_look_at_the_lesson, _look_at_the_static_file]
    found: dict[str, View] = {}
    for look in reversed(looks) if static_first else looks:
        with Phone(browser, line) as phone:
            found |= look(phone, site, lesson)
    return found


def _look_at_the_lesson(phone: Phone, site: Server, lesson: Lesson) -> dict[str, View]:
    first = phone.view(f"{site.address}{lesson.url}")
    phone.settle()
    return {"first view": first, "second view": phone.view(f"{site.address}{lesson.url}")}


def _look_at_the_static_file(phone: Phone, site: Server, lesson: Lesson) -> dict[str, View]:
    return {"static file": phone.view(f"{site.address}{lesson.static_url}")}


def _median(views: list[View], name: str) -> float:
    return statistics.median(getattr(view, name) for view in views)


def _medians(views: list[View]) -> tuple[object, ...]:
    requests, size = (int(_median(views, name)) for name in ("requests", "bytes"))
    seconds = [_median(views, name) / 1000 for name in ("first", "text", "largest")]
    return requests, size, *seconds, round(_median(views, "long_tasks"))
