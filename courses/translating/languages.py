"""Languages that readers may choose: candidates, switched on, and off again. Nothing is ever deleted."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import check_for_language, get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization

from courses.models import HomePage, LessonPage
from courses.teams.selectors import AnyUser

AT_ONCE = 50


@dataclass(frozen=True)
class Candidate:
    """A language that the interface has a catalogue for, empty or not."""

    code: str
    name: str
    is_on: bool
    lessons: int  # of its own; the others are shown in the source language


def candidates() -> list[Candidate]:
    """All but the source language. Two queries."""
    on = set(HomePage.objects.live().values_list("locale__language_code", flat=True))
    own = list(LessonPage.objects.live().filter(alias_of=None).values_list("locale__language_code", flat=True))
    return [
        Candidate(code, get_language_info(code)["name_local"], code in on, own.count(code))
        for code, _name in settings.LANGUAGES
        if code != settings.LANGUAGE_CODE and check_for_language(code)
    ]


def switch_on(*, code: str, user: AnyUser | None = None) -> None:
    """Readers may choose the language at once; what is not translated is shown in the source language, and says so.

    Page by page, each by itself, and the first page last: stopped on the way nobody sees it, and once more goes on.
    Raises ValidationError.
    """
    _refuse_others(code)
    source = HomePage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if source is None:
        raise ValidationError(_("There is no first page in Chinese yet. Publish it first."))
    locale, _made = Locale.objects.get_or_create(language_code=code)
    try:
        home = _home_of(source, locale)
        _stand_in(source.locale, locale)
    except (IntegrityError, ValidationError):
        raise ValidationError(_("Somebody else is switching it on just now. Look again in a minute.")) from None
    # Whatever is published in the source language from now on stands there too. Past its signal, which does all again.
    LocaleSynchronization.objects.bulk_create(
        [LocaleSynchronization(locale=locale, sync_from=source.locale)], ignore_conflicts=True
    )
    home.refresh_from_db()  # what stands below it by now is counted in its row
    if not home.live:
        home.save_revision(user=user).publish(user=user)


def switch_off(*, code: str, user: AnyUser | None = None) -> None:
    """Nobody is offered it any more. Its pages, words and recordings stay as they are. Raises ValidationError."""
    _refuse_others(code)
    for home in HomePage.objects.live().filter(locale__language_code=code):
        home.unpublish(user=user)


def _refuse_others(code: str) -> None:
    if code not in {candidate.code for candidate in candidates()}:
        raise ValidationError(_("This language cannot be chosen here."))


def _home_of(source: HomePage, locale: Locale) -> HomePage:
    """A page of its own, not one that follows the source: publishing that one would switch the language on again."""
    with transaction.atomic():
        home = HomePage.objects.select_for_update().filter(locale=locale).first()
        if home is None:
            home = source.copy_for_translation(locale)
        if home.alias_of_id:
            Page.objects.filter(pk=home.pk).update(alias_of=None)
        _count_children(home)
        home.refresh_from_db()
    return home


def _count_children(home: HomePage) -> None:
    """Where the count was wrong, Wagtail would put the next page in the place of one that is there."""
    below = Page.objects.filter(path__startswith=home.path, depth=home.depth + 1)
    Page.objects.filter(pk=home.pk).update(numchild=below.count())


def _stand_in(source: Locale, locale: Locale) -> None:
    """Each page of the source language that is not there yet, in the order of the tree; drafts too, not seen either."""
    there = Page.objects.filter(locale=locale).values("translation_key")
    missing = Page.objects.filter(locale=source, alias_of=None, depth__gt=2).exclude(translation_key__in=there)
    for page in missing.order_by("path").specific().iterator(chunk_size=AT_ONCE):
        with transaction.atomic():
            page.copy_for_translation(locale, copy_parents=True, alias=True)
