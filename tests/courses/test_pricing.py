"""What a box leaves: one table of examples, held by Python and by the phone's script."""

import itertools
import json
from decimal import Decimal
from pathlib import Path

import pytest

import courses
import quizzes
from courses.tools.pricing import BOX, FIELDS, Reckoning, work_out

TABLE = json.loads((Path(courses.__file__).parent / "tools" / "pricing_examples.json").read_text(encoding="utf-8"))
ROWS = TABLE["rows"]
SCRIPTS = (
    Path(quizzes.__file__).parent / "static" / "quizzes" / "numbers.js",
    Path(courses.__file__).parent / "static" / "courses" / "tools" / "pricing.js",
)
IN_THE_BROWSER = """sittings => sittings.map(([typed, ask]) => {
  const { sum, problems } = window.pricing.workOut(typed, ask);
  const spelled = value => value === null ? null : window.pricing.spelled(value);
  return { problems, sum: sum && Object.fromEntries(Object.entries(sum).map(([name, fen]) => [name, spelled(fen)])) };
})"""

every_row = pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])


def typed(row: dict) -> dict[str, str]:
    return {**TABLE["box"], **row["typed"]}


def plain(reckoning: Reckoning) -> dict[str, Decimal | None]:
    return reckoning._asdict()


def given(row: dict) -> dict[str, Decimal | None]:
    return {name: amount and Decimal(amount) for name, amount in row["gives"].items()}


def in_chromium(browser, sittings: list[tuple[dict, str]]) -> list[dict]:
    page = browser.new_page()
    for script in SCRIPTS:
        page.add_script_tag(path=script)
    return page.evaluate(IN_THE_BROWSER, [list(sitting) for sitting in sittings])


@every_row
def test_python_reckons_as_the_table_says(row):
    reckoning, problems = work_out(typed(row), row["ask"])
    assert problems == row.get("problems", {})
    if reckoning is not None:
        assert {name: plain(reckoning)[name] for name in given(row)} == given(row)


def test_the_phone_reckons_as_the_table_says(browser):
    for row, result in zip(ROWS, in_chromium(browser, [(typed(row), row["ask"]) for row in ROWS]), strict=True):
        assert result["problems"] == row.get("problems", {}), row["why"]
        if result["sum"] is not None:
            amounts = {name: result["sum"][name] for name in row["gives"]}
            assert {name: amount and Decimal(amount) for name, amount in amounts.items()} == given(row), row["why"]


def test_both_give_the_same_figures_whatever_is_typed(browser):
    many = itertools.product(
        ("0.1", "24.55", "30", "99999.99"), ("0", "0.2", "6.25", "59.99"), ("0", "3.3", "40"), ("7", "45", "0.1")
    )
    sittings = [
        ({**BOX, "price": price, "wanted": price, "fee": fee, "loss": loss, "minutes": minutes}, ask)
        for price, fee, loss, minutes in many
        for ask in ("left", "price")
    ]
    for (numbers, ask), result in zip(sittings, in_chromium(browser, sittings), strict=True):
        reckoning, problems = work_out(numbers, ask)
        assert result["problems"] == problems
        if reckoning is not None:
            assert {name: Decimal(amount) for name, amount in result["sum"].items()} == plain(reckoning), numbers


def test_parts_add_up_to_the_price():
    for price, fee, loss in itertools.product(("0.1", "29.95", "33.3"), ("0.5", "5", "12.5"), ("0", "3", "0.7")):
        sum_, _ = work_out({**BOX, "price": price, "fee": fee, "loss": loss}, "left")
        assert sum_.left + sum_.fee + sum_.loss + Decimal("24.5") == Decimal(price)


def test_asked_for_price_leaves_what_was_wanted_and_a_jiao_less_does_not():
    for wanted, fee, loss in itertools.product(("0", "6", "7.77", "120"), ("0", "5", "6.25"), ("0", "3", "0.7")):
        numbers = {**BOX, "wanted": wanted, "fee": fee, "loss": loss}
        asked, _ = work_out(numbers, "price")
        assert asked.left >= Decimal(wanted)
        below, _ = work_out({**numbers, "price": str(asked.price - Decimal("0.11"))}, "left")
        assert below.left < Decimal(wanted)


def test_table_begins_with_the_box_of_the_course_and_names_every_field():
    assert TABLE["box"] == BOX
    assert set(BOX) == set(FIELDS)
    assert len(ROWS) >= 60
    assert len({row["why"] for row in ROWS}) == len(ROWS)
