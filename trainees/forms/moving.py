"""Where somebody lives now, as people say it."""

from __future__ import annotations

from contextlib import suppress

from django.utils.translation import gettext_lazy as _

from trainees.forms.places import place_written
from trainees.selectors import open_villages
from villages.meaning import NotMeant, place_meant
from villages.models import Division

UNKNOWN = _("We do not know this village. Please write it shorter, or its code.")
TAP = _("Which one is it? Please tap it.")


def village_written(text: str, tapped: str = "") -> Division:
    """The one village where people may join; `tapped` is the code of one of those that the words may mean.

    Raises ValidationError with what else it could be.
    """
    villages = open_villages()
    if tapped:
        with suppress(NotMeant):  # she tapped one, and then wrote something else
            return place_meant(text, villages.filter(code=tapped))
    return place_written(text, villages, unknown=UNKNOWN, several=TAP)
