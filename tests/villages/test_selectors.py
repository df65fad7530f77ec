"""Finding places."""

import datetime

import pytest
from django.db import connection

from villages.models import Division
from villages.selectors import (
    children_of,
    current_codes,
    division_by_code,
    divisions_under,
    matching,
    valid_on,
    villages_under,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("huishui")]


def _codes(divisions) -> list[str]:
    return [division.code for division in divisions]


def _merge(code: str, into: str) -> None:
    Division.objects.filter(code=code).update(successor=division_by_code(into), valid_to=datetime.date(2024, 12, 31))


@pytest.mark.parametrize("code", ["522731102", "522731102000", "５２２７３１１０２", " 522731102 "])
def test_a_place_is_found_by_its_code_in_every_form(code):
    assert division_by_code(code).name == "好花红镇"


@pytest.mark.parametrize("code", ["", "522731199", "x"])
def test_a_code_of_no_place_finds_nothing(code):
    assert division_by_code(code) is None


def test_a_county_has_its_townships_and_a_township_its_villages():
    assert children_of(division_by_code("522731")).count() == 11
    assert children_of(division_by_code("522731102")).count() == 27


def test_villages_are_those_under_the_prefix():
    assert [villages_under(prefix).count() for prefix in ("52", "522731", "522731103", "522732", "")] == [
        *(216, 216, 31, 0, 216)
    ]
    assert divisions_under("522731102").count() == 28


def test_an_ended_village_is_there_on_its_last_day_and_not_on_the_next():
    _merge("522731102213", "522731102200")
    last = datetime.date(2024, 12, 31)
    assert villages_under("522731102", last).count() == 27
    assert villages_under("522731102", last + datetime.timedelta(days=1)).count() == 26
    assert children_of(division_by_code("522731102")).count() == 26


def test_a_village_that_has_not_begun_is_not_there_yet():
    Division.objects.filter(code="522731102213").update(valid_from=datetime.date(2030, 1, 1))
    assert valid_on(Division.objects.filter(code="522731102213"), datetime.date(2029, 12, 31)).count() == 0


@pytest.mark.parametrize(
    "text",
    [
        "好花红村",
        "花红村",
        "haohuahong",
        "Hao Hua Hong",
        "hao'hua'hong",
        "hhhc",
        "522731102213",
        "辉岩",
        "huiyan",
        "hy",
    ],
)
def test_a_village_is_found_as_people_ask(text):
    Division.objects.filter(code="522731102213").update(aliases="辉岩", pinyin="haohuahongcun hhhc huiyan hy")
    assert "522731102213" in _codes(matching(divisions_under("522731"), text))


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "没有这个村", "zzzz", "红花好"])
def test_what_is_nowhere_finds_nothing(text):
    assert _codes(matching(Division.objects.all(), text)) == []


def test_finding_stays_within_a_place():
    assert _codes(matching(divisions_under("522731103"), "好花红")) == []


def test_a_list_of_places_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len({str(division) for division in villages_under("522731")}) == 216


def test_a_prefix_is_looked_up_in_the_index():
    if connection.vendor == "sqlite":
        assert "USING INDEX" in villages_under("522731102").explain()


def test_a_merged_village_rolls_up_to_where_its_people_are_now():
    _merge("522731102213", "522731102200")
    _merge("522731102200", "522731103200")
    assert division_by_code("522731102213").today.code == "522731103200"
    assert current_codes() == {"522731102213": "522731103200", "522731102200": "522731103200"}


def test_a_village_without_successor_is_itself(django_assert_num_queries):
    village = division_by_code("522731102213")
    with django_assert_num_queries(0):
        assert village.today == village


def test_a_circle_of_successors_ends_where_it_began():
    _merge("522731102213", "522731102200")
    _merge("522731102200", "522731102213")
    assert division_by_code("522731102213").today.code == "522731102213"
    assert current_codes()["522731102200"] == "522731102200"


def test_a_way_into_a_circle_stays_where_it_began():
    _merge("522731102213", "522731102200")
    _merge("522731102200", "522731102201")
    _merge("522731102201", "522731102200")
    assert division_by_code("522731102213").today.code == "522731102213"
    assert current_codes()["522731102213"] == "522731102213"
