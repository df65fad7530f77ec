"""The list of background work in `/cms/`: to read, and to try again what was given up."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.views.generic import IndexView, PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet

from foundation.jobs.models import Job
from foundation.jobs.services import restart
from foundation.jobs.words import called_names, tell

READ = "foundation.view_job"
RETRY = "foundation.change_job"
WHAT = capfirst(gettext_lazy("what"))


class RetryColumn(BaseColumn):
    cell_template_name = "foundation/jobs/retry_cell.html"

    def get_cell_context_data(self, instance: Job, parent_context: dict) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return {**context, "csrf_token": get_token(request), "may_retry": request.user.has_perm(RETRY)}


class JobFilterSet(WagtailFilterSet):
    name = ChoiceFilter(label=WHAT, choices=called_names, empty_label=gettext_lazy("All"))

    class Meta:
        model = Job
        fields = ("state", "name")


class JobIndexView(IndexView):
    """Newest first; nothing can be written or removed here."""

    default_ordering = "-created_at"
    filterset_class = JobFilterSet
    list_display = (
        Column("told", label=WHAT, sort_key="name"),
        "state",
        "attempts",
        "last_error",
        DateColumn("created_at", label=gettext_lazy("Asked for"), sort_key="created_at"),
        RetryColumn("retry", label=""),
    )
    any_permission_required = ("change", "view")

    def get_context_data(self, *args: Any, object_list: Any = None, **kwargs: Any) -> dict:
        context = super().get_context_data(*args, object_list=object_list, **kwargs)
        tell(context["object_list"])
        return context


class RetryView(PermissionCheckedMixin, View):
    model = Job
    permission_required = "change"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if restart(job=get_object_or_404(Job, pk=pk)):
            messages.success(request, _("It is being tried again."))
        return redirect("background_work:index")


class JobMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(READ) or request.user.has_perm(RETRY)


class JobViewSet(ViewSet):
    name = "background_work"
    url_prefix = "background-work"
    icon = "cogs"
    menu_label = gettext_lazy("Background work")
    add_to_settings_menu = True

    def get_menu_item(self, order: int | None = None) -> MenuItem:
        return JobMenuItem(self.menu_label, reverse("background_work:index"), icon_name=self.icon, order=order or 900)

    def get_urlpatterns(self) -> list:
        names = {"index_url_name": "background_work:index", "index_results_url_name": "background_work:index_results"}
        view = {"model": Job, "header_icon": self.icon, **names}
        return [
            path("", JobIndexView.as_view(**view), name="index"),
            path("results/", JobIndexView.as_view(**view, results_only=True), name="index_results"),
            path("<int:pk>/retry/", RetryView.as_view(), name="retry"),
        ]
