"""The empty workbook that a trainer fills in: one sheet for her questions, one that shows each kind once."""

import io
from decimal import Decimal

import xlsxwriter
from django.utils.translation import gettext as _

from quizzes.exchange.drafts import Answer, Draft, Option, Pair
from quizzes.exchange.xlsx import LETTERS, fill

SIX_CHOICES = LETTERS[:6]


def a_template() -> bytes:
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    fill(workbook, _("Questions"), [], SIX_CHOICES)
    fill(workbook, _("Examples"), examples(), SIX_CHOICES)
    workbook.close()
    return content.getvalue()


def examples() -> list[Draft]:
    """One of each kind, in Chinese as the questions themselves are."""
    return [*_chosen(), *_worked_out(), *_arranged()]


def _chosen() -> list[Draft]:
    right = Decimal(1)
    oranges = [
        Option("马上封箱", feedback="闷在箱里会发霉。"),
        Option("晾干表面", right),
        Option("再喷点水", feedback="水越多越容易坏。"),
    ]
    packing = [
        *(Option("纸箱", right), Option("网套", right), Option("胶带", right)),
        Option("报纸团成的硬球", feedback="硬的东西会碰伤果子。"),
    ]
    return [
        Draft(2, "single", prompt="橙子装箱前要先做什么？", options=oranges, explanation="湿果装箱，容易发霉。"),
        Draft(3, "multiple", prompt="打包橙子要准备哪些？", options=packing, explanation="这三样，一样都不能少。"),
        Draft(4, "truefalse", prompt="快递面单上要写清电话。", true=True, explanation="快递员找不到人就送不到。"),
    ]


def _worked_out() -> list[Draft]:
    amount = [Answer("24", Decimal(24), Decimal(24))]
    asked = "一箱8斤，每斤3元，一箱卖多少元？"
    dried = [Answer("晾干"), Answer("晒干")]
    return [
        Draft(5, "numeric", prompt=asked, answers=amount, unit="元", explanation="8乘3等于24。"),
        Draft(6, "short", prompt="橙子装箱前要先____。", answers=dried, explanation="湿果装箱，容易发霉。"),
    ]


def _arranged() -> list[Draft]:
    steps = [Option("晾干"), Option("装箱"), Option("贴面单")]
    uses = [Pair("网套", "防碰"), Pair("胶带", "封口"), Pair("面单", "写地址")]
    return [
        Draft(7, "ordering", prompt="发货的先后是怎样的？", options=steps, explanation="干了才装，装好才贴。"),
        Draft(8, "matching", prompt="什么东西做什么用？", pairs=uses, explanation="各有各的用处。"),
    ]
