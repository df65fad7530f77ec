"""Which PINs are too easy, and how they are kept."""

import pytest

from trainees import pins

EASY = """
    123456 000000 121212 111111 123123 112233 123321 654321 987654 234567 890123 520131 147258 159357 666888
    888666 198503 200112 850312 991231 010203 123184 123654 135791 333812
"""
GOOD = ["482915", "730964", "905173", "618402"]


@pytest.mark.parametrize("pin", EASY.split())
def test_an_easy_pin_is_weak(pin):
    assert pins.is_weak(pin)


@pytest.mark.parametrize("pin", GOOD)
def test_an_ordinary_pin_is_not_weak(pin):
    assert not pins.is_weak(pin)


def test_nine_of_ten_are_left_to_choose_from():
    assert sum(pins.is_weak(f"{number:06d}") for number in range(0, 1_000_000, 7)) < 1_000_000 / 7 / 8


def test_the_chosen_one_is_good_and_another_each_time():
    chosen = {pins.chosen_pin() for _ in range(50)}
    assert len(chosen) > 45
    assert not any(pins.is_weak(pin) for pin in chosen)


@pytest.mark.parametrize("typed", ["48291", "4829150", "48291a", "", "٤٨٢٩١٥", "四八二九一五"])
def test_anything_but_six_digits_is_no_pin(typed):
    assert not pins.is_pin(typed)


def test_a_hash_matches_its_pin_alone_and_never_twice_alike():
    kept = pins.hashed("482915")
    assert pins.matches("482915", kept)
    assert not pins.matches("482916", kept)
    assert pins.hashed("482915") != kept
    assert "482915" not in kept


def test_a_stolen_table_is_worth_nothing_without_the_secret(settings):
    kept = pins.hashed("482915")
    settings.PIN_SECRET = "of another machine"
    assert not pins.matches("482915", kept)


def test_nobodys_hash_takes_as_many_rounds(settings):
    settings.PIN_ROUNDS = 1234
    pins._nobodys.cache_clear()
    assert pins._nobodys().split("$")[1] == "1234"
    assert not pins.matches("482915", "")
    pins._nobodys.cache_clear()
