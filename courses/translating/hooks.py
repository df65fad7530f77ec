"""What translating hangs into the authors' admin."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import edit_translation

from courses.teams.selectors import TRANSLATING, roles_of
from courses.translating import urls
from courses.translating.by_hand import type_sentence
from courses.translating.one_page import download, upload
from courses.translating.publishing import missing_sentences
from courses.translating.stopping import stop
from courses.translating.submitting import BeginView
from courses.translating.views import ICON, languages

BEFORE_THEIRS = -1


class TranslationsMenuItem(MenuItem):
    """For those who translate some course."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(roles_of(request.user) & set(TRANSLATING))


class LanguagesMenuItem(MenuItem):
    """For administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.is_superuser


@hooks.register("register_admin_urls", order=BEFORE_THEIRS)
def register_translations() -> list[URLPattern | URLResolver]:
    """The last five stand at addresses that wagtail-localize names, and are found before it."""
    return [
        path("translations/", include(urls)),
        path("languages/", languages, name="languages"),
        path("localize/submit/page/<int:page_id>/", BeginView.as_view(), name="translations-begin"),
        path("localize/translate/<int:translation_id>/pofile/download/", download, name="translations-download"),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload, name="translations-upload"),
        path("localize/translate/<int:translation_id>/disable/", stop, name="translations-stop"),
        path(
            "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
            type_sentence,
            name="translations-sentence",
        ),
    ]


@hooks.register("register_admin_menu_item")
def translations_in_menu() -> MenuItem:
    return TranslationsMenuItem(
        _("Translations"),
        reverse("translations"),
        icon_name=ICON,
        name="translations",
        order=255,
    )


@hooks.register("register_settings_menu_item")
def languages_in_settings() -> MenuItem:
    return LanguagesMenuItem(
        _("Languages of the lessons"), reverse("languages"), icon_name=ICON, name="languages", order=600
    )


@hooks.register("before_edit_page", order=BEFORE_THEIRS)
def write_side_by_side(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Where a translation is begun: also of a page that readers still have in the source language.

    Published is what is whole: with a sentence missing, readers would find Chinese among their own words.
    """
    begun = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    translation = begun.select_related("source", "target_locale").first()
    if translation is None or "localize-convert-to-alias" in request.POST:
        return None
    if request.POST.get("action") == "publish" and (refusal := _hindrance(translation)):
        messages.error(request, refusal)
        return redirect(request.path)
    # It would warn of a “data model” after every upgrade; what is new in a page comes with its next publishing.
    translation.source.schema_version = ""
    return edit_translation(request, translation, page)


def _hindrance(translation: Translation) -> str:
    """Why readers must not get the page yet; nothing if they may."""
    if not translation.source.get_source_instance().live:
        return gettext("The Chinese page is not published yet. Publish that one first, then this one.")
    count = missing_sentences(translation)
    said = ngettext(
        "%(count)s sentence is not translated yet. Translate it, then publish.",
        "%(count)s sentences are not translated yet. Translate them, then publish.",
        count,
    )
    return said % {"count": count} if count else ""
