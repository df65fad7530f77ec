"""The figures at the head of a page: name, number, unit, and in a small line what it is made of."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from progress.counts import Tally
from progress.office.columns import share
from progress.office.rows import Table
from progress.office.words import definitions


@dataclass(frozen=True)
class Figure:
    name: str
    value: int
    unit: str
    small: list[str]
    definition: str


def figures_of_people(total: Tally) -> list[Figure]:
    meanings = {definition.key: definition for definition in definitions()}

    def figure(key: str, *small: str) -> Figure:
        value = getattr(total, key)
        meaning = meanings[key].text if key != "completed" else f"{meanings[key].text} {meanings['rate'].text}"
        return Figure(meanings[key].term, value, npgettext("unit", "person", "people", value), list(small), meaning)

    rate = {"completed": f"{total.completed_till:,}", "registered": f"{total.registered_till:,}"}
    return [
        figure("registered", _("%(people)s started") % {"people": f"{total.started:,}"}),
        figure("trained", _("each person once")),
        figure("passed", _("all required quizzes")),
        figure(
            "completed",
            _("Completion rate %(share)s") % {"share": share(total.completed_till, total.registered_till)},
            _("%(completed)s of %(registered)s registered") % rate,
        ),
    ]


def figure_of_villages(table: Table) -> Figure:
    """How many villages somebody was trained in; for a place with villages below it."""
    covered, villages = table.total.covered, table.total.villages
    meaning = next(definition.text for definition in definitions() if definition.key == "coverage")
    return Figure(
        _("Villages taking part"),
        covered,
        npgettext("unit", "village", "villages", covered),
        [
            _("of %(villages)s villages and communities") % {"villages": f"{villages:,}"},
            _("coverage %(share)s") % {"share": share(covered, villages)},
        ],
        meaning,
    )
