"""What a quiz is marked by, from the raw data of its questions: ids and keys, no words. docs/quiz-editions.md.

Pure: raw stream data in (`{"type": kind, "id": …, "value": {…}}`), JSON out. It also takes a question that is half
written, as the editor's preview shows it: what is not said yet is empty, and no answer to it is right.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID, uuid5

from quizzes.course_tests import RulesOfTest
from quizzes.words import folded

WEIGHT = "1"


def canonical_of(
    pass_mark: Decimal, questions: Iterable[dict], test: RulesOfTest | None = None, *, in_parts: bool = False
) -> dict:
    """The whole of an edition's `canonical`. `test` has the rules of the test of a course."""
    marking = [canonical_question(question) for question in questions]
    canonical = {"pass_mark": plain(pass_mark), "tries": test.tries if test else None, "questions": marking}
    if in_parts:  # what is not used is not said: editions of before stay as they are
        canonical["in_parts"] = True
    return {**canonical, "test": test.said()} if test else canonical


def digest_of(canonical: dict) -> str:
    text = json.dumps(canonical, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def plain(number: object) -> str:
    """A number as text without needless zeros: 4, 0.75."""
    return f"{Decimal(str(number if number not in (None, '') else 0)).normalize():f}"


def right_side(pair_id: str) -> str:
    """The id of a pair's right side: another than the left one's, or the form itself would tell the answer."""
    return str(uuid5(UUID(pair_id), "right"))


def places_in(text: str) -> list[int]:
    """The numbers of lines in “2 1 3 4”, “2、1、3、4” or “2134”."""
    numbers = re.findall(r"\d+", text or "")
    return [int(number) for number in (numbers if len(numbers) > 1 else "".join(numbers))]


def item_ids(items: Iterable[dict]) -> list[str]:
    return [item["id"] for item in items]


def canonical_question(question: dict) -> dict:
    """What one question is marked by."""
    kind = question["type"]
    return {"id": question["id"], "kind": kind, "weight": WEIGHT, **KEYS[kind](question["value"])}


def _choosing(value: dict) -> dict:
    right = [option["id"] for option in value["options"] if option["value"]["right"]]
    return {"options": item_ids(value["options"]), "right": right}


def _truefalse(value: dict) -> dict:
    return {"right": value["answer"] or ""}


def _numeric(value: dict) -> dict:
    return {"value": plain(value["value"]), "tolerance": plain(value["tolerance"]), "unit": bool(value["unit"])}


def _ordering(value: dict) -> dict:
    items = item_ids(value["items"])
    orders = [items]
    for item in value["also_right"]:
        places = places_in(item["value"])
        if sorted(places) == list(range(1, len(items) + 1)):
            orders.append([items[place - 1] for place in places])
    return {"items": items, "orders": [order for number, order in enumerate(orders) if order not in orders[:number]]}


def _matching(value: dict) -> dict:
    left = item_ids(value["pairs"])
    pairs = {pair_id: right_side(pair_id) for pair_id in left}
    return {"left": left, "right": sorted(pairs.values()), "pairs": pairs}


def _short(value: dict) -> dict:
    """The only words in a key: what she typed can be compared with nothing else."""
    said = {item["id"]: folded(item["value"] or "") for item in value["answers"]}
    return {"accepted": {key: text for key, text in said.items() if text}}


KEYS = {
    "single": _choosing,
    "multiple": _choosing,
    "truefalse": _truefalse,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
    "short": _short,
}
