"""The forms of the staff door, in our words."""

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.utils.translation import gettext_lazy as _


class SixDigits(forms.Form):
    """A label and a keyboard for six digits; a recovery code, which has eight, fits too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("Six digits")
        code.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}


class CodeForm(SixDigits, AuthenticateForm):
    pass


class CodeAgainForm(SixDigits, ReauthenticateForm):
    pass
