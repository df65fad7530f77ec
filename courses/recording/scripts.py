"""What is to be said of one lesson, or of the screens: line by line, as somebody records it.

A line is what is said in one go: a card, a reason, or a question with all its answers. Its parts have a subject each.
Subjects and words are those of `courses.narration`, so that recordings fit whichever way they came.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from uuid import UUID

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.models import LessonPage
from media.models import Track
from media.phrases import phrases
from quizzes.models import QuizPage
from quizzes.selectors.shown import texts_of

PHRASES_KEY = "phrases"
CHECK = "check_"  # begins the type of a card that asks


@dataclass(frozen=True)
class Part:
    """`label` says which one it is: “B”."""

    subject: str
    words: str
    label: str = ""


@dataclass(frozen=True)
class Line:
    title: str
    parts: tuple[Part, ...]

    @property
    def key(self) -> str:
        """As the page names its place."""
        return self.parts[0].subject.replace(":", "_")


@dataclass(frozen=True)
class Script:
    """`key` is a lesson's key or "phrases"; `page` is that lesson."""

    key: str
    title: str
    page: LessonPage | None
    lines: tuple[Line, ...]

    @cached_property
    def parts(self) -> dict[str, Part]:
        return {part.subject: part for line in self.lines for part in line.parts}


def language_read(track: Track) -> str:
    """What is read aloud from: few of the languages that are spoken are written."""
    return "en" if track.language == "en" else settings.LANGUAGE_CODE


def script_of(key: str, track: Track) -> Script | None:
    """In the language that the track's speakers read: the words of today, of a lesson that is not out yet its draft."""
    language = language_read(track)
    if key == PHRASES_KEY:
        return Script(key, _("The screens"), None, tuple(_phrases(language)))
    lesson = _lesson(key, language)
    return lesson and Script(key, lesson.title, lesson, tuple(_lines(lesson, language)))


def _lesson(key: str, language: str) -> LessonPage | None:
    try:
        found = LessonPage.objects.filter(translation_key=UUID(key)).select_related("locale")
    except ValueError:
        return None
    by_language = {page.locale.language_code: page for page in found}
    page = by_language.get(language) or by_language.get(settings.LANGUAGE_CODE)
    return page if page is None or page.live else page.get_latest_revision_as_object()


def _phrases(language: str) -> Iterator[Line]:
    with override(language):
        said = phrases()
    for number, (key, words) in enumerate(said.items(), 1):
        yield Line(_("Phrase %(number)s") % {"number": number}, (Part(f"phrase:{key}", words),))


def _lines(lesson: LessonPage, language: str) -> Iterator[Line]:
    raw = lesson.cards.get_prep_value()
    for number, (card, said) in enumerate(zip(lesson.cards, raw, strict=True), 1):
        title = _("Card %(number)s") % {"number": number}
        if kind := asked_in(said["type"]):
            yield from _question_lines({**said, "type": kind}, title, language)
        else:
            yield Line(title, (Part(f"card:{card.id}", card.value.spoken),))
    for quiz in QuizPage.objects.live().child_of(lesson):
        for number, question in enumerate(quiz.questions.get_prep_value(), 1):
            yield from _question_lines(question, _("Question %(number)s") % {"number": number}, language)


def asked_in(card_type: str) -> str:
    """The kind of question that a knowledge check among the cards asks; nothing for any other card."""
    return card_type.removeprefix(CHECK) if card_type.startswith(CHECK) else ""


def _question_lines(question: dict, title: str, language: str) -> Iterator[Line]:
    key, value = question["id"], question["value"]
    options = list(zip(ascii_uppercase, texts_of(question["type"], value, language).values(), strict=False))
    answers = (Part(f"option:{key}:{option.id}", option.text, letter) for letter, option in options if option.text)
    yield Line(title, (Part(f"question:{key}", value["prompt"] or ""), *answers))
    if value["explanation"]:
        yield Line(_("%(question)s: why") % {"question": title}, (Part(f"why:{key}", value["explanation"]),))
    for letter, option in options:
        if option.feedback:
            why = _("%(question)s: who chose %(letter)s") % {"question": title, "letter": letter}
            yield Line(why, (Part(f"why:{key}:{option.id}", option.feedback),))
