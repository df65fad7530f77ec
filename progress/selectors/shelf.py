"""My goods: what somebody handed in for the tasks that make up one product card. Hers alone, and nothing to buy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from courses.blocks.doing import Shelf
from courses.models import LessonPage
from courses.practice.selectors import tasks_in
from progress.models import Submission, TaskPhoto
from trainees.models import Trainee

FIELDS = {Shelf.LISTING: ("title", "lines"), Shelf.PRICE: ("price", "per"), Shelf.REPLIES: ("replies",)}
"""The words that a part gives the card; what she writes to her teacher is not among them."""


@dataclass(frozen=True)
class Part:
    """`newest` is what she handed in last; a photo alone takes no words off the card, nor words alone its photo."""

    newest: Submission
    words: dict[str, Any]
    photos: list[TaskPhoto]


@dataclass(frozen=True)
class Goods:
    """The newest that she handed in of each part, whatever its teacher said."""

    parts: dict[str, Part]

    def __bool__(self) -> bool:
        return bool(self.parts)

    def _said(self, part: str, field: str, empty: str | list) -> str | list:
        said = self.parts.get(part)
        return said.words.get(field, empty) if said else empty

    @property
    def title(self) -> str | list:
        return self._said(Shelf.LISTING, "title", "")

    @property
    def lines(self) -> str | list:
        return self._said(Shelf.LISTING, "lines", [])

    @property
    def price(self) -> str | list:
        return self._said(Shelf.PRICE, "price", "")

    @property
    def per(self) -> str | list:
        return self._said(Shelf.PRICE, "per", "")

    @property
    def replies(self) -> str | list:
        return self._said(Shelf.REPLIES, "replies", [])

    @property
    def photo(self) -> TaskPhoto | None:
        """The first of her photos; where she has handed in none for this, the first that came with another part."""
        parts = [self.parts[part] for part in Shelf.values if part in self.parts]
        return next((photo for part in parts for photo in part.photos), None)


@dataclass(frozen=True)
class ShelfTask:
    """A task that fills a part of the card."""

    shelf: str
    title: str
    lesson_key: UUID
    card: str


def goods_of(trainee: Trainee) -> Goods:
    """Three queries."""
    rows = Submission.objects.filter(trainee=trainee, shelf__in=Shelf.values, way=Submission.Way.PHONE)
    newest_first = rows.order_by("-is_newest", "-received_at", "-handed_in_at", "-pk")
    by_part: dict[str, list[Submission]] = {}
    for row in newest_first.prefetch_related("placed__photo"):
        by_part.setdefault(row.shelf, []).append(row)
    return Goods({part: _part(part, of_it) for part, of_it in by_part.items()})


def _part(part: str, newest_first: list[Submission]) -> Part:
    newest, asked = newest_first[0], FIELDS.get(Shelf(part))
    said = (row.words for row in newest_first if any(row.words.get(field) for field in asked or row.words))
    shown = (row.ordered_photos for row in newest_first if row.ordered_photos)
    return Part(newest, next(said, newest.words), next(shown, []))


def shelf_tasks(language: str) -> list[ShelfTask]:
    """In the order of the lessons, those that can be read in this language."""
    lessons = LessonPage.objects.live().public().filter(locale__language_code=language).order_by("path")
    return [
        ShelfTask(told["value"]["shelf"], told["value"]["title"], key, str(card))
        for key, cards in lessons.values_list("translation_key", "cards")
        for card, told in tasks_in(cards.raw_data)
        if told["value"].get("shelf")
    ]
