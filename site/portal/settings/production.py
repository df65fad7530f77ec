"""Behind TLS, for a county. Refuses demo people and guessable secrets."""

from django.core.exceptions import ImproperlyConfigured

from portal.settings import environment
from portal.settings.base import *  # noqa: F403

if environment.boolean("DEMO"):
    raise ImproperlyConfigured("DEMO=1 makes up people: it must be off in production.")

if environment.integer("TRUSTED_PROXY_COUNT", 0) < 1:
    raise ImproperlyConfigured("Set TRUSTED_PROXY_COUNT=1: TLS ends at a proxy; unless it is believed no page opens.")

SECRET_KEY = environment.required("SECRET_KEY")
environment.required("ALLOWED_HOSTS")  # base.py has read it

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # whoever watches the machine asks from inside, without TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
