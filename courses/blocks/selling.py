"""A worked sum, a worked listing, and the price calculator."""

from decimal import Decimal

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.said import CardValue, TitledBlock
from courses.tools.pricing import BOX
from courses.tools.sheet import ROWS, Sheet

TONES = ("a", "b", "c", "e", "f")


class AmountBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("What for"), max_length=60)
    amount = blocks.DecimalBlock(label=_("Yuan"), decimal_places=2, max_digits=9)


class SumValue(CardValue):
    """The price taken apart: each part with its share of the price in percent, for the strip of cloth."""

    @property
    def parts(self) -> list[dict]:
        """`label`, `amount` in yuan, `tone`, and `x`, `width` in hundredths of the price; what is left comes last."""
        price = self["price"]["amount"]
        rows = [*self["rows"], self["left"]]
        tones = [*TONES[: len(rows) - 1], "d"]
        parts: list[dict] = []
        x = 0.0
        for row, tone in zip(rows, tones, strict=False):
            width = float(max(row["amount"], 0) / price * 100) if price else 0.0
            parts.append({**row, "tone": tone, "x": round(x, 2), "width": round(width, 2)})
            x += width
        return parts


class SumBlock(TitledBlock):
    """Where the price of one box goes: every cost, and what is left."""

    price = AmountBlock(label=_("Price"))
    rows = blocks.ListBlock(AmountBlock(), label=_("Costs"), min_num=1, max_num=len(TONES))
    left = AmountBlock(label=_("Left"))
    note = blocks.CharBlock(label=_("One line below"), required=False, max_length=160)

    class Meta:
        label = _("Worked sum")
        icon = "decimal"
        template = "courses/blocks/sum.html"
        value_class = SumValue


class ListingBlock(TitledBlock):
    """A worked listing, as a product card that she can follow."""

    heading = blocks.CharBlock(label=_("Heading of the listing"), max_length=80)
    price = blocks.CharBlock(label=_("Price"), max_length=40)
    per = blocks.CharBlock(label=_("For what"), max_length=80, required=False)
    lines = blocks.ListBlock(blocks.CharBlock(label=_("Sentence"), max_length=120), label=_("Sentences"), max_num=10)

    class Meta:
        label = _("Worked listing")
        icon = "tag"
        template = "courses/blocks/listing.html"


def number(name: str, **limits: int) -> blocks.DecimalBlock:
    """A number that the calculator begins with: as the course has it, unless the author says otherwise."""
    label, unit, _tone = ROWS[name]
    usual = Decimal(BOX[name])
    limits = {"min_value": 0, **limits}
    return blocks.DecimalBlock(label=label, help_text=unit, default=usual, decimal_places=2, max_digits=7, **limits)


class CalculatorValue(CardValue):
    @cached_property
    def sheet(self) -> Sheet:
        """The sum with the author's numbers."""
        typed = {name: f"{self[name].normalize():f}" for name in BOX if self.get(name) is not None}
        return Sheet({**BOX, **typed}, goods=self["goods_name"])


class CalculatorBlock(TitledBlock):
    """She puts in her own numbers: what is left of a box, or which price it needs. Flat, for wagtail-localize."""

    goods_name = blocks.CharBlock(
        label=_("What is sold"), required=False, max_length=40, help_text=_("Like: oranges, 5 jin.")
    )
    price = number("price")
    wanted = number("wanted")
    goods = number("goods")
    box = number("box")
    courier = number("courier")
    fee = number("fee", max_value=99)
    reserve = number("reserve")
    loss = number("loss", max_value=99)
    minutes = number("minutes", min_value=1)
    wage = number("wage")

    class Meta:
        label = _("Price calculator")
        icon = "decimal"
        template = "courses/blocks/calculator.html"
        value_class = CalculatorValue
