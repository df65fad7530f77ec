"""Households of a roster: one a village and number, left behind by whoever moves, and every change told."""

import pytest

from tests.trainees.conftest import HAOHUAHONG
from tests.trainees.rosters import HEADER, YANG, examined, saved, statuses, written
from trainees.models import Category, Household, Person, RegisterEntry, Trainee
from trainees.register.reports import as_json, digest_of, told
from trainees.services.moving import move

FULL = [*HEADER, "户编号", "户主"]
WU = ["吴阿妹", "13700000002", "好花红镇", "弄苑村"]


@pytest.fixture
def homes(places, tmp_path) -> dict:
    """A household 7 in each of two villages, both with a head."""
    saved(written(tmp_path, [*YANG, "7", "是"], [*WU, "7", "是"], header=FULL))
    return places


def home_of(name: str) -> tuple[str, str] | None:
    found = RegisterEntry.objects.exclude(household=None).filter(person__name=name)
    return found.values_list("household__village__code", "household__number").first()


def changes(found) -> list[str]:
    return [change.key for change in found.verdicts[0].changes]


def test_in_villages_that_became_one_two_families_with_one_number_stay_two(homes, tmp_path):
    old = homes["522731102201"]
    old.successor = homes[HAOHUAHONG]
    old.save()
    Trainee.objects.filter(person__name="吴阿妹").update(registered_village=old)
    here = [*WU[:3], "好花红村", "7", "小学"]
    found = saved(written(tmp_path, here, header=[*HEADER, "户编号", "文化程度"]))
    assert (statuses(found), changes(found)) == (["changed"], ["schooling"])
    assert home_of("吴阿妹") == ("522731102201", "7")
    found = saved(written(tmp_path, [*here[:4], "初中", "弄苑村"], header=[*HEADER, "文化程度", "户籍地"]))
    assert (changes(found), home_of("吴阿妹")) == (["schooling"], ("522731102201", "7"))


def test_who_moves_by_a_roster_leaves_her_household_and_it_is_told(homes, tmp_path):
    moved = [*WU[:3], "好花红村", "同一人"]
    found = saved(written(tmp_path, moved, header=[*HEADER, "同一个人吗"]))
    assert changes(found) == ["village", "household"]
    assert home_of("吴阿妹") is None
    assert Household.objects.get(village__code="522731102201").head is None


def test_who_is_moved_by_hand_leaves_her_household_and_is_its_head_no_more(homes, tmp_path):
    move(trainee=Trainee.objects.get(person__name="吴阿妹"), village=homes[HAOHUAHONG])
    assert home_of("吴阿妹") is None
    heads = dict(Household.objects.values_list("village__code", "head__name"))
    assert heads == {HAOHUAHONG: "杨小花", "522731102201": None}
    found = saved(written(tmp_path, [*WU[:3], "好花红村", "8"], header=FULL[:5]))
    assert (changes(found), home_of("吴阿妹")) == (["household"], (HAOHUAHONG, "8"))


def test_whoever_changes_to_another_door_leads_the_old_one_no_more(homes, tmp_path):
    saved(written(tmp_path, [*YANG, "9"], header=FULL[:5]))
    assert Household.objects.get(village__code=HAOHUAHONG, number="7").head is None


def test_a_roster_tells_neither_ethnicity_nor_what_is_sensitive_nor_the_name_before(places, tmp_path):
    Category.objects.update(in_use=True)
    sensitive = Category.objects.filter(is_sensitive=True).first()
    asked = [*HEADER, "民族", f"是否{sensitive.name_zh}"]
    saved(written(tmp_path, [*YANG, "苗族", "是"], header=asked))
    number = Person.objects.get().trainee.number
    found = saved(written(tmp_path, ["杨晓花", *YANG[1:], "汉族", "否", number], header=[*asked, "学员编号"]))
    rows = told(found.verdicts)
    nothing = {"from": None, "to": None}
    assert rows[0].changes == {"name": ["杨**", "杨晓花"], "ethnicity": ["", ""], "categories": ["", ""]}
    told_as = as_json(rows, {})["rows"][0]["changes"]
    assert (told_as["ethnicity"], told_as["categories"]) == (nothing, nothing)


def test_what_would_be_written_of_somebody_new_is_part_of_what_is_confirmed(places, tmp_path):
    digests = set()
    for village, work in (("好花红村", "种茶"), ("好花红村", "养牛"), ("弄苑村", "种茶")):
        path = written(tmp_path, [*YANG[:3], village, work], header=[*HEADER, "从事产业"])
        digests.add(digest_of(examined(path).verdicts))
    assert len(digests) == 3
