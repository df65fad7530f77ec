"""What stands on the home of `/cms/` and in its menu for those who look at people's work."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Min
from django.http import HttpRequest
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from progress.reviewing.words import days_since
from progress.selectors.reviewing import may_review_tasks, waiting_for


class ReviewPanel(Component):
    """How many wait for her, and how long: nothing else calls for her."""

    name = "reviews"
    template_name = "progress/reviewing/panel.html"
    order = 90  # people before pages

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        waiting = waiting_for(parent_context["request"].user).order_by()
        found = waiting.aggregate(many=Count("pk"), longest=Min("received_at"))
        return {"many": found["many"], "days": days_since(found["longest"]) if found["longest"] else 0}


class ReviewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_review_tasks(request.user)
