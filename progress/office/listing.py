"""A long list of people in pages, and the filter by state above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from progress.office import people
from progress.office.filters import Filters

PER_PAGE = 200


class StateChoice(NamedTuple):
    label: str
    many: int
    href: str
    chosen: bool


@dataclass(frozen=True)
class Listing:
    """One page of the list; `before` and `after` are addresses, empty at the ends."""

    rows: list[people.Row]
    start: int
    end: int
    many: int
    before: str
    after: str


def listing_of(rows: list[people.Row], filters: Filters) -> Listing:
    """A page that is not there gives the nearest one that is."""
    page = Paginator(rows, PER_PAGE).get_page(filters.values["page"] or 1)
    before = filters.href(page=str(page.number - 1)) if page.has_previous() else ""
    after = filters.href(page=str(page.number + 1)) if page.has_next() else ""
    return Listing(list(page.object_list), page.start_index(), page.end_index(), len(rows), before, after)


def state_choices(everybody: list[people.Row], filters: Filters) -> list[StateChoice]:
    """All of them, and each state that somebody is in."""
    found = people.counted_states(everybody)
    asked = filters.values["state"]
    chosen = asked if asked in people.states() else ""
    every = StateChoice(_("All"), len(everybody), filters.href(state="", page=""), not chosen)
    return [every] + [
        StateChoice(state.words, found[key], filters.href(state=key, page=""), key == chosen)
        for key, state in people.states().items()
        if found[key] or key == chosen
    ]
