"""What is kept of an answer: ids and numbers, never what somebody typed, and it is marked as what was sent."""

import pytest

from progress.answers import UNREADABLE, as_kept, chosen_text
from quizzes.grading import check_responses, mark
from tests.quizzes.examples import ROWS, TABLE, asked, given, only

TYPED = [row for row in ROWS if row["answer"] is not None and asked(row)["kind"] in ("short", "numeric")]


@pytest.mark.parametrize("row", TYPED, ids=lambda row: row["name"])
def test_what_is_kept_is_marked_as_what_was_sent_and_kept_again_it_is_the_same(row):
    canonical = only(asked(row))
    kept = as_kept(canonical, given(row))
    answers = check_responses(canonical, kept)
    assert mark(canonical, answers).right == {"q": row["right"]}
    assert as_kept(canonical, answers) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("顺 丰。", "a1"), ("SF Express", "a2"), ("杨某某 13700000001", UNREADABLE), ("", UNREADABLE)]
)
def test_word_is_kept_as_the_accepted_answer_that_it_is(typed, kept):
    question = TABLE["questions"]["sf"]
    assert as_kept(only(question), {"q": typed}) == [{"question": "q", "answer": kept}]
    assert chosen_text(question, typed) == (kept if typed else "")
