"""I live elsewhere now: she says where, and her trainer decides. Until then she is counted where she was."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trainees.models import Trainee, User
from trainees.selectors import find_open_villages, open_village, trainee_of
from trainees.selectors.moving import newest_move
from trainees.services import ask_to_move, take_back_move
from trainees.small_bodies import small_body
from trainees.stale_tokens import ONCE_MORE


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def my_village(request: HttpRequest) -> HttpResponse:
    """The village that she taps is what she asks for; another tap later takes its place, or takes it back."""
    trainee = trainee_of(request.user)
    if trainee is None or not isinstance(request.user, User):
        return HttpResponseRedirect(f"{reverse('who')}?{urlencode({'next': request.path})}")
    problem = ""
    if "take_back" in request.POST:
        take_back_move(person=trainee.person, by=request.user)
        return HttpResponseRedirect(reverse("my-village"))
    if request.method == "POST":
        village = open_village(request.POST.get("village", ""))
        if village and village.pk != trainee.home.pk:
            ask_to_move(person=trainee.person, village=village, by=request.user)
            return HttpResponseRedirect(reverse("my-village"))
        problem = _("We do not know this village. Please search again.")
        if village:
            problem = _("You are counted there already.")
    return _show(request, trainee, problem=problem, status=400 if problem else 200)


def my_village_with_fresh_token(request: HttpRequest) -> HttpResponse:
    """The village that she tapped stands there alone, to be tapped once more."""
    trainee, village = trainee_of(request.user), open_village(request.POST.get("village", ""))
    if trainee is None or village is None:
        return HttpResponseRedirect(request.path)
    return _show(request, trainee, query=village.short_name, found=[village], problem=ONCE_MORE)


def _show(request: HttpRequest, trainee: Trainee, status: int = 200, **more: object) -> HttpResponse:
    query = request.GET.get("q", "").replace("\0", "").strip()[:60]
    found = [village for village in find_open_villages(query) if village.pk != trainee.home.pk] if query else []
    context = {"trainee": trainee, "asked": newest_move(trainee.person), "query": query, "found": found, **more}
    return render(request, "trainees/my_village.html", context, status=status)
