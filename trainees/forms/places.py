"""A place that was written: the one that is meant, or those that it may be, to be tapped, or what to write instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from villages.meaning import NotMeant, place_meant
from villages.models import Division

SENTENCES: dict[str, str | Promise] = {
    "empty": _("Please write the name of the place, or its code."),
    "unknown": _("No place of yours is called so. Please write it shorter, or its code."),
    "many": _("There are many places like this. Please write more of the name, or the code."),
    "several": _("Which one is it? Please tap it."),
}


def place_written(text: str, among: QuerySet[Division], *, tapped: str = "", **instead: str | Promise) -> Division:
    """The one of these places; `tapped` is the code of one of those that the words may mean.

    Raises ValidationError, whose `params` hold the places that it may be. `unknown` is said instead where a form has
    words of its own.
    """
    if tapped:
        with suppress(NotMeant):  # she tapped one, and then wrote something else
            return place_meant(text, among.filter(code=tapped))
    try:
        return place_meant(text, among)
    except NotMeant as why:
        sentence = instead.get(why.reason, SENTENCES[why.reason])
        raise forms.ValidationError(str(sentence), code=why.reason, params={"choices": why.places}) from None


class PlaceAsked:
    """A form with a field for a place. Those that the words may mean stand below it, each with its code.

    What was tapped stays tapped while something else in the form is put right.
    """

    cleaned_data: dict[str, Any]
    data: Mapping[str, Any]
    places_meant: Sequence[Division] = ()

    def place_in(self, field: str, among: QuerySet[Division]) -> Division:
        tapped = self.data.get(f"{field}_code", "")
        try:
            place = place_written(self.cleaned_data[field], among, tapped=tapped)
        except forms.ValidationError as wrong:
            self.places_meant = (wrong.params or {}).get("choices", ())
            raise
        self.places_meant = [place] if place.code == tapped else []
        return place

    @property
    def place_tapped(self) -> str:
        """The code of the one that stays tapped."""
        return self.places_meant[0].code if len(self.places_meant) == 1 else ""
