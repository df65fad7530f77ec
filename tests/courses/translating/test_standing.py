"""How far each page is in another language, and which sentences are other ones now."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation, Translation

from courses.models import LessonPage
from courses.translating.beginning import begin_translation
from courses.translating.changes import Change, add_changes
from courses.translating.publishing import publish_ready
from courses.translating.standing import State, standings
from courses.translating.summary import summaries
from tests import builders
from tests.courses.translating.desk import published, standing_of, whole_in
from tests.staff import made_trainer
from trainees.models import User


@pytest.fixture
def out(lesson, course, english, django_capture_on_commit_callbacks):
    """The lesson, with everything of the course published in English."""
    whole_in(course, english)
    wei = made_trainer(User.objects.create_user("wei"))
    with django_capture_on_commit_callbacks(execute=True):
        assert publish_ready(standings=standings(course, english), user=wei) == []
    return lesson


def changed(lesson: LessonPage, **fields: object) -> LessonPage:
    for name, value in fields.items():
        setattr(lesson, name, value)
    return published(lesson)


def test_a_page_goes_from_not_begun_to_done(lesson, course, english, django_capture_on_commit_callbacks):
    assert standing_of(lesson, english).state is State.NOT_BEGUN
    begin_translation(page=lesson, locale=english)
    found = standing_of(lesson, english)
    assert (found.state, found.done, found.total > 5) == (State.BEGUN, 0, True)
    whole_in(course, english)
    assert standing_of(lesson, english).state is State.READY
    wei = made_trainer(User.objects.create_user("wei"))
    with django_capture_on_commit_callbacks(execute=True):
        publish_ready(standings=standings(course, english), user=wei)
    assert {one.state for one in standings(course, english)} == {State.DONE}


def test_a_sentence_that_was_changed_stands_beside_the_old_one(out, english):
    out.cards[0].value["title"] = "晾一夜"
    lesson = published(out)
    found = standing_of(lesson, english)
    add_changes([found], english)
    assert (found.state, found.changed, found.total - found.done) == (State.CHANGED, 1, 1)
    assert found.changes == [Change("晾一夜", "第1张", "EN 第1张")]


@pytest.mark.hard
def test_a_new_sentence_is_no_changed_one(out, english):
    lesson = changed(out, keep="一张单子")
    found = standing_of(lesson, english)
    assert (found.state, found.changed) == (State.BEGUN, 0)


@pytest.mark.hard
def test_a_second_sentence_on_a_card_is_no_changed_one(out, english):
    out.cards[0].value["text"] = "湿橙子装箱，容易发霉。\n晾一夜。"
    assert standing_of(published(out), english).state is State.BEGUN


@pytest.mark.hard
def test_of_three_sentences_each_stands_beside_its_own(out, english, course):
    out.cards[0].value["text"] = "一。\n二。\n三。"
    lesson = published(out)
    whole_in(course, english)
    lesson.cards[0].value["text"] = "甲。\n二。\n丙。"
    found = standing_of(published(lesson), english)
    add_changes([found], english)
    assert [(one.now, one.was) for one in found.changes] == [("甲。", "一。"), ("丙。", "三。")]


@pytest.mark.hard
def test_another_order_of_cards_waits_to_be_published(out, english):
    out.cards = out.cards.stream_block.to_python(out.cards.get_prep_value()[::-1])
    assert standing_of(published(out), english).state is State.READY


@pytest.mark.hard
def test_a_word_mended_by_hand_waits_to_be_published(out, english):
    text = StringTranslation.objects.get(translation_of__data="第1张")
    text.data = "First"
    text.save()
    assert standing_of(out, english).state is State.READY


@pytest.mark.hard
def test_a_page_without_translation_of_ours_is_done_or_not_begun(out, english):
    Translation.objects.filter(source__object_id=out.translation_key).delete()
    assert standing_of(out, english).state is State.DONE


@pytest.mark.hard
def test_only_who_may_publish_publishes(lesson, course, english):
    whole_in(course, english)
    luo = made_trainer(User.objects.create_user("luo"), role="translator")
    publish_ready(standings=standings(course, english), user=luo)
    assert standing_of(lesson, english).state is State.READY


@pytest.mark.hard
def test_more_courses_take_no_more_queries(lesson, course, english, django_assert_num_queries):
    other = published(builders.a_course(course.get_parent(), "x"))
    with django_assert_num_queries(5):
        first, second = summaries([course, other], [english])
    assert (first.course, first.counts.total(), second.counts.total()) == (course, 4, 1)
    assert summaries([], [english]) == []


def test_more_lessons_take_no_more_queries(out, course, english):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            rows = standings(course, english)
            add_changes(rows, english)
        return len(counted)

    changed(out, short_title="装箱")
    before = queries()
    for number in range(3):
        more = published(builders.a_lesson(out.get_parent(), slug=f"more-{number}"))
        begin_translation(page=more, locale=english)
    whole_in(course, english)
    changed(LessonPage.objects.get(pk=more.pk), short_title="再装")
    assert queries() == before
