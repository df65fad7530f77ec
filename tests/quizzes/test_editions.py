"""What a quiz was marked by: written when its marking changed, and never touched again."""

import json
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import TestCase
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from foundation.append_only import WrittenOnce
from quizzes.models import QuizEdition
from quizzes.selectors import edition_of, latest_edition
from quizzes.services import write_edition
from tests import builders


def change(quiz, **fields):
    for name, value in fields.items():
        setattr(quiz, name, value)
    quiz.save_revision().publish()
    quiz.refresh_from_db()


def with_first_question(quiz, **value) -> str:
    questions = quiz.questions.get_prep_value()
    questions[0]["value"].update(value)
    return json.dumps(questions)


def in_english(quiz, english):
    """The lesson and its quiz as translated pages of their own."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        for page in (*quiz.get_ancestors()[1:], quiz):
            source, _ = TranslationSource.update_or_create_from_instance(page.specific)
            Translation.objects.get_or_create(source=source, target_locale=english)[0].save_target(publish=True)
    return quiz.get_translation(english)


def test_publishing_writes_the_first_edition(quiz):
    edition = latest_edition(quiz.translation_key)
    assert (edition.number, edition.parent_key) == (1, quiz.get_parent().translation_key)
    assert edition.canonical["pass_mark"] == "0.75"
    assert edition.canonical["questions"][0]["id"] == quiz.questions[0].id


def test_draft_writes_none(quiz):
    quiz.pass_mark = Decimal("0.50")
    quiz.save_revision()
    assert QuizEdition.objects.count() == 1


def test_points_in_parts_are_of_the_edition_and_the_order_of_answers_is_not(quiz):
    change(quiz, shuffles=True)
    assert QuizEdition.objects.count() == 1
    change(quiz, part_points=True)
    first, second = QuizEdition.objects.order_by("number")
    assert ("in_parts" in first.canonical, second.canonical["in_parts"]) == (False, True)


def test_change_of_words_writes_none(quiz):
    change(quiz, title="小测试", questions=with_first_question(quiz, prompt="换了说法，怎么办？", explanation="换了。"))
    assert QuizEdition.objects.count() == 1


@pytest.mark.parametrize("kind", list(builders.QUESTION_VALUES))
def test_publishing_again_without_a_change_writes_none(lesson, kind):
    quiz = builders.a_quiz(lesson, [builders.a_question(kind)])
    quiz.save_revision().publish()
    quiz.specific.save_revision().publish()
    assert QuizEdition.objects.count() == 1


def test_change_of_the_pass_mark_writes_the_next(quiz):
    change(quiz, pass_mark=Decimal("0.50"))
    assert [edition.canonical["pass_mark"] for edition in QuizEdition.objects.all()] == ["0.75", "0.5"]
    assert edition_of(quiz.translation_key, 1).canonical["pass_mark"] == "0.75"


def test_change_of_the_right_answer_writes_the_next_and_keeps_the_first(quiz):
    options = [builders.an_option("晾", right=True), builders.an_option("装")]
    before = latest_edition(quiz.translation_key).canonical
    change(quiz, questions=with_first_question(quiz, options=options))
    assert latest_edition(quiz.translation_key).canonical["questions"][0]["right"] == [options[0]["id"]]
    assert edition_of(quiz.translation_key, 1).canonical == before


def test_going_back_to_an_earlier_key_is_a_new_edition(quiz):
    first = latest_edition(quiz.translation_key)
    change(quiz, pass_mark=Decimal("1.00"))
    change(quiz, pass_mark=Decimal("0.75"))
    latest = latest_edition(quiz.translation_key)
    assert (latest.number, latest.digest) == (3, first.digest)


def test_edition_stays_when_the_quiz_is_unpublished_and_deleted(quiz):
    quiz.unpublish()
    quiz.delete()
    assert latest_edition(quiz.translation_key).number == 1


def test_edition_stays_when_the_lesson_is_deleted(quiz):
    Page.objects.get(pk=quiz.get_parent().pk).delete()
    assert QuizEdition.objects.count() == 1


def test_edition_stays_when_revisions_are_purged(quiz):
    Page.objects.filter(pk=quiz.pk).update(latest_revision=None, live_revision=None)
    Revision.objects.all().delete()
    assert latest_edition(quiz.translation_key).canonical["questions"]


def test_edition_cannot_be_changed(quiz):
    edition = latest_edition(quiz.translation_key)
    edition.canonical = {}
    with pytest.raises(WrittenOnce, match="never changed"):
        edition.save()
    with pytest.raises(WrittenOnce):
        QuizEdition.objects.update(canonical={})
    with pytest.raises(WrittenOnce):
        QuizEdition.objects.bulk_update([edition], ["canonical"])


def test_edition_cannot_be_deleted(quiz):
    with pytest.raises(WrittenOnce, match="never deleted"):
        latest_edition(quiz.translation_key).delete()
    with pytest.raises(WrittenOnce):
        QuizEdition.objects.filter(number=1).delete()


def test_two_editions_of_one_number_are_refused(quiz):
    edition = latest_edition(quiz.translation_key)
    with pytest.raises(Exception, match=r"(?i)unique"), transaction.atomic():
        QuizEdition.objects.create(
            quiz_key=edition.quiz_key, number=1, parent_key=edition.parent_key, canonical={}, digest="x"
        )


def test_translation_writes_none(quiz, english):
    assert in_english(quiz, english).live
    assert QuizEdition.objects.count() == 1


def test_copied_lesson_has_a_quiz_of_its_own_with_the_same_questions(quiz, lesson):
    copied = lesson.copy(recursive=True, update_attrs={"slug": "again", "title": "再来一课"})
    twin = copied.get_children().get().specific
    assert twin.translation_key != quiz.translation_key
    edition = latest_edition(twin.translation_key)
    assert edition.canonical == latest_edition(quiz.translation_key).canonical
    assert edition.parent_key == copied.translation_key


def test_quiz_moved_to_another_lesson_gets_an_edition_there(quiz, lesson):
    other = builders.a_lesson(lesson.get_parent().specific, slug="other")
    quiz.move(other, pos="last-child")
    quiz.refresh_from_db()
    assert latest_edition(quiz.translation_key).parent_key == other.translation_key
    assert write_edition(quiz=quiz) is None


def test_quiz_moved_below_a_course_is_a_test_at_once(quiz, lesson):
    quiz.move(lesson.course, pos="last-child")
    assert "test" in latest_edition(quiz.translation_key).canonical


def test_draft_that_is_moved_writes_none(quiz, lesson):
    quiz.unpublish()
    quiz.move(lesson.course, pos="last-child")
    assert QuizEdition.objects.count() == 1
