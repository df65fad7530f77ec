"""What staff see of a name, a phone number and an ID number."""

import pytest

from trainees.masks import masked_id, masked_name, masked_phone


def test_a_name_shows_its_first_sign_and_not_how_long_it_is():
    assert [masked_name(name) for name in ("杨小花", "欧阳小花儿", " 吴秀英 ", "")] == ["杨**", "欧**", "吴**", "**"]


@pytest.mark.parametrize("phone", ["13700000001", "+8613700000001", "137 0000 0001", "86-13700000001"])
def test_a_phone_number_shows_its_ends_however_it_was_written(phone):
    assert masked_phone(phone) == "137****0001"


def test_a_short_number_shows_nothing():
    assert [masked_phone(phone) for phone in ("1234567", "", "none")] == ["****", "", ""]


def test_an_id_number_shows_its_last_four_even_when_somebody_passes_all_of_it():
    assert [masked_id(digits) for digits in ("123X", "52273119900101123X", "")] == ["****123X", "****123X", ""]
