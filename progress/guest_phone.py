"""A guest is known by nothing but a random secret of her phone, for as long as what she did waits there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from foundation import limits
from trainees.phone_secrets import PhoneSecret
from trainees.visitors import address_of

GUEST = PhoneSecret("guest", days=30)
NEW_ONES = 500  # an hour from one address: a whole school sits behind one


class TooManyGuests(Exception):
    """So many new phones from one address within an hour that somebody is filling the disk."""


def guest_secret(request: HttpRequest) -> str:
    """The secret of this phone, a new one if it has none. Raises TooManyGuests."""
    known = GUEST.read(request)
    if not known and not limits.take(f"new-guest:{address_of(request)}", most=NEW_ONES, seconds=limits.HOUR):
        raise TooManyGuests
    return known or GUEST.new()


def meet_guest(request: HttpRequest, response: HttpResponse) -> None:
    """Give a new phone its secret before it sends anything: two things sent at once are then of one guest."""
    if GUEST.read(request):
        return
    try:
        GUEST.keep(response, guest_secret(request))
    except TooManyGuests:  # she may look at everything; sending waits
        return
