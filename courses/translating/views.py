"""The pages below `/cms/translations/`. What is not hers is 404."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from courses.teams.selectors import TRANSLATING, roles_of
from courses.translating.beginning import begin_translation
from courses.translating.changes import add_changes
from courses.translating.doors import course_and_locale, courses_to_translate, other_locales
from courses.translating.languages import candidates, switch_off, switch_on
from courses.translating.po import write_po
from courses.translating.publishing import may_be_published, publish_ready
from courses.translating.standing import STATES, Standing, standings
from courses.translating.summary import summaries

A_PAGE = 60
ICON = "wagtail-localize-language"


@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Each of her courses in each language, with how many pages stand where."""
    if not roles_of(request.user) & set(TRANSLATING):
        raise Http404
    courses, locales = courses_to_translate(request.user), other_locales()
    context = {
        "rows": summaries(courses, locales),
        "has_courses": bool(courses),
        "page_title": _("Translations"),
        "header_icon": ICON,
    }
    return render(request, "courses/translating/overview.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def course_page(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    course, locale = course_and_locale(pk, language, request.user)
    rows = standings(course, locale)
    if request.method == "POST":
        return _act(request, rows, locale)
    publishable = may_be_published(rows, request.user)
    what = request.GET.get("what", "")
    shown = Paginator([row for row in rows if what in ("", row.state)], A_PAGE).get_page(request.GET.get("p"))
    add_changes(shown, locale)
    context = {
        **{"course": course, "locale": locale, "rows": shown, "what": what, "whats": STATES.items()},
        **{"publishable": len(publishable), "pages": len(rows)},
        "page_title": course.title,
        "page_subtitle": locale.get_display_name(),
        "header_icon": ICON,
    }
    return render(request, "courses/translating/course.html", context)


@never_cache
@require_safe
def words(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """All sentences of the course as one PO file."""
    course, locale = course_and_locale(pk, language, request.user)
    reply = HttpResponse(write_po(course, locale), content_type="text/x-gettext-translation; charset=utf-8")
    name = f"{course.slug}-{locale.language_code}.po"
    reply["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return reply


def _act(request: HttpRequest, rows: list[Standing], locale: Locale) -> HttpResponse:
    if "publish" in request.POST:
        return _publish(request, rows)
    chosen = next((row for row in rows if str(row.page.pk) == request.POST.get("begin")), None)
    if chosen is None:
        raise Http404
    try:
        begin_translation(page=chosen.page.specific, locale=locale, user=request.user)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return redirect(request.path)
    return redirect("wagtailadmin_pages:edit", chosen.page.get_translation(locale).pk)


def _publish(request: HttpRequest, rows: list[Standing]) -> HttpResponse:
    ready = may_be_published(rows, request.user)
    refused = publish_ready(standings=ready, user=request.user)
    count = len(ready) - len(refused)
    if count:
        said = ngettext("%(count)s page is published.", "%(count)s pages are published.", count)
        messages.success(request, said % {"count": count})
    for title in refused:
        messages.error(request, _("“%(title)s” was not published: open it and see what it says.") % {"title": title})
    return redirect(request.path)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def languages(request: HttpRequest) -> HttpResponse:
    """For administrators: which languages readers may choose."""
    if not request.user.is_superuser:
        raise Http404
    if request.method == "POST":
        return _switch(request)
    context = {
        "candidates": candidates(),
        "page_title": _("Languages of the lessons"),
        "header_icon": ICON,
    }
    return render(request, "courses/translating/languages.html", context)


def _switch(request: HttpRequest) -> HttpResponse:
    on, off = request.POST.get("on", ""), request.POST.get("off", "")
    try:
        if on:
            switch_on(code=on, user=request.user)
            messages.success(request, _("Readers can choose it now. Pages not translated yet are shown in Chinese."))
        else:
            switch_off(code=off, user=request.user)
            messages.success(request, _("Nobody is offered it any more. Nothing was deleted."))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect("languages")
