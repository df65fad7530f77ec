"""Somebody of the staff has lost her phone: an administrator takes her second factor away, and she sets up another."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from foundation.audit import Action, matter, record
from portal.staff_sign_in.sessions import end_sessions
from trainees.models import User
from trainees.selectors import is_administrator

SECOND_FACTOR = matter("second-factor", gettext_lazy("the second factor of a sign-in of staff"))


@transaction.atomic
def take_second_factor(*, user: User, by: User) -> None:
    """Codes, passkeys and recovery codes go; where she is signed in, she is no longer."""
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    record(by=by, action=Action.CHANGED, what=SECOND_FACTOR, people=1, objects=[f"user:{user.pk}"])


def others_with_second_factor(user: User) -> QuerySet[User]:
    """Nobody locks herself out."""
    factors = Authenticator.objects.filter(user=OuterRef("pk"))
    return User.objects.filter(Exists(factors), person=None).exclude(pk=user.pk).order_by("username")


class LostPhonesMenuItem(MenuItem):
    """For administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_administrator(request.user)


class LostPhonesView(WagtailAdminTemplateMixin, View):
    page_title = gettext_lazy("Lost second factor")
    header_icon = "lock"
    template_name = "portal/lost_phones.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        _administrator(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest) -> HttpResponse:
        found = self.get_context_data(users=others_with_second_factor(_administrator(request)))
        return TemplateResponse(request, self.template_name, found)

    def post(self, request: HttpRequest) -> HttpResponse:
        number = request.POST.get("user", "")
        if not number.isdecimal() or len(number) > 9:
            raise Http404
        administrator = _administrator(request)
        user = get_object_or_404(others_with_second_factor(administrator), pk=int(number))
        if "sure" not in request.POST:
            return TemplateResponse(request, self.template_name, self.get_context_data(asked=user))
        take_second_factor(user=user, by=administrator)
        told = _("%(name)s has no second factor now and is signed out everywhere. Give her a new password too.")
        messages.success(request, told % {"name": user.get_full_name() or user.get_username()})
        return HttpResponseRedirect(reverse("lost-phones"))


def _administrator(request: HttpRequest) -> User:
    """For everybody else there is no such page."""
    if not isinstance(request.user, User) or not is_administrator(request.user):
        raise Http404
    return request.user
