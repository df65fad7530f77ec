"""Whom the explorer's filters name: people at work on pages that the user may see, not everybody on the site."""

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import policy_registry


def limit_filters() -> None:
    """Wagtail offers no hook for them. A filter asks its queryset with the request."""
    PageFilterSet.base_filters["owner"].queryset = owners
    PageFilterSet.base_filters["edited_by"].queryset = editors


def owners(request: HttpRequest) -> QuerySet:
    return get_user_model().objects.filter(pk__in=_seen(request).values("owner_id"))


def editors(request: HttpRequest) -> QuerySet:
    edits = PageLogEntry.objects.filter(action="wagtail.edit", page__in=_seen(request).values("pk"))
    return get_user_model().objects.filter(pk__in=edits.order_by().values("user_id"))


def _seen(request: HttpRequest) -> QuerySet[Page]:
    return policy_registry.get_by_type(Page).explorable_instances(request.user).order_by()
