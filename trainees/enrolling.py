"""Signing up one neighbour after the other: what was told of the one who stands there, kept until she is signed up.

It lies in the keeper's session, so that Back, a lost signal or an empty battery take nothing of it away. A PIN is never
in it.
"""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest

from trainees.forms.join import SALT, TOKEN_SECONDS

IN_SESSION = "enrolling"


@dataclass(frozen=True)
class Draft:
    """The neighbour before she is signed up. `key` becomes the trainee's: sent twice, she is signed up once."""

    key: str
    village: str
    name: str
    age: str
    phone: str
    sign: str = ""

    @property
    def token(self) -> str:
        """The key as it stands in the last form, which outlives the draft: pressed twice it finds the same person."""
        return signing.dumps(self.key, salt=SALT)


def read_draft(request: HttpRequest, village: str) -> Draft | None:
    kept: Any = request.session.get(IN_SESSION)
    return Draft(**kept) if kept and kept["village"] == village else None


def keep_draft(request: HttpRequest, draft: Draft) -> None:
    request.session[IN_SESSION] = asdict(draft)


def forget_draft(request: HttpRequest, key: str) -> None:
    if (request.session.get(IN_SESSION) or {}).get("key") == key:
        del request.session[IN_SESSION]


def new_key() -> str:
    return str(uuid.uuid4())


def key_of_token(token: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(signing.loads(token, salt=SALT, max_age=TOKEN_SECONDS))
    except (signing.BadSignature, ValueError, TypeError):
        return None
