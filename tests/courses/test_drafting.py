"""A lesson begun with a pattern, cards taken from another, a lesson copied: drafts, whole, with ids of their own."""

import json
import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.blocks import CARDS
from courses.drafting.patterns import PATTERNS
from courses.drafting.services import begin_lesson, latest_cards, renew_ids, take_cards
from courses.models import CoursePage, LessonPage, Role
from courses.models.lesson import MOST_CARDS
from quizzes.models import QuizPage
from tests import builders
from tests.staff import at_desk, made_trainer
from trainees.models import User

BLOCKS = dict(CARDS)
every_pattern = pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.key for pattern in PATTERNS])


@pytest.fixture
def module(course):
    return builders.a_module(course)


@pytest.fixture
def lesson(module):
    return builders.a_lesson(module, more=[builders.a_check()])


@pytest.fixture
def wei(course) -> User:
    return made_trainer(User.objects.create_user("wei"), course)


@pytest.fixture
def stranger(wei) -> User:
    """A trainer of another course."""
    return made_trainer(User.objects.create_user("long"), builders.a_course(builders.a_home("en"), "elsewhere"))


def ids_in(raw: Any) -> set[str]:
    if isinstance(raw, list):
        return set().union(*map(ids_in, raw))
    if not isinstance(raw, dict):
        return set()
    return ids_in(list(raw.values())) | ({raw["id"]} if {"id", "type", "value"} <= raw.keys() else set())


def words_in(raw: Any) -> list[str]:
    if isinstance(raw, dict):
        return [word for name, value in raw.items() if name not in ("id", "explains") for word in words_in(value)]
    return [word for one in raw for word in words_in(one)] if isinstance(raw, list) else [str(raw)]


@every_pattern
def test_pattern_makes_a_draft_whose_every_card_says_what_to_write(module, wei, pattern):
    first, second = (begin_lesson(module=module, pattern=pattern, user=wei) for _ in range(2))
    cards = latest_cards(LessonPage.objects.get(pk=first.pk))
    assert (first.live, len(cards)) == (False, len(pattern.cards()))
    assert all("〔" in "".join(words_in(card)) for card in cards)
    assert first.slug != second.slug
    assert not ids_in(cards) & ids_in(latest_cards(second))


@every_pattern
def test_draft_of_a_pattern_opens_in_the_editor(module, wei, pattern):
    desk = at_desk(wei)
    reply = desk.post(reverse("begin-lesson", args=[module.pk]), {"pattern": pattern.key})
    assert desk.get(reply["Location"]).status_code == 200


@every_pattern
def test_what_a_pattern_says_is_never_published(pattern):
    for card in pattern.cards():
        block = BLOCKS[card["type"]]
        with pytest.raises(ValidationError):
            block.clean(block.to_python(card["value"]))


def test_card_with_a_guide_left_in_a_line_is_refused_with_the_guide():
    check = builders.a_check(options=[builders.an_option("晾干", right=True), builders.an_option("〔另一个〕")])
    block = BLOCKS[check["type"]]
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python(check["value"]))
    assert "〔另一个〕" in str(refused.value.non_block_errors)


def test_cards_are_put_at_the_end_of_the_draft_and_nothing_is_published(module, lesson, wei):
    source = builders.a_lesson(module, slug="apples", more=[builders.a_check(prompt="苹果呢？")])
    chosen = [card.id for card in source.cards][2:]
    before = latest_cards(lesson)
    assert take_cards(lesson=lesson, source=source, chosen=chosen, user=wei) == 2
    after = latest_cards(LessonPage.objects.get(pk=lesson.pk))
    assert after[: len(before)] == before
    assert words_in(after[len(before) :]) == words_in(latest_cards(source)[2:])
    assert not ids_in(after) & ids_in(latest_cards(source))
    assert len(LessonPage.objects.get(pk=lesson.pk).cards) == len(before)


def test_more_cards_than_a_lesson_holds_are_refused_and_none_is_taken(module, lesson, wei):
    source = builders.a_lesson(module, slug="long", cards=MOST_CARDS - 2)
    address = f"{reverse('take-cards', args=[lesson.pk])}?from={source.pk}"
    reply = at_desk(wei).post(address, {"card": [card.id for card in source.cards]})
    assert f"最多{MOST_CARDS}张" in reply.text
    assert len(latest_cards(lesson)) == 4


def test_who_ticks_no_card_is_told_to_tick_one(lesson, wei):
    address = f"{reverse('take-cards', args=[lesson.pk])}?from={lesson.pk}"
    assert "至少勾选一张卡片" in at_desk(wei).post(address).text
    assert len(latest_cards(LessonPage.objects.get(pk=lesson.pk))) == 4


def test_chosen_cards_come_by_the_page(module, lesson, wei):
    desk, address = at_desk(wei), f"{reverse('take-cards', args=[lesson.pk])}?from={lesson.pk}"
    assert desk.get(address).text.count('name="card"') == 4
    reply = desk.post(address, {"card": [lesson.cards[0].id, "no-such-card"]})
    assert reply["Location"] == reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert len(latest_cards(LessonPage.objects.get(pk=lesson.pk))) == 5


@pytest.mark.parametrize("source", ["", "0", "x", "9" * 30, "1"])
def test_lesson_that_is_not_there_leads_back_to_the_choice(lesson, wei, source):
    reply = at_desk(wei).post(f"{reverse('take-cards', args=[lesson.pk])}?from={source}", {"card": ["x"]})
    assert lesson.title in reply.text


def test_another_team_finds_neither_module_nor_lesson_nor_cards(module, lesson, stranger):
    desk = at_desk(stranger)
    other = builders.a_lesson(builders.a_module(_own_course_of(stranger)))
    for address in (
        reverse("begin-lesson", args=[module.pk]),
        reverse("take-cards", args=[lesson.pk]),
        f"{reverse('take-cards', args=[other.pk])}?from={lesson.pk}",
    ):
        assert desk.get(address).status_code == 404
        assert desk.post(address, {"pattern": "case", "card": [lesson.cards[0].id]}).status_code == 404
    assert lesson.title not in desk.get(reverse("take-cards", args=[other.pk])).text.replace(other.title, "")


def _own_course_of(user: User):
    from_team = user.groups.filter(team__course_key__isnull=False).get().team.course_key
    return builders.CoursePage.objects.get(translation_key=from_team)


def test_copied_lesson_shares_no_id_and_its_quiz_names_its_own_cards(module, lesson, wei):
    builders.a_quiz(lesson, [builders.a_question("single", explains=lesson.cards[1].id)])
    copy = lesson.copy(to=module, update_attrs={"slug": "copy", "title": "抄来的"}, keep_live=False, recursive=True)
    renew_ids(copy=copy, user=wei)
    cards = latest_cards(LessonPage.objects.get(pk=copy.pk))
    assert words_in(cards) == words_in(latest_cards(lesson))
    assert not ids_in(cards) & ids_in(latest_cards(lesson))
    quiz = QuizPage.objects.child_of(copy).get().get_latest_revision_as_object()
    assert quiz.questions.raw_data[0]["value"]["explains"] == cards[1]["id"]


def test_wagtails_own_copy_gives_new_ids(module, lesson, wei):
    new = {"new_title": "抄来的", "new_slug": "copy", "new_parent_page": module.pk}
    at_desk(wei).post(reverse("wagtailadmin_pages:copy", args=[lesson.pk]), new)
    copy = LessonPage.objects.get(slug="copy")
    assert not ids_in(latest_cards(copy)) & ids_in(latest_cards(lesson))


def test_choice_of_lessons_costs_no_more_for_more_of_them(module, lesson, wei):
    desk, address, asked = at_desk(wei), reverse("take-cards", args=[lesson.pk]), []
    desk.get(address)
    for number in range(2):
        builders.a_lesson(module, slug=f"more-{number}")
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(address).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_raw_of_a_pattern_is_what_the_field_takes(module, wei):
    lesson = begin_lesson(module=module, pattern=PATTERNS[0], user=wei)
    assert json.loads(json.dumps(lesson.cards.get_prep_value())) == latest_cards(lesson)


def test_new_lesson_from_home_has_its_name_and_stands_where_she_said(module, wei):
    other = builders.a_module(CoursePage.objects.get(), slug="selling")
    desk = at_desk(wei)
    assert reverse("new-lesson") in desk.get("/cms/").text
    assert desk.get(reverse("new-lesson")).text.count('name="module"') == 2
    desk.post(reverse("new-lesson"), {"title": " 晒辣椒 ", "module": other.pk, "pattern": "three"})
    lesson = LessonPage.objects.child_of(other).get()
    assert (lesson.title, lesson.short_title, lesson.live, len(latest_cards(lesson))) == ("晒辣椒", "晒辣椒", False, 3)


@pytest.mark.parametrize("sent", [{}, {"pattern": "none"}, {"pattern": "three", "module": "0"}, {"module": "x" * 30}])
def test_new_lesson_without_place_or_pattern_is_asked_again(module, wei, sent):
    builders.a_module(CoursePage.objects.get(), slug="selling")
    reply = at_desk(wei).post(reverse("new-lesson"), {"title": "晒辣椒\0" * 40, **sent})
    assert (reply.status_code, LessonPage.objects.count()) == (200, 0)


def test_who_writes_nowhere_begins_nothing_and_nobody_begins_elsewhere(module, stranger):
    here = {"title": "我的", "module": module.pk, "pattern": "three"}
    for person in (stranger, made_trainer(User.objects.create_user("luo"), role=Role.TRANSLATOR)):
        desk = at_desk(person)
        assert desk.post(reverse("new-lesson"), here).status_code == 404
        assert reverse("new-lesson") not in desk.get("/cms/").text


def test_published_lesson_leads_on_to_its_quiz_and_its_voice(lesson, wei, course):
    editor = made_trainer(User.objects.create_user("luo"), course, role=Role.EDITOR)
    add = reverse("wagtailadmin_pages:add", args=["quizzes", "quizpage", lesson.pk])
    record = f"{reverse('recording-voices')}?lesson={lesson.translation_key}"
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    shown = at_desk(wei).get(edit).text
    assert add in shown
    assert record in shown
    shown = at_desk(editor).get(edit).text
    assert add in shown
    assert record not in shown
    quiz = builders.a_quiz(lesson)
    shown = at_desk(wei).get(edit).text
    assert add not in shown
    assert reverse("wagtailadmin_pages:edit", args=[quiz.pk]) in shown


def test_whoever_asks_for_a_second_quiz_is_led_to_the_one_that_is_there(lesson, wei, stranger):
    quiz = builders.a_quiz(lesson)
    addresses = [
        reverse("wagtailadmin_pages:add", args=["quizzes", "quizpage", lesson.pk]),
        reverse("wagtailadmin_pages:add_subpage", args=[lesson.pk]),
    ]
    desk, it = at_desk(wei, "en"), reverse("wagtailadmin_pages:edit", args=[quiz.pk])
    for address in addresses:
        shown = desk.get(address, follow=True)
        assert (shown.redirect_chain, "Here it is" in shown.text) == ([(it, 302)], True)
        assert at_desk(stranger).get(address).status_code == 404
    assert "Somebody made its quiz" in desk.post(addresses[0], {"title": "另一个"}, follow=True).text
    desk.post(reverse("wagtailadmin_pages:delete", args=[quiz.pk]))
    assert desk.get(addresses[0]).status_code == 200


def test_form_that_is_sent_twice_makes_one_lesson_and_a_new_form_another(module, wei):
    desk, address = at_desk(wei), reverse("begin-lesson", args=[module.pk])
    keys = [re.search(r'name="key" value="([^"]+)"', desk.get(address).text)[1] for _form in range(2)]
    sent = {"pattern": "three", "title": "晒辣椒"}
    first, again, other = (desk.post(address, {**sent, "key": key})["Location"] for key in (keys[0], *keys))
    assert (first == again, first == other, LessonPage.objects.count()) == (True, False, 2)


def test_key_of_somebody_elses_lesson_leads_to_a_lesson_of_her_own(module, lesson, wei):
    sent = {"pattern": "three", "key": str(lesson.translation_key)}
    reply = at_desk(wei).post(reverse("begin-lesson", args=[module.pk]), sent)
    made = LessonPage.objects.get(owner=wei)
    assert reply["Location"] == reverse("wagtailadmin_pages:edit", args=[made.pk])
    assert made.translation_key != lesson.translation_key


def test_title_keeps_nothing_that_nobody_sees(module, wei):
    sent = {"pattern": "three", "title": "\u202e晒\x1b辣椒\n ", "key": "none"}
    at_desk(wei).post(reverse("begin-lesson", args=[module.pk]), sent)
    assert LessonPage.objects.get(owner=wei).title == "晒 辣椒"
