"""Where she is signed in, and a button to end each of them."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from portal.staff_sign_in.middleware import passed
from portal.staff_sign_in.sessions import ROW, end_sessions, sessions_of

LONGEST = 12


@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not passed(request):
        return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.path})}")
    this = request.session.get(ROW)
    if request.method == "POST":
        number = request.POST.get("session", "")
        if number == "others":
            end_sessions(request.user, but=this)
        elif number.isdecimal() and len(number) <= LONGEST:
            end_sessions(request.user, only=int(number))
        return HttpResponseRedirect(reverse("staff-sessions"))
    return render(request, "account/sessions.html", {"sessions": sessions_of(request.user), "this": this})
