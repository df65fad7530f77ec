"""Who is meant by a line of a roster? In doubt a human says it; nobody is merged in silence, and nobody dropped."""

import pytest
from django.utils.translation import override

from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA
from tests.trainees.rosters import HEADER, WU, YANG, examined, names, reason, saved, statuses, written
from trainees.models import Person, User
from trainees.services import join, move_people

ANSWERED = [*HEADER, "同一个人吗"]
pytestmark = pytest.mark.usefixtures("places")


@pytest.fixture
def known(tmp_path, places) -> Person:
    saved(written(tmp_path, YANG))
    return Person.objects.get()


def test_the_same_file_twice_changes_nothing(tmp_path):
    path = written(tmp_path, YANG, WU)
    assert statuses(saved(path)) == ["new", "new"]
    assert statuses(saved(path)) == ["same", "same"]
    assert names() == ["吴阿妹", "杨小花"]


@pytest.mark.parametrize("phone", ["13700000002", "", "无"])
def test_the_same_name_and_village_with_another_phone_is_doubtful(tmp_path, known, phone):
    found = saved(written(tmp_path, [YANG[0], phone, *YANG[2:]]))
    assert statuses(found) == ["doubtful"]
    assert "H-" in reason(found)
    assert "小花" not in reason(found)
    assert Person.objects.get().phone == "13700000001"


def moved_away(known, village) -> None:
    """By a trainer, as at `/cms/moves/`."""
    move_people(trainees=[known.trainee], village=village, by=User.objects.create(username="wei"))


@pytest.mark.parametrize("there", [FENGSHAN, LIANHUA])
@pytest.mark.parametrize("phone", ["13700000001", "13700000009", ""])
def test_the_file_from_before_she_moved_makes_no_second_entry_of_her(tmp_path, known, places, there, phone):
    moved_away(known, places[there])
    path = written(tmp_path, [YANG[0], phone, *YANG[2:]])
    for _time in range(2):
        assert statuses(saved(path)) == ["doubtful"]
        assert f"{known.trainee.number} 杨**" in reason(examined(path))
    assert names() == ["杨小花"]


def test_who_moved_and_came_back_is_said_to_be_the_same_and_a_namesake_to_be_another(tmp_path, known, places):
    moved_away(known, places[FENGSHAN])
    back, other = ([*YANG, said] for said in ("同一人", "另一人"))
    assert statuses(examined(written(tmp_path, other, header=ANSWERED))) == ["new"]
    assert statuses(saved(written(tmp_path, back, header=ANSWERED))) == ["changed"]
    assert Person.objects.get().trainee.village.code == HAOHUAHONG
    assert statuses(examined(written(tmp_path, [*YANG[:2], "涟江街道", "凤山社区"]))) == ["doubtful"]


def test_who_moved_out_of_the_area_is_not_brought_back_by_its_roster(tmp_path, known, places):
    moved_away(known, places[LIANHUA])
    path = written(tmp_path, [*YANG, "同一人"], header=ANSWERED)
    assert statuses(saved(path)) == ["doubtful"]
    assert Person.objects.get().trainee.village.code == LIANHUA


def test_said_to_be_the_same_person_she_gets_the_new_number_and_stays_one(tmp_path, known):
    path = written(tmp_path, [YANG[0], "13700000002", *YANG[2:], "同一人"], header=ANSWERED)
    assert statuses(saved(path)) == ["changed"]
    assert statuses(saved(path)) == ["same"]
    assert Person.objects.get(pk=known.pk).phone == "13700000002"


@pytest.mark.parametrize("phone", ["13700000002", "13700000001", ""])
def test_said_to_be_another_person_there_are_two_and_the_file_twice_makes_no_third(tmp_path, known, phone):
    path = written(tmp_path, [YANG[0], phone, *YANG[2:], "另一人"], header=ANSWERED)
    assert statuses(saved(path)) == ["new"]
    assert statuses(saved(path)) == ["same"]
    assert names() == ["杨小花", "杨小花"]


def test_two_lines_alike_are_one_mistake_or_two_people_who_are_told_apart(tmp_path):
    assert statuses(examined(written(tmp_path, WU, WU))) == ["new", "doubtful"]
    path = written(tmp_path, [*WU, ""], [*WU, "另一人"], header=ANSWERED)
    assert statuses(saved(path)) == ["new", "new"]
    assert statuses(saved(path)) == ["same", "same"]


def test_two_lines_about_one_person_are_refused(tmp_path, known):
    assert statuses(examined(written(tmp_path, YANG, YANG))) == ["same", "refused"]


def test_neighbours_who_share_a_phone_are_two_people(tmp_path, known):
    path = written(tmp_path, ["吴阿妹", *YANG[1:]])
    assert statuses(saved(path)) == ["new"]


def test_a_name_that_sounds_the_same_with_the_same_phone_is_doubtful(tmp_path, known):
    assert statuses(examined(written(tmp_path, ["杨晓花", *YANG[1:]]))) == ["doubtful"]


def test_the_same_name_in_another_village_is_somebody_else_unless_the_phone_is_hers(tmp_path, known):
    there = ["好花红镇", "弄苑村"]
    assert statuses(examined(written(tmp_path, [YANG[0], "13700000009", *there]))) == ["new"]
    assert statuses(examined(written(tmp_path, [*YANG[:2], *there]))) == ["doubtful"]


def test_a_number_speaks_for_her_when_name_or_phone_does_too(tmp_path, known):
    number = known.trainee.number
    header = ["学员编号", *HEADER]
    moved = [number, *YANG[:2], "涟江街道", "凤山社区"]
    assert statuses(saved(written(tmp_path, moved, header=header))) == ["changed"]
    assert Person.objects.get().trainee.village.code == FENGSHAN
    swapped = [number, "石大哥", "13700000007", *YANG[2:]]
    assert statuses(examined(written(tmp_path, swapped, header=header))) == ["doubtful"]


def test_a_number_of_another_county_is_as_unknown_as_one_that_never_was(tmp_path, places):
    away = join(name="龙阿依", sign="fern", age="18+", village=places[LIANHUA])
    header = ["学员编号", *HEADER]
    said = [
        reason(examined(written(tmp_path, [number, "龙阿依", "", *YANG[2:]], header=header)))
        for number in (away.trainee.number, "H-9999")
    ]
    assert said[0] == said[1] != ""


@pytest.mark.parametrize("place", [["龙山镇", "莲花村"], ["", "没有这个村"], ["", ""], ["好花红镇", "凤山社区"]])
def test_a_village_that_is_not_among_hers_is_refused(tmp_path, place):
    assert statuses(examined(written(tmp_path, [*YANG[:2], *place]))) == ["refused"]


@pytest.mark.parametrize(
    ("header", "place"),
    [
        (["村代码"], [HAOHUAHONG]),
        (["村代码"], ["5.22731102213E+11"]),
        (["村"], ["好花红"]),
        (["乡镇", "村"], ["好花红", "好花红村民委员会"]),
        (["村"], ["惠水县好花红镇好花红村三组"]),
        (["家庭住址"], ["贵州省惠水县好花红镇好花红村三组"]),
        (["村", "村代码"], ["认不出的老名字", HAOHUAHONG]),
    ],
)
def test_a_village_is_known_by_code_name_and_address(tmp_path, header, place):
    found = examined(written(tmp_path, ["杨小花", *place], header=["姓名", *header]))
    assert statuses(found) == ["new"]
    assert found.verdicts[0].line.village.code == HAOHUAHONG


@pytest.mark.parametrize(
    ("line", "said", "not_said"),
    [
        ([*YANG[:3], "好花村"], "in this township", "Write the township"),
        ([*YANG[:2], "", "好花村"], "Write the township", "in this township"),
        (["", *YANG[1:]], "Write her name", "missing"),
    ],
)
def test_what_is_refused_says_what_to_do(tmp_path, line, said, not_said):
    with override("en"):
        sentence = reason(examined(written(tmp_path, line)))
    assert (said in sentence, not_said in sentence) == (True, False)


def test_the_paper_form_with_the_place_of_registration_alone_is_told_which_column_it_wants(tmp_path):
    path = written(tmp_path, ["杨小花", "好花红镇好花红村"], header=["姓名", "户口所在地"])
    with override("en"):
        assert "Add a column “Village”" in reason(examined(path))


def test_a_code_and_a_name_that_do_not_belong_together_are_refused(tmp_path):
    path = written(tmp_path, ["杨小花", "凤山社区", HAOHUAHONG], header=["姓名", "村", "村代码"])
    assert statuses(examined(path)) == ["refused"]


def test_a_village_is_known_by_its_old_name_and_by_what_became_part_of_it(tmp_path, places):
    old = places["522731102201"]
    old.successor = places[HAOHUAHONG]
    old.save()
    places[HAOHUAHONG].aliases = "辉油"
    places[HAOHUAHONG].save()
    for name in ("弄苑村", "辉油"):
        found = examined(written(tmp_path, ["杨小花", "好花红镇", name], header=["姓名", "乡镇", "村"]))
        assert found.verdicts[0].line.village.code == HAOHUAHONG


@pytest.mark.parametrize(
    ("where", "hamlet"),
    [
        ({"乡镇": "好花红镇", "村": "好花红村三组"}, "三组"),
        ({"村": "好花红村 三组"}, "三组"),
        ({"村": HAOHUAHONG}, ""),
        ({"所在乡镇/村（12位代码）": "好花红镇·好花红村"}, ""),
        ({"家庭住址": "贵州省惠水县好花红村三组12号"}, "三组12号"),
        ({"家庭住址": "好花红村村委会主任"}, ""),
        ({"乡镇": "好花红镇", "村组": "好花红村三组"}, "三组"),
        ({"县": "贵州省惠水县", "村": "好花红村", "自然寨": "大寨", "组": "三组"}, "大寨 三组"),
    ],
)
def test_a_village_is_understood_as_forms_have_it(tmp_path, where, hamlet):
    found = examined(written(tmp_path, ["杨小花", *where.values()], header=["姓名", *where]))
    assert (statuses(found), reason(found)) == (["new"], "")
    values = found.verdicts[0].line.values
    assert (values["village"].code, values.get("hamlet", "")) == (HAOHUAHONG, hamlet)


@pytest.mark.parametrize(
    "where",
    [
        {"县": "平塘县", "村": "好花红村"},
        {"县": "平塘县", "村代码": HAOHUAHONG},
        {"乡镇": "涟江街道", "村": "好花红村三组"},
    ],
)
def test_who_lives_in_another_county_is_not_brought_into_this_one(tmp_path, where):
    path = written(tmp_path, ["杨小花", *where.values()], header=["姓名", *where])
    assert statuses(examined(path)) == ["refused"]


@pytest.mark.parametrize(
    ("where", "area"),
    [
        ({"乡镇": "涟江街道", "村": "凤山社区"}, "522731102"),
        ({"乡镇": "惠水县涟江", "村": "好花红村"}, "522731102"),
        ({"家庭住址": "贵州省惠水县涟江街道凤山社区3组"}, HAOHUAHONG),
        ({"乡镇": "龙山镇", "村": "莲花村"}, "522731"),
        ({"乡镇": "火星镇", "村": "好花红村"}, "522731"),
        ({"乡镇": "龙里县", "村": "好花红村"}, "522731"),
    ],
)
def test_a_place_that_is_not_hers_is_called_so_and_not_a_wrong_name(tmp_path, where, area):
    found = examined(written(tmp_path, ["杨小花", *where.values()], header=["姓名", *where]), area)
    with override("en"):
        again = examined(written(tmp_path, ["杨小花", *where.values()], header=["姓名", *where]), area)
    said = reason(found)
    assert (statuses(found), "不在您负责的地方里" in said, "核对" in said) == (["refused"], True, False)
    assert "not among the places you answer for" in reason(again)


@pytest.mark.parametrize(
    "township", ["惠水县", "本县", "本镇", "县直单位", "好花红", "原好花红乡", "好花红镇好花红社区"]
)
def test_a_township_that_is_hers_or_none_at_all_leaves_the_village_to_its_name(tmp_path, township):
    path = written(tmp_path, ["杨小花", township, "好花红村"], header=["姓名", "乡镇", "村"])
    assert statuses(examined(path, "522731")) == ["new"]


def test_a_village_of_hers_in_a_township_of_others_is_neither_taken_by_name_nor_by_code(tmp_path):
    header = ["姓名", "乡镇", "村", "村代码"]
    lines = ["杨小花", "涟江街道", "好花红村", ""], ["吴阿妹", "涟江街道", "", HAOHUAHONG]
    path = written(tmp_path, *lines, header=header)
    assert statuses(examined(path, "522731102")) == ["refused", "refused"]


def test_what_a_form_leaves_open_with_a_dash_is_empty(tmp_path, known):
    header = [*HEADER, "性别", "村民小组", "年龄"]
    assert statuses(examined(written(tmp_path, [*YANG, "-", "/", "——"], header=header))) == ["same"]
