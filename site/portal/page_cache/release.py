"""Which code renders the pages: what one release kept, the next must never send."""

from django.conf import settings

from portal.preparing.stamps import inputs_hash

# All that can end up in a page, and some more: rendering a page once too often costs less than a stale one.
MADE_FROM = (
    "courses/**/*.py",
    "courses/static/**/*",
    "courses/templates/**/*",
    # Every page has their scripts, and the strip that says what is not sent yet.
    "progress/static/**/*",
    "progress/templates/**/*",
    "trainees/templates/**/*",
    "quizzes/**/*",
    "foundation/**/*",
    "media/**/*",
    "site/portal/**/*",
    "locale/**/*.po",
    "requirements.txt",
)


def release() -> str:
    """A short hash of the code, templates, styles and words as they are on the disk now; pages name the worker too."""
    return inputs_hash(MADE_FROM)[:12] + ("" if settings.SERVICE_WORKER else "-without-worker")
