"""Every address of the site. Content stands under its language; the rest is the same in all of them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.views import health, phone, staff

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("", phone.choose_language, name="choose-language"),
    path("display.css", phone.display_styles, name="display-styles"),
    path("cms/login/", staff.to_sign_in),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("portal.staff_sign_in.urls")),
    path("learn/", include("progress.urls")),
    path("office/", include("progress.office.urls")),
    path("", include("trainees.urls")),
    path(f"{settings.MEDIA_URL.strip('/')}/", include("media.urls")),
    *i18n_patterns(
        path("display/", phone.display, name="display"),
        path("help/", phone.help_page, name="help"),
        path("search/", phone.search, name="search"),
        path("tools/", include("courses.tools.urls")),
        path("_util/login/", staff.to_sign_in),
        path("", include(wagtail_urls)),
    ),
]
