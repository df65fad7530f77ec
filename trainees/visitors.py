"""Where a request comes from, and where it may be sent on to."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

ONE_LINE = 64  # bits of an IPv6 address that name a line; whoever has it may take any of the addresses behind them


def address_of(request: HttpRequest) -> str:
    """The network address, past as many proxies as the settings say; a whole class may share one."""
    return line_of(get_adapter().get_client_ip(request))


def line_of(said: str) -> str:
    """Of IPv6 the network of a line: a stranger must not come from another address with each try."""
    try:
        address = ip_address(said)
    except ValueError:
        return said
    if not isinstance(address, IPv6Address):
        return said
    return str(address.ipv4_mapped or ip_network((address, ONE_LINE), strict=False))


def wanted_next(request: HttpRequest) -> str:
    """The address on this site that was asked for; empty when there is none, or it leads elsewhere."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    here = {request.get_host()}
    return target if url_has_allowed_host_and_scheme(target, here, require_https=request.is_secure()) else ""


def going_to(request: HttpRequest) -> str:
    """Where she goes once she is in."""
    return wanted_next(request) or reverse("my-lessons")


def first_in(request: HttpRequest) -> HttpResponseRedirect:
    """She says first who she is, and is led back to this page."""
    return HttpResponseRedirect(f"{reverse('who')}?{urlencode({'next': request.path})}")


def led_on(request: HttpRequest, page: str) -> HttpResponseRedirect:
    """To the next page of those that let her in; where she wanted to go comes along."""
    target = wanted_next(request)
    return HttpResponseRedirect(reverse(page) + (f"?{urlencode({'next': target})}" if target else ""))
