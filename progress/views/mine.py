"""My lessons: what is done, what is next, and what waits on this phone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from progress.guest_phone import GUEST
from progress.selectors import my_courses, my_tasks, newest_waiting, waiting_work
from progress.views.asking import has_been_asked, is_settled
from trainees.helping import without_her_pin
from trainees.selectors.trainees import trainee_at_home
from trainees.this_phone import THIS_PHONE


@never_cache
@require_safe
@ensure_csrf_cookie
def my_lessons(request: HttpRequest) -> HttpResponse:
    """She is asked once whether what waits on this phone is hers."""
    home, guest = trainee_at_home(request.user), GUEST.digest_of(request)
    if home is None:
        waiting = waiting_work(guest, language=request.LANGUAGE_CODE)
        return render(request, "progress/learn/nobody.html", {"waiting": waiting})
    closed = without_her_pin(request)  # the keeper sits there: neither tasks nor what waits for somebody's word
    newest = 0 if closed else newest_waiting(guest)
    if newest and not has_been_asked(request, newest):
        return redirect("was-it-me")
    trainee = home.trainee
    context = {
        **home._asdict(),
        "courses": my_courses(trainee=trainee, language=request.LANGUAGE_CODE),
        "tasks": [] if closed else my_tasks(trainee=trainee, language=request.LANGUAGE_CODE),
        "remembers": bool(THIS_PHONE.read(request)),
        "something_waits": bool(newest) and not is_settled(request, newest),
    }
    return render(request, "progress/learn/mine.html", context)
