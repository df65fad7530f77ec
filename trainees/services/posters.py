"""Posters of many villages in one file."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from trainees.models import VillageCode
from trainees.printing import PrintedPoster, printed_posters
from trainees.services.cards import PRINTED_IN
from villages.models import Division
from villages.selectors import valid_on


def posters_of(villages: QuerySet[Division], *, site: str) -> bytes:
    """A page for each village of today that has a code; empty when none has. They hold nothing of people."""
    codes = VillageCode.objects.filter(village__in=valid_on(villages).order_by(), revoked_at=None)
    posters = [_poster(code, site) for code in codes.select_related("village__parent").order_by("village__code")]
    with translation.override(PRINTED_IN):
        return printed_posters(posters) if posters else b""


def _poster(code: VillageCode, site: str) -> PrintedPoster:
    village = code.village
    return PrintedPoster(
        township=village.parent.name if village.parent else "",
        village=village.short_name,
        digits=code.code,
        address=site + reverse("poster", args=[code.code]),
    )
