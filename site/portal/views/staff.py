"""Wagtail's own sign-in forms lead to ours: a password alone opens no staff room."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


def to_sign_in(request: HttpRequest) -> HttpResponse:
    target = request.GET.get("next", "/cms/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/cms/"
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': target})}")
