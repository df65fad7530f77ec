"""The sum as a page shows it: what to type, the strip of cloth, what is left, and the sentences for both."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.tools.pricing import BOX, WISHES, read, work_out
from foundation.templatetags.said import yuan

PROBLEMS = {
    "missing": _("Type a number. If there is none, type 0."),
    "no-number": _("Type it in digits, like 4.5."),
    "negative": _("Type 0 or a number above it."),
    "zero": _("Type a number above 0."),
    "too-large": _("That is a very large number. Please look again."),
    "hundred": _("Type a number below 100."),
    "nothing-left": _("Fee and boxes sent back take it all. Make one of them smaller."),
}

YUAN, BOXES, MINUTES = _("yuan"), _("boxes"), _("minutes")

# Field: what it says, its unit, its colour in the strip.
ROWS = {
    "price": (_("A box sells at"), YUAN, ""),
    "wanted": (_("I want left"), YUAN, ""),
    "goods": (_("Goods, own too"), YUAN, "a"),
    "box": (_("Box, nets, tape"), YUAN, "b"),
    "courier": (_("Courier"), YUAN, "c"),
    "fee": (_("Fee in 100 yuan"), YUAN, "e"),
    "reserve": (_("For bad fruit"), YUAN, "f"),
    "loss": (_("Sent back, of 100"), BOXES, "f"),
    "minutes": (_("Work on a box"), MINUTES, ""),
    "wage": (_("An hour in the workshop"), YUAN, ""),
}
TIME = ("minutes", "wage")

# What stands beside the answer; the phone fills in the same.
SAYINGS = {
    "left": _("Sold at {price}, left:"),
    "short": _("Sold at {price}, short by:"),
    "price": _("To have {wanted} left, sell at:"),
    "wrong": _("First mend the numbers below."),
    "comes-to": _("That is {amount} a box."),
    "even": _("At {even} nothing is lost and nothing left."),
    "here-more": _("Selling yourself brings {gap} more an hour."),
    "there-more": _("The workshop brings {gap} more an hour."),
    "same": _("The same. Now compare the rest."),
}


class Row(NamedTuple):
    """A field to type into; `comes_to` says what a share of the price is in yuan."""

    name: str
    label: str
    unit: str
    tone: str
    value: str
    problem: str
    comes_to: str


class Part(NamedTuple):
    """A piece of the strip; `x` and `width` in hundredths of it."""

    name: str
    tone: str
    x: float
    width: float


class Sheet:
    """What she typed, and what comes of it. `goods` is what she sells, in the author's words."""

    def __init__(self, typed: Mapping[str, str] = BOX, ask: str = "left", goods: str = "") -> None:
        self.typed, self.ask, self.goods = typed, ask if ask in WISHES else "left", goods
        self.sum, self.problems = work_out(typed, self.ask)
        self.numbers, _problems = read(typed, self.ask)
        self.sayings, self.complaints = SAYINGS, PROBLEMS

    @cached_property
    def rows(self) -> list[Row]:
        """Everything about the money of a box."""
        return [self._row(name) for name in ROWS if name not in TIME]

    @cached_property
    def time_rows(self) -> list[Row]:
        return [self._row(name) for name in TIME]

    def _row(self, name: str) -> Row:
        label, unit, tone = ROWS[name]
        problem = str(PROBLEMS[self.problems[name]]) if name in self.problems else ""
        share = getattr(self.sum, name) if self.sum and name in ("fee", "loss") else None
        said = self.goods if name == "goods" and self.goods else label
        comes_to = "" if not share else str(SAYINGS["comes-to"]).format(amount=yuan(share))
        return Row(name, str(said), str(unit), tone, self.typed.get(name, ""), problem, comes_to)

    @property
    def money(self) -> str:
        """How an amount is said, for the script: `{} yuan`."""
        return gettext("%(amount)s yuan") % {"amount": "{}"}

    @property
    def said(self) -> str:
        """The words beside the answer."""
        if self.sum is None:
            return str(SAYINGS["wrong"])
        saying = self.ask if self.ask == "price" or self.sum.left >= 0 else "short"
        wanted = yuan(self.numbers["wanted"]) if self.ask == "price" else ""
        return str(SAYINGS[saying]).format(price=yuan(self.sum.price), wanted=wanted)

    @property
    def answer(self) -> str:
        if self.sum is None:
            return ""
        return yuan(self.sum.price if self.ask == "price" else abs(self.sum.left))

    @property
    def even(self) -> str:
        return str(SAYINGS["even"]).format(even=yuan(self.sum.even)) if self.sum else ""

    @property
    def strip(self) -> list[Part]:
        """Costs first, what is left last; costs above the price fill the whole strip."""
        parts, x = [], 0.0
        for name, amount in self._amounts().items():
            width = float(amount / self._length * 100)
            parts.append(Part(name, ROWS[name][2] if name in ROWS else "d", round(x, 2), round(width, 2)))
            x += width
        return parts

    def _amounts(self) -> dict[str, Decimal]:
        if self.sum is None:
            return dict.fromkeys(("goods", "box", "courier", "fee", "reserve", "left"), Decimal(0))
        return {
            **{name: self.numbers[name] for name in ("goods", "box", "courier")},
            "fee": self.sum.fee,
            "reserve": self.numbers["reserve"] + self.sum.loss,
            "left": max(self.sum.left, Decimal(0)),
        }

    @cached_property
    def _length(self) -> Decimal:
        return sum(self._amounts().values()) or Decimal(1)

    @property
    def hours(self) -> list[Part]:
        """Two bars: an hour here and an hour in the workshop; the longer one fills its line."""
        hour = (self.sum and self.sum.hour) or Decimal(0)
        here, there = max(hour, Decimal(0)), self.numbers.get("wage", Decimal(0))
        longest = max(here, there) or Decimal(1)
        bars = (("here", "d", here), ("there", "b", there))
        return [Part(name, tone, 0, round(float(amount / longest * 100), 2)) for name, tone, amount in bars]

    @property
    def here(self) -> str:
        """What an hour here brings; nothing when it is not known."""
        return yuan(self.sum.hour) if self.sum and self.sum.hour is not None else ""

    @property
    def there(self) -> str:
        return yuan(self.numbers["wage"]) if "wage" in self.numbers else ""

    @property
    def gap(self) -> str:
        if self.sum is None or self.sum.gap is None:
            return ""
        saying = "here-more" if self.sum.gap > 0 else "there-more" if self.sum.gap else "same"
        return str(SAYINGS[saying]).format(gap=yuan(abs(self.sum.gap)))
