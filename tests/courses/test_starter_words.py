"""The words of the starter course: what a neighbour would say, and what the county's rules for a lesson ask."""

import re
from collections import Counter

import pytest

from courses.starter import files

LESSONS = files.read_lessons()
HALF_WIDTH = re.compile(r"[,;!?()\"']|(?<![0-9A-Za-z])[.:]|[.:](?![0-9/])")
HAN_OR_DIGIT = re.compile(r"[\u3400-\u9fff0-9A-Za-z]")
VERDICTS = ("对。", "对，", "错。", "错，", "不对", "正确", "True", "False", "Right", "Wrong", "Correct", "Yes", "No,")
UNKIND = ("落后", "排名", "不及格", "贫困", "合格。", "毕业", "必须先学", "作弊")
QUESTIONS_A_LESSON = {
    "intro": 4, "choose": 4, "platform": 4, "realname": 4, "photo": 4, "listing": 4, "price": 5, "food1": 5, "food2": 5,
    "packfruit": 4, "packother": 4, "ship": 4, "chat": 4, "after": 4, "review": 4, "live": 4, "promo": 4, "scam": 5,
    "books": 4, "coop": 4, "craft": 4, "launch": 4, "phone": 0, "wechat": 0, "family": 0, "seasons": 0, "wages": 0,
}  # fmt: skip


def texts(node, language: str):
    """All texts of one language anywhere below a node of the files."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == language:
                yield from ([value] if isinstance(value, str) else value)
            else:
                yield from texts(value, language)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value, language)


every_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS.keys())
questions = [question for lesson in LESSONS.values() for question in lesson["questions"]]
checks = [card for lesson in LESSONS.values() for card in lesson["cards"] if card["kind"].startswith("check_")]
every_question = pytest.mark.parametrize("question", questions, ids=[question["id"] for question in questions])


def of_kind(*kinds):
    """Questions of quizzes, and those among the cards."""
    chosen = [asked for asked in [*questions, *checks] if asked["kind"].removeprefix("check_") in kinds]
    return pytest.mark.parametrize("question", chosen, ids=[question["id"] for question in chosen])


def test_every_lesson_of_the_course_is_there():
    assert {key: len(lesson["questions"]) for key, lesson in LESSONS.items()} == QUESTIONS_A_LESSON
    assert len(questions) == 92


def test_every_lesson_stands_in_one_module_and_at_least_one_path():
    course = files.read_course()
    in_modules = Counter(key for module in course["modules"] for key in module["lessons"])
    in_paths = {key for path in course["paths"] for key in path["lessons"]}
    assert in_modules == Counter(LESSONS.keys())
    assert in_paths == set(LESSONS)


@every_lesson
def test_chinese_has_full_width_punctuation(lesson):
    notes = set(lesson["notes"]["zh"])
    assert [text for text in texts(lesson, "zh") if text not in notes and HALF_WIDTH.search(text)] == []


@every_lesson
def test_both_languages_say_everything(lesson):
    assert len(list(texts(lesson, "zh"))) == len(list(texts(lesson, "en")))
    assert all(text.strip() for text in texts(lesson, "en"))


@every_lesson
def test_six_to_ten_cards_of_at_most_three_short_sentences(lesson):
    assert 6 <= len(lesson["cards"]) <= 10
    for card in lesson["cards"]:
        for text in card["text"]["zh"] if "text" in card else []:
            assert len(HAN_OR_DIGIT.findall(text)) <= 20, text
        assert len(card.get("text", {"zh": []})["zh"]) <= 3, card["id"]


@every_lesson
def test_right_stands_beside_wrong_and_there_is_a_way_out_and_something_to_keep(lesson):
    kinds = {card["kind"] for card in lesson["cards"]}
    assert {"pair", "warning", "task"} <= kinds
    assert kinds & {"checklist", "listing", "sum"}


@every_lesson
def test_task_has_four_visible_criteria_and_a_way_without_a_phone(lesson):
    task = next(card for card in lesson["cards"] if card["kind"] == "task")
    assert len(task["criteria"]) == 4
    assert task["no_phone"]["zh"]


@every_lesson
def test_nobody_is_said_to_have_checked_it(lesson):
    assert "checked_by" not in lesson
    assert lesson["notes"]["zh"]


@every_lesson
def test_no_word_humiliates(lesson):
    assert [text for text in texts(lesson, "zh") for word in UNKIND if word in text] == []


@every_lesson
def test_ids_of_cards_are_unique_and_pictures_are_described(lesson):
    ids = [card["id"] for card in lesson["cards"]]
    assert len(set(ids)) == len(ids)
    assert lesson["cover"] in files.read_course()["pictures"]


@every_question
def test_explanation_gives_no_verdict_and_names_its_card(question):
    lesson = next(lesson for lesson in LESSONS.values() if question in lesson["questions"])
    assert not question["explanation"]["zh"].startswith(VERDICTS)
    assert not question["explanation"]["en"].startswith(VERDICTS)
    assert question["explains"] in {card["id"] for card in lesson["cards"]}


@every_question
def test_prompt_is_positive(question):
    assert not re.search(r"不是|不能|不要|没有|无法|非", question["prompt"]["zh"])


def test_three_lessons_ask_among_their_cards_each_in_another_way():
    assert {check["kind"] for check in checks} == {"check_single", "check_multiple", "check_truefalse"}


@pytest.mark.parametrize("check", checks, ids=[check["kind"] for check in checks])
def test_check_asks_what_is_so_and_says_why(check):
    assert not re.search(r"不是|不能|不要|没有|无法|非", check["prompt"]["zh"])
    assert not check["explanation"]["zh"].startswith(VERDICTS)
    assert not check["explanation"]["en"].startswith(VERDICTS)


@of_kind("single", "multiple")
def test_every_wrong_option_has_its_reason(question):
    wrong = [option for option in question["options"] if not option["right"]]
    assert wrong
    assert all(option["feedback"]["zh"] and option["feedback"]["en"] for option in wrong)


@of_kind("single")
def test_single_choice_has_one_right_option(question):
    assert sum(option["right"] for option in question["options"]) == 1


def test_right_option_is_rarely_alone_the_longest():
    singles = [question for question in questions if question["kind"] == "single"]
    given_away = 0
    for question in singles:
        right = next(len(option["text"]["zh"]) for option in question["options"] if option["right"])
        given_away += all(len(o["text"]["zh"]) < right for o in question["options"] if not o["right"])
    assert given_away <= len(singles) / 4


def test_multiple_choices_vary_in_the_number_of_wrong_options():
    counts = {sum(not o["right"] for o in q["options"]) for q in questions if q["kind"] == "multiple"}
    assert len(counts) >= 2


@of_kind("numeric")
def test_numeric_answer_is_what_the_working_gives(question):
    assert re.fullmatch(r"[0-9+\-*/(). ]+", question["working"])
    result = eval(question["working"], {"__builtins__": {}})  # digits and signs only, checked above
    assert result == pytest.approx(float(question["answer"]))


@of_kind("numeric")
def test_money_comes_out_to_the_jiao(question):
    if question["unit"]["zh"] == "元":
        assert float(question["answer"]) * 10 == pytest.approx(round(float(question["answer"]) * 10))
