"""The pages of tools: every language, without a script, with bad input, kept and shared like lessons."""

import re

import pytest
from django.utils.functional import Promise
from django.utils.translation import override

from courses.tools.packing import GOODS
from courses.tools.situations import MONEY_GONE, SITUATIONS
from courses.tools.spoken import phrases
from portal.page_cache import generation, store
from tests import builders

PAGES = ("", "price/", "packing/", "scam/")
HAN_OR_DIGIT = re.compile(r"[\u3400-\u9fff0-9A-Za-z]")


@pytest.fixture
def course(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        course = builders.a_course()
        course.save_revision().publish()
        builders.a_course(builders.a_home("en"))
    return course


def price(client, **typed: str) -> str:
    return client.get("/zh-hans/tools/price/", typed).text


def answer(page: str) -> str:
    """The words beside the answer and the answer."""
    said = re.search(r'data-is="said">(.*?)</span> <output[^>]*>(.*?)</output>', page)
    return re.sub("<[^>]+>", "", said[1]) + said[2]


def complaints(page: str) -> list[str]:
    return [words for words in re.findall(r'<p class="reckon__problem"[^>]*>(.*?)</p>', page) if words]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("folder", "lang"), [("/zh-hans/", "zh-Hans"), ("/en/", "en")])
def test_every_page_speaks_its_language(client, course, folder, lang, page):
    response = client.get(f"{folder}tools/{page}")
    assert f'<html lang="{lang}">' in response.text
    assert response.text.count('class="foot__main"') == 1


@pytest.mark.parametrize("page", PAGES)
def test_page_is_kept_for_everybody(client, course, page, django_assert_num_queries):
    first = client.get(f"/zh-hans/tools/{page}")
    assert store.get(generation.current(), "testserver", f"/zh-hans/tools/{page}")
    with django_assert_num_queries(0):
        again = client.get(f"/zh-hans/tools/{page}", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("page", PAGES)
def test_page_asks_for_the_drawings_and_its_lesson_only(client, course, page, django_assert_max_num_queries):
    client.get(f"/zh-hans/tools/{page}?render=1")
    with django_assert_max_num_queries(4):
        client.get(f"/zh-hans/tools/{page}?render=2")


def test_every_line_of_the_tools_can_be_heard_in_the_words_that_it_shows(client, course):
    text = "".join(client.get(f"/zh-hans/tools/{page}").text for page in ("packing/", "scam/"))
    said = {}
    for tag, end in {"ul": "ul", "div": "div", "span": "(?:label|summary|li)"}.items():
        marked = rf'<{tag}\b[^>]*data-say="phrase:((?:pack|scam)-[^"]+)"[^>]*>(.*?)</{end}>'
        said |= dict(re.findall(marked, text, re.S))
    with override("zh-hans"):
        recorded = phrases()
    assert {key: "".join(re.sub("<[^>]+>", "", inside).split()) for key, inside in said.items()} == {
        key: "".join(words.split()) for key, words in recorded.items()
    }


@pytest.mark.parametrize("page", PAGES)
def test_page_holds_no_form_that_writes(client, course, page):
    text = client.get(f"/zh-hans/tools/{page}").text
    assert "csrf" not in text
    assert 'method="post"' not in text.lower()


def test_first_view_is_the_box_of_the_course_and_says_that_it_is_made_up(client, course):
    page = price(client)
    assert answer(page) == "卖30元，剩4元"
    assert "这些数是假设。" in page
    assert "工钱没扣" in page


def test_without_a_script_the_server_works_it_out(client, course):
    assert answer(price(client, price="２８", reserve="0")) == "卖28元，剩3.1元"


def test_without_a_script_she_asks_for_the_price(client, course):
    assert answer(price(client, ask="price", wanted="7", fee="0")) == "想剩7元，要卖31.5元"


def test_loss_is_said_in_words(client, course):
    assert answer(price(client, price="21", fee="0", reserve="0")) == "卖21元，亏2.5元"


def test_hour_here_stands_beside_the_hour_in_the_workshop(client, course):
    page = price(client)
    assert re.findall(r'<b data-is="\w+">(.*?)</b>', page) == ["8元", "12元"]
    assert "一小时多4元" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"courier": ""}, "写个数。没有，就写0。"),
        ({"goods": "三十"}, "只写数字，比如4.5。"),
        ({"box": "-1"}, "写0，或者比0大的数。"),
        ({"price": "0"}, "写一个比0大的数。"),
        ({"price": "9" * 30}, "这个数太大了，请再看一眼。"),
        ({"fee": "100"}, "写一个比100小的数。"),
        ({"fee": "60", "loss": "40"}, "平台费加退的，全拿光了。改小一样。"),
    ],
)
def test_bad_number_is_answered_at_its_field_and_nothing_is_lost(client, course, typed, said):
    page = price(client, **{"minutes": "45"} | typed)
    assert complaints(page) == [said]
    assert answer(page) == "先把下面的数写好。"
    for name, text in {"minutes": "45", **typed}.items():
        assert f'name="{name}" value="{text}"' in page


def test_markup_that_is_typed_stays_text(client, course):
    page = price(client, price='"><script>alert(1)</script>')
    assert "<script>alert(1)" not in page


def test_what_she_typed_is_kept_for_nobody_else(client, course):
    price(client, price="77")
    assert 'value="77"' not in price(client)


def test_unknown_question_is_the_usual_one(client, course):
    assert answer(price(client, ask="everything")) == "卖30元，剩4元"


def test_tool_leads_to_its_lesson_in_the_language_of_the_page(client, course):
    lesson = builders.a_lesson(builders.a_module(course))
    lesson.tool = "packing"
    lesson.save()
    assert f'href="{lesson.url}"' in client.get("/zh-hans/tools/packing/?render=1").text
    assert "这一课" not in client.get("/zh-hans/tools/scam/?render=1").text
    assert lesson.url not in client.get("/en/tools/packing/?render=1").text
    assert 'href="/zh-hans/tools/packing/"' in client.get(f"{lesson.url}?render=1").text


def test_lesson_without_a_calculator_loads_nothing_for_it(client, course):
    page = client.get(builders.a_lesson(builders.a_module(course)).url).text
    assert "phone/price" not in page
    assert ".reckon" not in page


def test_every_situation_says_stop_ask_or_fine_with_a_reason_and_what_to_do():
    assert {one.verdict for one in SITUATIONS} == {"stop", "ask", "fine"}
    assert all(one.why and one.now for one in SITUATIONS)


def spoken(node) -> list[str]:
    """All sentences somewhere inside."""
    if isinstance(node, Promise):
        return [str(node)]
    return [words for part in node for words in spoken(part)] if isinstance(node, (tuple, list)) else []


def test_sentences_are_short_enough_for_one_breath():
    with override("zh-hans"):
        said = spoken([GOODS, SITUATIONS, MONEY_GONE])
    assert len(said) > 80
    assert [words for words in said if len(HAN_OR_DIGIT.findall(words)) > 20] == []


def test_only_the_number_of_the_county_against_fraud_is_named():
    with override("zh-hans"):
        numbers = re.findall(r"\d{3,}", " ".join(spoken([SITUATIONS, MONEY_GONE])))
    assert set(numbers) == {"96110"}


def test_chinese_has_full_width_punctuation():
    with override("zh-hans"):
        said = spoken([GOODS, SITUATIONS, MONEY_GONE])
    assert [words for words in said if re.search(r"[,;:!?.()]", words)] == []
