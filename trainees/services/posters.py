"""Posters of many villages in one file."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from trainees.printing import PrintedPoster, printed_posters
from trainees.selectors.doors import codes_of_villages
from trainees.services.cards import PRINTED_IN
from villages.models import Division
from villages.selectors import valid_on


def posters_of(villages: QuerySet[Division], *, site: str) -> bytes:
    """A page for each village of today that has a code; empty when none has. They hold nothing of people."""
    codes = codes_of_villages(valid_on(villages))
    posters = [_poster(village, digits, site) for village, digits in codes.items()]
    with translation.override(PRINTED_IN):
        return printed_posters(posters) if posters else b""


def _poster(village: Division, digits: str, site: str) -> PrintedPoster:
    return PrintedPoster(
        township=village.parent.name if village.parent else "",
        village=village.short_name,
        digits=digits,
        address=site + reverse("poster", args=[digits]),
    )
