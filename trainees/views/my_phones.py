"""Which phones know her, and how one that she no longer has forgets her."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trainees.models import Trainee
from trainees.selectors import trainee_of
from trainees.services.phones import forget_phones
from trainees.small_bodies import small_body
from trainees.this_phone import THIS_PHONE
from trainees.wechat import configured

LARGEST = 2**63 - 1


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def my_phones(request: HttpRequest) -> HttpResponse:
    """This phone stands first, and forgets her by its own button elsewhere: here she lets others go."""
    trainee = trainee_of(request.user)
    if trainee is None:
        return HttpResponseRedirect(f"{reverse('who')}?{urlencode({'next': request.path})}")
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
        others = others.filter(pk=min(int(asked), LARGEST)) if asked.isdecimal() and asked.isascii() else others.none()
        if not others.exists():
            raise Http404
    user = forget_phones(person=trainee.person, rows=others)
    if user is not None:
        update_session_auth_hash(request, user)
    messages.success(request, _("Done. On other phones you are signed out."))
    return HttpResponseRedirect(reverse("my-phones"))
