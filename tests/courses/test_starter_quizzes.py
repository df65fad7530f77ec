"""The 92 questions of the starter course as quizzes: whole, right, the same in both languages, and left alone."""

from collections import Counter
from decimal import Decimal

import pytest
from wagtail.models import Locale

from courses.models import LessonPage, StarterRecord
from courses.starter import files
from quizzes.course_tests import how_many_asked
from quizzes.grading import mark
from quizzes.models import QuizEdition, QuizPage
from quizzes.selectors import latest_edition, shown_quiz
from tests.courses.test_starter_course import course, lesson, load  # noqa: F401 - the fixture

QUIZZES = {key: lesson["questions"] for key, lesson in files.read_lessons().items() if lesson["questions"]}


def quiz(key="packfruit", language="zh-hans"):
    return QuizPage.objects.get(translation_key=files.stable_id(f"quiz:{key}"), locale__language_code=language)


def key_of(key: str) -> dict:
    return latest_edition(files.stable_id(f"quiz:{key}")).canonical


def editions() -> list[QuizEdition]:
    """Those of the lessons' quizzes; the test of the course has one of its own."""
    return [edition for edition in QuizEdition.objects.all() if "test" not in edition.canonical]


def test_every_lesson_with_questions_has_a_live_quiz_in_both_languages(course):  # noqa: F811
    for language in ("zh-hans", "en"):
        pages = QuizPage.objects.live().filter(locale__language_code=language, slug="quiz")
        above = {page.get_parent().translation_key for page in pages}
        assert above == {files.stable_id(f"lesson:{key}") for key in QUIZZES}


def test_all_92_questions_are_asked_in_six_kinds(course):  # noqa: F811
    asked = [question for edition in editions() for question in edition.canonical["questions"]]
    kinds = Counter(question["kind"] for question in asked)
    assert kinds == Counter(question["kind"] for questions in QUIZZES.values() for question in questions)
    assert (kinds.total(), len(kinds)) == (92, 6)


def test_one_rule_all_but_one(course):  # noqa: F811
    assert {edition.canonical["pass_mark"] for edition in QuizEdition.objects.all()} == {"0.75"}
    for edition in editions():
        number = len(edition.canonical["questions"])
        assert Decimal(number - 2) / number < Decimal("0.75") <= Decimal(number - 1) / number


def test_every_question_passes_the_checks_of_the_editor(course):  # noqa: F811
    for page in QuizPage.objects.all():
        page.questions.stream_block.clean(page.questions)


def test_course_test_draws_20_of_the_92_in_both_languages(course):  # noqa: F811
    key = files.stable_id("test:village-shop")
    edition = latest_edition(key)
    pool = [question["id"] for question in edition.canonical["questions"]]
    assert sorted(pool) == sorted(one["id"] for quiz in editions() for one in quiz.canonical["questions"])
    assert (len(set(pool)), how_many_asked(edition.canonical), edition.canonical["tries"]) == (92, 20, 5)
    for language in ("zh-hans", "en"):
        shown = shown_quiz(key, language)
        assert ({question.language for question in shown.questions}, shown.live) == ({language}, True)


def test_right_answers_of_the_files_pass(course):  # noqa: F811
    for key, questions in QUIZZES.items():
        canonical = key_of(key)
        answers = {
            asked["id"]: right_answer(question, asked)
            for question, asked in zip(questions, canonical["questions"], strict=True)
        }
        marking = mark(canonical, answers)
        assert (marking.raw, marking.passed) == (marking.max, True), key


def right_answer(question: dict, asked: dict):
    if question["kind"] in ("single", "multiple"):
        right = [one for one, option in zip(asked["options"], question["options"], strict=True) if option["right"]]
        return right if question["kind"] == "multiple" else right[0]
    if question["kind"] == "truefalse":
        return str(question["true"]).lower()
    simple = {"numeric": question.get("answer"), "ordering": asked.get("items"), "matching": asked.get("pairs")}
    return simple[question["kind"]]


def test_orders_that_are_also_right_are_accepted(course):  # noqa: F811
    orders = {key: len(q["orders"]) for key in QUIZZES for q in key_of(key)["questions"] if q["kind"] == "ordering"}
    assert orders["launch"] == 3
    assert orders["scam"] == 2
    assert orders["packfruit"] == 1


def test_ids_come_from_the_names_in_the_files(course):  # noqa: F811
    first = key_of("chat")["questions"][0]
    assert first["id"] == str(files.stable_id("quiz:chat", "question", "chat-1"))
    named = f"questions.{first['id']}", "options"
    assert first["options"] == [str(files.stable_id("quiz:chat", *named, name)) for name in "abc"]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_word_is_there_in_the_language(course, language):  # noqa: F811
    for key in QUIZZES:
        shown = shown_quiz(files.stable_id(f"quiz:{key}"), language)
        assert {question.language for question in shown.questions} == {language}
        assert all(question.prompt and question.explanation for question in shown.questions)
        assert all(one.text for q in shown.questions for one in (*q.options, *q.left, *q.right))


def test_every_question_names_the_card_that_explains_it(course):  # noqa: F811
    for key in QUIZZES:
        for question in shown_quiz(files.stable_id(f"quiz:{key}"), "en").questions:
            assert question.explains_title, f"{key} {question.prompt}"


def test_wrong_options_say_why(course):  # noqa: F811
    for key in QUIZZES:
        for question in shown_quiz(files.stable_id(f"quiz:{key}"), "zh-hans").questions:
            right = {q["id"]: q["right"] for q in key_of(key)["questions"] if q["kind"] in ("single", "multiple")}
            if question.id in right:
                assert all(option.feedback for option in question.options if option.id not in right[question.id])


def test_pictures_are_described(course):  # noqa: F811
    shown = [q for key in QUIZZES for q in shown_quiz(files.stable_id(f"quiz:{key}"), "en").questions if q.picture]
    assert shown
    assert all(question.picture.contextual_alt_text for question in shown)


def test_loading_again_writes_no_edition(course):  # noqa: F811
    before = QuizEdition.objects.count()
    assert load().changed == []
    assert QuizEdition.objects.count() == before == len(QUIZZES) + 1


def test_quiz_that_a_trainer_edited_is_left_alone(course):  # noqa: F811
    page = quiz()
    page.title = "我们县自己的测验"
    page.save_revision().publish()
    StarterRecord.objects.filter(key__startswith="quiz:packfruit").update(digest="changed file")
    assert "quiz:packfruit" in load().left_alone
    assert quiz().title == "我们县自己的测验"


def test_quiz_that_a_trainer_deleted_stays_deleted(course):  # noqa: F811
    quiz().delete()
    assert "quiz:packfruit" in load().left_alone
    assert lesson().quiz is None


def test_quiz_does_not_bring_back_a_lesson_that_was_deleted_in_english(course):  # noqa: F811
    lesson(language="en").delete()
    StarterRecord.objects.filter(key__startswith="quiz:packfruit").delete()
    QuizPage.objects.filter(translation_key=files.stable_id("quiz:packfruit")).delete()
    report = load()
    assert "quiz:packfruit" in report.made
    assert "quiz:packfruit:en" in report.left_alone
    assert not lesson().get_translation_or_none(Locale.objects.get(language_code="en"))


def test_changed_file_keeps_the_ids_of_questions(course):  # noqa: F811
    before = key_of("packfruit")
    StarterRecord.objects.filter(key="quiz:packfruit:zh-hans").update(digest="older file")
    assert "quiz:packfruit" in load().changed
    assert key_of("packfruit") == before


def test_no_lesson_without_questions_offers_a_quiz(course):  # noqa: F811
    without = [page for page in LessonPage.objects.filter(locale=course.locale) if page.quiz is None]
    assert {page.translation_key for page in without} == {
        files.stable_id(f"lesson:{key}") for key in set(files.read_lessons()) - set(QUIZZES)
    }
