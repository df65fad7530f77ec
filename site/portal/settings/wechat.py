"""Signing in by WeChat: open only where the organisation's keys are set."""

from django.core.exceptions import ImproperlyConfigured

from portal.settings import environment

__all__ = [
    "SOCIALACCOUNT_ADAPTER",
    "SOCIALACCOUNT_REQUESTS_TIMEOUT",
    "WECHAT_API",
    "WECHAT_APP_ID",
    "WECHAT_APP_SECRET",
    "WECHAT_AUTHORIZE_URL",
]

WECHAT_APP_ID = environment.text("WECHAT_APP_ID")
WECHAT_APP_SECRET = environment.text("WECHAT_APP_SECRET")
# The page inside WeChat. `https://open.weixin.qq.com/connect/qrconnect` is the one of other browsers, with a QR.
WECHAT_AUTHORIZE_URL = environment.text("WECHAT_AUTHORIZE_URL") or "https://open.weixin.qq.com/connect/oauth2/authorize"
WECHAT_API = environment.text("WECHAT_API") or "https://api.weixin.qq.com"
SOCIALACCOUNT_ADAPTER = "trainees.wechat.CalmAdapter"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds: she waits for the page

if bool(WECHAT_APP_ID) != bool(WECHAT_APP_SECRET):
    raise ImproperlyConfigured("WECHAT_APP_ID and WECHAT_APP_SECRET: set both, or neither.")
