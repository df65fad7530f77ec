"""The door to the staff's rooms: signed in, and with a second factor in this very session."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

STAFF_ROOMS = ("/cms/", "/documents/")
DOORS = "/accounts/"


class SecondFactorMiddleware:
    """Looks only at staff's addresses, so a villager's page never touches a session."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(STAFF_ROOMS) and request.user.is_authenticated and not _passed(request):
            has_code = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
            door = reverse("mfa_reauthenticate" if has_code else "mfa_activate_totp")
            return HttpResponseRedirect(f"{door}?{urlencode({'next': request.get_full_path()})}")
        response = self.get_response(request)
        if request.path.startswith(DOORS):  # secrets of codes stand here: Back after signing out must not show them
            add_never_cache_headers(response)
        return response


def _passed(request: HttpRequest) -> bool:
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
