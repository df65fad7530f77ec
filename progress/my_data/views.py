"""The rooms under `/learn/my-data/`."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from foundation.limits import DAY, take
from progress.my_data.file import pieces_of_file
from progress.my_data.kept import topics
from progress.my_data.rooms import is_known_by_pin, pin_problem
from progress.my_data.seen import SINCE, seen_of
from progress.selectors.photo_days import photo_days_of
from progress.services.consenting import say
from progress.services.erasing import erase
from progress.services.taking_away import note_taken_away
from trainees.consent_words import BY_KEY, LEARNING
from trainees.forms.correcting import CorrectForm, as_it_stands
from trainees.models import Sign, Trainee, User
from trainees.my_room import my_room
from trainees.selectors import trainee_of
from trainees.selectors.consents import standings_of
from trainees.selectors.restricted import kept_register
from trainees.services.correcting import correct

NAMES = ("my-data-agreed", "my-data-put-right", "my-data-take-away", "my-data-erase")
FILES_A_DAY = 10


@my_room
@require_safe
def my_data(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    return render(request, "progress/my_data/mine.html", {"trainee": trainee, "person": trainee.person})


@my_room
@require_safe
def kept(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    context = {"topics": topics(), "register": kept_register(trainee), "photos": photo_days_of(trainee)}
    return render(request, "progress/my_data/kept.html", context)


@my_room
@require_safe
def seen(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    return render(request, "progress/my_data/seen.html", {"seen": seen_of(trainee), "days": SINCE.days})


@my_room
@require_http_methods(["GET", "HEAD", "POST"])
def agreed(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    """One purpose a press, and her PIN where no deletes. Learning is taken back by erasing, and by nothing less."""
    if request.method != "POST":
        return render(request, "progress/my_data/agreed.html", {"standings": standings_of(trainee.person)})
    purpose, yes = BY_KEY.get(request.POST.get("purpose", "")), request.POST.get("yes") == "1"
    if purpose is None or purpose.key == LEARNING:
        raise Http404
    if purpose.deletes and not yes:
        asked = "pin" in request.POST
        problem = pin_problem(request, trainee) if asked else ""
        if problem or not asked:
            return render(request, "progress/my_data/no.html", {"purpose": purpose, "problem": problem})
    say(trainee=trainee, purpose=purpose.key, yes=yes)
    messages.success(request, _("Written down."))
    return redirect("my-data-agreed")


@my_room
@require_http_methods(["GET", "HEAD", "POST"])
def put_right(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    form = CorrectForm(request.POST if request.method == "POST" else None, initial=as_it_stands(trainee.person))
    if request.method == "POST" and form.is_valid():
        told = {field: form.cleaned_data[field] for field in ("name", "sign", "phone", "registered_village")}
        correct(person=trainee.person, by=_user(request), language=request.LANGUAGE_CODE, **told)
        messages.success(request, _("Written down."))
        return redirect("my-data")
    context = {"form": form, "trainee": trainee, "signs": Sign.choices}
    return render(request, "progress/my_data/put_right.html", context)


@my_room
@require_http_methods(["GET", "HEAD", "POST"])
def take_away(request: HttpRequest, trainee: Trainee) -> HttpResponseBase:
    """All of it in one file, with her PIN: a phone that was left open gives nothing away."""
    if request.method != "POST":
        return render(request, "progress/my_data/take_away.html", {"person": trainee.person})
    if problem := pin_problem(request, trainee):
        return render(request, "progress/my_data/take_away.html", {"person": trainee.person, "problem": problem})
    if not take(f"my-data-file:{trainee.pk}", most=FILES_A_DAY, seconds=DAY):
        problem = _("You took this file several times today. Please come back tomorrow.")
        context = {"person": trainee.person, "problem": problem}
        return render(request, "progress/my_data/take_away.html", context, status=429)
    note_taken_away(trainee=trainee, by=_user(request))
    response = StreamingHttpResponse(
        pieces_of_file(trainee, request.LANGUAGE_CODE), content_type="text/html; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{trainee.number}.html"'
    return response


@my_room
@require_http_methods(["GET", "HEAD", "POST"])
def have_erased(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    """First what goes and what stays, and her PIN; then one more tap. Nothing brings it back."""
    if request.method != "POST":
        return _ask_to_erase(request, trainee)
    if "sure" not in request.POST or not is_known_by_pin(request, trainee):
        problem = pin_problem(request, trainee)
        return _ask_to_erase(request, trainee, problem) if problem else HttpResponseRedirect(request.path)
    register = kept_register(trainee)
    erase(trainee=trainee, by=_user(request))
    logout(request)
    return render(request, "progress/my_data/erased.html", {"key": trainee.key, "register": register})


def _ask_to_erase(request: HttpRequest, trainee: Trainee, problem: str = "") -> HttpResponse:
    context = {
        "person": trainee.person,
        "register": kept_register(trainee),
        "sure": is_known_by_pin(request, trainee),
        "problem": problem,
    }
    return render(request, "progress/my_data/have_erased.html", context)


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def with_fresh_token(request: HttpRequest) -> HttpResponse:
    """For a form whose token was too old: the same page, with what she typed, and she presses once more."""
    trainee, problem = trainee_of(request.user), _("This page was open for long. Please press once more.")
    if trainee and request.path == reverse("my-data-put-right"):
        context = {"form": CorrectForm(initial=request.POST.dict()), "trainee": trainee, "signs": Sign.choices}
        return render(request, "progress/my_data/put_right.html", {**context, "problem": problem})
    messages.info(request, problem)
    return HttpResponseRedirect(request.path)
