"""The address of a quiz, and the preview in which its author tries it."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.search import find_lessons
from quizzes.models import QuizEdition, QuizPage
from tests import builders

KINDS = list(builders.QUESTION_VALUES)


def previewed(quiz) -> str:
    return quiz.make_preview_request(preview_mode=quiz.default_preview_mode).render().text


def test_address_says_how_many_questions_and_leads_to_where_they_are_answered(client, lesson):
    quiz = builders.a_quiz(lesson, [builders.a_question(kind) for kind in KINDS])
    page = client.get(quiz.url).text
    assert f"{len(KINDS)}道题" in page
    assert f'href="/learn/quiz/{quiz.translation_key}/?in=zh-hans"' in page


def test_address_shows_no_question_where_no_script_runs(client, quiz):
    page = client.get(quiz.url).text
    before, _template, kept_back = page.partition('<template id="quiz-sheet">')
    assert "晾干再装" not in before.rpartition("</style>")[2]
    assert "晾干再装" in kept_back


def test_address_has_no_token_no_person_and_no_form_that_writes(admin_client, quiz):
    page = admin_client.get(f"{quiz.url}?render=1")
    assert not page.cookies
    for secret in ("csrf", 'method="post"', 'name="attempt"', 'name="person"', "data-keep"):
        assert secret not in page.text


def test_test_of_a_course_keeps_its_key(client, lesson):
    quiz = builders.a_quiz(lesson.course)
    page = client.get(quiz.url).text
    assert f'href="/learn/test/{quiz.translation_key}/?in=zh-hans"' in page
    assert "quiz-key" not in page
    assert "晾干再装" not in page


def test_every_quiz_asks_the_database_as_often(client, lesson):
    counts, module = [], lesson.get_parent().specific
    for number, place in enumerate((lesson, builders.a_lesson(module, slug="second"))):
        builders.a_lesson(module, slug=f"after-{number}")
        quiz = builders.a_quiz(place, [builders.a_question(kind) for kind in KINDS[: 1 + 5 * number]])
        client.get(f"{quiz.url}?render=1")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{quiz.url}?render=1").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_body_is_the_same_for_everybody(client, admin_client, quiz):
    assert client.get(f"{quiz.url}?render=1").content == admin_client.get(f"{quiz.url}?render=1").content


def test_unpublished_quiz_is_404(client, quiz):
    quiz.unpublish()
    assert client.get(quiz.url).status_code == 404


def test_unknown_address_below_a_lesson_and_a_quiz_is_404(client, quiz, lesson):
    assert client.get(f"{lesson.url}nothing/").status_code == 404
    assert client.get(f"{quiz.url}nothing/").status_code == 404


def test_quiz_is_not_among_the_lessons_found(lesson):
    quiz = builders.a_quiz(lesson, [builders.a_question("single", prompt="腊肉怎么熏？")])
    assert find_lessons("腊肉", language_code="zh-hans") == []
    assert quiz.live


def test_lesson_takes_one_quiz(lesson, quiz):
    assert not QuizPage.can_create_at(lesson)


@pytest.mark.parametrize("kind", KINDS)
def test_preview_asks_each_kind_with_its_key(lesson, kind):
    quiz = builders.a_quiz(lesson, [builders.a_question(kind)])
    page = previewed(quiz)
    assert f'data-kind="{kind}"' in page
    assert 'id="quiz-key"' in page
    assert "data-trial" in page


@pytest.mark.parametrize("kind", KINDS)
def test_preview_shows_a_question_that_is_half_written(quiz, kind):
    halves = {"options": [], "answer": None, "value": None, "tolerance": None, "unit": None, "items": [], "pairs": []}
    half = builders.a_question(kind, **halves, also_right=[], prompt="", explanation="")
    quiz.questions = json.dumps([half])
    assert f'data-kind="{kind}"' in previewed(quiz)


def test_preview_shows_the_draft_and_keeps_nothing(quiz):
    quiz.questions = json.dumps([builders.a_question("truefalse", prompt="湿橙子能装箱。")])
    assert "湿橙子能装箱。" in previewed(quiz)
    assert QuizEdition.objects.count() == 1


def test_preview_of_a_quiz_without_questions_says_so(quiz):
    quiz.questions = "[]"
    assert "还没有题目" in previewed(quiz)


def test_quiz_without_questions_is_not_published(quiz):
    quiz.questions = "[]"
    with pytest.raises(ValidationError):
        quiz.questions.stream_block.clean(quiz.questions)
