"""A place that was written: the one that is meant, or the sentence that says what to write instead."""

from __future__ import annotations

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
    "several": _("Which one is it? Please write its code: %(places)s"),
}


def place_written(text: str, among: QuerySet[Division], **instead: str | Promise) -> Division:
    """The one of these places. Raises ValidationError, whose `params` hold the places that it may be.

    `unknown` and `several` are said instead where a form has words of its own.
    """
    try:
        return place_meant(text, among)
    except NotMeant as why:
        sentence = instead.get(why.reason, SENTENCES[why.reason])
        named = "; ".join(f"{place.place_name} {place.code}" for place in why.places)
        params = {"places": named, "choices": why.places}
        raise forms.ValidationError(str(sentence), code=why.reason, params=params) from None
