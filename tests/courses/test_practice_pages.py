"""The page of a task: its words, the same for every reader, and the way to hand in."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from courses.practice.selectors import shelves_of, shown_tasks
from tests.builders import a_course, a_lesson, a_module, a_picture, a_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(db):
    shown = {"image": a_picture().pk, "decorative": False, "alt_text": "窗边的橙子"}
    task = a_task(example="吴姐拍了五张，挑了最亮的一张。", example_picture=shown, shelf="photo")
    return a_lesson(a_module(a_course()), more=[task])


def address_of(lesson, card: str = "") -> str:
    return reverse("task", args=[lesson.translation_key, card or lesson.cards[-1].id])


def test_task_says_what_to_do_with_an_example_and_four_signs(lesson):
    page = Client().get(address_of(lesson)).content.decode()
    for words in ("拍五张", "吴姐拍了五张", "窗边的橙子", "光从窗边来", "请站长帮着拍"):
        assert words in page.replace('</span><span class="clause">', "")
    assert reverse("learn-task", args=[lesson.translation_key, lesson.cards[-1].id]) in page


def test_task_can_be_kept_by_phones_and_holds_nothing_personal(lesson):
    answer = Client().get(address_of(lesson))
    assert answer["X-Village-Shop-School"] == "page"
    assert "csrf" not in answer.content.decode()


def test_card_in_the_lesson_leads_to_its_task_and_says_the_example(lesson):
    page = Client().get(lesson.url).content.decode()
    assert f'href="{address_of(lesson)}"' in page
    assert "吴姐拍了五张" in page


@pytest.mark.hard
def test_task_written_before_there_were_examples_says_nothing_of_one(lesson):
    older = a_lesson(lesson.get_parent().specific, slug="older", more=[a_task()])
    page = Client().get(address_of(older)).content.decode()
    assert "比如" not in page
    assert "None" not in page
    assert "None" not in older.search_text()


def test_other_cards_and_lessons_that_nobody_may_read_are_no_tasks(lesson):
    assert Client().get(address_of(lesson, lesson.cards[0].id)).status_code == 404
    assert Client().get(address_of(lesson, str(uuid4()))).status_code == 404
    lesson.unpublish()
    assert Client().get(address_of(lesson)).status_code == 404


@pytest.mark.hard
def test_task_that_is_not_translated_is_shown_in_chinese_and_says_so(lesson):
    page = Client().get(address_of(lesson).replace("/zh-hans/", "/en/")).content.decode()
    assert "not translated yet" in page
    assert 'lang="zh-hans"' in page


def test_what_a_task_becomes_is_known_for_many_in_one_query(lesson, django_assert_num_queries):
    key = (lesson.translation_key, lesson.cards[-1].id)
    keys = {(lesson.translation_key, type(lesson.translation_key)(key[1]))}
    with django_assert_num_queries(1):
        assert list(shelves_of(keys).values()) == ["photo"]


def test_tasks_are_found_without_opening_the_cards_beside_them(lesson, django_assert_num_queries):
    key = (lesson.translation_key, UUID(lesson.cards[-1].id))
    with django_assert_num_queries(3):
        assert shown_tasks([key], "zh-hans")[key].shelf == "photo"
