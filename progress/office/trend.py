"""Two rows of bars, a bar a week, drawn here as numbers for an inline SVG: no chart library, no script."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from progress.counts import Week

WIDE, NARROW = (776, 53), (328, 16)
LEFT, RIGHT, HEIGHT = 6, 56, 84
TOPS = (18, 136)
GAP = 0.2
NICE = (1, 2, 5)


class Bar(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    title: str
    now: bool


class Line(NamedTuple):
    y: float
    label: str
    label_y: float


class Tick(NamedTuple):
    x: float
    label_x: float
    label: str


@dataclass(frozen=True)
class Series:
    name: str
    last: str
    bars: list[Bar]
    lines: list[Line]
    base: int
    name_y: int
    people: bool


@dataclass(frozen=True)
class Chart:
    css: str
    width: int
    right: int
    label_x: int
    series: list[Series]
    ticks: list[Tick]


@dataclass(frozen=True)
class Trend:
    """`weeks` is how many there are; `left_out` how many older ones are not drawn."""

    charts: list[Chart]
    weeks: list[Week]
    left_out: int


def trend_of(weeks: list[Week]) -> Trend:
    shown = weeks[-WIDE[1] :]
    charts = [_chart("trend__wide", WIDE, shown), _chart("trend__narrow", NARROW, shown)]
    return Trend(charts, shown, len(weeks) - len(shown))


def _chart(css: str, size: tuple[int, int], weeks: list[Week]) -> Chart:
    width, most = size
    weeks = weeks[-most:]
    right = width - RIGHT
    step = (right - LEFT) / max(len(weeks), 12)
    measures: list[tuple[str, Callable[[Week], int]]] = [
        (_("Registered each week"), lambda week: week.registered),
        (_("Completed each week"), lambda week: week.completed),
    ]
    series = [
        _series(name, [(week.first, of(week)) for week in weeks], step, top)
        for (name, of), top in zip(measures, TOPS, strict=True)
    ]
    return Chart(css, width, right, right + 4, series, _ticks(weeks, step))


def _series(name: str, values: list[tuple[datetime.date, int]], step: float, top: int) -> Series:
    highest = max([people for _day, people in values], default=0)
    scale = HEIGHT * 0.95 / highest if highest else 0
    base = top + HEIGHT
    bars = [
        Bar(
            round(LEFT + number * step, 1),
            round(base - people * scale, 1),
            round(step * (1 - GAP), 1),
            round(people * scale, 1),
            _("Week from %(day)s: %(people)s") % {"day": date_format(day), "people": people},
            number == len(values) - 1,
        )
        for number, (day, people) in enumerate(values)
    ]
    last = _("Latest week %(people)s") % {"people": f"{values[-1][1]:,}" if values else 0}
    return Series(name, last, bars, _lines(highest, scale, base), base, top - 6, top == TOPS[0])


def _lines(highest: int, scale: float, base: int) -> list[Line]:
    """Two thin lines at round numbers, the upper one not above the highest bar."""
    step = _nice(highest)
    levels = [level for level in (step, 2 * step) if 0 < level <= highest]
    found = [(level, round(base - level * scale, 1)) for level in levels]
    return [Line(y, f"{level:,}", round(y + 4, 1)) for level, y in found]


def _nice(highest: int) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 … that fits twice below the highest value; at least 1."""
    fitting, power = 1, 1
    while power <= highest:
        fitting = max([fitting, *(unit * power for unit in NICE if 2 * unit * power <= highest)])
        power *= 10
    return fitting


def _ticks(weeks: list[Week], step: float) -> list[Tick]:
    """A tick at the first week of each month."""
    found, before = [], None
    for number, week in enumerate(weeks):
        if week.first.month != before and (before is not None or week.first.day <= 7):
            x = round(LEFT + number * step, 1)
            found.append(Tick(x, round(x + 3, 1), date_format(week.first, pgettext("format of a month", "M"))))
        before = week.first.month
    return found
