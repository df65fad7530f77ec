"""The text of the service worker: written by hand, and told what this release and these languages need."""

import json
from functools import cache
from pathlib import Path

import rjsmin
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override

from portal.page_cache import store
from portal.page_cache.middleware import SHARING_MARKS

SOURCES = Path(__file__).resolve().parent / "static" / "phone"
# What the page "no signal" needs to be seen, and what a quiz or a task needs that is kept before it was ever opened.
SHELL_FILES = (
    "phone/phone.js",
    "phone/lesson.js",
    "phone/quiz.js",
    "phone/no-signal.js",
    "phone/task.js",
    "phone/shelf.js",
    "phone/pictures/motif-disc.svg",
    "phone/pictures/state-offline.svg",
)


def script(language_codes: list[str]) -> str:
    """The worker for these languages; where it is switched off, the one that takes itself and all it kept away."""
    if not settings.SERVICE_WORKER:
        return _source("service-worker-off")
    pages = {code: _no_signal(code) for code in language_codes}
    made = {
        "release": store.RELEASE,
        "language": settings.LANGUAGE_CODE,
        "pages": pages,
        "shell": [*pages.values(), *map(static, SHELL_FILES)],
        "marks": sorted(SHARING_MARKS),
    }
    return f"var made = {json.dumps(made)};\n{_source('service-worker')}"


@cache
def _source(name: str) -> str:
    return rjsmin.jsmin((SOURCES / f"{name}.js").read_text())


def _no_signal(language_code: str) -> str:
    with override(language_code):
        return reverse("no-signal")
