"""Six digits on paper, eight that let in: drawn so that none is given twice, read as people type them."""

import pytest

from trainees.codes import (
    FIRST_ON_PAPER,
    LAST_ON_PAPER,
    NoCodesLeft,
    code_on_paper,
    drawn_for_paper,
    drawn_in_secret,
    typed_digits,
)


@pytest.mark.parametrize("typed", ["４８２９１５", "482 915", " 482-915 ", "482\u3000915", "482\xa0915", "482915"])
def test_digits_are_read_as_people_type_them(typed):
    assert typed_digits(typed) == code_on_paper(typed) == "482915"


@pytest.mark.parametrize("typed", ["48291", "4829150", "48291a", "", "\0", "٤٨٢٩١٥", "四八二九一五"])
def test_anything_but_six_digits_stands_on_no_paper(typed):
    assert code_on_paper(typed) == ""


def test_what_was_given_once_is_given_to_nobody_else():
    taken = {str(number) for number in range(FIRST_ON_PAPER, FIRST_ON_PAPER + 440_000)}
    drawn = drawn_for_paper(taken=taken, many=500)
    assert len(set(drawn)) == 500
    assert not taken & set(drawn)


@pytest.mark.parametrize("many", [1, 50])
def test_when_half_are_given_away_no_more_are_drawn(many):
    taken = {str(number) for number in range(FIRST_ON_PAPER, LAST_ON_PAPER + 1, 2)}
    with pytest.raises(NoCodesLeft):
        drawn_for_paper(taken=taken, many=many)


def test_secret_digits_that_are_known_are_drawn_anew():
    known = iter([True, True, False])
    digits = drawn_in_secret(lambda _digits: next(known))
    assert len(digits) == 8
    assert next(known, None) is None
