"""The forms of the staff door, in our words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ReauthenticateForm
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.core.cache import cache
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class SixDigits(BaseAuthenticateForm):
    """A label and a keyboard for six digits; a recovery code, which has eight, fits too. A code works once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("Six digits")
        code.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}

    def clean_code(self) -> str:
        code = super().clean_code()
        # allauth remembers a used code for one period; as we tolerate the periods beside it, it is good for longer.
        good_for = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        if not cache.add(f"used-code-{self.user.pk}-{code}", True, timeout=good_for):
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(SixDigits, AuthenticateForm):
    pass


class CodeAgainForm(SixDigits, ReauthenticateByCodeForm):
    pass


class CodeAppForm(ActivateTOTPForm):
    """The first six digits of an app."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Six digits")
        self.fields["code"].widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _say(self.fields["password"], _("Password"))


class NewPasswordForm(ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _say(self.fields["oldpassword"], _("The password until now"))
        _say(self.fields["password1"], _("The new password"))
        self.fields["password1"].help_text = _(
            "Ten characters or more, not digits alone, no name and no word that many use."
        )
        _say(self.fields["password2"], _("The new password once more"))


class PasskeyForm(AddWebAuthnForm):
    """A passkey signs in by itself unless she says otherwise; she names it by the device it lives on."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        self.fields["name"].widget.attrs = {"maxlength": 40}
        self.fields["name"].initial = self.initial["name"] = ""
        alone = self.fields["passwordless"]
        alone.label = _("Sign in with it alone")
        alone.help_text = _(
            "The device then asks for a finger, a face or its own PIN. Otherwise it goes with the password."
        )
        alone.initial = True

    def clean_name(self) -> str:
        return super().clean_name()[:40]


def _say(field: Any, label: Promise) -> None:
    """In our words; what stood inside the field said the same once more."""
    field.label = label
    field.widget.attrs.pop("placeholder", None)
