"""Every address of the site. Content stands under its language; the rest is the same in all of them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.packs.views import course_pack
from portal.views import browsers, health, phone, printing, staff, without_signal
from progress.views import shelf as goods
from progress.views import village

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("", phone.choose_language, name="choose-language"),
    path("display.css", phone.display_styles, name="display-styles"),
    path("service-worker.js", without_signal.worker, name="service-worker"),
    path("cms/login/", staff.to_sign_in),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("portal.staff_sign_in.urls")),
    path("learn/", include("progress.urls")),
    path("office/", include("progress.office.urls")),
    path("voice/", include("courses.recording.urls")),
    path("village/people/", village.my_people, name="keeper-people"),
    path("village/sheets/", printing.keepers_sheets, name="keeper-sheets"),
    path("village/sheets/<int:pk>/", printing.keepers_sheet, name="keeper-sheet"),
    path("", include("trainees.urls")),
    path(f"{settings.MEDIA_URL.strip('/')}/", include("media.urls")),
    *i18n_patterns(
        path("display/", phone.display, name="display"),
        path("help/", phone.help_page, name="help"),
        path("open-in-browser/", browsers.open_in_browser, name="open-in-browser"),
        path("device-check/", browsers.device_check, name="device-check"),
        path("search/", phone.search, name="search"),
        path("tools/", include("courses.tools.urls")),
        path("task/", include("courses.practice.urls")),
        path("shelf/", goods.shelf, name="shelf"),
        path("no-signal/", without_signal.no_signal, name="no-signal"),
        path("on-this-phone/", without_signal.on_this_phone, name="on-this-phone"),
        path("packs/<uuid:course_key>.json", course_pack, name="course-pack"),
        path("manifest.webmanifest", without_signal.manifest, name="web-manifest"),
        path("_util/login/", staff.to_sign_in),
        path("", include(wagtail_urls)),
    ),
]
