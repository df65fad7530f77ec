"""A translation that is begun changes nothing for readers, and what changes in the source waits to be translated."""

import json
import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from courses.models import LessonPage, Role
from courses.translating.beginning import begin_translation, follow_source
from courses.translating.standing import State
from tests import builders
from tests.courses.translating.desk import published, standing_of, whole_in
from tests.staff import at_desk, made_trainer
from trainees.models import User

NOTE = "This lesson is not translated yet"


@pytest.fixture
def translator(lesson) -> Client:
    return at_desk(made_trainer(User.objects.create_user("luo"), role=Role.TRANSLATOR))


@pytest.fixture
def trainer(lesson) -> Client:
    return at_desk(made_trainer(User.objects.create_user("wei")))


def submit(page: Page, locale: Locale, client: Client, **more: str):
    return client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": locale.pk, **more}
    )


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_readers_go_on_seeing_the_source_with_its_note(lesson, seen, english, translator):
    assert submit(lesson, english, translator)["Location"] == edit(seen)
    page = Client().get(seen.url).content.decode()
    assert NOTE in page
    assert 'lang="zh-hans"' in page
    assert LessonPage.objects.get(pk=seen.pk).alias_of_id == lesson.pk


@pytest.mark.hard
def test_it_is_written_side_by_side_meanwhile(lesson, seen, english, translator):
    submit(lesson, english, translator)
    page = translator.get(edit(seen)).text
    assert "js-translation-editor" in page
    told = json.loads(re.search(r'id="translator-words"[^>]*>(.*?)</script>', page)[1])
    assert told["drawn"]["简体中文 to English translation"] == "从简体中文译成English"
    assert told["missing"]["Applying editor lock"] == "正在锁上编辑页"
    assert told["instead"] == {"Publish in ": "发布译文："}


@pytest.mark.hard
def test_begun_twice_is_begun_once(lesson, seen, english):
    first, second = (begin_translation(page=lesson, locale=english) for _ in range(2))
    assert first == second
    assert Translation.objects.count() == 1


def test_without_the_page_above_it_is_refused_by_name(lesson, seen, english, translator):
    seen.get_parent().specific.delete()
    reply = submit(lesson, english, translator)
    assert "“包好，寄好”" in reply.content.decode()
    assert not Page.objects.filter(locale=english, depth__gt=3).exists()
    with pytest.raises(ValidationError, match="包好，寄好"):
        begin_translation(page=lesson, locale=english)


@pytest.mark.hard
def test_a_page_that_is_not_there_becomes_a_draft(lesson, seen, english):
    seen.delete()
    begin_translation(page=lesson, locale=english)
    assert not LessonPage.objects.get(translation_key=lesson.translation_key, locale=english).live


@pytest.mark.hard
def test_everything_below_is_begun_with_it(lesson, course, english, trainer):
    submit(course, english, trainer, include_subtree="on")
    assert {one.state for one in (standing_of(page, english) for page in (course, lesson))} == {State.BEGUN}
    assert Translation.objects.count() == 4


@pytest.mark.hard
def test_another_teams_page_is_not_there(lesson, english):
    stranger = at_desk(
        made_trainer(User.objects.create_user("deng"), builders.a_course(lesson.course.get_parent(), "x"))
    )
    assert submit(lesson, english, stranger).status_code == 404


def test_what_is_not_whole_is_not_published(lesson, seen, english, trainer, django_capture_on_commit_callbacks):
    begin_translation(page=lesson, locale=english)
    with django_capture_on_commit_callbacks(execute=True):
        reply = trainer.post(edit(seen), {"action": "publish"}, follow=True)
    assert "句没有翻译" in reply.content.decode()
    assert LessonPage.objects.get(pk=seen.pk).alias_of_id == lesson.pk


def test_before_its_source_it_is_not_published(
    lesson, seen, course, english, trainer, django_capture_on_commit_callbacks
):
    whole_in(course, english)
    LessonPage.objects.filter(pk=lesson.pk).update(live=False)
    with django_capture_on_commit_callbacks(execute=True):
        reply = trainer.post(edit(seen), {"action": "publish"}, follow=True)
    assert "中文页还没有发布" in reply.content.decode()
    assert LessonPage.objects.get(pk=seen.pk).alias_of_id == lesson.pk


def test_whole_it_is_published_under_the_same_address(
    lesson, seen, course, english, trainer, django_capture_on_commit_callbacks
):
    whole_in(course, english)
    with django_capture_on_commit_callbacks(execute=True):
        trainer.post(edit(seen), {"action": "publish"})
    page = Client().get(seen.url).content.decode()
    assert "EN 第1张" in page
    assert NOTE not in page


def test_translator_is_not_offered_what_ends_in_a_refusal(lesson, seen, english, translator):
    begin_translation(page=lesson, locale=english)
    (told,) = re.findall(r'data-props="([^"]*)"', translator.get(edit(seen)).content.decode())
    props = json.loads(unescape(told))
    assert {segment["type"] for segment in props["segments"]} == {"string"}
    assert props["links"]["convertToAliasUrl"] is None
    source = TranslationSource.objects.get(object_id=lesson.translation_key)
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert "publish_translations" not in translator.get(update).content.decode()


@pytest.mark.hard
def test_nobody_is_offered_to_publish_every_language_with_one_tick(lesson, seen, english, trainer):
    source = begin_translation(page=lesson, locale=english).source
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert "publish_translations" not in trainer.get(update).content.decode()


def test_what_is_published_in_the_source_waits_to_be_translated(lesson, seen, english):
    begin_translation(page=lesson, locale=english)
    lesson.keep = "一张单子"
    published(lesson)
    assert StringSegment.objects.filter(source__object_id=lesson.translation_key, string__data="一张单子").exists()


@pytest.mark.hard
def test_published_again_as_it_was_changes_nothing(lesson, seen, english):
    source = begin_translation(page=lesson, locale=english).source
    published(lesson)
    assert TranslationSource.objects.get(pk=source.pk).last_updated_at == source.last_updated_at
    assert follow_source(page=LessonPage.objects.get(pk=lesson.pk)) is False


def test_a_task_from_before_there_were_examples_is_translated_too(course, english):
    """Its picture is not in what was stored; wagtail-localize stops at that."""
    value = {
        "picture": {"image": None, "decorative": None, "alt_text": None},
        **{"title": "拍", "text": "拍一张照。", "criteria": ["亮", "近", "稳", "净"], "no_phone": "画一画。"},
    }
    lesson = builders.a_lesson(
        builders.a_module(course), cards=0, more=[{"type": "task", "id": "a" * 8, "value": value}]
    )
    begun = TranslationSource.get_or_create_from_instance(lesson)[0]
    assert begun.stringsegment_set.filter(string__data="拍一张照。").exists()


def test_an_address_in_chinese_stays_what_it_is(lesson, seen, course, english, django_capture_on_commit_callbacks):
    lesson.slug = "打包-鲜果"
    published(lesson)
    whole_in(course, english)
    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(source__object_id=lesson.translation_key).save_target(publish=True)
    assert LessonPage.objects.get(pk=seen.pk).slug == "打包-鲜果"
    assert "EN 第1张" in Client().get("/en/village-shop/packing/打包-鲜果/").content.decode()
