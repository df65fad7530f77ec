"""Bringing in translated texts, so that a trainer here goes on side by side, as if the translation were begun here."""

from uuid import UUID

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource
from wagtail_localize.strings import StringValue

from courses.carrying.pages import PagesOfFile
from courses.carrying.paper import CoursePaper, SentencePaper


def write_sentences(paper: CoursePaper, pages: PagesOfFile) -> None:
    """For each translation that was written just now, or whose texts a run that was killed still owes.

    After the pages and page by page: there are thousands of texts, and villagers read none of them.
    """
    begun = set(Translation.objects.values_list("source__object_id", "target_locale__language_code"))
    written = {(one.key, language) for one, language, _page in pages.written}
    for language, sentences in paper.sentences.items():
        by_page: dict[UUID, list[SentencePaper]] = {}
        for sentence in sentences:
            by_page.setdefault(sentence.key, []).append(sentence)
        for key, told in by_page.items():
            if (key, language) in written or (key, language) not in begun:
                _write(pages.page_here(key, paper.source), pages.as_carried(key, language), told)


@transaction.atomic
def _write(source_page: Page | None, page: Page | None, sentences: list[SentencePaper]) -> None:
    if source_page is None or page is None:
        return
    origin, _made = TranslationSource.update_or_create_from_instance(source_page)
    Translation.objects.update_or_create(source=origin, target_locale=page.locale, defaults={"enabled": True})
    said = {(one.path, _data(one.said)): _data(one.translated) for one in sentences}
    for segment in StringSegment.objects.filter(source=origin).select_related("string", "context"):
        data = said.get((segment.context.path, segment.string.data))
        if data is not None:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=page.locale,
                defaults={"data": data, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
            )
    TranslationLog.objects.create(source=origin, locale=page.locale, revision=page.latest_revision)


def _data(text: str) -> str:
    """As wagtail-localize keeps it; plain text only, so that no mark-up of a stranger's is kept."""
    return StringValue.from_plaintext(text).data
