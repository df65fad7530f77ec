"""A draft that comes in behind what was published from it.

Wagtail keeps what is typed by itself, and looks once, when such a draft begins, whether something newer is there. Where
she presses “publish” meanwhile, the draft was put before it: the page was live and a draft, and both said the same.
"""

import datetime

from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

JUST_BEFORE = datetime.timedelta(microseconds=1)


def leave_behind(request: HttpRequest, page: Page) -> JsonResponse | None:
    """Put a draft of hers among the older versions if she saved a newer one since it set out. Nothing is deleted."""
    base = request.POST.get("overwrite_revision_id") or request.POST.get("loaded_revision_id") or ""
    if request.accepts("text/html") or not base.isdecimal():  # only what was kept by itself asks for no page
        return None
    draft = page.latest_revision
    since = page.revisions.filter(pk__gt=int(base), user=request.user).exclude(pk=draft.pk)
    newer = since.order_by("-pk").first()
    if newer is None:
        return None
    _put_before(page, draft, newer)
    told = {"error_code": "invalid_revision", "error_message": _("Saving will overwrite a newer version.")}
    return JsonResponse({"success": False, **told}, status=400)


@transaction.atomic
def _put_before(page: Page, draft: Revision, newer: Revision) -> None:
    Revision.objects.filter(pk=draft.pk).update(created_at=newer.created_at - JUST_BEFORE)
    pages = Page.objects.filter(pk=page.pk)
    pages.update(latest_revision=newer, latest_revision_created_at=newer.created_at, draft_title=newer.content["title"])
    pages.filter(live_revision=newer).update(has_unpublished_changes=False)
