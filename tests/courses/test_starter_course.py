"""The starter course as pages: loaded once, loaded again, and never over a trainer's work."""

import json

import pytest
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page
from wagtail_localize.synctree import create_aliases_for_new_page

from courses.blocks import CARDS
from courses.models import CoursePage, LessonPage, StarterRecord
from courses.starter import files
from courses.starter.load import load_starter_course
from media.models import Picture


def load():
    with TestCase.captureOnCommitCallbacks(execute=True):
        return load_starter_course()


@pytest.fixture
def course(starter_uploads, settings):
    """What one test changes is undone after it."""
    settings.MEDIA_ROOT, settings.PAGE_CACHE_DIR = starter_uploads, starter_uploads / "pages"
    with transaction.atomic():
        yield CoursePage.objects.get(locale__language_code="zh-hans")
        transaction.set_rollback(True)


def lesson(key="packfruit", language="zh-hans"):
    return LessonPage.objects.get(translation_key=files.stable_id(f"lesson:{key}"), locale__language_code=language)


def test_every_lesson_is_live_in_both_languages(course):
    for language in ("zh-hans", "en"):
        assert LessonPage.objects.live().filter(locale__language_code=language).count() == len(files.read_lessons())


def test_lessons_stand_in_the_order_of_the_files(course):
    wanted = [key for module in files.read_course()["modules"] for key in module["lessons"]]
    assert [page.slug for page in course.lessons] == [files.read_lessons()[key]["slug"] for key in wanted]


def test_languages_are_each_others_translation_with_the_same_address(course):
    for page in LessonPage.objects.filter(locale__language_code="zh-hans"):
        english = page.get_translation(Locale.objects.get(language_code="en"))
        assert english.url == page.url.replace("/zh-hans/", "/en/")
        assert english.alias_of_id is None


def test_cards_keep_their_ids_in_every_language(course):
    assert [card.id for card in lesson().cards] == [card.id for card in lesson(language="en").cards]


def test_no_chinese_is_left_on_an_english_lesson(course):
    for page in LessonPage.objects.filter(locale__language_code="en"):
        words = " ".join(card.value.words for card in page.cards).replace("¥", "")
        for sign in "，。！？：；":
            assert sign not in words, f"{page.slug}: {words}"


def test_every_card_that_tells_has_a_picture_with_words(course):
    for page in LessonPage.objects.all():
        for card in page.cards:
            if card.block_type.startswith("check_"):  # a question leaves the room to its answers
                continue
            names = [name for name in card.value if name == "picture" or name.endswith("_picture")]
            if card.block_type == "task" and card.value["example_picture"] is None:
                names.remove("example_picture")  # an example may be told in words alone
            words = [card.value[name].contextual_alt_text for name in names]
            assert words, f"{page.slug} {card.id}"
            assert all(words), f"{page.slug} {card.id}"


def test_every_lesson_has_a_cover_of_its_own(course):
    covers = [page.cover_id for page in LessonPage.objects.filter(locale__language_code="zh-hans")]
    assert None not in covers
    assert len(set(covers)) == len(covers)


def test_every_block_passes_its_own_checks(course):
    for page in LessonPage.objects.all():
        page.cards.stream_block.clean(page.cards)


def test_every_page_answers_in_every_language(course, client):
    for page in Page.objects.live().filter(depth__gt=1):
        assert client.get(page.get_url(), follow=True).status_code == 200, page.get_url()


def test_loading_again_changes_nothing(course):
    before = list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id", "translation_key"))
    report = load()
    assert (report.made, report.changed, report.left_alone) == ([], [], [])
    assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id", "translation_key")) == before


def test_page_that_a_trainer_edited_is_left_alone(course):
    page = lesson()
    page.title = "我们县自己的题目"
    page.save_revision().publish()
    StarterRecord.objects.filter(key__startswith="lesson:packfruit").update(digest="changed file")
    report = load()
    assert "lesson:packfruit" in report.left_alone
    assert lesson().title == "我们县自己的题目"


def test_draft_of_a_trainer_is_left_alone_too(course):
    page = lesson()
    page.title = "还没写好"
    page.save_revision()
    StarterRecord.objects.filter(key__startswith="lesson:packfruit").update(digest="changed file")
    assert "lesson:packfruit" in load().left_alone


def test_page_that_a_trainer_deleted_stays_deleted(course):
    lesson().delete()
    assert "lesson:packfruit" in load().left_alone
    key = files.stable_id("lesson:packfruit")
    assert not LessonPage.objects.filter(translation_key=key, locale__language_code="zh-hans").exists()


def test_changed_file_changes_the_page_and_keeps_its_ids(course):
    before = [card.id for card in lesson().cards]
    StarterRecord.objects.filter(key="lesson:packfruit:zh-hans").update(digest="older file")
    assert "lesson:packfruit" in load().changed
    assert [card.id for card in lesson().cards] == before


def test_path_lists_its_lessons_in_english_too(course, client):
    page = client.get("/en/village-shop/path/workshop/").text
    assert lesson("wages", "en").title in page.replace("&#x27;", "'")
    assert lesson("food2", "en").title not in page


def test_bacon_is_found_in_the_real_course(course, client):
    assert lesson("food1").url in client.get("/zh-hans/search/", {"q": "腊肉"}).text


def test_new_lesson_of_a_trainer_stands_in_the_english_list_at_once(course, client):
    module = lesson().get_parent().specific
    page = LessonPage(title="新的一课", short_title="新课", slug="new", cover=lesson().cover, cards=lesson().cards)
    page.locale = module.locale
    module.add_child(instance=page)
    create_aliases_for_new_page(page)
    listed = client.get("/en/?render=1").text
    assert "新的一课" in listed
    assert "not translated yet" in client.get("/en/village-shop/packing-and-sending/new/?render=1").text


def test_drawings_are_not_loaded_twice(course):
    before = Picture.objects.count()
    load()
    assert Picture.objects.count() == before


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_lesson_takes_more_than_twenty_queries(course, client, language):
    taken = {}
    for page in LessonPage.objects.filter(locale__language_code=language):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{page.url}?render=1").status_code == 200
        taken[page.slug] = len(captured)
    assert {slug: count for slug, count in taken.items() if count > 20} == {}


def test_lesson_with_every_kind_of_card_takes_one_query_a_kind_for_its_pictures_and_thirteen_more(course, client):
    every_card = [card for page in LessonPage.objects.filter(locale=course.locale) for card in page.cards.raw_data]
    page = lesson()
    kinds = {card["type"]: card for card in every_card}
    page.cards = json.dumps(list(kinds.values()))
    page.save()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"{page.url}?render=1").text.count('class="step"') == len(kinds)
    assert set(kinds) == {name for name, _block in CARDS} - {"video"}  # nobody has filmed for it yet
    assert len(captured) <= len(kinds) + 13
