"""The door to the staff's rooms: signed in, and with a second factor in this very session."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from portal.staff_sign_in.homes import home_of, may_edit
from portal.staff_sign_in.sessions import touch
from trainees.models import Person

STAFF_ROOMS = ("/cms/", "/documents/", "/office/", "/posters/")
DOORS = "/accounts/"
EDITOR = "/cms/"
NEVER_KEPT = (DOORS, "/office/", "/posters/")


class SecondFactorMiddleware:
    """Looks only at staff's addresses, so a villager's page never touches a session.

    A trainee is nobody there: she gets what a stranger gets, and can add no second factor to her sign-in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith((*STAFF_ROOMS, DOORS)) and _is_trainee(request):
            request.user = AnonymousUser()
        if request.path.startswith(STAFF_ROOMS) and request.user.is_authenticated and not passed(request):
            door = reverse(_second_door(request))
            return HttpResponseRedirect(f"{door}?{urlencode({'next': request.get_full_path()})}")
        if request.path.startswith(EDITOR) and request.user.is_authenticated and not may_edit(request.user):
            return HttpResponseRedirect(home_of(request.user))  # Wagtail would send her to the door, and the door back
        if request.path.startswith(STAFF_ROOMS) and request.user.is_authenticated:
            touch(request)
        response = self.get_response(request)
        if request.path.startswith(NEVER_KEPT):  # secrets and people stand here: Back after signing out shows nothing
            add_never_cache_headers(response)
        return response


def _second_door(request: HttpRequest) -> str:
    """Where a second factor is given; who has none yet gets one."""
    if is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        return "mfa_reauthenticate"
    has_passkey = is_mfa_enabled(request.user, [Authenticator.Type.WEBAUTHN])
    return "mfa_reauthenticate_webauthn" if has_passkey else "mfa_activate_totp"


def _is_trainee(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and not passed(request) and Person.objects.filter(user=user).exists()


def passed(request: HttpRequest) -> bool:
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
