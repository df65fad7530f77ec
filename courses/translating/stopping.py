"""A translation is kept in step no longer, in place of wagtail-localize's own way: it does so at one touch."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.views.edit_translation import stop_translation

from courses.translating.one_page import translation_of_hers
from courses.translating.views import ICON


def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Asked first, and for whoever may publish the translated page."""
    translation = translation_of_hers(request, translation_id)
    target = Page.objects.get(translation_key=translation.source.object_id, locale=translation.target_locale)
    if not target.permissions_for_user(request.user).can_publish():
        raise Http404
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if "sure" in request.POST:
        return stop_translation(request, translation_id)
    context = {
        **{"target": target, "next": get_valid_next_url_from_request(request)},
        **{"page_title": _("Stop keeping in step"), "page_subtitle": target.get_admin_display_title()},
        "header_icon": ICON,
    }
    return render(request, "courses/translating/stop.html", context)
