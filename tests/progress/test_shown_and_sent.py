"""What she answered is marked by the edition that she was shown, whatever happened to the quiz before it arrived."""

import json

import pytest
from wagtail.models import Locale, Page

from progress.models import Attempt, LearningEvent, LessonCompletion
from progress.services import rebuild_progress, receive_events
from quizzes.models import QuizEdition, QuizPage
from quizzes.selectors import latest_edition
from tests.builders import a_home
from tests.learning import RIGHT, a_question, a_sum, an_attempt, quiz_of


@pytest.fixture
def quiz(lessons) -> QuizPage:
    return quiz_of(lessons[0])


@pytest.fixture
def shown(quiz) -> dict:
    """An attempt with right answers to what the quiz said before anybody touched it."""
    return an_attempt(quiz)


def change(quiz: QuizPage, questions: list[dict]) -> None:
    quiz.questions = json.dumps(questions)
    quiz.save_revision().publish()


def send(trainee, body: dict) -> Attempt:
    assert receive_events(trainee=trainee, bodies=[body]).stored == [body["uuid"]]
    assert rebuild_progress(check=True) == []
    return Attempt.objects.get()


def test_changed_key_does_not_change_her_verdict(yang, quiz, shown):
    turned = a_question()
    for option in turned["value"]["options"]:
        option["value"]["right"] = option["id"] != str(RIGHT)
    change(quiz, [turned, a_sum()])
    assert latest_edition(quiz.translation_key).number == 2
    attempt = send(yang, shown)
    assert (attempt.passed, attempt.edition.number) == (True, 1)


def test_removed_question_still_counts_for_who_was_asked(yang, quiz, shown):
    change(quiz, [a_question()])
    assert send(yang, shown).max == 2


def test_added_question_is_not_asked_of_who_did_not_see_it(yang, quiz, shown):
    change(quiz, [a_question(), a_sum(), a_question(2)])
    assert (send(yang, shown).max, Attempt.objects.get().passed) == (2, True)


def test_changed_prose_makes_no_edition(yang, quiz, shown):
    reworded = a_question() | {"value": a_question()["value"] | {"prompt": "皮湿，怎么办？"}}
    change(quiz, [reworded, a_sum()])
    assert QuizEdition.objects.filter(quiz_key=quiz.translation_key).count() == 1
    assert send(yang, shown).passed


def test_deleted_quiz_still_takes_her_answer_and_completes_her_lesson(yang, quiz, shown, lessons):
    quiz.delete()
    assert send(yang, shown).passed
    assert LessonCompletion.objects.get().lesson_key == lessons[0].translation_key


def test_deleted_lesson_loses_nothing(yang, quiz, shown, lessons):
    lessons[0].delete()
    assert send(yang, shown).passed


def test_deleted_course_loses_nothing(yang, quiz, shown, lessons):
    lessons[0].course.delete()
    assert send(yang, shown).passed


def test_unpublished_quiz_counts_in_its_course(yang, quiz, shown):
    quiz.unpublish()
    send(yang, shown)
    assert LearningEvent.objects.filter(kind="attempt-marked", course_key__isnull=False).exists()


def test_purged_revisions_change_nothing(yang, quiz, shown):
    change(quiz, [a_question()])
    Page.objects.filter(pk=quiz.pk).update(latest_revision=None, live_revision=None)
    quiz.revisions.all().delete()
    assert send(yang, shown).passed


def test_answer_to_the_english_page_that_was_not_synced_is_marked_by_the_edition_that_it_showed(yang, quiz, shown):
    english = Locale.objects.get_or_create(language_code="en")[0]
    a_home("en")
    translated = quiz.copy_for_translation(english, copy_parents=True)
    translated.save_revision().publish()
    change(quiz, [a_question()])
    assert QuizEdition.objects.filter(quiz_key=quiz.translation_key).count() == 2
    attempt = send(yang, shown | {"language": "en"})
    assert (attempt.edition.number, attempt.passed, attempt.language) == (1, True, "en")


def test_answer_to_the_lesson_that_was_copied_stays_with_the_first(yang, quiz, shown, lessons):
    copied = lessons[0].copy(recursive=True, update_attrs={"slug": "copy"}, to=lessons[0].get_parent())
    own = quiz_of(copied)
    own.save_revision().publish()
    assert own.translation_key != quiz.translation_key
    assert send(yang, shown).quiz_key == quiz.translation_key


def test_edition_of_one_quiz_is_none_of_its_copy(yang, quiz, lessons):
    change(quiz, [a_question()])
    copied = lessons[0].copy(recursive=True, update_attrs={"slug": "copy"}, to=lessons[0].get_parent())
    quiz_of(copied).save_revision().publish()
    body = an_attempt(quiz) | {"object": str(quiz_of(copied).translation_key), "edition": 2}
    assert receive_events(trainee=yang, bodies=[body]).refused == [(body["uuid"], "edition")]
