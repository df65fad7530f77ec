"""Every address of the site. Content stands under its language; the rest is the same in all of them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("", views.choose_language, name="choose-language"),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("allauth.urls")),
    path(f"{settings.MEDIA_URL.strip('/')}/", include("media.urls")),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=True),
]
