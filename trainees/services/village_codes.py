"""Six digits for the poster of each village."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from trainees.codes import drawn_for_paper
from trainees.models import VillageCode
from villages.models import Division


@transaction.atomic
def ensure_village_codes(*, villages: Iterable[Division]) -> int:
    """A code for every village that has none in force; returns how many were made. Raises NoCodesLeft."""
    taken = set(VillageCode.objects.values_list("code", flat=True))
    having = set(VillageCode.objects.filter(revoked_at=None).values_list("village_id", flat=True))
    missing = [village for village in villages if village.pk not in having]
    together = zip(missing, drawn_for_paper(taken=taken, many=len(missing)), strict=True)
    VillageCode.objects.bulk_create([VillageCode(village=village, code=code) for village, code in together])
    return len(missing)


@transaction.atomic
def replace_village_code(*, code: VillageCode) -> VillageCode:
    """Another number for the same village, at once; the old posters lead nowhere any more."""
    code.revoked_at = timezone.now()
    code.save(update_fields=["revoked_at"])
    ensure_village_codes(villages=[code.village])
    return VillageCode.objects.get(village=code.village, revoked_at=None)
