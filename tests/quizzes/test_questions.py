"""The template of each kind without a database, and the plain form read back."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from quizzes.canonical import canonical_of
from quizzes.forms import responses_from
from quizzes.grading import check_responses, mark
from quizzes.selectors.shown import dressed
from tests import builders

KINDS = list(builders.QUESTION_VALUES)


def asked(kind: str, **value) -> tuple[dict, dict]:
    """A canonical of one question, and the question."""
    question = builders.a_question(kind, **value)
    return canonical_of(Decimal("0.75"), [question]), question


def rendered(kind: str, answer=None, **value) -> str:
    canonical, question = asked(kind, **value)
    shown = dressed(canonical["questions"][0], question["value"], "zh-hans")
    answer = answer(canonical["questions"][0]) if callable(answer) else answer
    context = {"question": shown, "number": 1, "total": 1, "answer": answer}
    return render_to_string(f"quizzes/questions/{kind}.html", context)


def sent(canonical: dict, **fields) -> tuple[list, list]:
    """The form as a browser sends it; a field's name is what follows the id of the one question."""
    post = QueryDict(mutable=True)
    question = canonical["questions"][0]["id"]
    for name, value in fields.items():
        post.setlist(f"q-{question}{name and '-' + name}", value if isinstance(value, list) else [value])
    return responses_from(canonical, post)


@pytest.mark.parametrize("kind", KINDS)
def test_question_is_asked_and_its_fields_carry_its_id(kind):
    canonical, question = asked(kind)
    html = rendered(kind)
    assert '<h2 class="ask" id="t-' in html
    assert "怎么办？" in html
    assert 'name="q-' in html
    assert question["id"] == canonical["questions"][0]["id"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\u202e反过来", "🍊橙子"])
def test_strange_text_is_shown_as_text(kind, text):
    html = rendered(kind, prompt=text)
    assert "<script>" not in html
    assert 'dir="auto"' in html


@pytest.mark.parametrize("kind", KINDS)
def test_key_is_not_in_the_form(kind):
    html = rendered(kind)
    assert "湿橙子装箱" not in html
    assert "checked" not in html
    assert "selected" not in html


@pytest.mark.parametrize(
    ("kind", "answer", "mark"),
    [
        ("single", lambda q: q["right"][0], "checked"),
        ("multiple", lambda q: q["right"], "checked"),
        ("truefalse", "false", "checked"),
        ("numeric", "３０，５元", 'value="３０，５元"'),
        ("short", "顺丰。", 'value="顺丰。"'),
        ("ordering", lambda q: q["items"], "selected"),
        ("matching", lambda q: q["pairs"], "selected"),
    ],
)
def test_answer_that_was_given_stands_there_again(kind, answer, mark):
    times = {"multiple": 2, "ordering": 3, "matching": 3}
    assert rendered(kind, answer).count(mark) == times.get(kind, 1)


def test_unit_stands_beside_the_number():
    assert '<span class="number__unit" lang="zh-hans">元</span>' in rendered("numeric")
    assert "number__unit" not in rendered("numeric", unit="")


def test_option_that_is_gone_is_not_offered():
    canonical, question = asked("single")
    gone = question["value"]["options"].pop()
    shown = dressed(canonical["questions"][0], question["value"], "zh-hans")
    assert gone["id"] not in render_to_string("quizzes/questions/single.html", {"question": shown})


@pytest.mark.parametrize("kind", ["single", "truefalse", "numeric", "short"])
def test_one_field_is_read(kind):
    canonical, question = asked(kind)
    assert sent(canonical, **{"": " x "}) == ([{"question": question["id"], "answer": "x"}], [])


def test_several_ticks_are_read_once_each():
    canonical, question = asked("multiple")
    assert sent(canonical, **{"": ["b", "a", "b", ""]}) == ([{"question": question["id"], "answer": ["b", "a"]}], [])


@pytest.mark.parametrize("kind", KINDS)
def test_question_that_was_left_is_open(kind):
    canonical, question = asked(kind)
    assert responses_from(canonical, QueryDict()) == ([], [question["id"]])


def test_places_are_read_as_an_order():
    canonical, _ = asked("ordering")
    first, second, third = canonical["questions"][0]["items"]
    responses, still_open = sent(canonical, **{first: "2", second: "3", third: "1"})
    assert (responses[0]["answer"], still_open) == ([third, first, second], [])


@pytest.mark.parametrize("places", [("1", "1", "2"), ("1", "2", ""), ("1", "2", "4"), ("0", "1", "2"), ("1", "2", "x")])
def test_order_that_is_none_yet_is_kept_and_open(places):
    canonical, question = asked("ordering")
    items = canonical["questions"][0]["items"]
    responses, still_open = sent(canonical, **dict(zip(items, places, strict=True)))
    assert still_open == [question["id"]]
    assert set(responses[0]["answer"]) <= set(items)


def test_half_of_the_pairs_is_kept_and_open():
    canonical, question = asked("matching")
    left, right = next(iter(canonical["questions"][0]["pairs"].items()))
    assert sent(canonical, **{left: right}) == (
        [{"question": question["id"], "answer": {left: right}}],
        [question["id"]],
    )


def test_unknown_question_in_the_form_is_not_read():
    canonical, _ = asked("single")
    assert responses_from(canonical, QueryDict("q-0f0f=x&csrfmiddlewaretoken=y"))[0] == []


RIGHT = {
    "single": lambda q: {"": q["right"]},
    "multiple": lambda q: {"": q["right"]},
    "truefalse": lambda q: {"": q["right"]},
    "numeric": lambda q: {"": f"{q['value']}元"},
    "ordering": lambda q: {item: str(place) for place, item in enumerate(q["items"], start=1)},
    "matching": lambda q: dict(q["pairs"]),
    "short": lambda q: {"": " ".join(next(iter(q["accepted"].values()))) + "。"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_form_that_is_filled_in_right_is_marked_right(kind):
    canonical, _ = asked(kind)
    responses, still_open = sent(canonical, **RIGHT[kind](canonical["questions"][0]))
    assert still_open == []
    assert mark(canonical, check_responses(canonical, responses)).passed
