"""How far each page of a course is in another language. As many queries for any number of pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from courses.models import CoursePage


class State(StrEnum):
    CHANGED = "changed"
    READY = "ready"
    BEGUN = "begun"
    NOT_BEGUN = "not-begun"
    STOPPED = "stopped"
    DONE = "done"


STATES: dict[State, str | Promise] = {
    State.CHANGED: _("Changed in the source"),
    State.READY: _("Ready to publish"),
    State.BEGUN: _("Begun"),
    State.NOT_BEGUN: _("Not begun"),
    State.STOPPED: _("Not kept in step any more"),
    State.DONE: pgettext_lazy("translation", "Done"),
}


@dataclass(frozen=True)
class Change:
    """A sentence that is another one now in the source, with what was said for it before."""

    now: str
    was: str
    translated: str


@dataclass
class Standing:
    """A page of the source language, and what there is of it in another one."""

    page: Page
    target_pk: int | None = None
    translation_pk: int | None = None
    state: State = State.NOT_BEGUN
    total: int = 0
    done: int = 0
    changed: int = 0
    changes: list[Change] = field(default_factory=list)

    @property
    def told_state(self) -> str:
        return str(STATES[self.state])


def pages_to_translate(course: CoursePage) -> list[Page]:
    """What readers of the source language see of the course, with the course itself, as it stands in the tree."""
    return pages_of_all([course])


def pages_of_all(courses: Iterable[CoursePage]) -> list[Page]:
    """The same of several courses. One query."""
    below = [Q(path__startswith=course.path) for course in courses]
    if not below:
        return []
    pages = Page.objects.live().filter(reduce(or_, below), alias_of=None)
    return list(pages.select_related("content_type", "locale").order_by("path"))


def standings(course: CoursePage, locale: Locale) -> list[Standing]:
    """Every page of the course in its order. Five queries."""
    return standings_of(pages_to_translate(course), locale)


def standings_of(pages: list[Page], locale: Locale) -> list[Standing]:
    """Of whichever pages, in their order. Four queries."""
    keys = [page.translation_key for page in pages]
    targets = {one["translation_key"]: one for one in _targets(keys, locale)}
    begun = {one["source__object_id"]: one for one in _begun(keys, locale)}
    counts = {one["source"]: one for one in _counts(keys, locale)}
    last_words = dict(
        StringTranslation.objects.filter(context__object_id__in=keys, locale=locale)
        .values_list("context__object_id")
        .annotate(Max("updated_at"))
    )
    return [
        _standing(page, targets.get(page.translation_key), begun.get(page.translation_key), counts, last_words)
        for page in pages
    ]


def _targets(keys: list[UUID], locale: Locale) -> Any:
    found = Page.objects.filter(translation_key__in=keys, locale=locale)
    return found.values("translation_key", "pk", "live", "alias_of", "has_unpublished_changes")


def _begun(keys: list[UUID], locale: Locale) -> Any:
    logs = TranslationLog.objects.filter(source=OuterRef("source"), locale=locale).order_by("-created_at")
    found = Translation.objects.filter(
        source__object_id__in=keys,
        source__locale__language_code=settings.LANGUAGE_CODE,
        target_locale=locale,
    )
    return found.annotate(saved_at=logs.values("created_at")[:1]).values(
        "pk", "enabled", "source", "source__object_id", "source__last_updated_at", "saved_at"
    )


def _counts(keys: list[UUID], locale: Locale) -> Any:
    """By source: how many sentences, how many of them translated, how many only as they were before."""
    translated = Exists(
        StringTranslation.objects.filter(
            locale=locale, translation_of=OuterRef("string"), context=OuterRef("context"), has_error=False
        )
    )
    segments = StringSegment.objects.filter(
        source__object_id__in=keys, source__locale__language_code=settings.LANGUAGE_CODE
    )
    return (
        segments.annotate(is_translated=translated, was_translated=Exists(outdated(locale)))
        .order_by()
        .values("source")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(is_translated=True)),
            changed=Count("pk", filter=Q(is_translated=False, was_translated=True)),
        )
    )


def outdated(locale: Locale) -> Any:
    """Translations, at the place of a segment, of what no longer stands there in the source."""
    still_there = StringSegment.objects.filter(
        source=OuterRef(OuterRef("source")), context=OuterRef("context"), string=OuterRef("translation_of")
    )
    return StringTranslation.objects.filter(~Exists(still_there), locale=locale, context=OuterRef("context"))


def _standing(page: Page, target: dict | None, begun: dict | None, counts: dict, last_words: dict) -> Standing:
    found = Standing(page, target_pk=target["pk"] if target else None)
    is_page_of_its_own = target is not None and target["alias_of"] is None
    if begun is None:
        # Written in that language by hand: wagtail-localize knows nothing of its sentences.
        found.state = State.DONE if is_page_of_its_own else State.NOT_BEGUN
        return found
    if not begun["enabled"]:
        found.state = State.STOPPED
        return found
    counted = counts.get(begun["source"], {"total": 0, "done": 0, "changed": 0})
    found.translation_pk = begun["pk"]
    found.total, found.done, found.changed = (counted[name] for name in ("total", "done", "changed"))
    if found.changed:
        found.state = State.CHANGED
    elif found.done < found.total:
        found.state = State.BEGUN
    else:
        last = max(filter(None, [last_words.get(page.translation_key), begun["source__last_updated_at"]]))
        is_out = is_page_of_its_own and target is not None and target["live"] and not target["has_unpublished_changes"]
        found.state = State.DONE if is_out and _is_saved_since(begun["saved_at"], last) else State.READY
    return found


def _is_saved_since(saved_at: datetime | None, last: datetime) -> bool:
    return saved_at is not None and saved_at >= last
