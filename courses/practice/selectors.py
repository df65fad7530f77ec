"""Finding a task by the key of its lesson and the id of its card, which are the same in every language."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.blocks import StructValue
from wagtail.models import Page, Revision

from courses.models import LessonPage
from media.block_ids import key_of

TASK = "task"
TaskKey = tuple[UUID, UUID]
"""The key of the lesson, and the id of the card."""


@dataclass(frozen=True)
class ShownTask:
    """A task as it stands in a live lesson: its words, and where they stand."""

    page: LessonPage
    card_id: str
    value: StructValue
    other_language: str = ""  # in which its words are, where they are not in the one asked for

    @property
    def url(self) -> str:
        """Its card in the lesson."""
        return f"{self.page.url}#{self.card_id}"

    @property
    def signs(self) -> list[str]:
        return list(self.value["criteria"])

    @property
    def shelf(self) -> str:
        return self.value["shelf"] or ""


def shown_task(lesson_key: UUID, card: UUID, language: str) -> ShownTask | None:
    """In this language, else in the source language; None where nobody may read the lesson, or it has no such task."""
    found = shown_tasks([(lesson_key, card)], language)
    return found.get((lesson_key, card))


def shown_tasks(keys: Collection[TaskKey], language: str) -> dict[TaskKey, ShownTask]:
    """Those that stand in live lessons, by lesson key and card.

    Two queries for the lessons and, for each of them, one for the examples in its tasks: no other card is opened.
    """
    lessons = _readable({lesson for lesson, _card in keys}, language)
    # the language asked for comes last, so that it stays
    pages = sorted(lessons, key=lambda page: page.locale.language_code == language)
    found: dict[TaskKey, ShownTask] = {}
    for page in pages:
        for place, raw in enumerate(page.cards.raw_data):
            card = key_of(raw.get("id")) if raw["type"] == TASK else None
            if card and (page.translation_key, card) in keys:
                block = page.cards[place]
                task = ShownTask(page, block.id, block.value, _other_language(page, language))
                found[page.translation_key, card] = task
    return found


def shelves_of(keys: Collection[TaskKey]) -> dict[TaskKey, str]:
    """What each task becomes, by the newest words of its author; what never was a task is left out.

    A phone may hand in weeks later what was asked of her: that counts also when the lesson is no longer shown, or the
    card was taken out since. One query for all, three more where a card stands in no lesson today.
    """
    lessons = LessonPage.objects.filter(translation_key__in={lesson for lesson, _card in keys})
    found: dict[TaskKey, dict] = {}
    for lesson_key, cards in lessons.order_by().values_list("translation_key", "cards"):
        found |= {(lesson_key, key): card for key, card in tasks_in(cards.raw_data)}
    found |= _earlier(set(keys) - found.keys())
    return {key: card["value"].get("shelf") or "" for key, card in found.items() if key in keys}


def tasks_in(cards: Iterable[dict]) -> Iterator[tuple[UUID, dict]]:
    """The tasks among cards as they are stored, by their ids; what has none that we could have given is passed over."""
    return ((key, card) for card in cards if card["type"] == TASK and (key := key_of(card.get("id"))))


def _earlier(keys: Collection[TaskKey]) -> dict[TaskKey, dict]:
    """The cards as they were last written before they were taken out. All that was written is gone through once."""
    known = LessonPage.objects.filter(translation_key__in={lesson for lesson, _card in keys})
    lessons = {str(pk): lesson for pk, lesson in known.order_by().values_list("pk", "translation_key")}
    if not lessons:
        return {}
    pages = ContentType.objects.get_for_model(Page)
    written = Revision.objects.filter(base_content_type=pages, object_id__in=lessons)
    texts = written.annotate(text=Cast("content", TextField())).order_by()
    last = texts.aggregate(**{f"last_{number}": _last_with(key, lessons) for number, key in enumerate(keys)})
    found: dict[TaskKey, dict] = {}
    for page, content in written.filter(pk__in=set(last.values())).order_by("pk").values_list("object_id", "content"):
        found |= {(lessons[page], card): told for card, told in tasks_in(json.loads(content["cards"]))}
    return {key: found[key] for key in keys if key in found}


def _last_with(key: TaskKey, lessons: dict[str, UUID]) -> Max:
    """The newest revision of the lesson, in whichever language, that names the card."""
    lesson, card = key
    pages = [page for page, of_lesson in lessons.items() if of_lesson == lesson]
    return Max("pk", filter=Q(object_id__in=pages, text__contains=str(card)))


def _other_language(page: LessonPage, language: str) -> str:
    said_in = page.alias_of.locale.language_code if page.alias_of_id else page.locale.language_code
    return said_in if said_in != language else ""


def _readable(keys: Collection[UUID], language: str) -> QuerySet[LessonPage]:
    wanted = {language, settings.LANGUAGE_CODE}
    lessons = LessonPage.objects.live().public()
    return lessons.filter(translation_key__in=keys, locale__language_code__in=wanted).select_related(
        "locale", "alias_of__locale"
    )
