"""A quiz as it is put before somebody: the key of an edition, dressed in the words of one language.

Pure: raw data of the questions in, `ShownQuestion` out. The order that things are shown in is fixed by their ids, so
that a form that is sent again is the same form, and it is never a right one.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext, override
from wagtail.models import Page

from media.models import Picture
from quizzes.canonical import right_side
from quizzes.models import QuizEdition


@dataclass(frozen=True)
class ShownOption:
    """Something to choose, to put in place or to match. `text` is empty when the page no longer says it."""

    id: str
    text: str
    feedback: str = ""


@dataclass(frozen=True)
class ShownQuestion:
    """A question of an edition. `prompt` is None when no page asks it any more; `language` is that of its words.

    `accepted` are answers that may be typed: no page shows them before she has answered. `mixes`: its answers stand in
    another order at each sitting.
    """

    id: str
    kind: str
    prompt: str | None = None
    options: list[ShownOption] = field(default_factory=list)
    left: list[ShownOption] = field(default_factory=list)
    right: list[ShownOption] = field(default_factory=list)
    accepted: list[ShownOption] = field(default_factory=list)
    unit: str = ""
    explanation: str = ""
    picture: Picture | None = None
    explains: str = ""
    explains_title: str = ""
    language: str = ""
    mixes: bool = False


@dataclass(frozen=True)
class ShownQuiz:
    """`lesson_url`, `url` and `title` are empty when the quiz is gone, `live` is False when it is offered no more.

    `lesson` is the page that it stands under, a lesson or a course.
    """

    key: str
    title: str
    short_title: str
    edition: QuizEdition
    language: str
    lesson_url: str
    live: bool
    questions: list[ShownQuestion]
    url: str = ""
    lesson: Page | None = None


Texts = dict[str, ShownOption]


def texts_of(kind: str, value: dict, language: str) -> Texts:
    """Everything that can be chosen in a question, by id."""
    return TEXTS[kind](value, language)


def ids_of(question: dict) -> list[str]:
    """The ids of a canonical question for which there must be words."""
    if question["kind"] == "truefalse":
        return ["true", "false"]
    return [*question.get("options", ()), *question.get("items", ()), *question.get("left", ()), *_right_ids(question)]


def dressed(question: dict, value: dict, language: str) -> ShownQuestion:
    """The canonical question with the words of `value`; the picture is put in by whoever asked the database."""
    kind, texts = question["kind"], texts_of(question["kind"], value, language)

    def said(ids: Iterable[str]) -> list[ShownOption]:
        return [texts.get(one) or ShownOption(one, "") for one in ids]

    return ShownQuestion(
        id=question["id"],
        kind=kind,
        prompt=value["prompt"],
        options=said(_option_ids(question)),
        left=said(question.get("left", ())),
        right=said(mixed(_right_ids(question), [[question["pairs"][left] for left in question["left"]]]))
        if kind == "matching"
        else [],
        accepted=said(question.get("accepted", ())),
        unit=value.get("unit") or "",
        explanation=value["explanation"] or "",
        explains=value.get("explains") or "",
        language=language,
    )


def mixed(ids: list[str], right_orders: list[list[str]]) -> list[str]:
    """The ids in an order of their own that is none of the right ones, if there is such a one."""
    order = sorted(ids, key=lambda one: hashlib.sha256(one.encode()).hexdigest())
    turned = [order[start:] + order[:start] for start in range(len(order))]
    return next((candidate for candidate in turned if candidate not in right_orders), order)


def _option_ids(question: dict) -> list[str]:
    if question["kind"] == "truefalse":
        return ["true", "false"]
    if question["kind"] == "ordering":
        return mixed(question["items"], question["orders"])
    return question.get("options", [])


def _right_ids(question: dict) -> list[str]:
    return list(question["right"]) if question["kind"] == "matching" else []


def _choosing(value: dict, _language: str) -> Texts:
    return {
        item["id"]: ShownOption(item["id"], item["value"]["text"] or "", item["value"]["feedback"] or "")
        for item in value["options"]
    }


def _truefalse(_value: dict, language: str) -> Texts:
    with override(language):
        said = {"true": gettext("Yes, it is so"), "false": gettext("No, it is not so")}
    return {one: ShownOption(one, text) for one, text in said.items()}


def _nothing(_value: dict, _language: str) -> Texts:
    return {}


def _short(value: dict, _language: str) -> Texts:
    return {item["id"]: ShownOption(item["id"], item["value"] or "") for item in value["answers"]}


def _ordering(value: dict, _language: str) -> Texts:
    return {item["id"]: ShownOption(item["id"], item["value"] or "") for item in value["items"]}


def _matching(value: dict, _language: str) -> Texts:
    texts = {}
    for item in value["pairs"]:
        texts[item["id"]] = ShownOption(item["id"], item["value"]["left"] or "")
        right_id = right_side(item["id"])
        texts[right_id] = ShownOption(right_id, item["value"]["right"] or "")
    return texts


TEXTS: dict[str, Callable[[dict, str], Texts]] = {
    "single": _choosing,
    "multiple": _choosing,
    "truefalse": _truefalse,
    "numeric": _nothing,
    "ordering": _ordering,
    "matching": _matching,
    "short": _short,
}
