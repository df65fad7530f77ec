"""Turning the questions of a lesson into a quiz: raw stream data, and English texts by their place in the page."""

import json
from collections.abc import Iterable
from decimal import Decimal

from courses.starter.choosing import choosing, truefalse
from courses.starter.files import stable_id
from courses.starter.pages import PageSource
from courses.starter.writing import NO_PICTURE, Writer
from quizzes.models import QuizPage

# One rule for the whole course: all but one of four or five.
PASS_MARK = Decimal("0.75")
NAME = {"zh": "小测验", "en": "Quiz"}
COLON = {"zh": "：", "en": ": "}
# Few answers leave room for a picture on a small phone; a number needs the room for its keys.
WITH_PICTURE = ("truefalse",)


def quiz_source(lesson: dict, pictures: dict[str, int]) -> PageSource:
    """The quiz of a lesson of the files."""
    writer = Writer(f"quiz:{lesson['key']}", pictures)
    title = {code: NAME[code] + COLON[code] + lesson["short"][code] for code in NAME}
    fields = {
        "title": writer.words("title", title),
        "slug": "quiz",
        "short_title": writer.words("short_title", NAME),
        "pass_mark": PASS_MARK,
        "questions": json.dumps([_question(writer, question, lesson) for question in lesson["questions"]]),
    }
    return PageSource(writer.page_key, QuizPage, fields, writer.english, under=f"lesson:{lesson['key']}")


def test_source(outline: dict, lessons: Iterable[dict], pictures: dict[str, int]) -> PageSource:
    """The test of the whole course: the questions of every lesson, with their own ids.

    So what was recorded of a question is heard in the test too. No card is named: it would tell the answer.
    """
    told = outline["test"]
    writer, pool = Writer(f"test:{outline['key']}", pictures), []
    for lesson in lessons:
        of_lesson = Writer(f"quiz:{lesson['key']}", pictures)
        pool += [_question(of_lesson, question, lesson) for question in lesson["questions"]]
        writer.english |= of_lesson.english
    for question in pool:
        question["value"]["explains"] = ""
    fields = {
        "title": writer.words("title", told["title"]),
        "slug": "test",
        "short_title": writer.words("short_title", told["short"]),
        "pass_mark": PASS_MARK,
        "questions": json.dumps(pool),
        **told["rules"],
    }
    return PageSource(writer.page_key, QuizPage, fields, writer.english, under=f"course:{outline['key']}")


def _question(writer: Writer, question: dict, lesson: dict) -> dict:
    block_id = str(stable_id(writer.page_key, "question", question["id"]))
    path = f"questions.{block_id}"
    value = {
        "prompt": writer.words(f"{path}.prompt", question["prompt"]),
        "picture": _picture(writer, f"{path}.picture", question, lesson),
        **KINDS[question["kind"]](writer, path, question),
        "explanation": writer.words(f"{path}.explanation", question["explanation"]),
        "explains": str(stable_id(f"lesson:{lesson['key']}", "card", question["explains"])),
    }
    return {"type": question["kind"], "id": block_id, "value": value}


def _picture(writer: Writer, path: str, question: dict, lesson: dict) -> dict:
    """That of the card which explains, where there is room for it."""
    card = next(card for card in lesson["cards"] if card["id"] == question["explains"])
    if question["kind"] in WITH_PICTURE and "picture" in card:
        return writer.picture(path, card)
    return NO_PICTURE


def _numeric(writer: Writer, path: str, question: dict) -> dict:
    unit = writer.words(f"{path}.unit", question["unit"])
    return {"value": question["answer"], "tolerance": question["tolerance"], "unit": unit}


def _ordering(writer: Writer, path: str, question: dict) -> dict:
    places = {item["id"]: str(place) for place, item in enumerate(question["items"], start=1)}
    also_right = [" ".join(places[one] for one in order) for order in question.get("also_right", [])]
    return {
        "items": writer.named(path, "items", question["items"], lambda place, item: writer.words(place, item["text"])),
        "also_right": writer.listed(path, "also_right", also_right, lambda _place, order: order),
    }


def _matching(writer: Writer, path: str, question: dict) -> dict:
    def pair(place: str, source: dict) -> dict:
        return {side: writer.words(f"{place}.{side}", source[side]) for side in ("left", "right")}

    return {"pairs": writer.named(path, "pairs", question["pairs"], pair)}


KINDS = {
    "single": choosing,
    "multiple": choosing,
    "truefalse": truefalse,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
}
