"""By WeChat, where its keys are set: one tap signs in whom it is linked to; whoever is signed in may link it."""

from __future__ import annotations

from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from foundation.limits import MINUTE, take
from trainees.codes import typed_digits
from trainees.models import Trainee, WeChatLink
from trainees.selectors import trainee_of
from trainees.services import PinVerdict, check_pin
from trainees.services.wechat import LinkedElsewhere, link_wechat, note_wechat_used, unlink_wechat
from trainees.signing_in import sign_in
from trainees.small_bodies import small_body
from trainees.stale_tokens import ONCE_MORE, PIN_ONCE_MORE
from trainees.views.returning import SAID
from trainees.visitors import address_of, going_to, wanted_next
from trainees.ways_in import only_where
from trainees.wechat import IN_SESSION, NumberAlone, configured, provider_for

TARGET = "wechat-next"
A_MINUTE_AND_ADDRESS = 120  # a class sits behind it

_answered = OAuth2CallbackView.adapter_view(NumberAlone)
where_keys_are_set = only_where(configured)


@where_keys_are_set
@require_safe
def ask_wechat(request: HttpRequest) -> HttpResponse:
    """On to WeChat. By a link: a form that leads to another site is stopped by our policy."""
    request.session[TARGET] = wanted_next(request)
    return provider_for(request).redirect(request, process=AuthProcess.LOGIN)


@where_keys_are_set
@require_safe
def answered_by_wechat(request: HttpRequest) -> HttpResponse:
    """Back from it: allauth looks whether it was this browser that asked, and asks WeChat who that was."""
    if not take(f"wechat:{address_of(request)}", most=A_MINUTE_AND_ADDRESS, seconds=MINUTE):
        return render(request, "trainees/wechat_failed.html", status=429)
    return _answered(request)


@where_keys_are_set
@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def wechat(request: HttpRequest) -> HttpResponse:
    """What this browser's WeChat opens; to link it takes her PIN: a phone that was left open links nobody's."""
    digest = request.session.get(IN_SESSION)
    trainee = trainee_of(request.user)
    if not digest:
        return HttpResponseRedirect(reverse("my-phones" if trainee else "who"))
    link = WeChatLink.objects.filter(digest=digest).select_related("person__user", "person__trainee").first()
    if trainee is not None and (link is None or link.person_id != trainee.person.pk):
        return _to_link(request, trainee, link, digest)
    if link is None or not link.person.may_sign_in:
        return render(request, "trainees/wechat_unknown.html")
    request.session.pop(IN_SESSION)
    note_wechat_used(link=link)
    target = request.session.pop(TARGET, "") or going_to(request)
    # WeChat's way back leads through here once more: she goes on to where she was going, and is in already.
    return sign_in(request, link.person, target) if trainee is None else HttpResponseRedirect(target)


@small_body()
@require_POST
def let_wechat_go(request: HttpRequest) -> HttpResponse:
    """Also where the keys are gone: what was linked can always be let go."""
    trainee = trainee_of(request.user)
    if trainee is None:
        return HttpResponseRedirect(reverse("who"))
    unlink_wechat(person=trainee.person)
    messages.success(request, _("Done. Your WeChat no longer opens your lessons."))
    return HttpResponseRedirect(reverse("my-phones"))


def wechat_with_fresh_token(request: HttpRequest) -> HttpResponse:
    """The digits are typed anew; whoever is not here, or is linked by now, goes where that is said."""
    trainee, digest = trainee_of(request.user), request.session.get(IN_SESSION)
    if trainee and digest and not WeChatLink.objects.filter(digest=digest).exists():
        context = {"person": trainee.person, "problem": PIN_ONCE_MORE}
        return render(request, "trainees/wechat_link.html", context)
    return let_go_with_fresh_token(request)


def let_go_with_fresh_token(request: HttpRequest) -> HttpResponse:
    if trainee_of(request.user) is None:
        return HttpResponseRedirect(reverse("who"))
    messages.info(request, ONCE_MORE)
    return HttpResponseRedirect(reverse("my-phones"))


SHOWN_AGAIN = {"wechat": wechat_with_fresh_token, "wechat-let-go": let_go_with_fresh_token}


def _to_link(request: HttpRequest, trainee: Trainee, link: WeChatLink | None, digest: str) -> HttpResponse:
    if link is not None:
        return render(request, "trainees/wechat_of_another.html", status=409)
    if request.method != "POST":
        return render(request, "trainees/wechat_link.html", {"person": trainee.person})
    typed = typed_digits(request.POST.get("pin", "")[:40])
    verdict = check_pin(person=trainee.person, pin=typed, door=f"wechat:{digest}")
    if verdict is not PinVerdict.RIGHT:
        context = {"person": trainee.person, "problem": SAID[verdict]}
        return render(request, "trainees/wechat_link.html", context)
    try:
        link_wechat(person=trainee.person, digest=digest)
    except LinkedElsewhere:
        return render(request, "trainees/wechat_of_another.html", status=409)
    request.session.pop(IN_SESSION)
    messages.success(request, _("Your WeChat is linked. Next time one tap is enough."))
    return HttpResponseRedirect(reverse("my-phones"))
