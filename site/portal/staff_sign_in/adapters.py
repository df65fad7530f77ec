"""What allauth asks us: who may sign up, and how secrets of one-time codes are kept."""

import base64
import hashlib
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.staff_sign_in.homes import home_of
from trainees.visitors import line_of


class StaffAccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": _("This is not the password until now. Type it once more."),
        "incorrect_password": _("This is not the password. Type it once more."),
        "rate_limited": _("That was very often. Please wait a minute."),
        # Of passwords and of six digits; the minutes are those of ACCOUNT_RATE_LIMITS.
        "too_many_login_attempts": _(
            "That was too often. Wait five minutes, then try once more; until then what is right is refused too. "
            "If you forgot your password, or lost the phone with the digits, an administrator can help."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return home_of(request.user)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Not of her who typed her password just now and has no second factor yet: she would type the same twice."""
        return super().is_reauthentication_required(app=app, **more) and not self._has_just_begun()

    def _has_just_begun(self) -> bool:
        request, since = self.request, time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        typed = any(one["at"] > since for one in get_authentication_records(request, request.user))
        return typed and not is_mfa_enabled(request.user)

    def get_client_ip(self, request: HttpRequest) -> str:
        return line_of(super().get_client_ip(request))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords close the door to a name where they were typed, and nowhere else: names are no secret."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)} {self.get_client_ip(request)}"


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of one-time codes are encrypted, so that a stolen database alone signs nobody in."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("These are not the digits. Wait for the next ones in the app and type those."),
        "cannot_generate_recovery_codes": _("Set up the code app or a passkey first."),
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.sha256(f"second-factor:{secret!s}".encode()).digest() for secret in secrets)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
