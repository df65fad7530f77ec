"""What a lesson still lacks, each in a word that a list can be narrowed to and in a sentence. Pure: no query."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.recording.scripts import asked_in

SOON = datetime.timedelta(days=30)
PICTURES = ("picture", "right_picture", "wrong_picture")  # of a card, as it stands in the lesson
TRANSLATION = "translation-"  # and the code of the language
SILENT = "recording"  # while there is no voice at all; else `recording-` and the number of the track
EXAMPLE = "example_picture"  # on the page of a task

WORDS: dict[str, str | Promise] = {
    "draft": gettext_lazy("Not published"),
    "description": gettext_lazy("Picture not described"),
    "captions": gettext_lazy("Video without captions"),
    "quiz": gettext_lazy("No quiz"),
    "reason": gettext_lazy("Reason not given"),
    "check": gettext_lazy("Not checked"),
    "due": gettext_lazy("Check again"),
}


class Lack(NamedTuple):
    word: str
    said: str


@dataclass
class Written:
    """A lesson as it was last written, published or not, with its quiz and what hangs on it in other languages."""

    pk: int
    title: str
    course: str
    is_draft: bool
    cards: list[dict] = field(default_factory=list)
    questions: list[dict] | None = None  # None: no quiz
    checked_on: datetime.date | None = None
    check_again_by: datetime.date | None = None
    translated: Collection[str] = ()
    recorded: dict[int, set[str]] = field(default_factory=dict)  # subjects by track
    quiz_pk: int | None = None
    may_edit: bool = True  # the user who asks: she may be on its team for something else
    uncaptioned: Collection[str] = ()  # its languages in which some video has no captions

    @property
    def subjects(self) -> set[str]:
        return subjects_of(self.cards)


def subjects_of(cards: Iterable[dict]) -> set[str]:
    """What is recorded of each card: of a knowledge check at least the question."""
    said = ((card.get("id"), "question" if asked_in(card["type"]) else "card") for card in cards)
    return {f"{kind}:{key}" for key, kind in said if key}


def lacks_of(lesson: Written, *, languages: dict[str, str], tracks: dict[int, str]) -> list[Lack]:
    """Everything, in the order in which one would mend it; `languages` and `tracks` with the names people know."""
    return [
        *([Lack("draft", _("Not published"))] if lesson.is_draft else []),
        *_of_pictures(lesson),
        *_of_captions(lesson, languages),
        *_of_quiz(lesson),
        *_of_checking(lesson),
        *(
            Lack(f"{TRANSLATION}{code}", _("Not in %(language)s") % {"language": name})
            for code, name in languages.items()
            if code not in lesson.translated
        ),
        *_of_recordings(lesson, tracks),
    ]


def lacks_told(lesson: Written, lacks: Iterable[Lack]) -> list[Lack]:
    """To who may not open the lesson only what its translators can do."""
    return [lack for lack in lacks if lesson.may_edit or lack.word.startswith(TRANSLATION)]


def is_due(lesson: Written) -> bool:
    return lesson.check_again_by is not None and lesson.check_again_by <= timezone.localdate() + SOON


def undescribed(cards: Iterable[dict]) -> int:
    """Pictures that are neither decoration nor said in words."""
    shown = (card["value"].get(name) for card in cards for name in (*PICTURES, EXAMPLE))
    return sum(
        1
        for picture in shown
        if isinstance(picture, dict) and picture.get("image") and not picture.get("decorative")
        if not (picture.get("alt_text") or "").strip()
    )


def unexplained(questions: Iterable[dict]) -> int:
    """Questions without a reason, or with a wrong answer that is not told why."""
    return sum(1 for question in questions if _is_unexplained(question["value"]))


def _is_unexplained(value: dict) -> bool:
    options = [item.get("value", item) for item in value.get("options", []) if isinstance(item, dict)]
    silent = any(not option.get("right") and not (option.get("feedback") or "").strip() for option in options)
    return silent or not (value.get("explanation") or "").strip()


def _of_pictures(lesson: Written) -> Iterator[Lack]:
    if count := undescribed(lesson.cards):
        said = ngettext("%(count)s picture is not described", "%(count)s pictures are not described", count)
        yield Lack("description", said % {"count": count})


def _of_captions(lesson: Written, languages: dict[str, str]) -> Iterator[Lack]:
    for code in sorted(lesson.uncaptioned, key=lambda code: (code in languages, code)):
        said = _("Video without captions in %(language)s") if code in languages else _("Video without captions")
        yield Lack("captions", said % {"language": languages[code]} if code in languages else said)


def _of_quiz(lesson: Written) -> Iterator[Lack]:
    if lesson.questions is None:
        yield Lack("quiz", _("No quiz"))
    elif count := unexplained(lesson.questions):
        said = ngettext("%(count)s question lacks a reason", "%(count)s questions lack a reason", count)
        yield Lack("reason", said % {"count": count})


def _of_checking(lesson: Written) -> Iterator[Lack]:
    if lesson.checked_on is None:
        yield Lack("check", _("Nobody has checked it"))
    if lesson.check_again_by and is_due(lesson):
        day = date_format(lesson.check_again_by, "SHORT_DATE_FORMAT")
        yield Lack("due", _("Check again by %(day)s") % {"day": day})


def _of_recordings(lesson: Written, tracks: dict[int, str]) -> Iterator[Lack]:
    if not tracks:
        yield Lack(SILENT, _("There is no voice yet."))
    wanted = lesson.subjects
    for track, name in tracks.items():
        said = len(wanted & lesson.recorded.get(track, set()))
        if said < len(wanted):
            sentence = _("%(voice)s: %(said)s of %(all)s cards recorded")
            yield Lack(f"recording-{track}", sentence % {"voice": name, "said": said, "all": len(wanted)})
