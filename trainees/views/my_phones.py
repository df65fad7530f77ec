"""Which phones know her, and how one that she no longer has forgets her."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trainees.models import Trainee
from trainees.my_room import my_room
from trainees.numbers import row_number
from trainees.services.phones import forget_phones
from trainees.this_phone import THIS_PHONE
from trainees.wechat import configured


@my_room
@require_http_methods(["GET", "HEAD", "POST"])
def my_phones(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    """This phone stands first, and forgets her by its own button elsewhere: here she lets others go."""
    if request.method == "POST":
        return _forget(request, trainee)
    here = THIS_PHONE.digest_of(request)
    phones = list(trainee.person.phones.order_by("-last_used_at"))
    context = {
        "this_one": next((phone for phone in phones if phone.phone_digest == here), None),
        "others": [phone for phone in phones if phone.phone_digest != here],
        "wechat": getattr(trainee.person, "wechat", None),
        "wechat_offered": configured(),
    }
    return render(request, "trainees/my_phones.html", context)


def _forget(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    others = trainee.person.phones.exclude(phone_digest=THIS_PHONE.digest_of(request))
    asked = request.POST.get("phone", "")
    if asked != "all":
        others = others.filter(pk=row_number(asked))
        if not others.exists():
            raise Http404
    user = forget_phones(person=trainee.person, rows=others)
    if user is not None:
        update_session_auth_hash(request, user)
    messages.success(request, _("Done. On other phones you are signed out."))
    return HttpResponseRedirect(reverse("my-phones"))
