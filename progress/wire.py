"""Reading what phones send. See docs/events.md for every field.

A body that cannot be read is refused with a code and never with an exception of another kind: its neighbours in the
batch must not suffer.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime

from progress.models import Kind
from progress.task_words import MOST_PHOTOS, BadWords, read_words

LONGEST_VISIT = 20 * 60  # seconds that one visit counts at the most: phones are left lying open
EARLIEST = timedelta(days=180)
CLOCKS_DIFFER = timedelta(minutes=2)
MOST_CHOSEN = 6  # what a question has to choose from at the most
SHA256 = re.compile(r"[0-9a-f]{64}")
LARGEST_COUNTER = 2**53 - 1  # what a script can count to


class Refused(Exception):
    """The event cannot be taken. `code` says why, in the words of docs/events.md."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class SentEvent:
    """One event as a phone sent it, read and bounded. `payload` holds only what its kind knows."""

    uuid: UUID
    kind: Kind
    object_key: UUID
    edition_number: int | None
    said_at: datetime | None
    occurred_at: datetime
    received_at: datetime
    device: str
    counter: int | None
    language: str
    helped: bool
    payload: dict[str, Any]
    digest: str


def read_uuid_of(body: object) -> str:
    """The UUID to name a body by in the reply, however broken the rest of it is; empty if there is none."""
    said = body.get("uuid") if isinstance(body, dict) else None
    return said if isinstance(said, str) and len(said) <= 36 else ""


def read_event(body: object, *, person: UUID | None, received_at: datetime) -> SentEvent:
    """One event from its body. `person` is the key of the trainee it is taken for, None for a guest. Raises Refused."""
    if not isinstance(body, dict):
        raise Refused("shape")
    if body.get("person", here := str(person or "")) != here:
        raise Refused("other-person")
    kind = _kind(body.get("kind"))
    said_at = _time(body.get("at"))
    return SentEvent(
        uuid=_uuid(body.get("uuid"), "uuid"),
        kind=kind,
        object_key=_uuid(body.get("object"), "object"),
        edition_number=_count(body, "edition") if kind == Kind.ATTEMPT_SUBMITTED else None,
        said_at=said_at,
        occurred_at=bounded(said_at, received_at),
        received_at=received_at,
        device=_short(body, "device", 36),
        counter=_count(body, "counter") if body.get("counter") is not None else None,
        language=_short(body, "language", 12),
        helped=body.get("helped") is True,
        payload=PAYLOADS[kind](body.get("payload")),
        digest=digest_of(body),
    )


def bounded(said_at: datetime | None, received_at: datetime) -> datetime:
    """The time that counts: the phone's, unless its clock is plainly wrong; never later than the receipt."""
    if said_at is None or not received_at - EARLIEST <= said_at <= received_at + CLOCKS_DIFFER:
        return received_at
    return min(said_at, received_at)


def digest_of(body: dict) -> str:
    """The same for the same body, whatever the order of its fields."""
    try:
        plain = json.dumps(body, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    except RecursionError:
        raise Refused("shape") from None
    return hashlib.sha256(plain.encode()).hexdigest()


def _kind(said: object) -> Kind:
    if not isinstance(said, str) or said not in PAYLOADS:
        raise Refused("kind")
    return Kind(said)


def _uuid(said: object, code: str) -> UUID:
    try:
        return UUID(said)  # type: ignore[arg-type] # whatever came, it says so itself
    except (ValueError, TypeError, AttributeError):
        raise Refused(code) from None


def _time(said: object) -> datetime | None:
    """A wrong clock is no reason to lose an answer: what is no time is taken as not said."""
    try:
        time = parse_datetime(said) if isinstance(said, str) and len(said) < 64 else None
        return time.astimezone(UTC) if time and time.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _count(fields: dict, name: str) -> int:
    said = fields.get(name)
    if isinstance(said, bool) or not isinstance(said, int) or not 0 <= said <= LARGEST_COUNTER:
        raise Refused(name)
    return said


def _short(fields: dict, name: str, longest: int) -> str:
    said = fields.get(name, "")
    if not isinstance(said, str) or len(said) > longest or not said.isascii() or not said.isprintable():
        raise Refused(name)
    return said


def _fields(payload: object) -> dict:
    if not isinstance(payload, dict):
        raise Refused("payload")
    return payload


def _seconds(payload: dict) -> int:
    return min(_count(payload, "seconds"), LONGEST_VISIT) if "seconds" in payload else 0


def _left(payload: object) -> dict[str, Any]:
    said = _fields(payload)
    position = _count(said, "position")
    if position > 100:
        raise Refused("position")
    return {"card": str(_uuid(said.get("card"), "card")), "position": position, "seconds": _seconds(said)}


def _finished(payload: object) -> dict[str, Any]:
    return {"seconds": _seconds(_fields(payload))}


def _checked(payload: object) -> dict[str, Any]:
    """What was chosen at a knowledge check. Whether it was right is told on the spot and asked of nobody later."""
    said = _fields(payload)
    chosen = said.get("answer")
    if not isinstance(chosen, list) or not 0 < len(chosen) <= MOST_CHOSEN:
        raise Refused("answer")
    ids = sorted({one if one in ("true", "false") else str(_uuid(one, "answer")) for one in chosen})
    return {"card": str(_uuid(said.get("card"), "card")), "answer": ids}


def _submitted(payload: object) -> dict[str, Any]:
    said = _fields(payload)
    return {"responses": said.get("responses"), "seconds": _seconds(said)}


def _task(payload: object) -> dict[str, Any]:
    """What she hands in for a practice task. Something must be there: words or a photo."""
    said = _fields(payload)
    try:
        words = read_words(said.get("words", {}))
    except BadWords:
        raise Refused("words") from None
    photos = said.get("photos", [])
    if not isinstance(photos, list) or len(photos) > MOST_PHOTOS:
        raise Refused("photos")
    if not all(isinstance(one, str) and SHA256.fullmatch(one) for one in photos):
        raise Refused("photos")
    if not words and not photos:
        raise Refused("empty")
    return {
        "card": str(_uuid(said.get("card"), "card")),
        "words": words,
        "photos": list(dict.fromkeys(photos)),
        "only_county": said.get("only_county") is True,
    }


PAYLOADS: dict[str, Callable[[object], dict[str, Any]]] = {
    Kind.LESSON_LEFT: _left,
    Kind.LESSON_FINISHED: _finished,
    Kind.CHECK_ANSWERED: _checked,
    Kind.ATTEMPT_SUBMITTED: _submitted,
    Kind.TASK_SUBMITTED: _task,
}
