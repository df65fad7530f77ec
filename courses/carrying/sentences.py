"""Bringing in translated texts, so that a trainer here goes on side by side, as if the translation were begun here."""

from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource
from wagtail_localize.strings import StringValue

from courses.carrying.pages import PagesOfFile
from courses.carrying.paper import CoursePaper, SentencePaper


def write_sentences(paper: CoursePaper, pages: PagesOfFile) -> None:
    """For each translation that was written just now, in the caller's transaction."""
    told: dict[tuple[str, str], list[SentencePaper]] = {}
    for language, sentences in paper.sentences.items():
        for sentence in sentences:
            told.setdefault((language, str(sentence.key)), []).append(sentence)
    for page_paper, language, page in pages.written:
        sentences = told.get((language, str(page_paper.key)), [])
        if language != paper.source and sentences:
            _write(pages.page_here(page_paper.key, paper.source), page, sentences)


def _write(source_page: Page, page: Page, sentences: list[SentencePaper]) -> None:
    origin, _made = TranslationSource.update_or_create_from_instance(source_page)
    translation, _made = Translation.objects.get_or_create(source=origin, target_locale=page.locale)
    if not translation.enabled:
        translation.enabled = True
        translation.save(update_fields=["enabled"])
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
