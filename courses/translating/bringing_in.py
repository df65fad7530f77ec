"""Words come in as a file: looked at, confirmed, written."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from courses.models import CoursePage
from courses.translating.doors import course_and_locale
from courses.translating.po import read_po
from courses.translating.sentences import sentences_of, translations_of
from courses.translating.taking_in import Taken, take_in
from courses.translating.weighing import Weighed, Word, weigh

A_DAY = 24 * 60 * 60
SALT = "words-brought-in"
MOST_SHOWN = 300


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """First the file, then the report; then what was looked at is written."""
    course, locale = course_and_locale(pk, language, request.user)
    if request.method != "POST":
        return _form(request, course, locale)
    if "offer" in request.POST:
        return _take(request, course, locale)
    sent = request.FILES.get("file")
    if sent is None:
        return _form(request, course, locale, _("Choose the PO file first."), 400)
    try:
        entries = read_po(sent.read(), course.translation_key, locale)
    except ValidationError as refusal:
        return _form(request, course, locale, refusal.messages[0], 422)
    weighed = weigh(entries, sentences_of(course), translations_of(course, locale))
    return _report(request, course, locale, weighed)


def _form(
    request: HttpRequest, course: CoursePage, locale: Locale, refusal: str = "", status: int = 200
) -> HttpResponse:
    context = {**_headed(course, locale), "refusal": refusal}
    return render(request, "courses/translating/bring_in.html", context, status=status)


def _report(request: HttpRequest, course: CoursePage, locale: Locale, weighed: Weighed) -> HttpResponse:
    """What would be written goes to the browser signed and comes back: the server keeps nothing of it."""
    offer = {**_whose(request, course, locale), "words": weighed.words}
    news = weighed.news
    context = {
        **_headed(course, locale),
        **{"counts": weighed.counts, "lines": news[:MOST_SHOWN], "more": max(0, len(news) - MOST_SHOWN)},
        "takeable": len(weighed.words),
        "offer": signing.dumps(offer, salt=SALT, compress=True),
    }
    return render(request, "courses/translating/report.html", context)


def _take(request: HttpRequest, course: CoursePage, locale: Locale) -> HttpResponse:
    try:
        offer: dict[str, Any] = signing.loads(request.POST["offer"], salt=SALT, max_age=A_DAY)
        if any(offer.get(name) != value for name, value in _whose(request, course, locale).items()):
            raise signing.BadSignature
    except signing.BadSignature:
        refusal = _("This list is more than a day old or was not made here. Send the file again.")
        return _form(request, course, locale, refusal, 400)
    try:
        taken = take_in(course=course, locale=locale, words=[Word(*word) for word in offer["words"]], user=request.user)
    except ValidationError as refusal:
        return _form(request, course, locale, refusal.messages[0], 422)
    messages.success(request, _told(taken))
    return redirect("translations-course", course.pk, locale.language_code)


def _headed(course: CoursePage, locale: Locale) -> dict[str, Any]:
    title = {"page_title": _("Bring words in (PO)"), "page_subtitle": f"{course.title} · {locale.get_display_name()}"}
    return {"course": course, "locale": locale, "header_icon": "upload", **title}


def _whose(request: HttpRequest, course: CoursePage, locale: Locale) -> dict[str, str]:
    return {"course": str(course.pk), "language": locale.language_code, "user": str(request.user.pk)}


def _told(taken: Taken) -> str:
    said = ngettext(
        "%(count)s sentence is written. Readers see it once its page is published.",
        "%(count)s sentences are written. Readers see them once their pages are published.",
        taken.written,
    ) % {"count": taken.written}
    if taken.left:
        more = ngettext(
            "%(count)s was left: somebody changed it meanwhile.",
            "%(count)s were left: somebody changed them meanwhile.",
            taken.left,
        )
        said = f"{said} {more % {'count': taken.left}}"
    return said
