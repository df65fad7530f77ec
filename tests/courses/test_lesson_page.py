import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders


@pytest.fixture
def module(course):
    return builders.a_module(course)


@pytest.mark.parametrize("cards", [2, 12])
def test_twenty_queries_whatever_the_number_of_cards(client, module, cards, django_assert_max_num_queries):
    lesson = builders.a_lesson(module, cards=cards)
    with django_assert_max_num_queries(20):
        response = client.get(f"{lesson.url}?render=1")
    assert response.text.count('class="step"') == cards


def test_back_and_next_are_links_to_the_cards(client, module):
    page = client.get(builders.a_lesson(module).url).text
    ids = re.findall(r'<section class="step" id="([^"]+)"', page)
    assert f'<a class="foot__main" href="#{ids[1]}"' in page
    assert f'<a class="foot__back" href="#{ids[0]}"' in page


def test_no_picture_is_fetched_before_a_script_can_spare_it(client, module):
    page = client.get(builders.a_lesson(module, cards=4).url).text
    assert len(re.findall(r'<img[^>]*cloth__picture[^>]*loading="lazy"', page)) == 4


def test_unchecked_lesson_says_so(client, module):
    assert "还没有人核对" in client.get(builders.a_lesson(module).url).text


def test_checked_lesson_names_who_and_when(client, module):
    lesson = builders.a_lesson(module)
    lesson.checked_by, lesson.checked_on = "县市场监管局", "2026-11-02"
    lesson.save()
    page = client.get(lesson.url).text
    assert "县市场监管局" in page
    assert "2026年11月2日" in page


def test_title_with_markup_is_text(client, module):
    lesson = builders.a_lesson(module, title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get(lesson.url).text


def test_title_of_ten_thousand_characters_is_refused(module):
    lesson = builders.a_lesson(module)
    lesson.title = "长" * 10_000
    with pytest.raises(ValidationError, match="255"):
        lesson.full_clean()


def test_address_of_a_script_in_a_text_is_no_link(client, module):
    lesson = builders.a_lesson(module, title="javascript:alert(1)")
    assert 'href="javascript' not in client.get(lesson.url).text


def test_page_holds_no_form_that_writes(client, module):
    page = client.get(builders.a_lesson(module).url).text
    assert "csrf" not in page
    assert 'method="post"' not in page.lower()


def test_deleted_lesson_answers_404(client, module):
    lesson = builders.a_lesson(module)
    lesson.delete()
    assert client.get(lesson.url).status_code == 404


def test_unknown_language_is_404(client, module):
    url = builders.a_lesson(module).url
    assert client.get(url.replace("/zh-hans/", "/xx/"), follow=True).status_code == 404


def last_card(client, lesson) -> str:
    return client.get(f"{lesson.url}?render=1").text.rpartition('<section class="step"')[2]


def test_last_card_offers_the_quiz_and_to_have_finished(client, module):
    lesson = builders.a_lesson(module)
    quiz = builders.a_quiz(lesson)
    card = last_card(client, lesson)
    assert f'<a class="foot__main" href="{quiz.url}"' in card
    assert f'<a class="button" href="/learn/lesson/{lesson.translation_key}/finished/?in=zh-hans"' in card


def test_last_card_without_a_quiz_offers_to_have_finished(client, module):
    lesson = builders.a_lesson(module)
    card = last_card(client, lesson)
    assert f'<a class="foot__main" href="/learn/lesson/{lesson.translation_key}/finished/?in=zh-hans"' in card
    assert "开始小测验" not in card


def test_quiz_that_is_not_live_is_not_offered(client, module):
    lesson = builders.a_lesson(module)
    builders.a_quiz(lesson).unpublish()
    assert "开始小测验" not in last_card(client, lesson)


def test_last_card_leads_to_the_next_lesson_too(client, module):
    lesson, after = builders.a_lesson(module), builders.a_lesson(module, slug="after")
    assert f'href="{after.url}"' in last_card(client, lesson)
    assert f'href="{module.get_parent().url}"' in last_card(client, after)


def test_quiz_costs_the_lesson_no_query(client, module):
    lesson = builders.a_lesson(module)
    with CaptureQueriesContext(connection) as without:
        last_card(client, lesson)
    builders.a_quiz(lesson)
    with CaptureQueriesContext(connection) as with_quiz:
        last_card(client, lesson)
    assert len(with_quiz) <= len(without)
