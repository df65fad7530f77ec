"""The table of marking examples, as both markers run it."""

import json
from pathlib import Path

import quizzes

TABLE = json.loads((Path(quizzes.__file__).parent / "marking_examples.json").read_text(encoding="utf-8"))
ROWS, QUIZZES = TABLE["rows"], TABLE["quizzes"]


def asked(row: dict) -> dict:
    """The canonical question of a row."""
    return TABLE["questions"][row["question"]]


def given(row: dict) -> dict:
    """The answers of a row as `mark` takes them; no answer is an unanswered question."""
    return {} if row["answer"] is None else {"q": row["answer"]}


def only(question: dict) -> dict:
    """A quiz of one question."""
    return {"pass_mark": "0.75", "tries": None, "questions": [question]}
