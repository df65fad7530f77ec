"""Loading places that are right."""

import datetime
from pathlib import Path

import pytest

from villages.loading.problems import LoadRefusedError
from villages.models import Division
from villages.selectors import division_by_code
from villages.services import import_divisions

STARTER = Path(__file__).parents[2] / "villages" / "starter"
HUISHUI = [STARTER / "huishui_townships.csv", STARTER / "huishui_villages.csv"]
ABOVE = ("52,贵州省", "5227,黔南布依族苗族自治州", "522731,惠水县", "522731102,好花红镇")
pytestmark = pytest.mark.django_db


def _state() -> list:
    return list(Division.everything.values_list().order_by("pk"))


@pytest.mark.usefixtures("huishui")
def test_huishui_has_its_places_and_those_above_it():
    levels = Division.objects.order_by("level").values_list("level", flat=True)
    assert [list(levels).count(level) for level in range(1, 6)] == [1, 1, 1, 11, 216]


@pytest.mark.usefixtures("huishui")
def test_a_village_hangs_on_its_township_up_to_the_province():
    village = division_by_code("522731102213")
    names = [village.short_name]
    while village.parent:
        village = village.parent
        names.append(village.name)
    assert names == ["好花红村", "好花红镇", "惠水县", "黔南布依族苗族自治州", "贵州省"]


@pytest.mark.usefixtures("huishui")
def test_a_village_is_shown_with_its_township():
    assert str(division_by_code("522731001001")) == "涟江街道 凤山"
    assert division_by_code("522731").padded_code == "522731000000"


@pytest.mark.usefixtures("huishui")
def test_the_same_files_again_change_nothing():
    before = _state()
    plan = import_divisions(paths=reversed(HUISHUI))
    assert plan.is_empty
    assert (plan.unchanged, _state()) == (227, before)


def test_a_dry_run_counts_and_writes_nothing():
    plan = import_divisions(paths=HUISHUI, dry_run=True)
    assert len(plan.new) == 230
    assert not Division.everything.exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_what_excel_saves_is_loaded_alike(encoding, tmp_path, huishui):
    before = _state()
    for path in HUISHUI:
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding=encoding, newline="\r\n")
    assert import_divisions(paths=tmp_path.glob("*.csv")).is_empty
    assert _state() == before


def test_the_whole_country_s_form_is_loaded_for_one_prefix(written):
    villages = written(
        "code,name,streetCode,provinceCode,cityCode,areaCode",
        '522731102213,"好花红村村民委员会",522731102,52,5227,522731',
        '522632210500,"别处",522632210,52,5226,522632',
        name="villages.csv",
    )
    streets = written(
        "code,name,areaCode,provinceCode,cityCode", "522731102,好花红镇,522731,52,5227", name="streets.csv"
    )
    cities = written("code,name,provinceCode", "5226,黔东南州,52", "5227,黔南州,52", name="cities.csv")
    import_divisions(paths=[villages, cities, streets], prefix="5227")
    assert list(Division.objects.values_list("code", flat=True)) == [
        "52",
        "5227",
        "522731",
        "522731102",
        "522731102213",
    ]
    assert division_by_code("5227").name == "黔南州"


def test_a_prefecture_without_counties_keeps_both_its_codes(written):
    cities = written("code,name,provinceCode", "4419,东莞市,44", name="cities.csv")
    areas = written("code,name,cityCode,provinceCode", "441900,东莞市,4419,44", name="areas.csv")
    odd = written("code,name,streetCode", "350527000000,金门县,350527000", name="villages.csv")
    streets = written("code,name,areaCode", "350527000,金门县,350527", name="streets.csv")
    import_divisions(paths=[areas, cities, odd, streets])
    assert division_by_code("441900").parent.code == "4419"
    assert division_by_code("350527000000").level == Division.Level.VILLAGE


def test_padded_full_width_and_quoted_codes_are_understood(written):
    import_divisions(paths=[written("代码,名称", "５２２７３１００００００,惠水县", "'522731102,好花红镇")])
    assert division_by_code("522731102000").name == "好花红镇"


def test_villages_of_one_township_with_one_short_name_keep_their_whole_names(written):
    path = written(
        "code,name", *ABOVE, "522731102001,沿村居民委员会", "522731102200,沿村村民委员会", "522731102201,沿河村委会"
    )
    import_divisions(paths=[path])
    names = Division.objects.filter(level=5).values_list("short_name", flat=True)
    assert list(names) == ["沿村居民委员会", "沿村村民委员会", "沿河村"]


@pytest.mark.usefixtures("huishui")
def test_a_new_name_changes_what_people_call_it_and_the_old_one_stays_among_the_others(written):
    Division.objects.filter(code="522731102213").update(aliases="辉岩", valid_from=datetime.date(2014, 4, 1))
    plan = import_divisions(paths=[written("code,name", "522731102213,新花红村村民委员会")])
    village = division_by_code("522731102213")
    assert (len(plan.changed), village.name, village.short_name) == (1, "新花红村村民委员会", "新花红村")
    assert (village.aliases, village.valid_from) == ("辉岩、好花红村", datetime.date(2014, 4, 1))
    assert village.pinyin == "xinhuahongcun xhhc huiyan hy haohuahongcun hhhc"


@pytest.mark.usefixtures("huishui")
def test_a_short_name_mended_by_hand_survives_the_next_load():
    Division.objects.filter(code="522731001001").update(short_name="凤山老街")
    assert import_divisions(paths=HUISHUI).is_empty
    assert division_by_code("522731001001").short_name == "凤山老街"


@pytest.mark.usefixtures("huishui")
def test_a_file_gives_other_names_days_and_successor(written):
    line = "522731102213,好花红村村民委员会,辉岩、弄苑,2014-04-01,2024-12-31,522731102200"
    path = written("code,name,aliases,valid_from,valid_to,successor", line)
    assert len(import_divisions(paths=[path]).changed) == 1
    village = division_by_code("522731102213")
    assert (village.alias_list, village.successor.code) == (["辉岩", "弄苑"], "522731102200")
    assert (village.valid_from, village.valid_to) == (datetime.date(2014, 4, 1), datetime.date(2024, 12, 31))
    assert import_divisions(paths=[path]).is_empty


def test_a_new_place_may_come_ended_with_its_successor(written):
    path = written(
        "code,name,valid_to,successor",
        *(f"{line},," for line in ABOVE),
        "522731102225,老村委会,2020-01-01,522731102213",
        "522731102213,好花红村委会,,",
    )
    import_divisions(paths=[path])
    assert division_by_code("522731102225").successor.name == "好花红村委会"


@pytest.mark.usefixtures("huishui")
def test_an_end_before_the_beginning_that_is_there_already_is_refused(written):
    Division.objects.filter(code="522731102213").update(valid_from=datetime.date(2024, 1, 1))
    path = written("code,name,valid_to", "522731102213,好花红村村民委员会,2020-01-01")
    with pytest.raises(LoadRefusedError) as caught:
        import_divisions(paths=[path])
    assert [problem.line for problem in caught.value.problems] == [2]
    assert division_by_code("522731102213").valid_to is None


@pytest.mark.usefixtures("huishui")
def test_as_many_other_names_as_fit_are_loaded(written):
    path = written("code,name,aliases", f"522731102213,好花红村村民委员会,{'双' * 300}")
    import_divisions(paths=[path])
    assert len(division_by_code("522731102213").aliases) == 300
