"""What the blocks would ask for when a trainer publishes a question: a draft may lack it, and she is told at once."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import Block, FieldBlock

from quizzes.blocks import QUESTIONS

BLOCKS: dict[str, Block] = dict(QUESTIONS)
STAND_IN = "…"


def still_to_do(raw: dict[str, Any]) -> list[str]:
    """Sentences, in the words of the blocks. A missing reason hides nothing else."""
    block, value = BLOCKS[raw["type"]], raw["value"]
    missing = [] if value["explanation"] else [_("Say why the answer is so.")]
    try:
        block.clean(block.to_python({**value, "explanation": value["explanation"] or STAND_IN}))
    except ValidationError as faults:
        return missing + list(dict.fromkeys(_sentences(faults, block)))
    return missing


def _sentences(faults: Any, block: Block) -> Iterator[str]:
    """The faults of a block and of all within it; one of a field begins with the field’s name."""
    within = getattr(faults, "block_errors", None)
    if not within:
        named = isinstance(block, FieldBlock)
        yield from (f"{block.label}: {message}" if named else message for message in faults.messages)
        return
    for name, fault in within.items() if isinstance(within, dict) else enumerate(within):
        if fault:
            yield from _sentences(fault, _part(block, name))


def _part(block: Block, name: str | int) -> Block:
    parts = getattr(block, "child_blocks", {})
    return parts.get(name) or getattr(block, "child_block", block)
