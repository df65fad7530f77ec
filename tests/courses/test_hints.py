"""Hints while writing: said for what is so in the form, and silent for what is well written."""

import json
import re
from collections import ChainMap
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page

import courses
from courses.desk.hints import figures_of, words
from courses.models import LessonPage, Role
from tests.builders import a_card as a_card_of_words
from tests.builders import a_course, a_lesson, a_module
from tests.staff import at_desk, made_trainer
from trainees.models import User

SCRIPT = Path(courses.__file__).parent / "static" / "courses" / "admin" / "hints.js"
FORM = "fields => { %s; return window.writingHints.hintsOf(form).map(([word, number, field]) => `${word} ${number}`) }"
MAKE = """
    const form = document.createElement('form');
    for (const [name, value] of Object.entries(fields)) {
        const field = document.createElement(String(value).includes('\\n') ? 'textarea' : 'input');
        field.name = name;
        if (value === true) { field.type = 'checkbox'; field.checked = true; } else { field.value = value; }
        form.appendChild(field);
    }
"""


@pytest.fixture(scope="module")
def page(browser) -> Page:
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    return page


@pytest.mark.parametrize(("width", "opened"), [(1280, "preview"), (360, "")])
def test_preview_stands_beside_the_form_and_never_before_it(browser, width, opened):
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.route("**/*", lambda route: route.fulfill(body="<p>", content_type="text/html"))
    page.goto("http://editor.example/")
    page.add_script_tag(path=SCRIPT)
    assert page.evaluate("localStorage.getItem('wagtail:side-panel-open')") == opened
    page.close()


def hints(page: Page, fields: dict) -> list[str]:
    return page.evaluate(FORM % MAKE, fields)


def a_card(number: int, **changed: object) -> dict:
    card = {"value-text": "湿橙子装箱，容易发霉。", "value-picture-image": "7", "value-picture-alt_text": "橙子"}
    return {f"cards-{number}-{name}": value for name, value in {**card, **changed}.items()}


def a_question(*options: tuple[str, bool, str], prompt: str = "皮还湿，怎么办？", why: str = "会发霉。") -> dict:
    asked = {"questions-count": 1, "questions-0-value-prompt": prompt, "questions-0-value-explanation": why}
    asked["questions-0-value-options-count"] = len(options)
    for number, (text, right, feedback) in enumerate(options):
        at = f"questions-0-value-options-{number}-value"
        asked |= {f"{at}-text": text, f"{at}-feedback": feedback, **({f"{at}-right": True} if right else {})}
    return asked


GOOD = [("晾干再装", True, ""), ("马上装箱", False, "捂着会坏。"), ("擦擦就装", False, "里面还湿。")]


def test_nothing_is_said_of_what_is_well_written(page):
    assert hints(page, {"cards-count": 1, **a_card(0)}) == []
    assert hints(page, a_question(*GOOD)) == []
    assert hints(page, {"title": "别的页面"}) == []


def test_cards_are_looked_at_in_the_order_of_the_screen_without_those_taken_away(page):
    long = "选红透的辣椒，一个一个看，" * 4
    told = {**a_card(0, **{"order": 1, "value-text": long}), **a_card(1, order=0)}
    told |= a_card(2, **{"order": 2, "deleted": "1", "value-text": long})
    assert hints(page, {"cards-count": 3, **told}) == ["long 2"]


def test_a_fourth_line_is_told_of_before_the_card_is_no_longer_kept(page):
    three = "挑\n晾\n\n套"
    assert hints(page, {"cards-count": 1, **a_card(0, **{"value-text": three})}) == []
    assert hints(page, {"cards-count": 1, **a_card(0, **{"value-text": f"{three}\n塞"})}) == ["long 1"]


def test_a_picture_is_to_be_described_unless_it_is_decoration(page):
    plain = a_card(0, **{"value-picture-alt_text": " "})
    assert hints(page, {"cards-count": 1, **plain}) == ["undescribed 1"]
    assert hints(page, {"cards-count": 1, **plain, "cards-0-value-picture-decorative": True}) == []
    assert hints(page, {"cards-count": 1, **plain, "cards-0-value-picture-image": ""}) == []


@pytest.mark.parametrize(
    ("prompt", "denied"),
    [
        ("哪一样不能寄？", True),
        ("哪一个没有写产地？", True),
        ("Which one must not be sent?", True),
        ("皮还湿，能不能装箱？", False),
        ("这两箱有什么不同？", False),
        ("Which note is right?", False),
        ("怎样识别特别新鲜的橙子？未来别人也能分别吗？", False),
        ("产品标题一般不超过（　）个字，图片不少于几张，有什么不一样？", False),
        ("不管非常湿还是有点湿，先做什么？不过几天会怎样？", False),
        ("别人说，特别湿的别寄，对吗？", True),
    ],
)
def test_a_question_asks_what_is_so(page, prompt, denied):
    assert ("denied 1" in hints(page, a_question(*GOOD, prompt=prompt))) is denied


def test_a_right_answer_that_is_longest_by_far_gives_itself_away(page):
    long = ("先在阴凉处晾干再装箱", True, "")
    assert hints(page, a_question(long, *GOOD[1:])) == ["gives-away 1"]
    at = page.evaluate(FORM.replace("`${word} ${number}`", "field") % MAKE, a_question(GOOD[1], long, GOOD[2]))
    assert at == ["questions-0-value-options-1-value-text"]
    assert hints(page, a_question(GOOD[0], ("马上装进箱子里", False, "会坏。"))) == []


def test_reasons_are_asked_for_where_they_are_missing(page):
    assert hints(page, a_question(*GOOD, why="")) == ["no-reason 1"]
    assert hints(page, a_question(GOOD[0], ("马上装箱", False, ""), ("擦擦就装", False, ""))) == ["silent 1"]


def test_a_calculator_beside_a_question_to_try_is_too_much_for_an_old_phone(page):
    kinds = [a_card(0, type="card"), a_card(1, type="calculator"), a_card(2, type="check_single")]
    told = {name: value for card in kinds for name, value in card.items()}
    assert "both 2" in hints(page, {"cards-count": 3, **told})
    assert "both 2" not in hints(page, {"cards-count": 3, **told, "cards-2-deleted": "1"})


@pytest.mark.parametrize(("cards", "many"), [(11, []), (12, ["many 12"])])
def test_a_lesson_is_long_from_twelve_cards_on(page, cards, many):
    assert hints(page, {"cards-count": cards, **dict(ChainMap(*map(a_card, range(cards))))}) == many


@pytest.mark.parametrize(("state", "said"), [("saved", "Draft kept."), ("paused", "Not saved.")])
def test_refusal_says_that_the_draft_is_kept_only_when_it_is(browser, state, said):
    page = browser.new_page()
    page.set_content("<ul class=messages><li class=error>Not saved. <a>Where?</a></li></ul><i id=w-autosave-indicator>")
    page.add_script_tag(path=SCRIPT)
    page.evaluate("window.writingHints.sayThatDraftIsKept({ refused: 'Not saved.', kept: 'Draft kept.' })")
    page.evaluate("s => document.querySelector('i').setAttribute('data-w-autosave-state-value', s)", state)
    page.wait_for_timeout(50)
    assert page.text_content("li") == f"{said} Where?"


def test_every_hint_has_its_words():
    found = set(words()) - {"title", "add", "refused", "kept"}
    script = SCRIPT.read_text()
    assert found == {word for word in found if f"'{word}'" in script}


@pytest.fixture
def lesson(db) -> LessonPage:
    return a_lesson(a_module(a_course()), cards=2)


def test_figures_are_of_the_lesson_as_last_kept_and_for_its_team(lesson):
    assert re.match(r"上次保存的这一课：2[0-9] kB", figures_of(lesson)[0])
    own = at_desk(made_trainer(User.objects.create_user("luo"), role=Role.NARRATOR))
    assert own.get(f"/cms/lessons/{lesson.pk}/figures/").json() == {"said": figures_of(lesson)}
    other = a_course(lesson.course.get_parent().specific, slug="other")
    stranger = at_desk(made_trainer(User.objects.create_user("deng"), other))
    assert stranger.get(f"/cms/lessons/{lesson.pk}/figures/").status_code == 404


def test_figures_are_said_in_the_language_of_who_asks(lesson):
    desk = at_desk(made_trainer(User.objects.create_user("wei")), "en")
    assert desk.get(f"/cms/lessons/{lesson.pk}/figures/").json()["said"][0].startswith("As last kept")


def test_a_page_over_its_budget_is_told_to_its_author_and_only_then(lesson):
    assert not any("做成两课" in sentence for sentence in figures_of(lesson))
    chance = Random(5)  # words that cannot be made small
    words = ["".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _word in range(150)) for _card in range(40)]
    picture = lesson.cover
    lesson.cards = json.dumps([a_card_of_words("晾", text, picture=picture) for text in words])
    lesson.save_revision(clean=False)
    assert any("做成两课" in sentence for sentence in figures_of(lesson))
