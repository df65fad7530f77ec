"""Drafts as a GIFT file that Moodle reads too, and that is read back as it was."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from quizzes.canonical import plain
from quizzes.exchange.drafts import RIGHT, Draft
from quizzes.exchange.gift.answers import PLACES
from quizzes.exchange.gift.numbers import number_written
from quizzes.exchange.gift.splitting import CATEGORY
from quizzes.exchange.gift.texts import escaped, written


def write(drafts: Iterable[Draft]) -> str:
    """One question a paragraph. A category stands where it changes."""
    paragraphs, category = [], ""
    for draft in drafts:
        if draft.category != category:
            category = draft.category
            paragraphs.append(f"{CATEGORY} {' '.join(category.split())}".rstrip())
        paragraphs.append(_question(draft))
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _question(draft: Draft) -> str:
    name = f"::{escaped(draft.name)}:: " if draft.name else ""
    asked = name + written(draft.prompt)
    if draft.kind == "description":
        return asked
    braces = f"{{{INSIDE[draft.kind](draft)}{_part('####', draft.explanation)}}}"
    if draft.kind == "numeric" and draft.unit:
        return f"{asked}\n{braces} {escaped(draft.unit)}"
    return f"{asked} {braces}"


def _part(sign: str, text: str, *, without: str = "") -> str:
    return sign + written(text, without=without) if text else ""


def _choosing(draft: Draft) -> str:
    """Several right ones have equal shares of the whole: Moodle takes no more than 100 %."""
    weights = [option.weight for option in draft.options]
    if draft.kind == "multiple" and weights.count(RIGHT) > 1:
        weights = [_share(weights.count(RIGHT)) if weight == RIGHT else weight for weight in weights]
    lines = (
        f"{_sign(draft, weight)}{_unweighed(option.text)}{_part('#', option.feedback)}"
        for option, weight in zip(draft.options, weights, strict=True)
    )
    return "".join(f"\n\t{line}" for line in lines) + "\n"


def _share(of: int) -> Decimal:
    return (Decimal(1) / of).quantize(PLACES)


def _sign(draft: Draft, weight: Decimal) -> str:
    if weight == RIGHT and draft.kind == "single":
        return "="
    return f"~%{plain(weight * 100)}%" if weight else "~"


def _unweighed(text: str) -> str:
    """A text that begins like a weight is told from one."""
    return written(text) if not text.startswith("%") else "[plain]" + escaped(text)


def _truefalse(draft: Draft) -> str:
    return "TRUE" if draft.true else "FALSE"


def _numeric(draft: Draft) -> str:
    if len(draft.answers) == 1 and draft.answers[0].weight == RIGHT:
        return f"#{number_written(draft.answers[0])}{_part('#', draft.answers[0].feedback)}"
    lines = (
        f"={_weight(answer.weight)}{number_written(answer)}{_part('#', answer.feedback)}" for answer in draft.answers
    )
    return "#" + "".join(f"\n\t{line}" for line in lines) + "\n"


def _weight(weight: Decimal) -> str:
    return "" if weight == RIGHT else f"%{plain(weight * 100)}%"


def _short(draft: Draft) -> str:
    lines = (
        f"={_weight(answer.weight)}{_typed(answer.value)}{_part('#', answer.feedback, without='->')}"
        for answer in draft.answers
    )
    return "".join(f"\n\t{line}" for line in lines) + "\n"


def _typed(value: str) -> str:
    return written(value, without="->") if "->" in value else _unweighed(value)


def _ordering(draft: Draft) -> str:
    also = (f"={escaped(answer.value)}\n" for answer in draft.answers)
    return ">ALL\n" + "".join((*(f"{written(option.text)}\n" for option in draft.options), *also))


def _matching(draft: Draft) -> str:
    lines = (f"={written(pair.left, without='->')} -> {written(pair.right)}" for pair in draft.pairs)
    return "".join(f"\n\t{line}" for line in lines) + "\n"


INSIDE: dict[str, Callable[[Draft], str]] = {
    "single": _choosing,
    "multiple": _choosing,
    "truefalse": _truefalse,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
    "short": _short,
    "essay": lambda _draft: "",
}
