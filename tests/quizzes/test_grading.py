"""Every example is marked as the table says, and nothing that can be sent makes the marker fail."""

from collections import Counter
from decimal import Decimal

import pytest

from quizzes.grading import BadResponse, check_responses, mark
from quizzes.numbers import read_number
from tests.quizzes.examples import QUIZZES, ROWS, TABLE, asked, given, only

KINDS = {question["kind"]: only(question) for question in TABLE["questions"].values()}
NUMBERS = [row for row in ROWS if "number" in row]


def names(rows: list[dict]) -> list[str]:
    return [row["name"] for row in rows]


def nested(depth: int) -> list:
    deep: list = []
    for _ in range(depth):
        deep = [deep]
    return deep


NONSENSE = {
    "none": None,
    "true": True,
    "number": 4,
    "huge number": 10**400,
    "not a number": float("nan"),
    "more than there is": 1e309,
    "ten thousand letters": "a" * 10_000,
    "list of lists": [["a"]],
    "list of numbers": [1, 2],
    "list of none": [None],
    "object of lists": {"l1": ["r1"]},
    "object of none": {"l1": None},
    "object in a list": [{"a": "a"}],
    "deep": nested(5_000),
    "long list": ["no such option"] * 10_000,
    "half a character": "\ud800",
    "nought byte": "\0",
    "prototype": {"__proto__": "a"},
}


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_example_is_marked_as_the_table_says(row):
    assert mark(only(asked(row)), given(row)).right == {"q": row["right"]}


@pytest.mark.parametrize("row", NUMBERS, ids=names(NUMBERS))
def test_number_is_read_as_the_table_says(row):
    assert read_number(row["answer"]) == (None if row["number"] is None else Decimal(row["number"]))


@pytest.mark.parametrize("row", QUIZZES, ids=names(QUIZZES))
def test_quiz_is_marked_as_the_table_says(row):
    marking = mark(row["canonical"], row["answers"])
    figures = [marking.raw, marking.max, marking.scaled]
    assert figures == [Decimal(row["raw"]), Decimal(row["max"]), Decimal(row["scaled"])]
    assert marking.passed is row["passed"]
    assert marking.right == row["right"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["answer"] is not None], ids=lambda row: row["name"])
def test_example_could_have_been_sent(row):
    sent = [{"question": "q", "answer": row["answer"]}]
    assert check_responses(only(asked(row)), sent) == {"q": row["answer"]}


def test_table_is_long_and_every_kind_is_right_and_wrong_in_it():
    assert len(ROWS) >= 200
    counted = Counter((asked(row)["kind"], row["right"]) for row in ROWS)
    assert set(counted) == {(kind, right) for kind in KINDS for right in (True, False)}
    assert len({row["name"] for row in [*ROWS, *QUIZZES]}) == len(ROWS) + len(QUIZZES)


@pytest.mark.parametrize("nonsense", NONSENSE.values(), ids=NONSENSE)
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"numeric", "short"}))
def test_nonsense_for_an_answer_is_refused(kind, nonsense):
    with pytest.raises(BadResponse, match=r"^(shape|unknown-option|doubled-option)$"):
        check_responses(KINDS[kind], [{"question": "q", "answer": nonsense}])


@pytest.mark.parametrize("kind", ["numeric", "short"])
@pytest.mark.parametrize("name", sorted(set(NONSENSE) - {"half a character", "nought byte"}))
def test_nonsense_for_what_is_typed_is_refused(kind, name):
    with pytest.raises(BadResponse, match=r"^shape$"):
        check_responses(KINDS[kind], [{"question": "q", "answer": NONSENSE[name]}])


@pytest.mark.parametrize("text", ["不知道", "\ud800", "\0", "٤", "NaN", "1e309", "4" * 100, " " * 100, "-" * 100])
@pytest.mark.parametrize("kind", ["numeric", "short"])
def test_text_that_is_no_answer_is_wrong_but_not_refused(kind, text):
    answers = check_responses(KINDS[kind], [{"question": "q", "answer": text}])
    assert mark(KINDS[kind], answers).right == {"q": False}


@pytest.mark.parametrize("nonsense", [*NONSENSE.values(), {}], ids=[*NONSENSE, "object"])
def test_nonsense_for_all_responses_is_refused(nonsense):
    with pytest.raises(BadResponse, match=r"^shape$"):
        check_responses(KINDS["single"], nonsense)


@pytest.mark.parametrize("nonsense", [value for value in NONSENSE.values() if not isinstance(value, str)])
def test_nonsense_for_a_question_is_refused(nonsense):
    with pytest.raises(BadResponse, match=r"^shape$"):
        check_responses(KINDS["single"], [{"question": nonsense, "answer": "a"}])


@pytest.mark.parametrize(
    ("kind", "responses", "code"),
    [
        ("single", [{"question": "q"}], "shape"),
        ("single", [{"answer": "a"}], "shape"),
        ("single", [{"question": "q", "answer": "a", "right": True}], "shape"),
        ("single", [{"question": "other", "answer": "a"}], "unknown-question"),
        ("single", [{"question": "Q", "answer": "a"}], "unknown-question"),
        ("single", [{"question": "q", "answer": "a"}] * 2, "doubled-question"),
        ("single", [{"question": "q", "answer": "z"}], "unknown-option"),
        ("single", [{"question": "q", "answer": ""}], "unknown-option"),
        ("single", [{"question": "q", "answer": ["a"]}], "shape"),
        ("multiple", [{"question": "q", "answer": "a"}], "shape"),
        ("multiple", [{"question": "q", "answer": ["a", "z"]}], "unknown-option"),
        ("multiple", [{"question": "q", "answer": ["a", "a"]}], "doubled-option"),
        ("truefalse", [{"question": "q", "answer": "True"}], "unknown-option"),
        ("truefalse", [{"question": "q", "answer": True}], "shape"),
        ("numeric", [{"question": "q", "answer": "4" * 101}], "shape"),
        ("short", [{"question": "q", "answer": "顺" * 101}], "shape"),
        ("short", [{"question": "q", "answer": ["顺丰"]}], "shape"),
        ("ordering", [{"question": "q", "answer": ["a", "b", "a"]}], "doubled-option"),
        ("ordering", [{"question": "q", "answer": ["a", "z"]}], "unknown-option"),
        ("matching", [{"question": "q", "answer": [["l1", "r1"]]}], "shape"),
        ("matching", [{"question": "q", "answer": {"l1": "r9"}}], "unknown-option"),
        ("matching", [{"question": "q", "answer": {"l9": "r1"}}], "unknown-option"),
        ("matching", [{"question": "q", "answer": {"r1": "l1"}}], "unknown-option"),
    ],
)
def test_what_no_form_sends_is_refused_with_its_code(kind, responses, code):
    with pytest.raises(BadResponse, match=f"^{code}$"):
        check_responses(KINDS[kind], responses)


def test_refusal_does_not_repeat_what_was_sent():
    with pytest.raises(BadResponse) as refused:
        check_responses(KINDS["single"], [{"question": "q", "answer": "杨某某 13700000001"}])
    assert str(refused.value) == "unknown-option"


def test_no_response_at_all_is_an_attempt():
    assert check_responses(KINDS["single"], []) == {}
