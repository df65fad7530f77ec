"""A course's words go out as a PO file and come in again: what is bad is said and left, twice is once."""

import polib
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation, Translation

from courses.translating.beginning import begin_translation
from courses.translating.po import read_po
from courses.translating.standing import State
from courses.translating.taking_in import Taken, take_in
from courses.translating.weighing import CHANGED, LEFT, NEW, REFUSED, SAME, UNKNOWN, Word
from quizzes.models import QuizEdition, QuizPage
from quizzes.selectors import shown_quiz
from tests.courses.translating.desk import brought_in, po_of, published, standing_of, translated, weighed, whole_in


def becomes(course, english, file) -> dict[str, int]:
    lines = weighed(course, english, file).lines
    return {word: count for word in (NEW, CHANGED, SAME, LEFT, UNKNOWN, REFUSED) if (count := words(lines).count(word))}


def words(lines) -> list[str]:
    return [line.becomes for line in lines]


def entry_of(file: polib.POFile, text: str) -> polib.POEntry:
    return next(entry for entry in file if entry.msgid == text)


def said(english) -> dict[str, str]:
    return dict(StringTranslation.objects.filter(locale=english).values_list("translation_of__data", "data"))


def refusal(content: bytes, course, english) -> str:
    with pytest.raises(ValidationError) as refused:
        read_po(content, course, english)
    return refused.value.messages[0]


def test_every_sentence_is_in_it_by_the_ids_of_its_place(lesson, course, english):
    file = po_of(course, english)
    card = lesson.cards.raw_data[0]
    entry = entry_of(file, "第1张")
    assert entry.msgctxt == f"{lesson.translation_key}:cards.{card['id']}.title"
    assert "60" in entry.comment
    assert {"晾干再装", "怎么办？", "包好，寄好", "村里开网店"} <= {entry.msgid for entry in file}


@pytest.mark.hard
def test_taking_words_out_begins_nothing(lesson, course, english):
    po_of(course, english)
    assert not Translation.objects.exists()


@pytest.mark.hard
def test_untouched_file_changes_nothing(lesson, course, english):
    assert set(becomes(course, english, po_of(course, english))) == {LEFT}
    assert brought_in(course, english, po_of(course, english)) == Taken(0, 0)


def test_words_are_written_once(lesson, course, english):
    file = translated(po_of(course, english))
    assert set(becomes(course, english, file)) == {NEW}
    first, second = (brought_in(course, english, file) for _ in range(2))
    assert first.written > 10
    assert second == Taken(0, 0)
    assert set(becomes(course, english, file)) == {SAME}
    assert standing_of(lesson, english).state is State.READY


@pytest.mark.hard
def test_readers_see_nothing_of_it_before_it_is_published(lesson, seen, course, english):
    whole_in(course, english)
    seen.refresh_from_db()
    assert (seen.alias_of_id, seen.title) == (lesson.pk, lesson.title)
    assert seen.draft_title == "EN 打包鲜果"


@pytest.mark.hard
def test_fuzzy_and_empty_ones_are_left(lesson, course, english):
    file = translated(po_of(course, english))
    entry_of(file, "第1张").flags = ["fuzzy"]
    entry_of(file, "第2张").msgstr = " \n"
    assert becomes(course, english, file)[LEFT] == 2
    brought_in(course, english, file)
    assert not {"第1张", "第2张"} & set(said(english))


@pytest.mark.hard
def test_unknown_ones_are_told_and_spoil_nothing(lesson, course, english):
    file = translated(po_of(course, english))
    entry_of(file, "第1张").msgctxt = "somewhere else"
    file.append(polib.POEntry(msgid="没有这句", msgstr="No such sentence"))
    found = weighed(course, english, file)
    assert [line.text for line in found.news[:2]] == ["第1张", "没有这句"]
    assert brought_in(course, english, file).written == len(found.words) > 10


@pytest.mark.hard
def test_signs_of_markup_stay_signs(lesson, course, english):
    file = po_of(course, english)
    entry_of(file, "第1张").msgstr = 'A & B <b>"x"</b> \x00\u202e y'.replace("\x00", "")
    brought_in(course, english, file)
    assert entry_of(po_of(course, english), "第1张").msgstr == 'A & B <b>"x"</b> y'
    assert set(becomes(course, english, po_of(course, english))) == {LEFT, SAME}


@pytest.mark.hard
def test_what_was_changed_goes_out_as_fuzzy_with_the_old_sentence(lesson, course, english):
    whole_in(course, english)
    lesson.keep = "一张单子"
    lesson = published(lesson)
    whole_in(course, english)
    lesson.keep = "一张清单"
    published(lesson)
    entry = entry_of(po_of(course, english), "一张清单")
    assert (entry.previous_msgid, entry.msgstr, entry.fuzzy) == ("一张单子", "EN 一张单子", True)


@pytest.mark.hard
def test_words_changed_by_another_hand_meanwhile_are_left(lesson, course, english):
    whole_in(course, english)
    found = weighed(course, english, translated(po_of(course, english), "NEW {}".format))
    StringTranslation.objects.filter(translation_of__data="第1张").update(data="By hand")
    taken = take_in(course=course, locale=english, words=found.words, user=None)
    assert taken.left == 1
    assert said(english)["第1张"] == "By hand"


@pytest.mark.hard
def test_a_sentence_that_is_gone_meanwhile_is_left(lesson, course, english):
    word = Word(str(lesson.translation_key), "cards.gone.title", "没有了", "Gone", "")
    assert take_in(course=course, locale=english, words=[word], user=None) == Taken(0, 1)


@pytest.mark.hard
def test_stopped_on_the_way_no_word_is_written(lesson, course, english):
    file = translated(po_of(course, english))
    found = weighed(course, english, file)
    course.get_parent().get_translation(english).delete()
    with pytest.raises(ValidationError):
        take_in(course=course, locale=english, words=found.words, user=None)
    assert not StringTranslation.objects.exists()


@pytest.mark.hard
def test_many_sentences_take_no_more_queries_to_write(lesson, course, english):
    for page in (course, lesson):
        begin_translation(page=page, locale=english)
    counts = []
    for text in ("第1张", None):
        file = translated(po_of(course, english), f"{text} {{}}".format)
        found = [word for word in weighed(course, english, file).words if text in (None, word.text)]
        take_in(course=course, locale=english, words=found, user=None)  # begun by now
        with CaptureQueriesContext(
            connection,
        ) as queries:
            take_in(
                course=course,
                locale=english,
                words=[word._replace(before=word.translated, translated="x") for word in found],
                user=None,
            )
        counts.append(sum("wagtail_localize_stringtranslation" in query["sql"] for query in queries))
    assert counts[0] == counts[1]


def test_an_edition_is_not_touched_by_a_translation(lesson, course, english):
    quiz = lesson.quiz.specific
    before = QuizEdition.objects.values_list("quiz_key", "number", "canonical").get()
    whole_in(course, english)
    translation = Translation.objects.get(source__object_id=quiz.translation_key)
    translation.save_target(publish=False)
    published(QuizPage.objects.get(translation_key=quiz.translation_key, locale=english))
    assert QuizEdition.objects.values_list("quiz_key", "number", "canonical").get() == before
    shown = shown_quiz(quiz.translation_key, "en")
    assert shown.language == "en"
    assert [option.text for option in shown.questions[0].options] == ["EN 晾干再装", "EN 马上装", "EN 擦一擦就装"]
    assert [option.id for option in shown.questions[0].options] == before[2]["questions"][0]["options"]
