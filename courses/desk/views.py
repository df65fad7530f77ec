"""The page “What is missing” in `/cms/`, for those who write in some course."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.desk.hints import figures_of
from courses.desk.lacking import SILENT, WORDS, Lack, Written, lacks_of, lacks_told
from courses.desk.panels import WRITING
from courses.desk.selectors import other_languages, voices, written_lessons
from courses.models import LessonPage
from courses.teams.selectors import is_on_team, roles_of

A_PAGE = 50
DUE = "due"  # the one list whose order is not that of the courses: what comes first is due first


@never_cache
@require_safe
def missing(request: HttpRequest) -> HttpResponse:
    if not roles_of(request.user) & WRITING:
        raise Http404
    languages, tracks, lessons = other_languages(), voices(), written_lessons(request.user)
    what, course = request.GET.get("what", ""), request.GET.get("course", "")
    rows = [
        (lesson, lacks)
        for lesson in lessons
        if (lacks := _wanted(lacks_told(lesson, lacks_of(lesson, languages=languages, tracks=tracks)), what))
        if course in ("", lesson.course)
    ]
    if what == DUE:
        rows.sort(key=lambda row: str(row[0].check_again_by))
    context = {
        "rows": Paginator(rows, A_PAGE).get_page(request.GET.get("p")),
        "whats": _choices(languages, tracks),
        "what": what,
        "courses": _courses(lessons),
        "course": course,
        "lessons": len(lessons),
        "page_title": _("What is missing"),
        "header_icon": "clipboard-list",
    }
    return render(request, "courses/desk/missing.html", context)


@never_cache
@require_safe
def figures(request: HttpRequest, pk: int) -> JsonResponse:
    """For `hints.js`, of a lesson of her team."""
    lesson = get_object_or_404(LessonPage.objects.select_related("latest_revision"), pk=pk)
    if not is_on_team(request.user, lesson):
        raise Http404
    return JsonResponse({"said": figures_of(lesson)})


def _wanted(lacks: list[Lack], what: str) -> list[Lack]:
    return [lack for lack in lacks if what in ("", lack.word)]


def _courses(lessons: list[Written]) -> list[str]:
    return list(dict.fromkeys(lesson.course for lesson in lessons))


def _choices(languages: dict[str, str], tracks: dict[int, str]) -> list[tuple[str, str]]:
    """What the list can be narrowed to, each language and voice by itself."""
    return [
        *((word, str(said)) for word, said in WORDS.items()),
        *((f"translation-{code}", _("Not in %(language)s") % {"language": name}) for code, name in languages.items()),
        *([] if tracks else [(SILENT, _("There is no voice yet."))]),
        *((f"recording-{track}", _("Not recorded: %(voice)s") % {"voice": name}) for track, name in tracks.items()),
    ]
