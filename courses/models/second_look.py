"""A page is looked at by a second person before villagers see it."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState, WorkflowState


class SecondLook(Task):
    """By anybody who may publish the page, other than who asked. Meanwhile only they write in it."""

    admin_form_fields = ["name"]

    class Meta:
        verbose_name = _("second look")
        verbose_name_plural = _("second looks")

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        return not may_look(obj, user)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str | Promise, bool]]:
        if not may_look(obj, user):
            return []
        return [("approve", _("It is good"), False), ("reject", _("Send back, with words"), True)]

    def get_task_states_user_can_moderate(self, user: AbstractBaseUser, **_more: Any) -> QuerySet[TaskState]:
        """Wagtail's list of them is closed here; the desk has its own."""
        return TaskState.objects.none()

    @classmethod
    def get_description(cls) -> str:
        return str(_("Somebody else who may publish the page looks at it first."))


def may_look(page: Page, user: Any) -> bool:
    state: WorkflowState | None = page.current_workflow_state
    asked = state is not None and state.requested_by_id == user.pk
    return not asked and page.permissions_for_user(user).can_publish()
