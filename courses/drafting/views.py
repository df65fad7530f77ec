"""Pages in `/cms/` for who may write in the module or lesson; for others they are not there."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail import hooks

from courses.drafting.patterns import PATTERNS, pattern_of
from courses.drafting.places import courses_of_places, places_of
from courses.drafting.services import NoCards, TooMany, begin_lesson, latest_cards, lesson_begun_with, take_cards
from courses.models import LessonPage, ModulePage
from courses.models.lesson import MOST_CARDS
from courses.teams.selectors import is_on_team, pages_of
from courses.unseen import seen_line

LONGEST_TITLE = 60
READ_OR_SEND = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@READ_OR_SEND
def new(request: HttpRequest) -> HttpResponse:
    """A name, a place and a pattern; the draft then opens in the editor."""
    places = places_of(request.user)
    if not places:
        raise Http404
    return _begin(request, [place.module for place in places], courses_of_places(places))


@never_cache
@READ_OR_SEND
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """The same, from a module."""
    module = get_object_or_404(ModulePage, pk=pk)
    if not module.permissions_for_user(request.user).can_add_subpage():
        raise Http404
    return _begin(request, [module])


def _begin(request: HttpRequest, modules: list[ModulePage], courses: Iterable = ()) -> HttpResponse:
    pattern = pattern_of(request.POST.get("pattern", ""))
    module = _chosen(request, modules)
    if pattern is None or module is None:
        told = {"courses": courses, "modules": modules, "patterns": PATTERNS, "most": LONGEST_TITLE, "key": uuid4()}
        header = {"page_title": _("Write a new lesson"), "header_icon": "doc-empty"}
        return render(request, "courses/drafting/begin.html", {**told, **header})
    key = _key(request)
    if key and (begun := lesson_begun_with(key, request.user)):  # sent twice: what she wrote meanwhile stays hers
        return redirect("wagtailadmin_pages:edit", begun.pk)
    title = seen_line(request.POST.get("title", ""))[:LONGEST_TITLE].strip()
    lesson = begin_lesson(module=module, pattern=pattern, user=request.user, title=title, key=key)
    for tell in hooks.get_hooks("after_create_page"):  # as for a page that was made in Wagtail's own form
        tell(request, lesson)
    return redirect("wagtailadmin_pages:edit", lesson.pk)


def _key(request: HttpRequest) -> UUID | None:
    """Of the form that was sent: each that is shown has one of its own."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return None


def _chosen(request: HttpRequest, modules: list[ModulePage]) -> ModulePage | None:
    """The one that was chosen, or the only one."""
    wanted = request.POST.get("module", "")
    return next((one for one in modules if str(one.pk) == wanted), modules[0] if len(modules) == 1 else None)


@never_cache
@READ_OR_SEND
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """First the lesson to take from, then its cards."""
    lesson = get_object_or_404(LessonPage, pk=pk)
    if not lesson.permissions_for_user(request.user).can_edit():
        raise Http404
    source, refusal = _source(request), ""
    if source and request.method == "POST":
        try:
            many = take_cards(lesson=lesson, source=source, chosen=request.POST.getlist("card"), user=request.user)
        except TooMany:
            refusal = _("A lesson has at most %(most)s cards. Choose fewer.") % {"most": MOST_CARDS}
        except NoCards:
            refusal = _("Tick at least one card.")
        else:
            messages.success(request, _put(many))
            return redirect("wagtailadmin_pages:edit", lesson.pk)
    shown = {"cards": _told(source)} if source else {"lessons": _lessons(request, lesson)}
    context = {"lesson": lesson, "source": source, "refusal": refusal, **shown}
    return render(request, "courses/drafting/take.html", context)


def _put(many: int) -> str:
    said = ngettext("%(many)s card was put at the end.", "%(many)s cards were put at the end.", many)
    return said % {"many": many}


def _source(request: HttpRequest) -> LessonPage | None:
    number = request.GET.get("from", "")
    found = LessonPage.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 10 else None
    if found and not is_on_team(request.user, found):
        raise Http404
    return found


def _lessons(request: HttpRequest, lesson: LessonPage) -> list[LessonPage]:
    """Of her courses, in the language of the lesson and in order. Three queries, however many."""
    paths = tuple(pages_of(request.user))
    found = LessonPage.objects.filter(locale=lesson.locale_id).order_by("path")
    return [one for one in found.only("title", "path") if one.path.startswith(paths)]


def _told(source: LessonPage) -> list[dict]:
    kinds = LessonPage.cards.field.stream_block.child_blocks
    return [
        {
            "id": card["id"],
            "kind": kinds[card["type"]].label,
            "title": card["value"].get("title") or card["value"].get("prompt"),
        }
        for card in latest_cards(source)
    ]
