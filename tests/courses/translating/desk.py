"""What a translator does, a line each."""

from collections.abc import Callable

import polib
from wagtail.models import Locale, Page

from courses.models import CoursePage
from courses.translating.beginning import begin_translation
from courses.translating.po import read_po, write_po
from courses.translating.sentences import sentences_of, translations_of
from courses.translating.standing import Standing, standings
from courses.translating.taking_in import Taken, take_in
from courses.translating.weighing import Weighed, weigh


def published(page: Page) -> Page:
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def po_of(course: CoursePage, locale: Locale) -> polib.POFile:
    return polib.pofile(write_po(course, locale).decode())


def translated(file: polib.POFile, say: Callable[[str], str] = "EN {}".format) -> polib.POFile:
    """Every sentence of it said in other words."""
    for entry in file:
        entry.msgstr = say(entry.msgid)
        entry.flags = []
    return file


def weighed(course: CoursePage, locale: Locale, file: polib.POFile | bytes) -> Weighed:
    content = file if isinstance(file, bytes) else str(file).encode()
    return weigh(
        read_po(content, course.translation_key, locale), sentences_of(course), translations_of(course, locale)
    )


def brought_in(course: CoursePage, locale: Locale, file: polib.POFile) -> Taken:
    return take_in(course=course, locale=locale, words=weighed(course, locale, file).words, user=None)


def whole_in(course: CoursePage, locale: Locale) -> None:
    brought_in(course, locale, translated(po_of(course, locale)))


def standing_of(page: Page, locale: Locale) -> Standing:
    course = CoursePage.objects.ancestor_of(page, inclusive=True).get()
    return next(one for one in standings(course, locale) if one.page.pk == page.pk)


def begun(page: Page, locale: Locale) -> None:
    for above in [*page.get_ancestors().filter(depth__gt=2).specific(), page]:
        begin_translation(page=above, locale=locale)
