"""Where a writer asks somebody else to look: among the actions of a page, and when a team changes."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
)
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, WorkflowState
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction

from courses.teams.second_looks import follow_teams
from courses.teams.selectors import has_others_to_look


class AskItem(SubmitForModerationMenuItem):
    """In place of Wagtail's, which speaks of its workflow; only where there is somebody else to ask."""

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page") or context["parent_page"]
        return super().is_shown(context) and has_others_to_look(context["request"].user, page)

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        page = parent_context.get("page")
        state = page.current_workflow_state if page else None
        sent_back = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        label = _("Ask to look again") if sent_back else _("Ask a second person to look")
        return {**super().get_context_data(parent_context), "label": label}


class TakeBackItem(CancelWorkflowMenuItem):
    """For who asked; who looks has her own two answers."""

    label = _("Ask nobody for now")

    def is_shown(self, context: dict[str, Any]) -> bool:
        state = context["page"].current_workflow_state
        return super().is_shown(context) and state.requested_by_id == context["request"].user.pk


OURS: dict[type[ActionMenuItem], type[ActionMenuItem]] = {
    SubmitForModerationMenuItem: AskItem,
    CancelWorkflowMenuItem: TakeBackItem,
}


@hooks.register("construct_page_action_menu")
def ask_in_our_words(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """To begin anew is to take back and to ask, and who looks publishes by saying that it is good: two actions less."""
    looks = any(item.name == "approve" for item in items)
    spare = (RestartWorkflowMenuItem, PublishMenuItem) if looks else (RestartWorkflowMenuItem,)
    said = [OURS[type(item)](item.order) if type(item) in OURS else item for item in items]
    items[:] = [
        item
        for item in said
        if not isinstance(item, spare) and (type(item) not in OURS.values() or item.is_shown(context))
    ]


@hooks.register("before_edit_page")
def say_how_it_stands(request: HttpRequest, page: Page) -> None:
    """Above the form, to who is asked to look, and to who has it back."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state is None or state.current_task_state is None:
        return
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        words = state.current_task_state.comment
        messages.warning(request, _("Sent back: %(words)s") % {"words": words} if words else _("Sent back"))
    elif state.current_task_state.task.specific.get_actions(page, request.user):
        asks = _("%(name)s asks you to look. Behind the arrow below you publish it, or send it back with words.")
        messages.info(request, asks % {"name": get_user_display_name(state.requested_by)})


@hooks.register("after_edit_page")
def say_what_became_of_it(request: HttpRequest, page: Page) -> None:
    """Wagtail says only that the page was saved."""
    told = {"approve": _("It is published."), "reject": _("It is sent back.")}
    said = told.get(request.POST.get("workflow-action-name", ""))
    waits = WorkflowState.objects.for_instance(page).filter(status=WorkflowState.STATUS_IN_PROGRESS)
    if said and "action-workflow-action" in request.POST and not waits.exists():
        messages.success(request, said)


@hooks.register("after_create_user")
@hooks.register("after_edit_user")
@hooks.register("after_delete_user")
def follow_changed_person(request: HttpRequest, user: Model) -> None:
    follow_teams()


@hooks.register("after_bulk_action")
def follow_changed_people(request: HttpRequest, action_type: str, people: Any, action: Any) -> None:
    if isinstance(action, UserBulkAction):
        follow_teams()
