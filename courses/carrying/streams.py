"""Raw data of blocks between a site and a file: what a site calls by a number of its own goes by a key in the file.

Both ways walk along our own definitions of the blocks, so nothing passes that no block of ours would hold.
"""

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

Swap = Callable[[blocks.ChooserBlock | None, object], object]
"""The other name of what a block (or a field: None) chose. Raises LookupError where there is none: it is left out."""

DEEPEST = 12
MOST_ITEMS = 500  # cards of a lesson, questions of a quiz, options of a question

SENTENCES = {
    "block": _("There is a kind of card or question in it that this site does not know (“%(name)s”)."),
    "shape": _("A card or question in it is not written as this site writes them."),
    "id": _("A card or question in it has no name of its own, or the same as another."),
}


def rewritten(block: blocks.StreamBlock, raw: object, swap: Swap) -> list[dict]:
    """The raw data of a stream with every choice swapped. Raises ValidationError."""
    return _stream(block, raw, swap, 0)


def ids_in(raw: object) -> list[str]:
    """The ids of all blocks and items in raw data, in their order."""
    if isinstance(raw, list):
        return [one for item in raw for one in ids_in(item)]
    if isinstance(raw, dict):
        own = [raw["id"]] if {"type", "id", "value"} == raw.keys() and _is_id(raw["id"]) else []
        return own + [one for value in raw.values() for one in ids_in(value)]
    return []


def check_ids(raw: object) -> None:
    """Each block a name of its own: progress and recordings hang on it. Raises ValidationError."""
    ids = ids_in(raw)
    if len(ids) != len(set(ids)):
        raise _refusal("id")


def _any(block: blocks.Block, raw: object, swap: Swap, depth: int) -> object:
    if depth > DEEPEST:
        raise _refusal("shape")
    if isinstance(block, blocks.StreamBlock):
        return _stream(block, raw, swap, depth)
    if isinstance(block, blocks.ListBlock):
        return _list(block, raw, swap, depth)
    if isinstance(block, blocks.StructBlock):
        return _struct(block, raw, swap, depth)
    if isinstance(block, blocks.ChooserBlock):
        return None if raw is None else swap(block, raw)
    if raw is not None and not isinstance(raw, (str, int, float)):
        raise _refusal("shape")
    return raw


def _stream(block: blocks.StreamBlock, raw: object, swap: Swap, depth: int) -> list[dict]:
    found = []
    for item in _items(raw):
        if item["type"] not in block.child_blocks:
            raise _refusal("block", name=str(item["type"])[:30])
        child = block.child_blocks[item["type"]]
        found.append({**item, "value": _any(child, item["value"], swap, depth + 1)})
    return found


def _list(block: blocks.ListBlock, raw: object, swap: Swap, depth: int) -> list[dict]:
    found = []
    for item in _items(raw):
        if item["type"] != "item":
            raise _refusal("shape")
        try:
            found.append({**item, "value": _any(block.child_block, item["value"], swap, depth + 1)})
        except LookupError:
            continue  # a line of the list that names what is not here
    return found


def _struct(block: blocks.StructBlock, raw: object, swap: Swap, depth: int) -> dict:
    if not isinstance(raw, dict):
        raise _refusal("shape")
    unknown = next((name for name in raw if name not in block.child_blocks), None)
    if unknown is not None:
        raise _refusal("block", name=str(unknown)[:30])
    found = {}
    for name, child in block.child_blocks.items():
        try:
            found[name] = _any(child, raw[name], swap, depth + 1) if name in raw else _nothing(child)
        except LookupError:
            found[name] = None
    return found


def _nothing(block: blocks.Block) -> object:
    """What was written before the block had this part says nothing in it."""
    if isinstance(block, (blocks.ListBlock, blocks.StreamBlock)):
        return []
    if isinstance(block, blocks.StructBlock):
        return {name: _nothing(child) for name, child in block.child_blocks.items()}
    return None if isinstance(block, blocks.ChooserBlock) else block.get_prep_value(block.get_default())


def _items(raw: object) -> list[dict]:
    if not isinstance(raw, list) or len(raw) > MOST_ITEMS:
        raise _refusal("shape")
    for item in raw:
        if not isinstance(item, dict) or item.keys() != {"type", "id", "value"} or not isinstance(item["type"], str):
            raise _refusal("shape")
        if not _is_id(item["id"]):
            raise _refusal("id")
    return raw


def _is_id(told: object) -> bool:
    try:
        return isinstance(told, str) and str(UUID(told)) == told
    except ValueError:
        return False


def _refusal(code: str, **words: object) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code, params=words)
