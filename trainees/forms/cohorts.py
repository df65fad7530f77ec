"""What a trainer writes of a class. The place is found as people say it, among her own places only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from trainees.forms.join import UNTAPPED, Typed
from trainees.forms.places import PlaceAsked
from trainees.models import Cohort, User
from trainees.selectors import divisions_visible_to
from trainees.services import ClassWords
from villages.models import Division
from villages.selectors import valid_on

LONGEST = 60
SAY_NAME = gettext_lazy("Please write the name of the class.")
SAY_FUNDED = gettext_lazy("Please tap whether public money pays for this class.")
FUNDED = [
    ("no", pgettext_lazy("public money", "No")),
    ("yes", pgettext_lazy("public money", "Yes: the register is kept for who checks the money")),
]
SAY_DAY = gettext_lazy("Please choose a day.")


class ClassForm(PlaceAsked, forms.Form):
    name = Typed(required=False)
    place = Typed(required=False)
    organisation = Typed(required=False)
    starts_on = forms.DateField(error_messages={"required": SAY_DAY, "invalid": SAY_DAY})
    funded = forms.ChoiceField(choices=FUNDED, error_messages=dict.fromkeys(UNTAPPED, SAY_FUNDED))
    ends_on = forms.DateField(required=False, error_messages={"invalid": SAY_DAY})
    register_until = forms.DateField(required=False, error_messages={"invalid": SAY_DAY})
    register_words = Typed(required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        if not name:
            raise forms.ValidationError(SAY_NAME)
        return _short(name, LONGEST)

    def clean_organisation(self) -> str:
        return _short(self.cleaned_data["organisation"].strip(), LONGEST)

    def clean_register_words(self) -> str:
        return _short(self.cleaned_data["register_words"].strip(), 200)

    def clean_place(self) -> Division:
        return self.place_in("place", valid_on(divisions_visible_to(self.user)))

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        begins, ends, kept = (cleaned.get(day) for day in ("starts_on", "ends_on", "register_until"))
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("The class ends before it begins."))
        if kept and kept < max(filter(None, (begins, ends)), default=kept):
            self.add_error("register_until", _("The register is kept at least until the class ends."))
        if (funded := cleaned.get("funded")) and "register_until" not in self.errors:
            self._check_register(funded == "yes")
        return cleaned

    def _check_register(self, funded: bool) -> None:
        """Public money and a day for the register come together."""
        kept, words = self.cleaned_data["register_until"], self.cleaned_data.get("register_words")
        if funded and not kept:
            self.add_error("register_until", _("Please choose until when the register is kept."))
        elif not funded and (kept or words):
            self.add_error("funded", _("You wrote how long the register is kept. Tap “yes”, or empty the two fields."))

    @property
    def words(self) -> ClassWords:
        said = dict(self.cleaned_data)
        del said["funded"]
        return ClassWords(division=said.pop("place"), **said)


def filled_in(cohort: Cohort | None, user: User) -> ClassForm:
    """The form as it stands first: of a class that is there, or of a new one from today."""
    if cohort is None:
        return ClassForm(user=user, initial={"starts_on": timezone.localdate().isoformat()})
    days = ("starts_on", "ends_on", "register_until")
    told = {field: getattr(cohort, field) for field in ("name", "organisation", "register_words")}
    told |= {day: getattr(cohort, day).isoformat() if getattr(cohort, day) else "" for day in days}
    told |= {"place": cohort.division.code, "funded": "yes" if cohort.register_until else "no"}
    return ClassForm(user=user, initial=told)


def _short(text: str, longest: int) -> str:
    if len(text) > longest:
        raise forms.ValidationError(_("This is too long: at most %(most)s characters.") % {"most": longest})
    return text
