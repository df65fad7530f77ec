"""Written as a text or a table and read again, a question is what it was."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizzes.exchange import chinese_text, xlsx
from quizzes.exchange.drafts import Answer, Draft, Option
from quizzes.exchange.template import examples

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
FORMATS = [chinese_text, xlsx]
PARTLY = Draft(
    *(1, "multiple"),
    prompt="打包要准备哪些？",
    options=[
        Option("纸箱", Decimal("0.5")),
        Option("网套", Decimal("0.5")),
        Option("铁钉", Decimal(-1), "会扎破果子。"),
    ],
)
IN_TWO_ORDERS = Draft(
    *(1, "ordering"),
    prompt="先后是怎样的？",
    options=[Option("晾"), Option("挑"), Option("装")],
    answers=[Answer("2 1 3")],
)
ROUGHLY = Draft(
    *(1, "numeric"),
    prompt="一袋多少克？",
    answers=[Answer("500", Decimal("449.5"), Decimal("550.5"))],
    unit="克",
)


def drafts_of(path: Path) -> list[Draft]:
    return [replace(each, changes=[]) for each in chinese_text.read(path.read_text()) if isinstance(each, Draft)]


def without_lines(drafts: list) -> list:
    return [replace(each, line=0) for each in drafts]


@pytest.mark.parametrize("format", FORMATS)
def test_every_text_comes_back_as_it_was(format):
    drafts = [draft for path in TEXTS for draft in drafts_of(path)]
    for some in (drafts[:100], drafts[100:]):
        assert without_lines(format.read(format.write(some))) == without_lines(some)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "draft", [PARTLY, IN_TWO_ORDERS, ROUGHLY, *examples()], ids=lambda value: getattr(value, "kind", "")
)
def test_shares_orders_ranges_and_feedback_come_back(format, draft):
    assert without_lines(format.read(format.write([draft]))) == without_lines([draft])
