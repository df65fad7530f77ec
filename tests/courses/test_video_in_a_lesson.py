"""A video among the cards: its poster and words at once, itself only by a tap, and each way with its weight."""

import re

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.blocks import StreamBlock
from wagtail_localize.models import TranslationSource

from courses.blocks import CARDS
from courses.desk.lacking import lacks_of
from courses.desk.selectors import written_lessons
from courses.models import LessonPage
from courses.search import find_lessons
from media.models import Video
from portal.packs.files import is_film
from portal.script_bundles import bundled
from tests.builders import a_course, a_home, a_lesson, a_module
from tests.courses.carrying.counties import translated
from tests.films import a_video, a_video_card
from tests.staff import at_desk, made_trainer
from trainees.models import User

pytestmark = pytest.mark.django_db
KINDS = StreamBlock(CARDS)


def shown(video: Video | None) -> str:
    block = KINDS.child_blocks["video"]
    value = block.to_python(a_video_card(video)["value"])
    return render_to_string(block.meta.template, {"value": value, "card_id": "c1", "position": 1, "total": 3})


@pytest.fixture
def lesson() -> LessonPage:
    return a_lesson(a_module(a_course()), cards=1, more=[a_video_card(a_video())])


def test_ways_stand_with_their_weight_and_nothing_is_loaded_by_itself():
    with override("zh-hans"):
        html = shown(a_video())
    assert re.findall(r"<span>(小画面|大画面|只听声音) · ([\d.]+ MB)(?: · ([\d:]+))?</span>", html) == [
        ("小画面", "1.2 MB", "0:40"),
        ("大画面", "14 MB", ""),
        ("只听声音", "0.1 MB", ""),
    ]
    assert 'preload="none" playsinline webkit-playsinline x5-playsinline' in html
    assert "autoplay" not in html
    assert 'poster="' not in html  # a player's own poster is loaded at once, wherever on the page it stands
    assert 'loading="lazy"' in html


def test_captions_are_there_for_the_player():
    html = shown(a_video(captions={"zh-hans": {"name": "videos/c.vtt", "bytes": 90}}))
    assert '<track kind="captions" srclang="zh-Hans" label="简体中文" src="/uploads/videos/c.vtt">' in html


@pytest.mark.parametrize("state", ["waiting", "making", "failed"])
def test_until_it_is_ready_only_its_words_stand_there(state):
    html = shown(a_video(state=state))
    assert "先擦干" in html
    assert "<video" not in html
    assert "data-way" not in html


def test_video_that_is_gone_leaves_its_words():
    assert "再套网" in shown(None)


def test_only_a_lesson_with_a_video_pays_for_it(lesson, client: Client):
    with_one = client.get(lesson.url).content.decode()
    assert "phone/film.js" in with_one
    assert ".film__player" in with_one
    without = a_lesson(lesson.get_parent().specific, slug="plain", title="没有视频")
    assert "film" not in client.get(without.url).content.decode()
    assert len(bundled("phone/film.js")) < 2_500


def test_it_is_found_by_what_is_seen_in_it(lesson):
    lesson.save_revision().publish()
    assert [found.pk for found in find_lessons("套网", language_code="zh-hans")] == [lesson.pk]


def test_missing_captions_are_named(lesson):
    admin = User.objects.create_superuser("admin")
    [written] = written_lessons(admin)
    assert written.uncaptioned == {"zh-hans"}
    Video.objects.update(captions={"zh-hans": {"name": "videos/c.vtt", "bytes": 90}})
    [written] = written_lessons(admin)
    assert written.uncaptioned == set()
    written.uncaptioned = {"en", "zh-hans"}
    said = [lack.said for lack in lacks_of(written, languages={"en": "English"}, tracks={}) if lack.word == "captions"]
    assert said == ["视频没有字幕", "视频没有字幕（English）"]


def test_lesson_in_another_language_lacks_captions_in_that_language(lesson):
    Video.objects.update(captions={"zh-hans": {"name": "videos/c.vtt", "bytes": 90}})
    a_home("en")
    for page in (lesson.course, lesson.get_parent().specific, lesson):
        page.save_revision().publish()
        translated(page)
    [written] = written_lessons(User.objects.create_superuser("admin"))
    assert written.uncaptioned == {"en"}


def test_pack_holds_its_poster_and_not_itself():
    assert is_film("/uploads/videos/small.mp4")
    assert not is_film("/uploads/prepared/video-1/p.webp")


def test_three_videos_are_asked_for_at_once(lesson):
    three = KINDS.to_python([a_video_card(a_video()) for _number in range(3)])
    with CaptureQueriesContext(connection) as asked:
        three.render_as_block({"position": 1, "total": 3})
    assert len(asked) == 1


def test_sheet_of_paper_has_its_poster_and_words(lesson):
    lesson.save_revision()
    wei = at_desk(made_trainer(User.objects.create_user("wei")))
    html = wei.get(f"/cms/lessons/{lesson.pk}/print/").content.decode()
    assert 'src="/uploads/prepared/video-1/p.jpeg"' in html
    assert "<p>再套网。</p>" in html


def test_translation_keeps_the_video_and_has_words_of_its_own(lesson):
    a_home_in_english = a_home("en")
    for page in (lesson.course, lesson.get_parent().specific, lesson):
        page.save_revision().publish()
        english = translated(page)
    card = english.specific.cards[1]
    assert english.get_ancestors().filter(pk=a_home_in_english.pk).exists()
    assert card.value["video"] == Video.objects.get()
    assert (card.id, card.value["title"]) == (lesson.cards[1].id, "* 看我装一箱")
    assert card.value["text"] == "* 先擦干。\n* 再套网。"


def test_translator_is_asked_for_words_and_not_for_a_number(lesson):
    """Beside the sentences stood “which video: 1”, and nothing to be done about it."""
    source, _made = TranslationSource.update_or_create_from_instance(lesson)
    assert not [one for one in source.overridablesegment_set.all() if one.context.path.endswith(".video")]
