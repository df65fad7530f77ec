"""A language is switched on, used, and off again; nothing is deleted, and nobody but an administrator does it."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from courses.models import HomePage, LessonPage
from courses.translating.languages import candidates, switch_off, switch_on
from media.models import Recording, Track
from tests import builders
from tests.courses.translating.desk import published
from tests.staff import at_desk, made_trainer
from trainees.models import User

CHINESE_LESSON = "/zh-hans/village-shop/packing/oranges/"
BOUYEI_LESSON = "/pcc/village-shop/packing/oranges/"


@pytest.fixture
def lesson(db) -> LessonPage:
    module = published(builders.a_module(published(builders.a_course(published(builders.a_home())))))
    return published(builders.a_lesson(module, cards=2))


def is_on(code: str) -> bool:
    return next(one.is_on for one in candidates() if one.code == code)


def offered() -> str:
    return Client().get("/").content.decode()


def body(address: str) -> str:
    return Client().get(address).content.decode()


def test_it_is_offered_at_once_and_says_what_is_chinese(lesson):
    assert 'data-language="pcc"' not in offered()
    switch_on(code="pcc")
    assert 'data-language="pcc"' in offered()
    page = body(BOUYEI_LESSON)
    assert 'class="note"' in page
    assert 'lang="zh-hans"' in page
    assert "第1张" in page
    assert 'href="/pcc/village-shop/packing/oranges/"' in body("/pcc/")


def test_the_page_tree_stays_whole_and_the_next_course_stands_there_too(lesson):
    switch_on(code="pcc")
    assert not any(Page.find_problems())
    builders.a_course(HomePage.objects.get(locale__language_code="zh-hans"), "next")
    switch_on(code="pcc")
    home = HomePage.objects.get(locale__language_code="pcc")
    assert [course.slug for course in home.get_children()] == ["village-shop", "next"]
    assert not any(Page.find_problems())


def test_switched_on_again_it_mends_a_wrong_count_of_what_stands_below(lesson):
    switch_on(code="pcc")
    Page.objects.filter(locale__language_code="pcc", depth=2).update(numchild=0)
    builders.a_course(HomePage.objects.get(locale__language_code="zh-hans"), "next")
    switch_on(code="pcc")
    assert not any(Page.find_problems())


@pytest.mark.hard
def test_twice_is_once_and_stopped_on_the_way_goes_on(lesson):
    switch_on(code="pcc")
    pages = set(Page.objects.values_list("pk", flat=True))
    switch_on(code="pcc")
    assert set(Page.objects.values_list("pk", flat=True)) == pages
    LessonPage.objects.get(locale__language_code="pcc").delete()
    HomePage.objects.get(locale__language_code="pcc").unpublish()
    switch_on(code="pcc")
    assert LessonPage.objects.get(locale__language_code="pcc").alias_of_id == lesson.pk


@pytest.mark.hard
def test_what_is_published_later_stands_there_too(lesson):
    switch_on(code="pcc")
    lesson.title = "又一课"
    published(lesson)
    assert "又一课" in body("/pcc/village-shop/")


def test_switched_off_it_is_offered_to_nobody_and_nothing_is_deleted(lesson):
    switch_on(code="pcc")
    pages = Page.objects.count()
    switch_off(code="pcc")
    assert not is_on("pcc")
    assert 'data-language="pcc"' not in offered()
    assert Page.objects.count() == pages
    assert "第1张" in body(CHINESE_LESSON)
    assert "第1张" in body(BOUYEI_LESSON)  # an address that somebody kept
    switch_on(code="pcc")
    assert is_on("pcc")
    assert 'class="note"' in body(BOUYEI_LESSON)


@pytest.mark.hard
def test_the_chinese_first_page_published_again_switches_nothing_on(lesson):
    switch_on(code="pcc")
    switch_off(code="pcc")
    published(HomePage.objects.get(locale__language_code="zh-hans"))
    assert not is_on("pcc")


@pytest.mark.hard
@pytest.mark.parametrize("code", ["zh-hans", "fr", "", "../en"])
def test_what_is_no_candidate_is_refused(lesson, code):
    with pytest.raises(ValidationError):
        switch_on(code=code)
    with pytest.raises(ValidationError):
        switch_off(code=code)
    assert not Locale.objects.filter(language_code="fr").exists()
    assert HomePage.objects.get(locale__language_code="zh-hans").live


def test_administrators_do_it_with_a_button_and_nobody_else(lesson):
    page = reverse("languages")
    trainer = at_desk(made_trainer(User.objects.create_user("wei")))
    assert trainer.post(page, {"on": "pcc"}).status_code == 404
    administrator = at_desk(User.objects.create_superuser("admin"))
    for name, expected in (("on", True), ("on", True), ("off", False), ("off", False)):
        assert administrator.post(page, {name: "pcc"}).status_code == 302
        assert is_on("pcc") is expected
    assert "布依语" in administrator.get(page).content.decode()


@pytest.mark.hard
def test_a_voice_without_text_needs_no_language_to_be_switched_on(lesson):
    """She reads Chinese and hears Bouyei: a track is no locale."""
    track = Track.objects.create(language="hmc", variety="摆金", name="苗话")
    for subject in ("phrase:voice", f"card:{lesson.cards[0].id}"):
        Recording.objects.create(
            track=track, subject=subject, name="recordings/a.mp3", mime="audio/mpeg", bytes=9, seconds=1
        )
    page = body(CHINESE_LESSON)
    assert f'data-say="card:{lesson.cards[0].id}"' in page
    assert "recordings/a.mp3" in page
    assert "苗话" in body("/zh-hans/display/")
    assert 'data-language="hmc"' not in offered()
    assert not Locale.objects.filter(language_code="hmc").exists()
