"""Pages are published one by one: only there is looked whether a page is whole."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

ONE_BY_ONE = _(
    "Pages are published one by one: open each and publish it there, so that it is checked. "
    "Translated pages that are whole are published together under “Translations”."
)


class PublishOneByOne(PublishBulkAction):
    """In place of Wagtail's own, which publishes drafts as they are, with the words of a pattern still in them."""

    def dispatch(self, request: HttpRequest, *arguments: Any, **more: Any) -> HttpResponse:
        messages.error(request, str(ONE_BY_ONE))
        return redirect(self.next_url if self.next_url != request.path else "wagtailadmin_explore_root")
