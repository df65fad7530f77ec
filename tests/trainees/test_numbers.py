"""Numbers as forms and people send them."""

import pytest

from trainees.numbers import row_number


@pytest.mark.parametrize("text", ["", "x", "-1", " 7", "7.0", "７", "²", "9" * 19, "1" * 5000, "7\n"])
def test_what_is_no_number_of_a_row_is_that_of_none(text):
    assert row_number(text) == 0


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("007", 7), ("9" * 18, 10**18 - 1)])
def test_digits_are_the_number_of_a_row_as_long_as_a_database_can_hold_it(text, number):
    assert row_number(text) == number
