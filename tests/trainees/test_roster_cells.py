"""What people write into the cells of a roster, and what Excel makes of it."""

import datetime

import pytest
from django.utils.translation import override

from trainees.register import cells, id_numbers
from trainees.register.ages import with_digits
from trainees.register.category_words import CategoryWords
from trainees.register.cells import BadCell

TODAY = datetime.date(2026, 11, 27)
ID = "522731198005030026"
SHORTENED = ["1.38E+10", "1.37E10", "1.370000001E+10", "1.3700000001E+11", "1E" + "9" * 400]


@pytest.mark.parametrize(
    "written",
    [
        *("13700000001", "13700000001.0", "'13700000001", "137 0000 0001"),
        *("1.3700000001E+10", "1.3700000001e10"),
        *("+8613700000001", "１３７００００００01", '="13700000001"'),
    ],
)
def test_a_phone_is_read_however_it_is_written(written):
    assert cells.phone(cells.plain(written)) == "13700000001"


@pytest.mark.parametrize("written", [*SHORTENED, "1370000001", "137000000011", "=A2", "08546221234", "<b>"])
def test_a_damaged_phone_is_refused_with_a_sentence(written):
    with pytest.raises(BadCell) as caught:
        cells.phone(cells.plain(written))
    assert caught.value.sentence.endswith((".", "。"))


@pytest.mark.parametrize("written", ["无", "-", "none", "没有"])
def test_somebody_may_have_no_phone(written):
    assert cells.phone(cells.plain(written)) == ""


@pytest.mark.parametrize(
    "written",
    ["1980-05-03", "1980/5/3", "1980.5.3", "1980年5月3日", "19800503", "29344", "1980", "46", "46岁", "46-55", "４６"],
)
def test_an_age_is_read_in_every_spelling_and_kept_as_a_band(written):
    assert cells.age(cells.plain(written), TODAY) == "46-55"


@pytest.mark.parametrize("written", ["15", "2012-01-01", "2027", "0", "300", "1980-13-40", "20-60", "old"])
def test_an_age_that_is_none_or_too_young_is_refused(written):
    with pytest.raises(BadCell):
        cells.age(cells.plain(written), TODAY)


def test_a_day_that_may_be_two_days_is_asked_for_in_one_way():
    with override("en"), pytest.raises(BadCell, match="1980-06-05"):
        cells.birth("05/06/1980", TODAY)


def test_eighteen_digits_belong_together_or_are_refused():
    assert cells.id_number(ID, TODAY) == ID
    for wrong in (ID[:-1] + "7", "5.22731E+17", "522731198005030000", ID[:-1], "522731198013450026", "X" * 18):
        with pytest.raises(BadCell):
            cells.id_number(wrong, TODAY)


def test_a_sealed_number_is_read_again_and_says_nothing_by_itself(settings):
    lies = id_numbers.sealed(ID)
    assert ID not in lies
    assert id_numbers.unsealed(lies) == ID
    mine = id_numbers.digest_of(ID)
    settings.ID_SECRET = "another machine's"
    assert id_numbers.digest_of(ID) != mine


@pytest.mark.parametrize(
    "written", ["<script>alert(1)</script>", "三组\x07", "组\u202e", "a" * 41, "=1+1", "x" * 1_000_000]
)
def test_no_html_no_unseen_sign_and_no_formula_gets_into_the_words_of_a_cell(written):
    with pytest.raises(BadCell):
        cells.words(cells.plain(written), 40)


@pytest.mark.parametrize("written", ["杨小花", " 杨小花 ", "Long Ayi", "阿依古丽·买买提", "\U00020bb7小花"])
def test_names_of_any_writing_are_names(written):
    assert cells.name(cells.plain(written)) == " ".join(written.split())


def test_an_old_id_number_of_fifteen_digits_is_called_so():
    with pytest.raises(BadCell, match=r"fifteen|十五位"):
        cells.id_number("522731800503002", TODAY)


@pytest.mark.parametrize("misplaced", ["13700000777", "杨小花13700000777", "惠水县好花红镇好花红村三组路边"])
def test_a_cell_in_the_wrong_column_is_not_repeated(misplaced):
    with pytest.raises(BadCell) as caught:
        CategoryWords({}, frozenset(), frozenset()).of_cell(misplaced)
    assert misplaced[:3] not in caught.value.sentence


@pytest.mark.parametrize(
    "written",
    ["一九八○年五月", "一九八〇年十二月二十一日", "1980 年 5 月 3 日", "1980.5.3.", "四十六", "四十六岁", "4 6"],
)
def test_an_age_is_read_in_chinese_numerals_and_with_what_fingers_add(written):
    assert cells.age(cells.plain(written), TODAY) in ("46-55", "36-45")


def test_chinese_numerals_are_the_numbers_that_they_say():
    said = ["十", "十六", "二十", "九十九", "二〇〇〇年十月", "初中"]
    assert [with_digits(text) for text in said] == ["10", "16", "20", "99", "2000年10月", "初中"]


def test_what_cannot_be_seen_in_a_phone_is_taken_off_and_two_numbers_are_called_two():
    assert cells.phone(cells.plain("\u202d13700000001\u202c")) == "13700000001"
    for two in ("13700000001/13900000001", "13700000001、13900000001", "13700000001 13900000001"):
        with override("en"), pytest.raises(BadCell, match="only one"):
            cells.phone(cells.plain(two))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("初中毕业", "middle"),
        ("小学肄业", "primary"),
        ("普通高中", "high"),
        ("中等专科", "high"),
        ("大学专科毕业", "college"),
    ],
)
def test_schooling_is_read_as_forms_word_it(written, kept):
    assert cells.schooling(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"), [("布依", "布依族"), ("苗", "苗族"), ("汉族", "汉族"), ("穿青人", "穿青人")]
)
def test_one_people_is_not_counted_under_two_spellings(written, kept):
    assert cells.ethnicity(written, 20) == kept
