"""Cards as raw stream data: made for a pattern, or taken over with ids of their own. Pure."""

from typing import Any
from uuid import uuid4

NO_PICTURE = {"image": None, "decorative": None, "alt_text": None}

Raw = dict[str, Any]


def item(value: object) -> Raw:
    return {"type": "item", "id": str(uuid4()), "value": value}


def items(*values: object) -> list[Raw]:
    return [item(value) for value in values]


def card(kind: str, **value: object) -> Raw:
    return {"type": kind, "id": str(uuid4()), "value": value}


def renewed(raw: Any, new: dict[str, str]) -> Any:
    """The same words with new ids for every card and line; `new` is told which became which.

    What is recorded, answered and counted is known by these ids: two lessons must not share them.
    """
    if isinstance(raw, list):
        return [renewed(one, new) for one in raw]
    if not isinstance(raw, dict):
        return raw
    copied = {name: renewed(value, new) for name, value in raw.items()}
    if {"type", "value", "id"} <= copied.keys():
        copied["id"] = new[raw["id"]] = str(uuid4())
    return copied
