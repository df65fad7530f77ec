"""What follows when a course is made or goes, or a page that is translated is published, whoever did it."""

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from courses.models import CoursePage
from courses.teams.services import ensure_team, forget_team
from courses.translating.beginning import follow_source
from courses.translating.publishing import unpublish_translations


def connect() -> None:
    post_save.connect(give_team, sender=CoursePage, dispatch_uid="courses-team")
    post_delete.connect(take_team_away, sender=CoursePage, dispatch_uid="courses-no-team")
    page_published.connect(tell_translators, dispatch_uid="courses-translators")
    page_unpublished.connect(take_translations_off, dispatch_uid="courses-translations-off")


def give_team(instance: CoursePage, created: bool, raw: bool = False, **_signal: object) -> None:
    if created and not raw:
        ensure_team(course=instance, is_new=True)


def take_team_away(instance: CoursePage, **_signal: object) -> None:
    forget_team(course_key=instance.translation_key)


def tell_translators(instance: Page, **_signal: object) -> None:
    """What is new in the source waits in every language that the page was begun in."""
    if instance.alias_of_id is None and instance.locale.language_code == settings.LANGUAGE_CODE:
        follow_source(page=instance)


def take_translations_off(instance: Page, **_signal: object) -> None:
    """What is not taught any more is not taught in another language either; deleting a page tells of this too."""
    unpublish_translations(page=instance)
