"""What stands between the braces: one function for each kind. Each fills a draft, or raises `Unreadable`."""

import re
from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _

from quizzes.exchange.drafts import RIGHT, WRONG, Answer, Draft, Kind, Option, Pair
from quizzes.exchange.gift.numbers import numeric_answer
from quizzes.exchange.gift.texts import ARROW, EXPLANATION, HASH, MARK, TILDE, Unreadable, Words, first, last

WEIGHT = re.compile(r"\s*%(-?[0-9]{1,3}(?:\.[0-9]{0,10})?)%")
PLACES = Decimal("0.00001")
YES, NO = {"T", "TRUE"}, {"F", "FALSE"}
ORDERING_WORDS = re.compile(r"[0-9A-Z_ ]*")


def fill(draft: Draft, inside: str, words: Words) -> None:
    """What the braces say, by the signs in them."""
    cut = last(EXPLANATION, inside)
    if cut >= 0:
        draft.explanation = words.text(inside[cut + 4 :])
        inside = inside[:cut]
    inside = inside.strip()
    draft.kind, fill_kind = _kind_of(inside)
    fill_kind(draft, inside, words)


Fill = Callable[[Draft, str, Words], None]


def _kind_of(inside: str) -> tuple[Kind, Fill]:
    truth = inside.partition("#")[0].strip().upper()
    choice: Kind = "single" if _has_right(inside) else "multiple"
    kinds: list[tuple[bool, Kind, Fill]] = [
        (not inside, "essay", _nothing),
        (inside.startswith(">"), "ordering", _ordering),
        (inside.startswith("#"), "numeric", _numeric),
        (first(TILDE, inside) >= 0, choice, _choosing),
        (first(MARK, inside) >= 0 and first(ARROW, inside) >= 0, "matching", _matching),
        (truth in YES | NO, "truefalse", _truefalse),
        (True, "short", _short),
    ]
    return next((kind, fill_kind) for is_so, kind, fill_kind in kinds if is_so)


def _has_right(inside: str) -> bool:
    return any(sign == "=" for sign, _raw in parts_of(inside))


def parts_of(inside: str) -> list[tuple[str, str]]:
    """Each answer with its sign; what stands before the first sign has none."""
    signs = [found for found in MARK.finditer(inside) if found[1]]
    ends = [*(found.start() for found in signs), len(inside)]
    before = inside[: ends[0]].strip()
    parts = [(found[1], inside[found.end() : end]) for found, end in zip(signs, ends[1:], strict=True)]
    return [("", before), *parts] if before else parts


def split_feedback(raw: str, words: Words) -> tuple[str, str]:
    cut = first(HASH, raw)
    return (raw, "") if cut < 0 else (raw[:cut], words.text(raw[cut + 1 :]))


def weighed(raw: str, otherwise: Decimal) -> tuple[Decimal, str]:
    """`%33.333%two` is 0.33333 and `two`."""
    found = WEIGHT.match(raw)
    if not found:
        return otherwise, raw
    weight = (Decimal(found[1]) / 100).quantize(PLACES).normalize()
    if abs(weight) > 1:
        raise Unreadable(_("“%s%%” is more than a whole. Give shares from -100%% to 100%%.") % found[1])
    return weight, raw[found.end() :]


def _nothing(_draft: Draft, _inside: str, _words: Words) -> None:
    return


def _choosing(draft: Draft, inside: str, words: Words) -> None:
    empty = 0
    for sign, raw in parts_of(inside):
        weight, rest = weighed(raw, RIGHT if sign == "=" else WRONG)
        said, feedback = split_feedback(rest, words)
        option = Option(words.text(said), weight, feedback)
        if option.text:
            draft.options.append(option)
        empty += not option.text
    if empty:
        draft.changes.append(_("An answer without words was left out."))
    if len(draft.options) < 2:
        raise Unreadable(_("There is only one answer to choose from. Give at least two, each behind = or ~."))
    if not any(option.weight > 0 for option in draft.options):
        raise Unreadable(_("No answer is right. Put = before the right one instead of ~."))


def _ordering(draft: Draft, inside: str, words: Words) -> None:
    """A line that begins with `=` is ours: another right order, by the numbers of the lines."""
    head, *lines = inside.removeprefix(">").split("\n")
    if not ORDERING_WORDS.fullmatch(head):
        lines.insert(0, head)
    draft.answers = [Answer(text) for line in lines if line.startswith("=") and (text := words.text(line[1:]))]
    draft.options = [Option(text) for line in lines if not line.startswith("=") and (text := words.text(line))]
    if len(draft.options) < 2:
        raise Unreadable(_("There is nothing to put in order. Write each step on a line of its own."))


def _numeric(draft: Draft, inside: str, words: Words) -> None:
    for sign, raw in parts_of(inside[1:]):
        weight, rest = weighed(raw, WRONG if sign == "~" else RIGHT)
        said, feedback = split_feedback(rest, words)
        if said.strip():
            draft.answers.append(numeric_answer(said, weight, feedback))
        else:
            _explain(draft, feedback)
    if not any(answer.weight > 0 for answer in draft.answers):
        raise Unreadable(_("No number is given. Write it like this: {#30} or {#30:0.5}."))


def _matching(draft: Draft, inside: str, words: Words) -> None:
    for _sign, raw in parts_of(inside):
        cut = first(ARROW, raw)
        if cut < 0:
            raise Unreadable(_("A pair has no “->”. Write it like this: =rice -> damp."))
        pair = Pair(words.text(raw[:cut]), words.text(raw[cut + 2 :]))
        if not pair.right:
            raise Unreadable(_("Behind a “->” there is nothing. Write what belongs to “%s”.") % pair.left)
        draft.pairs.append(pair)
    if sum(bool(pair.left) for pair in draft.pairs) < 2:
        raise Unreadable(_("There is only one pair. Give at least two."))


def _truefalse(draft: Draft, inside: str, words: Words) -> None:
    """Moodle says one thing to her who is wrong, then another to her who is right."""
    said, *feedback = re.split(r"(?<!\\)#", inside, maxsplit=2)
    draft.true = said.strip().upper() in YES
    for text in feedback:
        _explain(draft, words.text(text))


def _short(draft: Draft, inside: str, words: Words) -> None:
    for _sign, raw in parts_of(inside):
        weight, rest = weighed(raw, RIGHT)
        said, feedback = split_feedback(rest, words)
        value = words.text(said)
        if value:
            draft.answers.append(Answer(value, weight=weight, feedback=feedback))
    if not any(answer.weight > 0 for answer in draft.answers):
        raise Unreadable(_("No answer is given that would be right. Write it like this: {=cold chain}."))


def _explain(draft: Draft, text: str) -> None:
    """What is said of the answers when a question of ours has one place for it."""
    if not text or text in draft.explanation.split("\n"):
        return
    if draft.explanation:
        draft.changes.append(_("What is said to several answers was put together into one reason."))
    draft.explanation = "\n".join(filter(None, (draft.explanation, text)))
