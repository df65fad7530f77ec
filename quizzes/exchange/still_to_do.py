"""What a question still lacks, told as soon as it is read: what the blocks ask for at publishing, and its reasons."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import Block, FieldBlock

from quizzes.blocks import QUESTIONS

BLOCKS: dict[str, Block] = dict(QUESTIONS)


def still_to_do(raw: dict[str, Any]) -> list[str]:
    """Sentences, in the words of the blocks."""
    block = BLOCKS[raw["type"]]
    try:
        block.clean(block.to_python(raw["value"]))
    except ValidationError as faults:
        return list(dict.fromkeys(_sentences(faults, block)))
    return []


def better_with(raw: dict[str, Any]) -> list[str]:
    """The reasons that nobody gave: it may be published without, but then it only tests and teaches nothing."""
    value = raw["value"]
    options = [item["value"] for item in value.get("options", [])]
    silent = any(not option["right"] and not option["feedback"] for option in options)
    return [
        *([] if value["explanation"] else [_("Say why the answer is so.")]),
        *([_("Say to each wrong answer why it is not the one.")] if silent else []),
    ]


def _sentences(faults: Any, block: Block) -> Iterator[str]:
    """The faults of a block and of all within it; one of a field begins with the field’s name."""
    within = getattr(faults, "block_errors", None)
    if not within:
        named = isinstance(block, FieldBlock)
        for said in faults.messages:
            yield _("%(field)s: %(fault)s") % {"field": block.label, "fault": said} if named else said
        return
    for name, fault in within.items() if isinstance(within, dict) else enumerate(within):
        if fault:
            yield from _sentences(fault, _part(block, name))


def _part(block: Block, name: str | int) -> Block:
    parts = getattr(block, "child_blocks", {})
    return parts.get(name) or getattr(block, "child_block", block)
