"""A quiz in the words of a language, with the key of its edition."""

import json

import pytest
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from quizzes.selectors import edition_of, latest_edition, shown_quiz
from quizzes.selectors.shown import mixed
from tests import builders
from tests.quizzes.test_editions import change, in_english

ALL = list(builders.QUESTION_VALUES)


def translate(quiz, english, words: str = "In English"):
    """Every text of the quiz, as a translator would type it."""
    source, _ = TranslationSource.update_or_create_from_instance(quiz)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=english,
            defaults={"data": f"{words} {segment.order}", "translation_type": "manual"},
        )
    return in_english(quiz, english)


@pytest.fixture
def every(lesson):
    picture = {"image": builders.a_picture().pk, "decorative": False, "alt_text": "一箱橙子"}
    return builders.a_quiz(lesson, [builders.a_question(kind, picture=picture) for kind in ALL])


def test_every_kind_is_shown_with_its_words(every):
    shown = shown_quiz(every.translation_key, "zh-hans")
    assert [question.kind for question in shown.questions] == ALL
    assert all(question.prompt == "怎么办？" and question.language == "zh-hans" for question in shown.questions)
    assert [option.text for option in shown.questions[0].options] == ["晾干再装", "马上装", "擦一擦就装"]
    assert shown.questions[0].options[1].feedback == "这样会坏。"
    assert shown.questions[3].unit == "元"
    assert shown.lesson_url == every.get_parent().url


def test_each_question_has_its_picture_in_its_own_words(every):
    assert {question.picture.contextual_alt_text for question in shown_quiz(every.translation_key, "en").questions} == {
        "一箱橙子"
    }


@pytest.mark.parametrize("times", [1, 3])
def test_six_queries_however_many_questions(lesson, times, django_assert_max_num_queries):
    picture = {"image": builders.a_picture().pk, "decorative": True, "alt_text": ""}
    quiz = builders.a_quiz(lesson, [builders.a_question(kind, picture=picture) for kind in ALL * times])
    assert lesson.url  # the site's root paths are known to every warm process
    with django_assert_max_num_queries(6):
        shown_quiz(quiz.translation_key, "en")


def test_nothing_is_shown_in_a_right_order(every):
    canonical = latest_edition(every.translation_key).canonical
    questions = {question["kind"]: question for question in canonical["questions"]}
    shown = {question.kind: question for question in shown_quiz(every.translation_key, "zh-hans").questions}
    assert [option.id for option in shown["ordering"].options] not in questions["ordering"]["orders"]
    left, right = ([side.id for side in sides] for sides in (shown["matching"].left, shown["matching"].right))
    assert dict(zip(left, right, strict=True)) != questions["matching"]["pairs"]


def test_order_of_showing_is_the_same_every_time_and_never_right():
    ids = ["a", "b", "c"]
    first = mixed(ids, [])
    assert mixed(list(reversed(ids)), []) == first
    assert mixed(ids, [first]) != first
    assert sorted(mixed(ids, [first])) == ids


def test_english_words_come_with_the_same_ids(every, english):
    translate(every, english)
    chinese, shown = (shown_quiz(every.translation_key, code) for code in ("zh-hans", "en"))
    assert {question.language for question in shown.questions} == {"en"}
    assert [q.id for q in shown.questions] == [q.id for q in chinese.questions]
    assert [o.id for q in shown.questions for o in q.options] == [o.id for q in chinese.questions for o in q.options]
    assert shown.questions[2].options[0].text == "Yes, it is so"
    assert shown.edition == chinese.edition


def test_answers_are_mixed_in_every_language_as_the_source_has_it(quiz, english):
    in_english(quiz, english)
    for shuffles in (True, False):
        change(quiz, shuffles=shuffles)
        shown = [shown_quiz(quiz.translation_key, code) for code in ("zh-hans", "en")]
        assert [one.questions[0].mixes for one in shown] == [shuffles, shuffles]


def test_english_that_is_not_synced_keeps_its_words_and_takes_the_new_key(quiz, english):
    translate(quiz, english)
    questions = quiz.questions.get_prep_value()
    for option in questions[0]["value"]["options"]:
        option["value"]["right"] = option["value"]["text"] == "马上装"
    change(quiz, questions=json.dumps(questions))
    shown = shown_quiz(quiz.translation_key, "en")
    assert shown.questions[0].prompt.startswith("In English")
    assert shown.edition.canonical["questions"][0]["right"] == [questions[0]["value"]["options"][1]["id"]]


def test_question_that_english_lacks_is_shown_in_chinese(quiz, english):
    translate(quiz, english)
    added = builders.a_question("truefalse", prompt="新加的一题")
    change(quiz, questions=json.dumps([*quiz.questions.get_prep_value(), added]))
    first, second = shown_quiz(quiz.translation_key, "en").questions
    assert (first.language, second.language, second.prompt) == ("en", "zh-hans", "新加的一题")


def test_question_with_a_new_answer_is_shown_in_chinese_until_it_is_translated(quiz, english):
    translate(quiz, english)
    questions = quiz.questions.get_prep_value()
    questions[0]["value"]["options"].append(builders.an_option("再洗一遍"))
    change(quiz, questions=json.dumps(questions))
    shown = shown_quiz(quiz.translation_key, "en").questions[0]
    assert (shown.language, shown.options[3].text) == ("zh-hans", "再洗一遍")


def test_quiz_that_is_not_translated_is_shown_in_chinese(quiz):
    assert shown_quiz(quiz.translation_key, "en").language == "zh-hans"


def test_question_removed_since_has_no_words_in_its_edition(lesson):
    quiz = builders.a_quiz(lesson, [builders.a_question("single"), builders.a_question("truefalse")])
    first = latest_edition(quiz.translation_key)
    change(quiz, questions=json.dumps(quiz.questions.get_prep_value()[1:]))
    old = shown_quiz(quiz.translation_key, "zh-hans", edition=first)
    assert [question.prompt for question in old.questions] == [None, "怎么办？"]
    assert len(shown_quiz(quiz.translation_key, "zh-hans").questions) == 1


def test_answer_removed_since_has_no_text_in_its_edition(quiz):
    first = latest_edition(quiz.translation_key)
    questions = quiz.questions.get_prep_value()
    gone = questions[0]["value"]["options"].pop()
    change(quiz, questions=json.dumps(questions))
    options = shown_quiz(quiz.translation_key, "zh-hans", edition=first).questions[0].options
    assert [option.text for option in options if option.id == gone["id"]] == [""]


def test_unpublished_quiz_is_not_offered_but_its_edition_is_still_shown(quiz):
    quiz.unpublish()
    assert shown_quiz(quiz.translation_key, "zh-hans") is None
    old = shown_quiz(quiz.translation_key, "zh-hans", edition=latest_edition(quiz.translation_key))
    assert (old.live, old.title, old.lesson_url, old.questions[0].prompt) == (False, "", "", None)


def test_deleted_quiz_is_not_offered(quiz):
    key = quiz.translation_key
    quiz.delete()
    assert shown_quiz(key, "zh-hans") is None
    assert shown_quiz(key, "zh-hans", edition=edition_of(key, 1)).questions


def test_restricted_quiz_is_not_offered(quiz):
    PageViewRestriction.objects.create(page=quiz, restriction_type=PageViewRestriction.LOGIN)
    assert shown_quiz(quiz.translation_key, "zh-hans") is None


def test_card_that_explains_is_named(lesson):
    card = lesson.cards[1]
    quiz = builders.a_quiz(lesson, [builders.a_question("single", explains=card.id)])
    question = shown_quiz(quiz.translation_key, "zh-hans").questions[0]
    assert (question.explains, question.explains_title) == (card.id, "第2张")


def test_card_that_is_gone_explains_nothing(lesson):
    quiz = builders.a_quiz(lesson, [builders.a_question("single", explains="0f0f0f0f-0000-4000-8000-000000000000")])
    assert shown_quiz(quiz.translation_key, "zh-hans").questions[0].explains == ""


def test_test_of_a_course_explains_with_no_card(lesson):
    course = Page.objects.get(pk=lesson.course.pk).specific
    quiz = builders.a_quiz(course)
    assert shown_quiz(quiz.translation_key, "zh-hans").lesson_url == course.url
