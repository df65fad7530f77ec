"""Finding the words of an edition: six queries at most, however many questions."""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from media.models import Picture
from quizzes.canonical import canonical_of, digest_of
from quizzes.models import QuizEdition, QuizPage
from quizzes.selectors.editions import latest_edition
from quizzes.selectors.mixing import may_be_mixed
from quizzes.selectors.shown import ShownQuestion, ShownQuiz, dressed, ids_of, texts_of

Words = dict[str, dict]
"""Raw questions of a page by id."""


def shown_quiz(quiz_key: UUID | str, language_code: str, edition: QuizEdition | None = None) -> ShownQuiz | None:
    """The quiz as it is offered now in this language, or None if it is not.

    With an `edition`, that one, even if the quiz is gone meanwhile: what no page says any more has no words.
    """
    chosen = edition or latest_edition(quiz_key)
    if chosen is None:
        return None
    pages = _live_pages(quiz_key, language_code)
    return _assembled(chosen, pages) if pages or edition else None


def previewed_quiz(page: QuizPage) -> ShownQuiz:
    """The quiz as the editor shows it before it is saved, with the key that it would get."""
    canonical = canonical_of(page.pass_mark, page.questions.get_prep_value(), in_parts=page.part_points)
    edition = QuizEdition(quiz_key=page.translation_key, number=0, canonical=canonical, digest=digest_of(canonical))
    return _assembled(edition, [page])


def _live_pages(quiz_key: UUID | str, language_code: str) -> list[QuizPage]:
    """In the language asked for, then in the source language."""
    pages = QuizPage.objects.live().public().filter(translation_key=quiz_key).select_related("locale")
    by_language = {page.locale.language_code: page for page in pages}
    wanted = dict.fromkeys((language_code, settings.LANGUAGE_CODE))
    return [by_language[code] for code in wanted if code in by_language]


def _assembled(edition: QuizEdition, pages: list[QuizPage]) -> ShownQuiz:
    spoken = [(_language_of(page), {block["id"]: block for block in page.questions.get_prep_value()}) for page in pages]
    lesson = pages[0].get_parent().specific if pages else None
    questions = [_question(question, spoken) for question in edition.canonical["questions"]]
    if pages and pages[-1].shuffles:  # as the source language has it
        questions = [replace(question, mixes=may_be_mixed(question)) for question in questions]
    return ShownQuiz(
        key=str(edition.quiz_key),
        title=pages[0].title if pages else "",
        short_title=pages[0].short_title if pages else "",
        edition=edition,
        language=spoken[0][0] if spoken else "",
        lesson_url=(lesson and lesson.url) or "",
        live=bool(pages),
        questions=_with_pictures(_with_cards(questions, lesson), (words for _, words in spoken)),
        url=(pages[0].url or "") if pages else "",
        lesson=lesson,
    )


def _language_of(page: QuizPage) -> str:
    """A page that is not translated yet speaks the source language."""
    return settings.LANGUAGE_CODE if page.alias_of_id else page.locale.language_code


def _question(question: dict, spoken: list[tuple[str, Words]]) -> ShownQuestion:
    said = [
        (language, words[question["id"]]["value"])
        for language, words in spoken
        if words.get(question["id"], {}).get("type") == question["kind"]
    ]
    if not said:
        return ShownQuestion(question["id"], question["kind"])
    language, value = next((one for one in said if _is_whole(question, *one)), said[0])
    return dressed(question, value, language)


def _is_whole(question: dict, language: str, value: dict) -> bool:
    """Whether the words of one language are enough for all that the key speaks of."""
    texts = texts_of(question["kind"], value, language)
    return bool(value["prompt"]) and all(one in texts and texts[one].text for one in ids_of(question))


def _with_cards(questions: list[ShownQuestion], lesson: Page | None) -> list[ShownQuestion]:
    """The titles of the cards that explain; a card that is gone explains nothing."""
    cards = getattr(lesson, "cards", None)
    titles = {card.get("id"): card["value"].get("title", "") for card in (cards.raw_data if cards else ())}
    return [
        replace(question, explains=question.explains, explains_title=titles[question.explains])
        if question.explains in titles
        else replace(question, explains="")
        for question in questions
    ]


def _with_pictures(questions: list[ShownQuestion], pages: Iterable[Words]) -> list[ShownQuestion]:
    """All pictures in one query; each question has its own copy, with its own words for it."""
    wanted: Words = {}
    for words in pages:
        for key, block in words.items():
            if (block["value"].get("picture") or {}).get("image"):
                wanted.setdefault(key, block["value"]["picture"])
    found = Picture.objects.in_bulk({picture["image"] for picture in wanted.values()}) if wanted else {}
    return [
        replace(question, picture=_worded(found[wanted[question.id]["image"]], wanted[question.id]))
        if question.id in wanted and wanted[question.id]["image"] in found
        else question
        for question in questions
    ]


def _worded(picture: Picture, said: dict) -> Picture:
    picture = copy(picture)
    picture.decorative = bool(said["decorative"])
    picture.contextual_alt_text = "" if picture.decorative else said["alt_text"]
    return picture
