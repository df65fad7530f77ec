"""Putting translated pages before readers, and not before they are whole."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail_localize.models import Translation

from courses.teams.selectors import AnyUser
from courses.translating.standing import Standing, State


def missing_sentences(translation: Translation) -> int:
    total, done = translation.get_progress()
    return total - done


def leaving_with(page: Page) -> PageQuerySet:
    """What goes away in every other language with this page: nothing where it is no source. First pages are switched
    off by themselves.
    """
    is_source = page.alias_of_id is None and page.locale.language_code == settings.LANGUAGE_CODE and page.depth > 2
    return page.get_translations().filter(live=True, alias_of=None) if is_source else Page.objects.none()


def unpublish_translations(*, page: Page) -> None:
    """With its source a page goes away; the words stay."""
    for translation in leaving_with(page).specific():
        translation.unpublish()


def may_be_published(standings: Iterable[Standing], user: AnyUser) -> list[Standing]:
    """What is ready, where the user may publish."""
    ready = [one for one in standings if one.state is State.READY]
    pages = Page.objects.in_bulk([one.target_pk for one in ready if one.target_pk])
    return [
        one for one in ready if one.target_pk in pages and pages[one.target_pk].permissions_for_user(user).can_publish()
    ]


def publish_ready(*, standings: Iterable[Standing], user: AnyUser) -> list[str]:
    """Each page by itself; gives the titles of those that could not be published."""
    refused = []
    for one in may_be_published(standings, user):
        translation = Translation.objects.select_related("source", "target_locale").get(pk=one.translation_pk)
        try:
            with transaction.atomic():
                translation.save_target(user=user, publish=True)
        except ValidationError:
            refused.append(one.page.title)
    return refused
