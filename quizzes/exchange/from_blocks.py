"""Our own questions as drafts, to be written in any format. Pictures and cards stay with the quiz."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from quizzes.canonical import places_in, plain
from quizzes.exchange.drafts import RIGHT, WRONG, Answer, Draft, Option, Pair


def from_blocks(questions: Iterable[dict[str, Any]]) -> list[Draft]:
    """Raw stream data in. A question whose kind no format knows is left out."""
    return [
        BUILDERS[question["type"]](_begun(number, question), question["value"])
        for number, question in enumerate(questions, start=1)
        if question["type"] in BUILDERS
    ]


def _begun(number: int, question: dict[str, Any]) -> Draft:
    value = question["value"]
    return Draft(number, question["type"], prompt=value["prompt"] or "", explanation=value["explanation"] or "")


def _choosing(draft: Draft, value: dict) -> Draft:
    draft.options = [
        Option(item["value"]["text"] or "", RIGHT if item["value"]["right"] else WRONG, item["value"]["feedback"] or "")
        for item in value["options"]
    ]
    return draft


def _truefalse(draft: Draft, value: dict) -> Draft:
    draft.true = value["answer"] == "true"
    return draft


def _numeric(draft: Draft, value: dict) -> Draft:
    number, tolerance = Decimal(plain(value["value"])), Decimal(plain(value["tolerance"]))
    draft.answers = [Answer(plain(number), number - tolerance, number + tolerance)]
    draft.unit = value["unit"] or ""
    return draft


def _ordering(draft: Draft, value: dict) -> Draft:
    draft.options = [Option(item["value"] or "") for item in value["items"]]
    draft.answers = [Answer(" ".join(map(str, places_in(item["value"])))) for item in value["also_right"]]
    return draft


def _matching(draft: Draft, value: dict) -> Draft:
    draft.pairs = [Pair(item["value"]["left"] or "", item["value"]["right"] or "") for item in value["pairs"]]
    return draft


def _short(draft: Draft, value: dict) -> Draft:
    draft.answers = [Answer(item["value"] or "") for item in value["answers"]]
    return draft


BUILDERS: dict[str, Callable[[Draft, dict], Draft]] = {
    "single": _choosing,
    "multiple": _choosing,
    "truefalse": _truefalse,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
    "short": _short,
}
