"""What one box leaves, and what it must cost. Pure; money in yuan.

Left = price − goods − box − courier − reserve − fee − loss. The fee is a share of the price. `reserve` is put aside in
each box for single bad fruit; `loss` is how many of a hundred boxes bring nothing, because their price is paid back.
Her own work is not taken off: its pay is in what is left. The phone reckons the same (static/courses/tools/pricing.js),
and pricing_examples.json holds both to it.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from quizzes.numbers import read_number

FEN, JIAO = Decimal("0.01"), Decimal("0.1")
HUNDRED = Decimal(100)
DEAREST = Decimal(100_000)
LONGEST = Decimal(10_000)
BLANK = re.compile("^[ \t\r\n\u00a0\u200b\u3000\ufeff]+|[ \t\r\n\u00a0\u200b\u3000\ufeff]+$")

# She asks for one, having decided the other.
WISHES = {"left": "price", "price": "wanted"}
COSTS = ("goods", "box", "courier", "reserve")
SHARES = ("fee", "loss")
OPTIONAL = ("minutes", "wage")
FIELDS = ("price", "wanted", *COSTS, *SHARES, *OPTIONAL)

# The family's box of the course; every number is made up.
BOX = {
    "price": "30",
    "wanted": "6",
    "goods": "10",
    "box": "4.5",
    "courier": "9",
    "fee": "5",
    "reserve": "1",
    "loss": "0",
    "minutes": "30",
    "wage": "12",
}


class Reckoning(NamedTuple):
    """All in yuan. `even` is the lowest price that loses nothing; `hour` is what an hour of her work brings, None when
    she did not say how long a box takes; `gap` is how much more that is than an hour in the workshop.
    """

    price: Decimal
    fee: Decimal
    loss: Decimal
    left: Decimal
    even: Decimal
    hour: Decimal | None = None
    gap: Decimal | None = None


def read(typed: Mapping[str, str], ask: str) -> tuple[dict[str, Decimal], dict[str, str]]:
    """What she typed as numbers, and what is the matter with the rest: {field: code of `PROBLEMS` in `sheet`}."""
    numbers: dict[str, Decimal] = {}
    problems: dict[str, str] = {}
    for name in (WISHES[ask], *COSTS, *SHARES, *OPTIONAL):
        text = BLANK.sub("", typed.get(name, ""))
        if not text and name in OPTIONAL:
            continue
        number = read_number(text)
        problem = _problem(name, text, number)
        if problem:
            problems[name] = problem
        elif number is not None:
            numbers[name] = _fen(number)
    if not problems and numbers["fee"] + numbers["loss"] >= HUNDRED:
        problems["loss"] = "nothing-left"
    return numbers, problems


def work_out(typed: Mapping[str, str], ask: str) -> tuple[Reckoning | None, dict[str, str]]:
    """The sum, or None and what must be mended first."""
    numbers, problems = read(typed, ask)
    if problems:
        return None, problems
    price = numbers["price"] if ask == "left" else _price_for(numbers["wanted"], numbers)
    if price >= DEAREST:
        return None, {"wanted": "too-large"}
    return _reckon(price, numbers), {}


def _problem(name: str, text: str, number: Decimal | None) -> str:
    """The code of what is the matter with a field, or nothing."""
    if not text:
        return "missing"
    if number is None or (name == "minutes" and ("时" in text or "h" in text.lower())):
        return "no-number"
    if number < 0:
        return "negative"
    if name in SHARES:
        return "hundred" if number >= HUNDRED or _fen(number) >= HUNDRED else ""
    most = LONGEST if name == "minutes" else DEAREST
    if number >= most or _fen(number) >= most:
        return "too-large"
    return "zero" if name in ("price", "minutes") and not _fen(number) else ""


def _reckon(price: Decimal, numbers: Mapping[str, Decimal]) -> Reckoning:
    costs = sum((numbers[name] for name in COSTS), Decimal(0))
    fee = _fen(price * numbers["fee"] / HUNDRED)
    # Together first: so the parts add up, and a price that was asked for leaves what was wanted.
    loss = _fen(price * (numbers["fee"] + numbers["loss"]) / HUNDRED) - fee
    left = price - costs - fee - loss
    hour = (left * 60 / numbers["minutes"]).quantize(JIAO, ROUND_HALF_UP) if "minutes" in numbers else None
    gap = hour - numbers["wage"] if hour is not None and "wage" in numbers else None
    return Reckoning(price, fee, loss, left, _price_for(Decimal(0), numbers), hour, gap)


def _price_for(wanted: Decimal, numbers: Mapping[str, Decimal]) -> Decimal:
    """The lowest price in whole jiao that leaves at least `wanted`."""
    needed = wanted + sum((numbers[name] for name in COSTS), Decimal(0))
    kept = HUNDRED - numbers["fee"] - numbers["loss"]
    # In whole jiao before dividing: a quotient cut off after its 28 digits could be a jiao too low.
    jiao, over = divmod(needed * HUNDRED * 10, kept)
    return (jiao + (1 if over else 0)) * JIAO


def _fen(number: Decimal) -> Decimal:
    return number.quantize(FEN, ROUND_HALF_UP)
