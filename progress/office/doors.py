"""Who enters, and where to. What a user may not see answers exactly as what does not exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe
from django.views.defaults import page_not_found

from trainees.models import Post, User
from trainees.selectors import courses_read_by, divisions_read_by, is_administrator, posts_of, trainee_of
from trainees.selectors.posts import last_post_of
from villages.codes import is_code, level_of, parent_code
from villages.models import Division

View = Callable[..., HttpResponse]
Visitor = User | AnonymousUser


@dataclass(frozen=True)
class Place:
    """A division that the user may see, and those around it that she may see too, from the widest."""

    division: Division
    around: tuple[Division, ...]

    @property
    def widest(self) -> Division:
        return self.around[0] if self.around else self.division


def office_room(view: View) -> View:
    """Only reading, only signed in, and nothing stays in a browser or a proxy after a post has ended."""
    return require_safe(office_desk(view))


def office_desk(view: View) -> View:
    """The same for what is also written there."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            response: HttpResponse = redirect_to_login(request.get_full_path())
        else:
            try:
                response = view(request, *args, **kwargs)
            except Http404 as missing:
                response = nothing_here(request, missing)
        add_never_cache_headers(response)
        return response

    return answer


def nothing_here(request: HttpRequest, missing: Http404) -> HttpResponse:
    """The same for every address: whoever held a post until yesterday reads when it ended and whom to ask."""
    user = request.user
    post = last_post_of(user) if isinstance(user, User) and not posts_of(user).exists() else None
    if post is None or is_administrator(user) or trainee_of(user):
        return page_not_found(request, missing)
    return render(request, "progress/office/no_post.html", {"post": post}, status=404)


def place_for(user: Visitor, code: str) -> Place:
    """The place of a code; 404 for a place of others, one that never was, and a code that is none.

    Auditors read here too: what is more than reading asks `answers_for` besides.
    """
    if not is_code(code):
        raise Http404
    found = {division.code: division for division in divisions_read_by(user).filter(code__in=_chain(code))}
    if code not in found:
        raise Http404
    around = sorted((one for one in found.values() if one.code != code), key=lambda one: len(one.code))
    return Place(found[code], tuple(around))


def answers_for(user: Visitor, division: Division) -> bool:
    """Whether a place of today is hers to act for, and not only to read. One question."""
    if is_administrator(user):
        return True
    around = posts_of(user).filter(division__code__in=_chain(division.code))
    return around.exclude(role__in=(Post.Role.KEEPER, Post.Role.AUDITOR)).exists()


def place_today(place: Place) -> Division:
    """Where the people of a place are counted today: itself, unless it became part of another."""
    return place.division.today


def tells_groups(user: Visitor, division: Division) -> bool:
    """Of a county and what lies in it: above, a table of counties would be another one.

    The tables know no course, so whoever reads a place for one course alone does not read them.
    """
    return division.level >= Division.Level.COUNTY and courses_read_by(user, division) is None


def leads_from(place: Place, kept: str = "", *, tells: bool = True) -> dict[str, str]:
    """Where the menu leads from a page about a place: `kept` are the period and course that stay chosen.

    `tells` is whether she reads the place for every course, and so its groups.
    """
    division = place.division
    leads = {"office": reverse("office-division", args=[place.widest.code]) + kept}
    if tells and division.level >= Division.Level.COUNTY:
        leads["office-groups-home"] = reverse("office-groups", args=[division.code])
    if division.level <= Division.Level.COUNTY:
        leads["office-audit"] = f"{reverse('office-audit')}?place={division.code}"
    return leads


def _chain(code: str) -> list[str]:
    chain = [code]
    while level_of(chain[-1]) > 1:
        chain.append(parent_code(chain[-1]))
    return chain
