"""One showing of a task as a plain form: what came back with it, and what she still has to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from progress.answer_sheets import uuid_in
from progress.models import Submission, TaskPhoto
from progress.task_words import MOST_LINES, MOST_PHOTOS, MOST_REPLIES, BadWords, read_words

Problem = str | Promise

TOO_LONG: dict[str, Problem] = {
    "text": _("What you wrote is too long. Keep it to 1,000 characters."),
    "title": _("The title is too long. Keep it to 60 characters."),
    "lines": _("One sentence is too long. Keep each to 60 characters."),
    "price": _("The price is too long. Write a number, such as 30."),
    "per": _("“For how much” is too long. Keep it to 40 characters."),
    "replies": _("One reply is too long. Keep each to 120 characters."),
}
EMPTY = _("Write something, or choose a photo.")
TOO_MANY = _("Five photos are the most. Take the tick from those that you do not want.")
IS_THERE_A_CHILD = _("Is there a child in your photos? Choose an answer, then press “Hand in”.")
CHILD = _("Take the photo again without the child, or from behind, and choose it anew. We have kept none of these.")


@dataclass
class TaskSheet:
    """`attempt` is the UUID of the event that handing in makes. `person` is the key of the trainee who was signed in.

    `photos` are those of hers that the site has already: what was wrong with the rest costs her none of them.
    """

    attempt: UUID
    person: str
    words: dict[str, Any] = field(default_factory=dict)
    only_county: bool = False
    child: str = ""
    photos: list[TaskPhoto] = field(default_factory=list)

    @classmethod
    def fresh(cls, *, person: str, last: Submission | None = None) -> TaskSheet:
        """With what she said last time, and for the same eyes."""
        if last is None:
            return cls(uuid4(), person)
        return cls(uuid4(), person, last.words, only_county=last.only_county)

    @classmethod
    def sent(cls, post: QueryDict) -> TaskSheet:
        """A field that was tampered with is taken as if it had not been there."""
        words: dict[str, Any] = {name: post.get(name, "") for name in ("text", "title", "price", "per")}
        words["lines"] = post.getlist("line")[:MOST_LINES]
        words["replies"] = post.getlist("reply")[:MOST_REPLIES]
        child = post.get("child", "")
        return cls(
            attempt=uuid_in(post.get("attempt", "")) or uuid4(),
            person=str(uuid_in(post.get("person", "")) or ""),
            words=words,
            only_county="only_county" in post,
            child=child if child in ("yes", "no") else "",
        )

    def problem(self) -> Problem:
        """What she has to do yet before it can be handed in; nothing when it is ready."""
        try:
            written = read_words(self.words)
        except BadWords as bad:
            return TOO_LONG[bad.field]
        if not written and not self.photos:
            return EMPTY
        if len(self.photos) > MOST_PHOTOS:
            return TOO_MANY
        return IS_THERE_A_CHILD if self.photos and not self.child else ""

    def event(self, lesson_key: UUID, card: UUID, *, language: str) -> dict:
        """What a phone would send (docs/events.md)."""
        payload = {
            "card": str(card),
            "words": self.words,
            "photos": [photo.sha256 for photo in self.photos],
            "only_county": self.only_county,
        }
        return {
            "uuid": str(self.attempt),
            "kind": "task-submitted",
            "object": str(lesson_key),
            "at": timezone.now().isoformat(),
            "language": language,
            "person": self.person,
            "payload": payload,
        }

    @property
    def lines(self) -> list[str]:
        """As many fields as there may be sentences."""
        return [*self.words.get("lines", ()), *[""] * MOST_LINES][:MOST_LINES]

    @property
    def replies(self) -> list[str]:
        return [*self.words.get("replies", ()), *[""] * MOST_REPLIES][:MOST_REPLIES]
