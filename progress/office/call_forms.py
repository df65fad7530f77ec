"""What is asked before a list of calls is made: why, where, whom, how many."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from foundation.hanzi import to_halfwidth
from progress.models import CallReason
from progress.models.calls import CHECKING
from progress.office.places import places_to_choose
from progress.selectors.calls import EVERYBODY, NOT_STARTED, STUCK, TRAINED
from progress.services.calling import MOST, Wanted, draws_only
from trainees.forms.places import PlaceAsked
from trainees.models import User
from trainees.selectors import divisions_read_by, divisions_visible_to
from villages.models import Division

SEED = re.compile(r"[0-9A-Za-z.-]{1,40}", re.ASCII)
CHOICES = [
    (EVERYBODY, pgettext_lazy("call", "everybody who lives there")),
    (TRAINED, gettext_lazy("who has completed a lesson")),
    (STUCK, gettext_lazy("who is stuck: nothing for 7 days, or a quiz done three times and not passed")),
    (NOT_STARTED, gettext_lazy("who has not begun")),
]


class CallForm(PlaceAsked, forms.Form):
    """`wanted` holds the list when the form is valid. The place is a code or a name, within what she reads."""

    reason = forms.ChoiceField(label=pgettext_lazy("calls", "Why"), choices=CallReason.choices)
    place = forms.CharField(label=gettext_lazy("Place (name or code)"), max_length=40)
    choice = forms.ChoiceField(label=pgettext_lazy("call", "Whom"), choices=CHOICES, required=False)
    many = forms.IntegerField(
        label=gettext_lazy("Draw by lot, how many"),
        help_text=gettext_lazy("Empty: all of them, if they are at most 60."),
        min_value=1,
        max_value=MOST,
        required=False,
    )
    seed = forms.CharField(
        label=gettext_lazy("Seed of the lot"),
        help_text=gettext_lazy("An auditor may bring one. Empty: one is made up. It stays with the list."),
        max_length=40,
        required=False,
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if not divisions_visible_to(user).exists():
            self.fields["reason"].choices = [(one.value, one.label) for one in CHECKING]  # type: ignore[attr-defined]
        places = places_to_choose(user)
        if len(places) == 1:
            self.initial["place"] = places[0].code
        for field in self.fields.values():
            field.widget.attrs["class"] = "sift__input"

    def clean_place(self) -> Division:
        places = divisions_read_by(self.user).filter(level__gte=Division.Level.COUNTY)
        return self.place_in("place", places)

    def clean_seed(self) -> str:
        seed = to_halfwidth(self.cleaned_data["seed"]).strip()
        if seed and not SEED.fullmatch(seed):
            raise forms.ValidationError(_("A seed has only letters and digits, like 20261120."))
        return seed

    def clean(self) -> dict[str, Any]:
        """An auditor sees the sample and nobody else: she draws."""
        cleaned = super().clean() or {}
        place = cleaned.get("place")
        draws = cleaned.get("many") or "many" in self.errors
        if place and not draws and draws_only(self.user, place):
            self.add_error("many", _("An auditor calls people who were drawn by lot. Write how many."))
        if place and cleaned.get("reason") not in (None, *CHECKING) and draws_only(self.user, place):
            self.add_error("reason", _("An auditor calls to check the training, and for nothing else."))
        return cleaned

    @property
    def wanted(self) -> Wanted:
        told = self.cleaned_data
        return Wanted(told["place"], told["reason"], told["choice"], told["many"] or 0, told["seed"])
