"""For the home of `/cms/`: pages at which somebody asks her to look, and how her own drafts stand with others."""

from django.db.models import Q
from wagtail.models import Page, TaskState, WorkflowState

from courses.teams.selectors import REVIEWING, AnyUser, pages_of


def asked_of(user: AnyUser, most: int) -> list[Page]:
    """Pages of courses in which she may publish, the longest waiting first; what she asked herself is for others."""
    paths = tuple(pages_of(user, REVIEWING))
    waiting = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    others = waiting.exclude(requested_by=user.pk).select_related("requested_by").order_by("created_at")
    by_page = {state.object_id: state for state in others} if paths else {}
    pages = Page.objects.filter(pk__in=by_page).select_related("content_type", "locale")
    found = {str(page.pk): page for page in pages if page.path.startswith(paths)}
    asked = [(found[key], state) for key, state in by_page.items() if key in found]
    for page, state in asked:
        page.asked = state
    return [page for page, _state in asked[:most]]


def say_how_they_stand(drafts: list[Page]) -> list[Page]:
    """Each with `waits`, or with `sent_back` and the `words` of who did. One query."""
    active = Q(status=WorkflowState.STATUS_IN_PROGRESS) | Q(status=WorkflowState.STATUS_NEEDS_CHANGES)
    states = WorkflowState.objects.filter(active, object_id__in=[str(page.pk) for page in drafts])
    by_page = {state.object_id: state for state in states.select_related("current_task_state")}
    for page in drafts:
        state = by_page.get(str(page.pk))
        last: TaskState | None = state.current_task_state if state else None
        page.waits = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
        page.sent_back = state is not None and not page.waits
        page.words = last.comment if last and page.sent_back else ""
    return drafts
