"""Inside Django: every lesson and quiz that a phone can open, and the same bytes as a static file.

`python -m tests.budget.pages` prints a JSON list with the fields of `looking.Page`, the heaviest of each kind and
language first.
"""

import json
import sys
from itertools import chain, zip_longest

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the set-up
from django.test import Client  # noqa: E402

from courses.models import LessonPage  # noqa: E402
from quizzes.models import QuizPage  # noqa: E402
from tests.bench.rendering import laid_beside_static_files  # noqa: E402

KINDS = {"lesson": LessonPage, "quiz": QuizPage}


def main() -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    shelves: dict[tuple[str, str], list[dict]] = {}
    for kind, model in KINDS.items():
        for page in model.objects.live().filter(alias_of=None).select_related("locale"):
            shelves.setdefault((page.locale.language_code, kind), []).append(described(kind, page))
    for shelf in shelves.values():
        shelf.sort(key=lambda one: one["weight"], reverse=True)
    rows = chain.from_iterable(zip_longest(*[shelves[key] for key in sorted(shelves, reverse=True)]))
    json.dump([{name: row[name] for name in ("kind", "url", "static_url")} for row in rows if row], sys.stdout)


def described(kind: str, page: LessonPage | QuizPage) -> dict:
    url = page.get_url()
    answer = Client().get(url)
    if answer.status_code != 200:
        sys.exit(f"{url} answered {answer.status_code}.")
    name = f"{url.strip('/').replace('/', '-')}.html"
    static_url = laid_beside_static_files(name, answer.content)
    return {"kind": kind, "url": url, "static_url": static_url, "weight": len(answer.content)}


if __name__ == "__main__":
    main()
