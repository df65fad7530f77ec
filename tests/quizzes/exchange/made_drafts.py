"""Made-up questions of every kind, as any of our formats may have to carry them."""

from decimal import Decimal

from hypothesis import strategies as st

from quizzes.canonical import plain
from quizzes.exchange.drafts import Answer, Draft, Option, Pair

SIGNS = st.sampled_from(
    [*"{}~=#:\\/%[]<>&-.$*_|\"'", "->", "::", "//", "[html]", "<b>", "&amp;", "%50%", "  ", "$CATEGORY:"]
)
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff")
PIECES = st.one_of(
    SIGNS, LETTERS, st.sampled_from(["橙子", "晾干再装", "A. ", "ANSWER: B", "T", "答案：", "30", "\n", "\n\n"])
)

texts = st.lists(PIECES, min_size=1, max_size=8).map(lambda pieces: "".join(pieces).strip()).filter(bool)
lines = texts.map(lambda text: " ".join(text.split())).filter(bool)
maybe = st.one_of(st.just(""), texts)
names = st.one_of(st.just(""), lines)
shares = st.sampled_from([Decimal(1), Decimal(0), Decimal("0.5"), Decimal("0.33333"), Decimal("-1"), Decimal("-0.2")])
numbers = st.decimals(-10_000, 10_000, places=2, allow_nan=False)
off_by = st.decimals(0, 100, places=2, allow_nan=False)


def options(weights: st.SearchStrategy, said: st.SearchStrategy = texts) -> st.SearchStrategy:
    return st.lists(st.builds(Option, said, weights, maybe), min_size=2, max_size=6)


@st.composite
def numeric_answers(draw) -> Answer:
    middle, by = draw(numbers), draw(off_by)
    return Answer(
        plain(middle), middle - by, middle + by, draw(st.just(Decimal(1)) | st.just(Decimal("0.5"))), draw(maybe)
    )


def of_kind(kind: str, **parts: st.SearchStrategy) -> st.SearchStrategy:
    told = {"name": names, "prompt": texts, "explanation": maybe, **parts}
    return st.builds(Draft, line=st.just(0), kind=st.just(kind), **told)


def has_right(answers: list) -> bool:
    return any(answer.weight > 0 for answer in answers)


def has_right_and_wrong(chosen: list[Option]) -> bool:
    return {True, False} == {option.weight == 1 for option in chosen}


def is_whole(chosen: list[Option]) -> bool:
    """As GIFT can say it: not several answers that are all of the points each."""
    return has_right(chosen) and sum(option.weight == 1 for option in chosen) <= 1


short_answers = st.lists(st.builds(Answer, texts, weight=shares, feedback=maybe), min_size=1, max_size=4)
steps = st.lists(texts.map(Option), min_size=2, max_size=6)
pairs = st.lists(st.builds(Pair, texts, texts), min_size=2, max_size=5)
orders = st.lists(st.sampled_from(["2 1", "2 1 3"]).map(Answer), max_size=2)

gift_drafts = st.one_of(
    of_kind("single", options=options(shares).filter(has_right_and_wrong)),
    of_kind("multiple", options=options(shares).filter(is_whole)),
    of_kind("truefalse", true=st.booleans()),
    of_kind(
        "numeric",
        answers=st.lists(numeric_answers(), min_size=1, max_size=3),
        unit=st.sampled_from(["", "元", "斤/箱", "%"]),
    ),
    of_kind("matching", pairs=pairs),
    of_kind("short", answers=short_answers.filter(has_right)),
    of_kind("ordering", options=steps, answers=orders),
    of_kind("essay"),
    of_kind("description", explanation=st.just("")),
)

plain_options = st.lists(st.builds(Option, lines, st.sampled_from([Decimal(0), Decimal(1)])), min_size=2, max_size=6)


def _fits(kind: str, chosen: list[Option]) -> bool:
    rights = sum(option.weight == 1 for option in chosen)
    return rights == 1 if kind == "single" else rights > 1


bare = {"name": st.just(""), "prompt": lines, "explanation": st.just("")}
aiken_drafts = st.one_of(
    of_kind("single", options=plain_options.filter(lambda chosen: _fits("single", chosen)), **bare),
    of_kind("multiple", options=plain_options.filter(lambda chosen: _fits("multiple", chosen)), **bare),
    of_kind("truefalse", true=st.booleans(), **bare),
).filter(lambda draft: not draft.prompt.upper().startswith("ANSWER"))
