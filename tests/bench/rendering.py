"""Inside Django: every lesson rendered, its queries counted, and its bytes laid beside the static files.

`python -m tests.bench.rendering` prints a JSON list of lessons. Runs in the data folder of the measurement.
"""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the set-up
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from courses.models import LessonPage  # noqa: E402
from portal.page_cache.store import KeptPage  # noqa: E402

ENDINGS = {"": "", "gzip": ".gz", "br": ".br"}


def main() -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    lessons = LessonPage.objects.live().filter(alias_of=None).select_related("locale").order_by("path")
    json.dump([described(lesson) for lesson in list(lessons)], sys.stdout)


def described(lesson: LessonPage) -> dict:
    """The fields of `folder.Lesson`."""
    url = lesson.get_url()
    sql_first = queries(f"{url}?bench=1")  # the first of all also fills what a new process remembers for ever
    sql_rendered = queries(f"{url}?bench=2")
    body = Client().get(url).content
    return {
        "url": url,
        "language": lesson.locale.language_code,
        "slug": lesson.slug,
        "cards": lesson.card_count,
        "kinds": len({card.block_type for card in lesson.cards}),
        "sql_first": sql_first,
        "sql_rendered": sql_rendered,
        "sql_kept": queries(url),
        "static_url": laid_beside_static_files(f"{lesson.locale.language_code}-{lesson.slug}.html", body),
    }


def queries(url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = Client().get(url)
    if answer.status_code != 200:
        sys.exit(f"{url} answered {answer.status_code}.")
    return len(captured)


def laid_beside_static_files(name: str, body: bytes) -> str:
    """The page as static files, compressed as the page cache does it; returns their address."""
    folder = Path(settings.STATIC_ROOT) / "bench"
    folder.mkdir(exist_ok=True)
    for form, content in KeptPage.made_from(body, {}).bodies.items():
        (folder / f"{name}{ENDINGS[form]}").write_bytes(content)
    return f"{settings.STATIC_URL}bench/{name}"


if __name__ == "__main__":
    main()
