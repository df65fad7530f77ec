"""A draft as a question of our own blocks: raw stream data with new ids, or a sentence that says why a quiz cannot
hold it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from quizzes.blocks import QUESTIONS
from quizzes.exchange.drafts import RIGHT, WRONG, Draft
from quizzes.numbers import read_number
from quizzes.words import folded

HELD = {kind for kind, _block in QUESTIONS}
NO_PICTURE = {"image": None, "decorative": None, "alt_text": None}

Raw = dict[str, Any]


class NotHeld(Exception):
    """Our quiz has no such question; the sentence says why."""


def into_block(draft: Draft) -> tuple[Raw, list[str]]:
    """The question, and what is not as it was in the draft. Raises NotHeld."""
    if draft.kind not in BUILDERS or draft.kind not in HELD:
        raise NotHeld(_("A quiz here has no question of this kind. Ask it as a choice, or give it as a task."))
    changes: list[str] = []
    value = BUILDERS[draft.kind](draft, changes)
    told = {"prompt": draft.prompt, "picture": NO_PICTURE, "explanation": draft.explanation, "explains": ""}
    raw = {"type": draft.kind, "id": str(uuid4()), "value": {**told, **value}}
    return raw, changes


def _item(value: Any) -> Raw:
    return {"type": "item", "id": str(uuid4()), "value": value}


def _choosing(draft: Draft, changes: list[str]) -> Raw:
    right = [option.weight > WRONG for option in draft.options]
    if any(option.weight not in (RIGHT, WRONG) for option in draft.options):
        right = _rights_of_shares(draft)
        if not _are_equal_shares(draft):
            changes.append(_("Shares of points were left out: an answer is right or wrong here."))
    options = [
        _item({"text": option.text, "right": is_right, "feedback": "" if is_right else option.feedback})
        for option, is_right in zip(draft.options, right, strict=True)
    ]
    if any(option.feedback and is_right for option, is_right in zip(draft.options, right, strict=True)):
        changes.append(_("What was said to a right answer was left out: the reason is shown to everybody."))
    if len(options) > 6:
        raise NotHeld(_("A question here has at most six answers to choose from. Leave out the weakest."))
    return {"options": options}


def _are_equal_shares(draft: Draft) -> bool:
    """As several right answers are written where all of them together are a whole."""
    weights = {option.weight for option in draft.options} - {WRONG}
    return draft.kind == "multiple" and len(weights) == 1 and weights.pop() > WRONG


def _rights_of_shares(draft: Draft) -> list[bool]:
    """Of one that is chosen only the best is right, of several all that bring points."""
    most = max(option.weight for option in draft.options)
    if draft.kind == "single":
        return [option.weight == most and most > WRONG for option in draft.options]
    return [option.weight > WRONG for option in draft.options]


def _truefalse(draft: Draft, changes: list[str]) -> Raw:
    if any(option.feedback for option in draft.options):
        changes.append(_("What was said to each answer was left out: the reason is shown to everybody."))
    return {"answer": "true" if draft.true else "false"}


def _numeric(draft: Draft, changes: list[str]) -> Raw:
    best = max(draft.answers, key=lambda answer: answer.weight)
    value, low, high = read_number(best.value), best.low, best.high
    if low is None or high is None:
        low = high = value
    if low is None or high is None:
        raise NotHeld(_("The right number is missing."))
    middle, tolerance = (low + high) / 2, (high - low) / 2
    if len(draft.answers) > 1 or any(answer.feedback for answer in draft.answers):
        changes.append(_("Only the best answer was taken; a number has one right answer here."))
    if value is not None and value != middle:
        changes.append(_("The right number was set to the middle of its range."))
    return {"value": _plain(middle), "tolerance": _plain(tolerance), "unit": draft.unit}


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _ordering(draft: Draft, changes: list[str]) -> Raw:
    if len(draft.options) > 6:
        raise NotHeld(_("At most six lines can be put in order here. Leave some out."))
    items = [_item(option.text) for option in draft.options]
    return {"items": items, "also_right": [_item(answer.value) for answer in draft.answers]}


def _matching(draft: Draft, changes: list[str]) -> Raw:
    if len(draft.pairs) > 6:
        raise NotHeld(_("At most six pairs can be matched here. Leave some out."))
    pairs = [pair for pair in draft.pairs if pair.left.strip()]
    if len(pairs) < len(draft.pairs):
        changes.append(_("A right side that belongs to nothing was left out."))
    return {"pairs": [_item({"left": pair.left, "right": pair.right}) for pair in pairs]}


def _short(draft: Draft, changes: list[str]) -> Raw:
    accepted = [answer for answer in draft.answers if answer.weight > WRONG]
    said = {folded(answer.value): answer.value for answer in reversed(accepted) if folded(answer.value)}
    if any(answer.weight != RIGHT for answer in draft.answers):
        changes.append(_("Shares of points were left out: an answer is right or wrong here."))
    if any(answer.feedback for answer in draft.answers):
        changes.append(_("What was said to each answer was left out: the reason is shown to everybody."))
    if len(said) > 12:
        raise NotHeld(_("At most twelve answers can be accepted here. Leave some out."))
    return {"answers": [_item(text) for text in reversed(said.values())]}


BUILDERS: dict[str, Callable[[Draft, list[str]], Raw]] = {
    "single": _choosing,
    "multiple": _choosing,
    "truefalse": _truefalse,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
    "short": _short,
}
