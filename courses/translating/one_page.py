"""The PO file of a single page, in place of wagtail-localize's own ways.

Out, theirs has no name where the title is Chinese; in, it stops at a file that it did not write.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation

from courses.models import CoursePage
from courses.translating.changes import plain
from courses.translating.po import Entry, entries_in
from courses.translating.sentences import Place, sentences_on, translations_at
from courses.translating.taking_in import take_in
from courses.translating.weighing import REFUSED, UNKNOWN, Weighed, weigh

HOME = "wagtailadmin_home"
MOST_TOLD, SHORT = 10, 40
MADE_FOR = "X-WagtailLocalize-TranslationID"


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Under the name that the page has in its address."""
    translation = translation_of_hers(request, translation_id)
    page = translation.source.get_source_instance()
    reply = HttpResponse(str(translation.export_po()), content_type="text/x-gettext-translation; charset=utf-8")
    name = f"{page.slug}-{translation.target_locale.language_code}.po"
    reply["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return reply


def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Writes what is good and says what became of the rest; for whoever may edit the translated page."""
    translation = translation_of_hers(request, translation_id)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    sent = request.FILES.get("file")
    try:
        if sent is None:
            raise ValidationError(_("Choose the PO file first."))
        _take(request, translation, sent.read())
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(get_valid_next_url_from_request(request) or HOME)


def translation_of_hers(request: HttpRequest, translation_id: int) -> Translation:
    """Raises Http404 where she may not edit the translated page, or where one of the two pages is gone."""
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    pages = Page.objects.filter(translation_key=translation.source.object_id)
    target = pages.filter(locale=translation.target_locale).first()
    is_there = target is not None and pages.filter(locale_id=translation.source.locale_id).exists()
    if target is None or not is_there or not target.permissions_for_user(request.user).can_edit():
        raise Http404
    return translation


def _take(request: HttpRequest, translation: Translation, content: bytes) -> None:
    metadata, entries = entries_in(content)
    if metadata.get(MADE_FOR) != str(translation.uuid):
        raise ValidationError(_("This file does not belong to this page. Take its words out here first."))
    page = translation.source.get_source_instance()
    course = CoursePage.objects.ancestor_of(page, inclusive=True).first()
    if course is None:
        raise Http404
    said = translations_at([page.translation_key], translation.target_locale)
    weighed = weigh([_placed(entry, page) for entry in entries], sentences_on(page), said)
    taken = take_in(course=course, locale=translation.target_locale, words=weighed.words, user=request.user)
    _tell(request, weighed, taken.written)


def _tell(request: HttpRequest, weighed: Weighed, written: int) -> None:
    """How many are written, what became of the others, and of each that was not taken where it stands and why."""
    counts = " · ".join(f"{told} {count}" for told, count in weighed.counts)
    if written:
        messages.success(request, counts)
    else:
        messages.warning(request, " · ".join(filter(None, [_("There is nothing new in this file."), counts])))
    left = [line for line in weighed.news if line.becomes in (REFUSED, UNKNOWN)]
    for line in left[:MOST_TOLD]:
        told = {"line": line.line, "text": Truncator(line.text).chars(SHORT), "why": line.reason or line.told_becomes}
        messages.error(request, _("Line %(line)s, “%(text)s”: %(why)s") % told)
    if len(left) > MOST_TOLD:
        more = ngettext("%(count)s more was not taken.", "%(count)s more were not taken.", len(left) - MOST_TOLD)
        messages.error(request, more % {"count": len(left) - MOST_TOLD})


def _placed(entry: Entry, page: Page) -> Entry:
    """wagtail-localize names the place on the page alone, and writes `&` as mark-up."""
    context = str(Place(page.translation_key, entry.context))
    return entry._replace(context=context, text=plain(entry.text), translated=plain(entry.translated))
