"""A lesson on one sheet: everything that is said, one side of paper, and a code once it can be opened."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import Browser

import portal
from courses.models import LessonPage, Role
from media.models import Picture
from portal.views.printing import PrintedCard, size_for
from tests.builders import a_course, a_lesson, a_module, a_task, an_item
from tests.staff import at_desk, made_trainer
from trainees.models import User
from trainees.square_codes import square_code

CSS = Path(portal.__file__).parent / "static" / "printing" / "lesson.css"
MILLIMETRE = 96 / 25.4  # in pixels as browsers count
A4_HEIGHT, MARGINS = 297 * MILLIMETRE, 20 * MILLIMETRE


@pytest.fixture
def lesson(db) -> LessonPage:
    return a_lesson(a_module(a_course()), cards=3)


@pytest.fixture
def wei(lesson) -> Client:
    return at_desk(made_trainer(User.objects.create_user("wei")))


def printed(client: Client, lesson: LessonPage) -> str:
    reply = client.get(f"/cms/lessons/{lesson.pk}/print/")
    assert reply.status_code == 200
    assert "no-store" in reply["Cache-Control"]
    return reply.content.decode()


def test_everything_that_is_said_stands_on_the_sheet_once(wei, lesson):
    sheet = printed(wei, lesson)
    for card in lesson.cards:
        assert len(re.findall(f"<h2>.*{card.value['title']}</h2>", sheet)) == 1
    assert sheet.count("湿橙子装箱，容易发霉。") == 3
    assert sheet.count('class="is-drawn"') == 3


def test_what_can_be_ticked_has_a_box_and_its_mark_in_one_line(wei, lesson):
    items = [an_item({"mark": mark, "text": text}) for mark, text in (("扫", "对准码"), ("拍", "两手端平"))]
    listed = {"type": "checklist", "value": {"title": "四招卡", "note": "", "items": items}}
    lesson.cards = [*lesson.cards.get_prep_value(), listed, a_task(criteria=[an_item(sign) for sign in "甲乙丙丁"])]
    lesson.save_revision()
    sheet = printed(wei, lesson)
    assert all(f"<p>□ {line}</p>" in sheet for line in ("扫　对准码", "拍　两手端平", "甲", "丁"))
    assert "<p>扫</p>" not in sheet


def test_the_code_leads_to_the_lesson_and_a_draft_has_none(wei, lesson):
    assert "<svg" in printed(wei, lesson)
    assert lesson.get_url() in printed(wei, lesson)
    lesson.unpublish()
    sheet = printed(wei, lesson)
    assert "<svg" not in sheet
    assert "还没发布" in sheet


def test_what_was_kept_last_is_printed(wei, lesson):
    lesson.title = "新的题目"
    lesson.save_revision()
    assert "<h1>新的题目</h1>" in printed(wei, lesson)


def test_another_teams_lesson_is_not_there(lesson):
    other = a_course(lesson.course.get_parent().specific, slug="other")
    deng = at_desk(made_trainer(User.objects.create_user("deng"), other))
    assert deng.get(f"/cms/lessons/{lesson.pk}/print/").status_code == 404
    luo = at_desk(made_trainer(User.objects.create_user("luo"), lesson.course, role=Role.NARRATOR))
    assert luo.get(f"/cms/lessons/{lesson.pk}/print/").status_code == 200


def test_what_a_picture_shows_is_seen_and_not_said_again(wei, lesson):
    assert "橙子铺开在竹席上" not in printed(wei, lesson)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_ten_full_cards_fit_on_one_side(browser: Browser, times: int):
    """Without the database: its connection and Playwright's loop do not go together."""
    lines = ["选红透的辣椒，一串一串挂好。", "挂在屋檐下，不要淋雨。", "晒七天，摸着脆就好了。"] * times
    picture = Picture(file="drawings/orange.svg", width=328, height=208, collection_id=1)
    cards = [PrintedCard(f"第{number}张卡片", lines, picture) for number in range(10)]
    lesson = SimpleNamespace(title="辣椒串：选、串、挂、晒", summary="会把一串辣椒晒到脆。", keep="一串晒好的辣椒")
    address = "http://village.example/zh-hans/course/drying/peppers/"
    told = {
        "lesson": lesson,
        "cards": cards,
        "size": size_for(cards),
        "address": address,
        "drawn": square_code(address),
    }
    sheet = render_to_string("portal/printed_lesson.html", told)
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.set_content(re.sub(r"<link[^>]*>", f"<style>{CSS.read_text()}</style>", sheet))
    assert page.evaluate("document.querySelector('.sheet').scrollHeight") <= A4_HEIGHT - MARGINS
    assert page.locator(".sheet__code svg").bounding_box()["width"] >= 25 * MILLIMETRE
    page.close()
