"""A question among the cards of a lesson: it teaches, with and without a script, and counts for nothing."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from courses.blocks import CHECKS
from foundation.hanzi import bigrams
from media.services import find_or_make_track, keep_recording
from tests import builders
from tests.tones import FOLDER

BLOCKS = dict(CHECKS)


@pytest.fixture
def module(course):
    return builders.a_module(course)


def page_of(client, lesson) -> BeautifulSoup:
    return BeautifulSoup(client.get(lesson.url).content, "html.parser")


def scripts(page: BeautifulSoup) -> list[str]:
    return [script["src"] for script in page.find_all("script", src=True) if "check" in script["src"]]


def test_only_a_lesson_that_asks_carries_the_script(client, module):
    asking = builders.a_lesson(module, more=[builders.a_check()])
    telling = builders.a_lesson(module, slug="telling")
    assert len(scripts(page_of(client, asking))) == 1
    assert scripts(page_of(client, telling)) == []


@pytest.mark.parametrize("kind", ["single", "multiple", "truefalse"])
def test_answer_and_reasons_are_found_without_a_script(client, module, kind):
    check = builders.a_check(kind)
    answer = page_of(client, builders.a_lesson(module, more=[check])).find(id=check["id"]).details
    assert not answer.has_attr("open")
    assert "湿橙子装箱，容易发霉。" in answer.get_text()
    right = {"single": "晾干再装", "multiple": "套网", "truefalse": "是这样"}[kind]
    assert right in answer.get_text()


def test_who_chose_wrongly_finds_why(client, module):
    check = builders.a_check()
    wrong = check["value"]["options"][1]
    answer = page_of(client, builders.a_lesson(module, more=[check])).find(id=check["id"]).details
    assert answer.find(attrs={"data-why": wrong["id"]}).get_text() == "这样会坏。"
    assert answer["data-right"].split() == [check["value"]["options"][0]["id"]]


def test_page_that_everybody_shares_has_no_form(client, module):
    assert page_of(client, builders.a_lesson(module, more=[builders.a_check()])).form is None


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_strange_words_are_words(client, module, text):
    check = builders.a_check(prompt=text, explanation=text, options=[builders.an_option(text, right=True)])
    page = client.get(builders.a_lesson(module, more=[check]).url).text
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page


def test_everything_asked_and_answered_can_be_recorded(client, module):
    check = builders.a_check()
    lesson = builders.a_lesson(module, more=[check])
    wrong = check["value"]["options"][1]["id"]
    subjects = [f"question:{check['id']}", f"option:{check['id']}:{wrong}", f"why:{check['id']}:{wrong}"]
    track = find_or_make_track(language="pcc", variety="好花红")
    for subject in subjects:
        keep_recording(track=track, subject=subject, words="", content=(FOLDER / "high.mp3").read_bytes())
    listed = json.loads(page_of(client, lesson).find(id="recordings").string)
    assert set(listed["said"]) == set(subjects)


def test_search_finds_what_is_asked(module):
    lesson = builders.a_lesson(module, more=[builders.a_check(prompt="网套要不要买？")])
    assert set(bigrams("网套要不要买").split()) <= set(lesson.search_text().split())


def test_check_with_two_right_answers_is_refused_where_one_can_be_chosen():
    block = BLOCKS["check_single"]
    two = builders.a_check(options=[builders.an_option(text, right=True) for text in ("晾", "吹")])
    with pytest.raises(ValidationError):
        block.clean(block.to_python(two["value"]))


@pytest.mark.parametrize("silent", ["explanation", "feedback"])
def test_check_without_its_reasons_is_refused(silent):
    """It is there to teach; the quiz of a lesson may lack them."""
    block, value = BLOCKS["check_single"], builders.a_check()["value"]
    (value if silent == "explanation" else value["options"][1]["value"])[silent] = ""
    with pytest.raises(ValidationError):
        block.clean(block.to_python(value))


@pytest.mark.parametrize("kind", [name for name, _ in CHECKS])
def test_check_names_no_card_that_explains_it(kind):
    assert "explains" not in BLOCKS[kind].child_blocks


def test_yes_and_no_are_in_the_language_of_the_lesson(module):
    check = builders.a_check("truefalse")
    lesson = builders.a_lesson(module, more=[check])
    with override("en"):
        asked = lesson.cards[-1].value.asked(check["id"], "zh-hans")
    assert [option.text for option in asked.question.options] == ["是这样", "不是这样"]


def test_translated_check_keeps_its_ids_and_its_key(module):
    check = builders.a_check()
    lesson = builders.a_lesson(module, more=[check])
    english = Locale.objects.get_or_create(language_code="en")[0]
    for above in (module.get_parent(), module):
        above.copy_for_translation(english, copy_parents=True)
    source, _made = TranslationSource.update_or_create_from_instance(lesson)
    Translation.objects.create(source=source, target_locale=english).save_target(publish=True)
    translated = lesson.get_translation(english).cards[-1]
    ids = [option["id"] for option in check["value"]["options"]]
    asked = translated.value.asked(translated.id, "en")
    assert (translated.id, [option.id for option in asked.question.options]) == (check["id"], ids)
    assert asked.right_ids == (ids[0],)
