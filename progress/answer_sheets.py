"""One showing of a quiz as a plain form: what stands in its hidden fields, and what is wrong with what came back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from progress.wire import LONGEST_VISIT
from quizzes.numbers import read_number

HIGHEST_EDITION = 1_000_000


@dataclass(frozen=True)
class AnswerSheet:
    """`attempt` is the UUID of the event that handing in makes. `person` is the key of the trainee, empty for a guest.

    A field that was tampered with is taken as if it had not been there.
    """

    attempt: UUID
    edition: int
    started: int
    language: str
    person: str

    @classmethod
    def fresh(cls, *, edition: int, language: str, person: str) -> AnswerSheet:
        return cls(uuid4(), edition, int(time.time()), language, person)

    @classmethod
    def sent(cls, post: QueryDict, *, language: str) -> AnswerSheet:
        said = post.get("language", "")
        return cls(
            attempt=uuid_in(post.get("attempt", "")) or uuid4(),
            edition=_number(post.get("edition", ""), HIGHEST_EDITION),
            started=_number(post.get("started", ""), 2**40),
            language=said if said in dict(settings.LANGUAGES) else language,
            person=str(uuid_in(post.get("person", "")) or ""),
        )

    @property
    def seconds(self) -> int:
        """How long she had it before her: 0 if that cannot be known."""
        passed = int(time.time()) - self.started
        return min(passed, LONGEST_VISIT) if self.started and passed > 0 else 0

    def event(self, quiz_key: UUID, responses: list[dict]) -> dict:
        """What a phone would send (docs/events.md). Nothing else that came with the form gets in."""
        return {
            "uuid": str(self.attempt),
            "kind": "attempt-submitted",
            "object": str(quiz_key),
            "edition": self.edition,
            "at": timezone.now().isoformat(),
            "language": self.language,
            "person": self.person,
            "payload": {"responses": responses, "seconds": self.seconds},
        }


def without_number(canonical: dict, responses: list[dict]) -> list[str]:
    """The ids of numeric questions whose answer nobody can read as a number."""
    numeric = {question["id"] for question in canonical["questions"] if question["kind"] == "numeric"}
    answers = ((response["question"], response["answer"]) for response in responses)
    return [key for key, answer in answers if key in numeric and read_number(answer) is None]


def uuid_in(text: str) -> UUID | None:
    """As a hidden field holds it; None for what was tampered with."""
    try:
        return UUID(text) if len(text) == 36 else None
    except ValueError:
        return None


def _number(text: str, highest: int) -> int:
    return min(int(text), highest) if text.isascii() and text.isdigit() and len(text) < 16 else 0
