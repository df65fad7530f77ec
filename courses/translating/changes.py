"""Sentences that are other ones now than when they were translated: old and new side by side. Two queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Exists, OuterRef
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.strings import StringValue

from courses.translating.standing import Change, Standing, State, outdated


def add_changes(standings: Iterable[Standing], locale: Locale) -> None:
    """To those that were changed, in the order of the page."""
    by_key = {one.page.translation_key: one for one in standings if one.state is State.CHANGED}
    if not by_key:
        return
    segments = _waiting(list(by_key), locale)
    before = _before({segment.context_id for segment in segments}, segments, locale)
    for segment in segments:
        olds = before[segment.context_id]
        # A sentence that was cut in two has one old one; the second of the two is simply new.
        was, translated = olds.pop(0) if olds else ("", "")
        change = Change(plain(segment.string.data), plain(was), plain(translated))
        by_key[segment.context.object_id].changes.append(change)


def plain(data: str) -> str:
    """As people read it; wagtail-localize keeps `&` as mark-up."""
    return StringValue(data).render_text()


def _waiting(keys: list, locale: Locale) -> list[StringSegment]:
    translated = StringTranslation.objects.filter(
        locale=locale, translation_of=OuterRef("string"), context=OuterRef("context"), has_error=False
    )
    found = StringSegment.objects.filter(
        ~Exists(translated), Exists(outdated(locale)), source__object_id__in=keys
    ).filter(source__locale__language_code=settings.LANGUAGE_CODE)
    return list(found.select_related("string", "context").order_by("source", "order"))


def _before(contexts: set[int], segments: list[StringSegment], locale: Locale) -> dict[int, list[tuple[str, str]]]:
    """By place: what stood there last and how it was translated, as it was ordered; not what stands there still."""
    sources = {one.source_id for one in segments}
    there = set(StringSegment.objects.filter(source__in=sources).values_list("context_id", "string_id"))
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    said = StringTranslation.objects.filter(context__in=contexts, locale=locale).select_related("translation_of")
    for one in said.order_by("pk"):
        if (one.context_id, one.translation_of_id) not in there:
            found[one.context_id or 0].append((one.translation_of.data, one.data))
    wanted = Counter(segment.context_id for segment in segments)
    return defaultdict(list, {context: olds[-wanted[context] :] for context, olds in found.items()})
