"""What people call a place, and what kind of place it is."""

import pytest

from villages.codes import is_code, level_of, padded, parent_code, smallest_around, unpadded
from villages.names import join_aliases, kind_of, pinyin_words, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("凤山社区居民委员会", "凤山"),
        ("幸福移民社区居民委员会", "幸福移民"),
        ("好花红村村民委员会", "好花红村"),
        ("高坪村委会", "高坪村"),
        ("王庄村村委会", "王庄村"),
        ("盛家庄村民委员会", "盛家庄村"),
        ("十里河社区村委会", "十里河"),
        ("东街居委会", "东街"),
        ("赛汗呼热嘎查村民委员会", "赛汗呼热嘎查"),
        ("红岩嘴村", "红岩嘴村"),
        ("第一社区居委会", "第一社区"),
        ("三社区", "三社区"),
        ("六居委会", "六居委会"),
        ("东社区", "东社区"),
        ("社区居委会", "社区"),
        ("村委会", "村委会"),
        ("五连生活区", "五连生活区"),
    ],
)
def test_a_list_shows_what_people_say(name, short):
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("52", "贵州省", "province"),
        ("5227", "黔南布依族苗族自治州", "prefecture"),
        ("522731", "惠水县", "county"),
        ("522731001", "涟江街道", "street"),
        ("522731102", "好花红镇", "town"),
        ("522731200", "某某布依族乡", "township"),
        ("522731400", "惠水农场", "special"),
        ("522731102213", "好花红村村民委员会", "villagers"),
        ("522731001001", "凤山社区居民委员会", "residents"),
        ("522731102001", "十里河社区村委会", "villagers"),
        ("522731102201", "好花红", "villagers"),
        ("522731102002", "好花红", "residents"),
        ("522632210500", "五连生活区", "other"),
    ],
)
def test_the_name_says_the_kind_and_else_the_code(code, name, kind):
    assert kind_of(code, name) == kind


def test_a_place_is_found_by_pinyin_and_initials_of_all_its_names():
    assert pinyin_words("好花红村村民委员会", "摆榜、鸭绒") == "haohuahongcun hhhc baibang bb yarong yr"


def test_other_names_are_taken_with_any_sign_between_them():
    assert join_aliases(" 摆榜,鸭绒；甲戎  摆榜、大坝 ") == "摆榜、鸭绒、甲戎、大坝"


@pytest.mark.parametrize("code", ["52", "5227", "522731", "522731102", "522731102213", "522632210500"])
def test_each_level_has_its_length_and_any_village_number_is_taken(code):
    assert is_code(code)


@pytest.mark.parametrize(
    "code", ["", "5", "522", "52273", "5227311022130", "52273110221x", "052731", "５２２７３１", "52\n"]
)
def test_other_lengths_and_signs_are_no_code(code):
    assert not is_code(code)


def test_a_code_names_what_is_around_it():
    assert [parent_code(code) for code in ("522731102213", "522731102", "522731", "5227", "52")] == [
        *("522731102", "522731", "5227", "52", "")
    ]
    assert level_of("522731102213") == 5


def test_zeros_are_added_for_forms_and_taken_off_again():
    assert padded("522731") == "522731000000"
    assert [unpadded(code) for code in ("522731000000", "520000000000", "522731102213", "441900")] == [
        *("522731", "52", "522731102213", "441900")
    ]


@pytest.mark.parametrize(
    ("codes", "around"),
    [
        ([], ""),
        (["522731102213"], "522731102213"),
        (["522731102213", "522731102201"], "522731102"),
        (["522731102213", "522731102"], "522731102"),
        (["522731102213", "522731001001"], "522731"),
        (["522731102213", "522730101201"], "5227"),
        (["522731102213", "110101001001"], ""),
    ],
)
def test_the_smallest_place_around_some_is_found_by_their_codes(codes, around):
    assert smallest_around(codes) == around
