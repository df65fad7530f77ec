"""The scripts of phone pages: each page loads few files, each made of small ones that stay in the rooms they belong to.

A bundle is made when static files are collected: its files in order, without comments and needless space. Each file
is a function of its own, so one that fails leaves the others working.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import rjsmin
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

# In order: who listens stands before who speaks.
BUNDLES = {
    # On every phone page.
    "phone/phone.js": [
        *("foundation/uuid.js", "phone/sparing.js", "media/listening.js", "progress/unsent.js"),
        *("progress/asking.js", "progress/drawer.js", "progress/outbox.js", "progress/lost.js"),
        *("progress/signing-out.js", "progress/going-on.js", "phone/keeping.js"),
    ],
    "phone/no-signal.js": ["phone/kept-lessons.js", "phone/no-signal-page.js"],
    "phone/packs.js": [
        *("progress/refused.js", "phone/kept-lessons.js", "phone/pack-voices.js", "phone/pack-files.js"),
        *("phone/pack.js", "phone/pack-page.js"),
    ],
    "phone/device-check.js": ["phone/device/probes.js", "phone/device/page.js"],
    "phone/lesson.js": ["progress/lesson-progress.js", "courses/lesson.js", "courses/checklist.js"],
    # Where a card asks.
    "phone/check.js": ["courses/check.js"],
    # Where a card shows a video.
    "phone/film.js": ["media/film.js"],
    # Where a price is worked out: numbers are read as in a quiz.
    "phone/price.js": ["quizzes/numbers.js", "courses/tools/pricing.js", "courses/tools/calculator.js"],
    "phone/packing.js": ["courses/checklist.js", "courses/tools/packing.js"],
    # On any page, once a task waits to be sent (progress/outbox.js).
    "phone/photos.js": [
        *("progress/said-once.js", "progress/practice/task-drawer.js", "progress/practice/task-photos.js"),
    ],
    # While a keeper helps her who is signed in.
    "phone/helping.js": ["progress/helping.js"],
    # Where she may be forgotten on a phone.
    "phone/forgetting.js": [
        *("progress/practice/task-drawer.js", "progress/practice/own-drawer.js", "progress/practice/forgetting.js"),
    ],
    # When she was erased: on the phone in her hand, and on any other that still holds something of her.
    "phone/erased.js": ["progress/my-data/wiping.js", "progress/my-data/erased.js"],
    "phone/gone.js": ["progress/said-once.js", "progress/my-data/wiping.js", "progress/my-data/gone.js"],
    # Where a task is handed in.
    "phone/task.js": [
        *("media/upright.js", "media/shrinking.js", "media/blurring.js", "progress/practice/sha256.js"),
        *("progress/said-once.js", "progress/practice/task-drawer.js", "progress/practice/task-photos.js"),
        *("progress/practice/own-drawer.js", "progress/practice/draft.js", "progress/practice/photos.js"),
        "progress/practice/form.js",
    ],
    "phone/shelf.js": [
        *("progress/practice/own-drawer.js", "progress/practice/shelf-picture.js", "progress/practice/shelf.js"),
    ],
    "phone/recorder.js": [
        *("courses/lesson.js", "courses/recorder/microphone.js"),
        *("courses/recorder/sending.js", "courses/recorder/recorder.js"),
    ],
    # Where a teacher looks at somebody's work.
    "phone/reviewing.js": [
        *("courses/recorder/microphone.js", "courses/recorder/sending.js", "progress/reviewing.js"),
    ],
    # Wherever a quiz is answered.
    "phone/quiz.js": [
        *("progress/handing-in.js", "media/soft-sound.js"),
        *("quizzes/numbers.js", "quizzes/marking.js", "quizzes/answering.js", "quizzes/mixing.js"),
        *("quizzes/kept.js", "quizzes/verdict.js", "quizzes/screens.js", "quizzes/quiz.js"),
        "quizzes/starting.js",
    ],
}


def bundled(name: str) -> str:
    """The text of a bundle. Raises FileNotFoundError when one of its files is in no app."""
    return ";\n".join(rjsmin.jsmin(_source(file).read_text()).strip() for file in BUNDLES[name]) + "\n"


def _source(file: str) -> Path:
    candidates = (Path(app.path) / "static" / file for app in apps.get_app_configs())
    found = next((path for path in candidates if path.is_file()), None)
    if found is None:
        raise FileNotFoundError(file)
    return found


class BundleFinder(BaseFinder):
    """Makes the bundles known to `collectstatic` and to whoever looks for a static file."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "bundles")

    def check(self, **_options: object) -> list:
        return []

    def find(  # type: ignore[override] # theirs says it in two overloads
        self, path: str, find_all: bool = False, **_options: object
    ) -> str | list[str]:
        if path not in BUNDLES:
            return []
        made = self._make(path)
        return [made] if find_all else made

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in BUNDLES:
            self._make(name)
            yield name, self.storage

    def _make(self, name: str) -> str:
        path = Path(self.storage.path(name))
        text = bundled(name)
        if not path.exists() or path.read_text() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return str(path)
