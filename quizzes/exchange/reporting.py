"""What became of each question of a file, as plain values for JSON and for pages."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from quizzes.exchange.drafts import Answer, Draft, Option, Refused, one_after_the_other
from quizzes.numbers import read_number

TAKEN, CHANGED, REFUSED = "taken", "changed", "refused"


def report_of(found: Iterable[Draft | Refused]) -> dict[str, list[dict[str, Any]]]:
    return {"questions": [line_of(each) for each in found]}


def line_of(found: Draft | Refused) -> dict[str, Any]:
    """Keys that mean nothing for a kind are left out."""
    if isinstance(found, Refused):
        known = {"kind": found.kind, "name": found.name, "prompt": found.prompt}
        said = {"line": found.line, "status": REFUSED, "reason": found.reason}
        return said | {key: value for key, value in known.items() if value}
    return {
        "line": found.line,
        "status": CHANGED if found.changes else TAKEN,
        "reason": one_after_the_other(found.changes),
        "kind": found.kind,
        "name": found.name,
        "prompt": found.prompt,
        **_answers(found),
        "explanation": found.explanation,
    }


def _answers(draft: Draft) -> dict[str, Any]:
    if draft.kind in ("single", "multiple"):
        return {"options": [_option(option) for option in draft.options]}
    if draft.kind == "truefalse":
        # Feedback of true and of false, where a format has it.
        return {"true": draft.true} | ({"options": list(map(_option, draft.options))} if draft.options else {})
    if draft.kind == "numeric":
        return {"answers": [_number(answer) for answer in draft.answers]}
    if draft.kind == "ordering":
        orders = [{"value": answer.value} for answer in draft.answers]
        return {"options": [{"text": option.text} for option in draft.options]} | (
            {"answers": orders} if orders else {}
        )
    if draft.kind == "matching":
        return {"pairs": [{"left": pair.left, "right": pair.right} for pair in draft.pairs]}
    if draft.kind == "short":
        return {"answers": [_text(answer) for answer in draft.answers]}
    return {}


def _option(option: Option) -> dict[str, Any]:
    return {"text": option.text, "weight": plain(option.weight), "feedback": option.feedback}


def _text(answer: Answer) -> dict[str, Any]:
    return {"value": answer.value, "weight": plain(answer.weight), "feedback": answer.feedback}


def _number(answer: Answer) -> dict[str, Any]:
    bounds = {"low": answer.low, "high": answer.high}
    value = read_number(answer.value)
    return {
        "value": answer.value if value is None else plain(value),
        **{name: plain(bound) for name, bound in bounds.items() if bound is not None},
        "weight": plain(answer.weight),
        "feedback": answer.feedback,
    }


def plain(number: Decimal) -> int | float:
    """A number of JSON: 1, not 1.0."""
    return int(number) if number == number.to_integral_value() else float(number)
