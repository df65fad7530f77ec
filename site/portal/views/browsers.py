"""Pages about the browser itself: how to leave WeChat's, and what this one can do. The same for every reader."""

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.device_checks import CHECKS, UNITS


@require_safe
def open_in_browser(request: HttpRequest) -> HttpResponse:
    """Where a script runs, it puts the address of the page where she was in place of this one."""
    address = f"{_own_host(request)}{reverse('choose-language')}"
    return render(request, "portal/open_in_browser.html", {"address": address})


@require_safe
def device_check(request: HttpRequest) -> HttpResponse:
    """Looked at on the phone itself; nothing of it is sent anywhere."""
    return render(request, "portal/device_check.html", {"checks": CHECKS, "units": UNITS})


def _own_host(request: HttpRequest) -> str:
    """With a port only where we listen on it: the page is kept for all, and a stranger may ask under any."""
    domain, port = split_domain_port(request.get_host())
    return f"{domain}:{port}" if port == request.get_port() else domain
