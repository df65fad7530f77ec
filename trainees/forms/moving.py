"""Where somebody lives now, as people say it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from trainees.selectors import open_villages
from villages.models import Division
from villages.selectors import matching

LONGEST, LISTED = 60, 6


def village_meant(text: str) -> Division:
    """The one village, by code, name or township with name. Raises ValidationError with what else it could be."""
    typed = text.replace("\0", "").strip()[:LONGEST]
    words = typed.split()
    found = list(matching(open_villages(), words[-1] if words else "").order_by("code"))
    exact = [place for place in found if typed in (place.code, place.place_name)]
    exact = exact or [place for place in found if typed in (place.name, place.short_name)]
    meant = exact or found
    if len(meant) == 1:
        return meant[0]
    if not meant:
        raise ValidationError(_("We do not know this village. Please write it shorter, or its code."))
    if len(meant) > LISTED:
        raise ValidationError(_("There are many villages like this. Write more of the name."))
    named = "; ".join(f"{place.place_name} {place.code}" for place in meant)
    raise ValidationError(_("Which one is it? Please write its code: %(places)s") % {"places": named})
