"""Every sentence of a course that is translated, by where it stands. Read from the pages: nothing has to be begun."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from courses.models import CoursePage
from courses.translating.changes import plain
from courses.translating.standing import pages_to_translate


@dataclass(frozen=True)
class Place:
    """Where a sentence stands: on which page, known by its key in every language, and where on it."""

    key: UUID
    path: str

    def __str__(self) -> str:
        return f"{self.key}:{self.path}"


@dataclass(frozen=True)
class Sentence:
    place: Place
    text: str
    page: str  # its title
    most: int | None  # characters that a translation may have

    @property
    def at(self) -> tuple[Place, str]:
        return self.place, self.text


def sentences_of(course: CoursePage) -> Iterator[Sentence]:
    """In the order in which they are read; one that stands twice at one place comes once."""
    for page in pages_to_translate(course):
        yield from sentences_on(page.specific)


def sentences_on(page: Page) -> Iterator[Sentence]:
    seen: set[tuple[str, str]] = set()
    for segment in extract_segments(page):
        if not isinstance(segment, StringSegmentValue):
            continue
        text = plain(segment.string.data)
        if (segment.path, text) not in seen:
            seen.add((segment.path, text))
            yield Sentence(
                Place(page.translation_key, segment.path), text, page.title, most_characters(page, segment.path)
            )


def translations_of(course: CoursePage, locale: Locale) -> dict[tuple[Place, str], str]:
    """What is said for each sentence, those that stand there no longer too. One query beside that for the pages."""
    return translations_at([page.translation_key for page in pages_to_translate(course)], locale)


def translations_at(keys: Iterable[UUID], locale: Locale) -> dict[tuple[Place, str], str]:
    found = StringTranslation.objects.filter(context__object_id__in=keys, locale=locale, has_error=False)
    return {
        (Place(key, path), plain(said)): plain(data)
        for key, path, said, data in found.order_by("pk").values_list(
            "context__object_id", "context__path", "translation_of__data", "data"
        )
    }


def most_characters(page: Page, path: str) -> int | None:
    """As the field or block at that place has it."""
    name, *inside = path.split(".")
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        block = _block_at(field.value_from_object(page), inside)
        return getattr(getattr(block, "field", None), "max_length", None)
    return field.max_length if isinstance(field, models.CharField) else None


def _block_at(stream: blocks.StreamValue, path: list[str]) -> blocks.Block | None:
    """Down from the card with that id, through names of parts and ids of lines, as wagtail-localize writes a place."""
    card, *inside = path
    kind = next((raw["type"] for raw in stream.raw_data if raw.get("id") == card), "")
    block = stream.stream_block.child_blocks.get(kind)
    for name in inside:
        line = getattr(block, "child_block", None)
        block = line or getattr(block, "child_blocks", {}).get(name)
    return block
