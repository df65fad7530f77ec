"""Writing words that came in a file. Readers see none of them before the pages are published."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.strings import StringValue

from courses.models import CoursePage
from courses.teams.selectors import AnyUser
from courses.translating.beginning import begin_translation, follow_source
from courses.translating.changes import plain
from courses.translating.sentences import Place, translations_at
from courses.translating.standing import pages_to_translate
from courses.translating.weighing import Word

AT_ONCE = 500
KEPT = ["data", "translation_type", "tool_name", "last_translated_by", "updated_at", "has_error", "field_error"]


class Taken(NamedTuple):
    """How many were written, and how many were left because somebody had changed them meanwhile."""

    written: int
    left: int


def take_in(*, course: CoursePage, locale: Locale, words: Iterable[Word], user: AnyUser | None) -> Taken:
    """All words in one transaction. Pages are begun before, each by itself: stopped there, no word is written.

    Twice is once. Raises ValidationError where the course is not there in that language.
    """
    wanted = {UUID(word.key): word for word in words}
    for page in pages_to_translate(course):
        if page.translation_key in wanted:
            _begin_with_those_above(page, locale, user)
    return _write(list(words), locale, user)


def _begin_with_those_above(page: Page, locale: Locale, user: AnyUser | None) -> None:
    """A page that readers of that language do not have yet is begun with the ones that it stands below."""
    above = page.get_parent()
    if above and above.depth > 2 and not above.has_translation(locale):
        _begin_with_those_above(above, locale, user)
    begin_translation(page=page, locale=locale, user=user)
    follow_source(page=page.specific)


@transaction.atomic
def _write(words: list[Word], locale: Locale, user: AnyUser | None) -> Taken:
    keys = {UUID(word.key) for word in words}
    segments, said = _segments(keys), translations_at(keys, locale)
    titles: dict[UUID, str] = {}
    rows, left = [], 0
    for word in words:
        at = (Place(UUID(word.key), word.path), word.text)
        segment, there = segments.get(at), said.get(at, "")
        if segment is None or there not in (word.before, word.translated):
            left += 1
        elif there != word.translated:
            rows.append(_row(segment, word, locale, user))
            titles |= {UUID(word.key): word.translated} if word.path == "title" else {}
    StringTranslation.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=KEPT,
    )
    for key, title in titles.items():  # as wagtail-localize does for a title that is typed
        Page.objects.filter(translation_key=key, locale=locale).update(draft_title=title)
    return Taken(len(rows), left)


def _segments(keys: set[UUID]) -> dict[tuple[Place, str], StringSegment]:
    found = StringSegment.objects.filter(source__object_id__in=keys).select_related("string", "context")
    return {(Place(one.context.object_id, one.context.path), plain(one.string.data)): one for one in found}


def _row(segment: StringSegment, word: Word, locale: Locale, user: AnyUser | None) -> StringTranslation:
    return StringTranslation(
        translation_of=segment.string,
        context=segment.context,
        locale=locale,
        data=StringValue.from_plaintext(word.translated).data,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        tool_name="PO",
        last_translated_by_id=user and user.pk,
    )
