"""Where somebody lives now, as people say it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from trainees.forms.places import place_written
from trainees.selectors import open_villages
from villages.models import Division

UNKNOWN = _("We do not know this village. Please write it shorter, or its code.")


def village_written(text: str, tapped: str = "") -> Division:
    """The one village where people may join. Raises ValidationError with what else it could be."""
    return place_written(text, open_villages(), tapped=tapped, unknown=UNKNOWN)
