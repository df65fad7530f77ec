"""Beginning a translation, and keeping it in step with its source. Readers see nothing of either."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from courses.teams.selectors import AnyUser

# What a page says of itself and not to its readers; it changes with every publishing.
OF_THE_PAGE_ITSELF = (
    "draft_title",
    "expire_at",
    "expired",
    "first_published_at",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "numchild",
    "path",
    "url_path",
)


@transaction.atomic
def begin_translation(*, page: Page, locale: Locale, user: AnyUser | None = None) -> Translation:
    """From now on the page is written side by side in that language; begun twice is begun once.

    Where the language shows the page in the source language, it goes on doing so until the translation is published.
    Where it has no such page, a draft is made; never one below a page that is not there. Raises ValidationError.
    """
    refuse_without_parent(page, locale)
    source, _made = TranslationSource.get_or_create_from_instance(page)
    translation, _made = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    if not page.has_translation(locale):
        translation.save_target(user=user, publish=False)
    return translation


def refuse_without_parent(page: Page, locale: Locale) -> None:
    """wagtail-localize would make the pages above as well, and put them before readers at once."""
    parent = page.get_parent()
    if page.depth > 2 and parent and not parent.has_translation(locale):
        told = {"parent": parent.title, "language": locale.get_display_name()}
        raise ValidationError(
            _("“%(parent)s”, which this stands below, is not there in %(language)s yet. Begin with that one."),
            params=told,
        )


def follow_source(*, page: Page) -> bool:
    """Take over what was published in the source language, if a translation was begun. True if something changed.

    The translated page stays as it is: what is new in the source waits there to be translated.
    """
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is None or _said(json.loads(source.content_json)) == _said(json.loads(page.to_json())):
        return False
    source.update_from_db()
    return True


def _said(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in OF_THE_PAGE_ITSELF}
