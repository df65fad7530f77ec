"""WeChat's sign-in through allauth: of all that it could tell we ask for an account's number, and keep its digest.

allauth's own tables stay empty: no name, picture or token of anybody is written down.
"""

from __future__ import annotations

from typing import Any, NoReturn
from urllib.parse import urlsplit

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.weixin.client import WeixinOAuth2Client
from allauth.socialaccount.providers.weixin.provider import WeixinProvider
from allauth.socialaccount.providers.weixin.views import WeixinOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from trainees.digests import digest

IN_SESSION = "wechat"  # the digest that this browser has just proved, until it is linked or signs in
ANY_BROWSER = "qrconnect"
AGENT = "MicroMessenger"


def configured() -> bool:
    return bool(settings.WECHAT_APP_ID)


def offered(request: HttpRequest) -> bool:
    """Whether a button makes sense here: WeChat's own page opens nowhere but in WeChat."""
    return configured() and (_for_any_browser() or AGENT in request.headers.get("user-agent", ""))


class InWeChat(WeixinOAuth2Client):
    def get_redirect_url(self, *args: Any) -> str:
        return f"{super().get_redirect_url(*args)}#wechat_redirect"  # without it WeChat shows an error


class NumberAlone(WeixinOAuth2Adapter):
    """allauth's, without the second question about name and picture."""

    client_class = InWeChat
    access_token_method = "GET"  # noqa: S105 - as WeChat's own document has it

    @property
    def access_token_url(self) -> str:
        return f"{settings.WECHAT_API}/sns/oauth2/access_token"

    @property
    def authorize_url(self) -> str:
        return settings.WECHAT_AUTHORIZE_URL

    def get_provider(self) -> WeixinProvider:
        return provider_for(self.request)

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> NoReturn:
        """What follows is ours alone: see `views.wechat`. Raises what leads there."""
        number = kwargs["response"].get("openid")
        if not number or not isinstance(number, str):
            raise OAuth2Error("no number")
        request.session[IN_SESSION] = digest("wechat", f"{settings.WECHAT_APP_ID}:{number}")
        raise ImmediateHttpResponse(HttpResponseRedirect(reverse("wechat")))


class NumberProvider(WeixinProvider):
    oauth2_adapter_class = NumberAlone

    def get_default_scope(self) -> list[str]:
        return ["snsapi_login" if _for_any_browser() else "snsapi_base"]


def provider_for(request: HttpRequest) -> WeixinProvider:
    app = SocialApp(provider="weixin", client_id=settings.WECHAT_APP_ID, secret=settings.WECHAT_APP_SECRET)
    return NumberProvider(request, app=app)


class CalmAdapter(DefaultSocialAccountAdapter):
    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NoReturn:
        """Also for a visit that she broke off, and for one that nobody began here."""
        raise ImmediateHttpResponse(render(request, "trainees/wechat_failed.html", status=400))


def _for_any_browser() -> bool:
    return urlsplit(settings.WECHAT_AUTHORIZE_URL).path.endswith(ANY_BROWSER)
