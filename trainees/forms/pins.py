"""The field for six digits."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trainees import pins
from trainees.codes import typed_digits

NOT_SIX = _("A PIN has six digits.")
TOO_EASY = _("This PIN is easy to guess. A good one: six digits that do not follow each other and are no birthday.")


class PinField(forms.CharField):
    """Six digits, in full width too. `new`: not one that is easy to guess."""

    def __init__(self, *, new: bool, **kwargs) -> None:
        super().__init__(**kwargs)
        self.new = new

    def clean(self, value: str | None) -> str:
        pin = typed_digits(value or "")
        if not pins.is_pin(pin):
            raise forms.ValidationError(NOT_SIX, code="shape")
        if self.new and pins.is_weak(pin):
            raise forms.ValidationError(TOO_EASY, code="weak")
        return pin


class NewPinForm(forms.Form):
    pin = PinField(new=True)
