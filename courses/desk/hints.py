"""What the editor says while a lesson or quiz is written: the words for `hints.js`, and figures only we have."""

from collections.abc import Iterable

import brotli
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from courses.desk.lacking import PICTURES, subjects_of
from courses.desk.selectors import last_blocks
from media.models import Picture, Recording, Track

HEAVIEST_PAGE = 14_000  # bytes, compressed: the budget of a lesson's page
SCRIPTS = 15_000  # bytes, compressed: the budget of its scripts
SECOND_GENERATION = 250_000 / 8  # bytes a second
BEGINNING = 1.2  # seconds until the first byte


def words() -> dict[str, str]:
    """By what `hints.js` found; `{n}` is the number of the card or question."""
    return {
        "title": _("While you write"),
        "add": _("Add one here"),
        "refused": _("The page could not be saved due to validation errors."),  # as Wagtail says it
        "kept": _("The draft is kept, and is not published yet: a few things are to be mended."),
        "long": _("Card {n} says a lot at once. Shorter sentences, or a second card, are easier to keep by ear."),
        "undescribed": _("Card {n}: say in words what the picture shows."),
        "many": _("{n} cards are many for one sitting. Six to ten make a lesson."),
        "both": _("Card {n}: a calculator beside a question to try loads slowly. Put one of them into another lesson."),
        "denied": _("Question {n} asks what is not so. By ear a “not” is lost: ask what is so."),
        "no-reason": _("Question {n}: write why the answer is so."),
        "silent": _("Question {n}: tell her who chose a wrong answer why it is not the one."),
        "gives-away": _("Question {n}: the right answer is the longest, and is guessed by that."),
    }


def figures_of(lesson: Page) -> list[str]:
    """Sentences about the lesson as it was last kept, as a phone would load it."""
    cards = last_blocks(lesson, "cards")
    page = _bytes_of_page(lesson)
    weight = page + SCRIPTS + sum(_bytes(picture) for picture in _pictures(cards))
    seconds = BEGINNING + weight / SECOND_GENERATION
    said = [
        _("As last kept: %(kb)s kB, about %(seconds)s seconds on a slow line (2G).")
        % {"kb": round(weight / 1000), "seconds": round(seconds)}
    ]
    if page > HEAVIEST_PAGE:
        told = {"kb": f"{page / 1000:.1f}", "most": HEAVIEST_PAGE // 1000}
        said.append(
            _("Its words alone weigh %(kb)s kB; up to %(most)s kB come at once. Make two lessons of it.") % told
        )
    return [*said, *_recorded(subjects_of(cards))]


def _bytes_of_page(lesson: Page) -> int:
    """Of the draft, rendered as the preview shows it and compressed as it would be sent."""
    with override(get_language()):  # the preview leaves the language of the lesson behind it
        content = lesson.get_latest_revision_as_object().make_preview_request().content
    return len(brotli.compress(content, quality=9))


def _pictures(cards: Iterable[dict]) -> Iterable[Picture]:
    shown = [card["value"].get(name) or {} for card in cards for name in PICTURES]
    return Picture.objects.filter(pk__in={picture.get("image") for picture in shown if picture.get("image")})


def _bytes(picture: Picture) -> int:
    """What a new phone loads at full width."""
    for kind in ("avif", "webp", "jpeg"):
        if picture.variants.get(kind):
            return picture.variants[kind][-1]["bytes"]
    return picture.file_size or 0


def _recorded(subjects: set[str]) -> Iterable[str]:
    tracks = list(Track.objects.order_by("position", "pk"))
    if not tracks:
        yield _("There is no voice yet.")
    found = set(Recording.objects.filter(subject__in=subjects).values_list("track", "subject"))
    for track in tracks:
        count = sum(1 for subject in subjects if (track.pk, subject) in found)
        if count < len(subjects):
            told = {"voice": track, "said": count, "all": len(subjects)}
            yield _("%(voice)s: %(said)s of %(all)s cards recorded") % told
