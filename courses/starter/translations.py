"""Writing the English pages through wagtail-localize, so that a trainer finds them side by side with the Chinese."""

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from courses.models import StarterRecord
from courses.starter.pages import PageSource, Report, remember


class MissingEnglish(Exception):
    """A Chinese text of the starter course has no English beside it."""


def translate_page(source: PageSource, page: Page, *, locale: Locale, report: Report) -> None:
    """Make or change the translation unless someone else has. Raises MissingEnglish."""
    key = f"{source.key}:{locale.language_code}"
    record = StarterRecord.objects.filter(key=key).first()
    if _was_deleted(f"{source.under}:{locale.language_code}") or _was_touched(record):
        report.left_alone.append(key)
        return
    if record and record.digest == source.digest:
        report.unchanged.append(key)
        return
    with transaction.atomic():
        origin, _ = TranslationSource.update_or_create_from_instance(page)
        _write_strings(origin, source.english, locale)
        translation, _ = Translation.objects.get_or_create(source=origin, target_locale=locale)
        translation.save_target(publish=True)
    remember(source, page.get_translation(locale))
    (report.changed if record else report.made).append(key)


def _was_touched(record: StarterRecord | None) -> bool:
    return record is not None and (record.page is None or record.page.latest_revision_id != record.revision_id)


def _was_deleted(key: str) -> bool:
    return StarterRecord.objects.filter(key=key, page=None).exists()


def _write_strings(origin: TranslationSource, english: dict[str, str], locale: Locale) -> None:
    waiting = {path: iter(words.split("\n")) for path, words in english.items()}
    segments = StringSegment.objects.filter(source=origin).select_related("string", "context").order_by("order")
    for segment in segments:
        # The sentences of a card are translated one by one, in their order, under the same path.
        words = next(waiting.get(segment.context.path, iter(())), None)
        if words is None:
            raise MissingEnglish(f"{origin.object_repr}: {segment.context.path}")
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": StringValue.from_plaintext(words).data, "translation_type": "manual"},
        )
