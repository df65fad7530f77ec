"""Cards and questions of every kind go through a translation with their ids, and answers count as before."""

import pytest
from wagtail_localize.models import Translation

from courses.models import CoursePage, LessonPage
from quizzes.models import QuizEdition, QuizPage
from quizzes.selectors import shown_quiz
from tests import builders
from tests.builders import QUESTION_VALUES, a_check, a_question, an_item
from tests.courses.translating.desk import begun, published, whole_in

pytestmark = pytest.mark.hard

PLAIN = {"picture": builders.NO_PICTURE, "title": "标题"}
CARDS = [
    a_check("single"),
    a_check("multiple"),
    a_check("truefalse", answer="true", options=None),
    {
        "type": "listing",
        "value": {**PLAIN, "heading": "橙子", "price": "30元", "per": "", "lines": [an_item("甜"), an_item("新鲜")]},
    },
    {
        "type": "task",
        "value": {
            **PLAIN,
            "text": "拍一张。",
            "criteria": [an_item(sign) for sign in "亮近稳净"],
            "no_phone": "画一画。",
        },
    },
    {"type": "steps", "value": {**PLAIN, "steps": [an_item("挑"), an_item("晾")]}},
]


def ids_in(value: object) -> list[str]:
    """Every id, in order, with the kind of what bears it."""
    if isinstance(value, list):
        return [found for one in value for found in ids_in(one)]
    if not isinstance(value, dict):
        return []
    own = [f"{value.get('type', '')} {value['id']}"] if "id" in value else []
    return own + [found for one in value.values() for found in ids_in(one)]


@pytest.fixture
def pages(course: CoursePage, english) -> tuple[LessonPage, QuizPage]:
    """A lesson with cards of every kind that has words in lists, and its quiz with every kind of question."""
    module = published(builders.a_module(course))
    lesson = published(builders.a_lesson(module, cards=1, more=CARDS))

    quiz = builders.a_quiz(lesson, [a_question(kind) for kind in QUESTION_VALUES])
    begun(quiz, english)
    whole_in(course, english)
    for translation in Translation.objects.order_by("pk"):
        translation.save_target(publish=False)
    for page in (course, module, lesson, quiz):
        published(page.get_translation(english).specific)
    return lesson, quiz


def test_ids_are_the_same_and_every_word_is_another(pages, english):
    lesson, quiz = pages
    for page, field in ((lesson, "cards"), (quiz, "questions")):
        here, there = (getattr(one, field).get_prep_value() for one in (page, page.get_translation(english).specific))
        assert ids_in(here) == ids_in(there) != []
        assert "EN " in str(there)
        assert "标题" not in str(there).replace("EN 标题", "")


def test_answers_count_as_before(pages):
    _lesson, quiz = pages
    edition = QuizEdition.objects.get(quiz_key=quiz.translation_key)
    in_english = shown_quiz(quiz.translation_key, "en")
    assert in_english.edition == edition
    assert {question.language for question in in_english.questions} == {"en"}
    assert [question.id for question in in_english.questions] == [
        question["id"] for question in edition.canonical["questions"]
    ]
    assert edition.canonical == QuizEdition.objects.latest("pk").canonical
