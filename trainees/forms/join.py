"""The sign-up screen. It has a field for what she is asked, and what else a body holds is not looked at."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from trainees.ages import ages
from trainees.forms.pins import TOO_EASY, PinField
from trainees.models import Sign
from trainees.names import BadName, cleaned_name
from trainees.phone_numbers import cleaned_number
from trainees.selectors import code_of_village, open_village
from villages.meaning import NotMeant, place_meant
from villages.models import Division
from villages.selectors import villages_under

NAME_SENTENCES = {
    "empty": _("Please write what we may call you."),
    "long": _("The name is too long: at most 30 characters."),
    "unseen": _("The name holds signs that cannot be seen. Please type it again."),
    "signs": _("Please write the name with characters or letters only."),
}
NOT_AGREED = _("Please tap that you agree. Or learn without signing up.")
SALT = "trainees.join"
TOKEN_SECONDS = 24 * 3600
MATCHES = 12
REGISTERED_SENTENCES = {
    "unknown": _("We found no village of this name. Write it shorter, or leave it empty."),
    "many": _("There are many villages like this. Write more of the name."),
    "several": _("Which one is it? Please tap it."),
}
UNTAPPED = ("required", "invalid_choice")


def new_token() -> str:
    """Stands in the form, so that the same form sent twice makes one person."""
    return signing.dumps(str(uuid.uuid4()), salt=SALT)


def known_to_others(village: Division | None, phone: str | None) -> set[str]:
    """The village's code hangs on the wall, and the end of her number is known to all who ring her."""
    return {code_of_village(village) or "" if village else "", phone[-6:] if phone else ""}


class Typed(forms.CharField):
    """A text that its own check reads, whatever stands in it; the sentences of Django are made for other people."""

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\0", "\ufffd")


class NameAndNumber:
    """How every form looks at what somebody is called, and at the number on which she is rung up."""

    cleaned_data: dict[str, Any]

    def clean_name(self) -> str:
        try:
            return cleaned_name(self.cleaned_data["name"])
        except BadName as bad:
            raise forms.ValidationError(NAME_SENTENCES[bad.reason], code=bad.reason) from None

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"].strip()
        number = cleaned_number(typed) if typed else ""
        if number is None:
            raise forms.ValidationError(_("A mobile number has 11 digits and begins with 1. Or leave it empty."))
        return number


class JoinForm(NameAndNumber, forms.Form):
    token = Typed(required=False)
    village = Typed(required=False)
    name = Typed(required=False, strip=False)
    sign = forms.ChoiceField(choices=Sign.choices, error_messages=dict.fromkeys(UNTAPPED, _("Please tap a picture.")))
    pin = PinField(new=True)
    age = forms.ChoiceField(choices=ages, error_messages=dict.fromkeys(UNTAPPED, _("Please tap how old you are.")))
    phone = Typed(required=False)
    registered = Typed(required=False)
    registered_code = Typed(required=False)
    name_shown = forms.BooleanField(required=False)
    public_phone = forms.BooleanField(required=False)
    agreed = forms.BooleanField(error_messages={"required": NOT_AGREED})

    # The places that the words in `registered` may mean, when they mean several.
    registered_matches: list[Division] = []

    def clean_token(self) -> uuid.UUID:
        """The key of the person to be; a new one when the form is too old or was not ours."""
        try:
            return uuid.UUID(signing.loads(self.cleaned_data["token"], salt=SALT, max_age=TOKEN_SECONDS))
        except (signing.BadSignature, ValueError, TypeError):
            return uuid.uuid4()

    def clean_village(self) -> Division:
        village = open_village(self.cleaned_data["village"])
        if village is None:
            raise forms.ValidationError(_("We do not know this village. Please choose yours again."))
        return village

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if cleaned.get("pin") and cleaned["pin"] in known_to_others(cleaned.get("village"), cleaned.get("phone")):
            self.add_error("pin", forms.ValidationError(TOO_EASY, code="weak"))
        self._find_registered(cleaned)
        return cleaned

    def _find_registered(self, cleaned: dict) -> None:
        chosen, typed = cleaned.get("registered_code"), (cleaned.get("registered") or "").strip()
        cleaned["registered_village"] = None
        if not typed:
            return
        villages = villages_under("").filter(code=chosen) if chosen else villages_under("")
        try:
            cleaned["registered_village"] = place_meant(typed, villages, listed=MATCHES)
        except NotMeant as why:
            self.registered_matches = why.places
            self.add_error("registered", REGISTERED_SENTENCES[why.reason])
