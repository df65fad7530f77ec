"""What a keeper types for a neighbour, and what staff type about keepers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trainees.ages import ages
from trainees.codes import typed_digits
from trainees.forms.join import UNTAPPED, NameAndNumber, Typed
from trainees.forms.pins import TOO_EASY, PinField
from trainees.forms.places import PlaceAsked
from trainees.models import Person
from trainees.numbers import trainee_number
from villages.models import Division
from villages.selectors import valid_on

NOT_AGREED = _("Read it to her, and tap when she agrees. Without that nothing is kept.")
HER_NAME = _("Please write what she is called.")
NO_DAY = _("Please write a day like 2026-03-31.")
UNTYPED = ("required", "invalid")
LONGEST_LABEL = 40


class NameAndNumberForm(NameAndNumber, forms.Form):
    """What she is called, and the number on which she is rung up, if she has one."""

    name = Typed(required=False, strip=False)
    phone = Typed(required=False)

    def clean_name(self) -> str:
        try:
            return super().clean_name()
        except forms.ValidationError as wrong:
            raise forms.ValidationError(HER_NAME) if wrong.code == "empty" else wrong from None


class AgreeingForm(forms.Form):
    """What a neighbour is asked before anything of her is kept; her age where it is not known."""

    age = forms.ChoiceField(choices=ages, error_messages=dict.fromkeys(UNTAPPED, _("Please tap how old she is.")))
    agreed = forms.BooleanField(error_messages={"required": NOT_AGREED})

    def __init__(self, *given: Any, asks_age: bool = True, **more: Any) -> None:
        super().__init__(*given, **more)
        if not asks_age:
            del self.fields["age"]


class NeighbourForm(AgreeingForm, NameAndNumberForm):
    """Who she is: what the keeper writes while the neighbour stands beside her."""

    another = forms.BooleanField(required=False)


class NeighboursPinForm(forms.Form):
    """Typed twice by herself: nobody here reads it to her, and the keeper need not look."""

    pin = PinField(new=True)
    again = Typed(required=False)

    def __init__(self, data: Any = None, *, known: set[str]) -> None:
        super().__init__(data)
        self.known = known

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        pin = cleaned.get("pin")
        if pin and pin in self.known:
            self.add_error("pin", forms.ValidationError(TOO_EASY, code="weak"))
        elif pin and typed_digits(cleaned.get("again") or "") != pin:
            self.add_error("again", forms.ValidationError(_("The two are not the same. Please type both once more.")))
        return cleaned


class VillageForm(PlaceAsked, forms.Form):
    """One of `villages`: those that whoever fills it in answers for."""

    village = Typed(required=False)

    def __init__(self, data: Any = None, *, villages: QuerySet[Division]) -> None:
        super().__init__(data)
        self.villages = villages

    def clean_village(self) -> Division:
        return self.place_in("village", valid_on(self.villages))


class PhoneForm(VillageForm):
    """For which village a phone shall be enrolled, and how it is known there."""

    label = Typed(required=False)

    def clean_label(self) -> str:
        """What one writes on the phone itself: `the station's`, `Huawei, red`."""
        return " ".join("".join(filter(str.isprintable, self.cleaned_data["label"])).split())[:LONGEST_LABEL]


class KeeperForm(VillageForm):
    """Who keeps which village, from when to when."""

    number = Typed(required=False)
    valid_from = forms.DateField(error_messages=dict.fromkeys(UNTYPED, NO_DAY))
    valid_to = forms.DateField(required=False, error_messages={"invalid": NO_DAY})

    def clean_number(self) -> Person:
        """Somebody of her area; for others there is no such number."""
        number = trainee_number(self.cleaned_data["number"])
        people = Person.objects.filter(trainee__village__in=self.villages.order_by(), trainee__merged_into=None)
        person = people.select_related("user", "trainee").filter(trainee__pk=number).first() if number else None
        if person is None:
            raise forms.ValidationError(_("You answer for nobody with this number. It looks like H-0012."))
        return person

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_to")
        if begins and ends and ends < begins:
            self.add_error("valid_to", _("The post ends before it begins."))
        elif ends and ends < timezone.localdate():
            self.add_error("valid_to", _("This day is over. A post ends today or later."))
        return cleaned
