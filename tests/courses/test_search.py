import pytest

from courses.search import find_lessons
from tests import builders


@pytest.fixture
def bacon(course):
    lesson = builders.a_lesson(builders.a_module(course), title="农家腊肉包装")
    lesson.save_revision().publish()
    return lesson


@pytest.mark.parametrize("query", ["腊肉", "农家", "包装", "农家腊肉", "肉", "腊肉 包装", "湿橙子"])
def test_words_inside_a_run_are_found(bacon, query):
    assert find_lessons(query, language_code="zh-hans") == [bacon]


def test_reversed_word_is_not_found(bacon):
    assert find_lessons("肉腊", language_code="zh-hans") == []


def test_two_words_run_together_are_found_by_any(bacon):
    assert find_lessons("腊肉照片", language_code="zh-hans") == [bacon]


@pytest.mark.parametrize("query", ["", "   ", "，。！", "%", "' OR xx=xx --", "\x00"])
def test_odd_queries_find_nothing_and_break_nothing(bacon, query):
    assert find_lessons(query, language_code="zh-hans") == []


def test_other_language_is_not_searched(bacon):
    assert find_lessons("腊肉", language_code="en") == []


def test_unpublished_lesson_is_not_found(bacon):
    bacon.unpublish()
    assert find_lessons("腊肉", language_code="zh-hans") == []


def test_search_page_says_when_nothing_is_found(client, bacon):
    assert "没有找到" in client.get("/zh-hans/search/", {"q": "飞机"}).text


def test_search_page_finds(client, bacon):
    assert bacon.url in client.get("/zh-hans/search/", {"q": "腊肉"}).text
