"""A lesson as one sheet of A4, for whoever works on its course, and for the keeper of a village."""

from dataclasses import dataclass
from itertools import zip_longest
from math import ceil
from unicodedata import east_asian_width

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.models import LessonPage
from courses.teams.selectors import is_on_team
from media.models import Picture
from trainees.keeper_room import KeeperHere, keeper_room
from trainees.square_codes import square_code

PICTURES = ("picture", "right_picture", "wrong_picture")
PICTURE_ROWS = 4
BOX = "□"
# Sizes of letters: how many narrow signs stand in a row of a card, and how many rows on the sheet.
SIZES = (("", 34, 38), ("small", 44, 46), ("tiny", 54, 62))


@dataclass(frozen=True)
class PrintedCard:
    title: str
    lines: list[str]
    picture: Picture | None
    poster: str = ""

    @property
    def picture_url(self) -> str:
        """The drawing, the small form of a photo, or the poster of a video; nothing while it is being prepared."""
        if self.picture is None:
            return default_storage.url(self.poster) if self.poster else ""
        small = self.picture.file.name if self.picture.is_svg() else self._smallest
        return default_storage.url(small) if small else ""

    @property
    def _smallest(self) -> str:
        forms = self.picture.variants.get("jpeg") if self.picture else None
        return forms[0]["name"] if forms else ""


@never_cache
@require_safe
def printed_lesson(request: HttpRequest, pk: int) -> HttpResponse:
    """As it was last kept, in its own language; the square code is there once villagers can open the lesson."""
    page = get_object_or_404(LessonPage.objects.select_related("locale", "latest_revision"), pk=pk)
    if not is_on_team(request.user, page):
        raise Http404
    return _sheet(request, page, page.get_latest_revision_as_object())


@keeper_room
@require_safe
def keepers_sheets(request: HttpRequest, here: KeeperHere) -> HttpResponse:
    """Every lesson that villagers can open, in the keeper's language; each opens as one sheet to print."""
    lessons = LessonPage.objects.live().public().filter(locale__language_code=request.LANGUAGE_CODE).order_by("path")
    return render(request, "portal/keepers_sheets.html", {"here": here, "lessons": lessons})


@keeper_room
@require_safe
def keepers_sheet(request: HttpRequest, here: KeeperHere, pk: int) -> HttpResponse:
    """As it is published, and nothing that is not."""
    page = get_object_or_404(LessonPage.objects.live().public().select_related("locale"), pk=min(pk, 2**63 - 1))
    return _sheet(request, page, page)


def _sheet(request: HttpRequest, page: LessonPage, lesson: LessonPage) -> HttpResponse:
    address = request.build_absolute_uri(page.get_url(request)) if page.live else ""
    cards = [_printed(block.value) for block in lesson.cards]
    context = {
        "lesson": lesson,
        "cards": cards,
        "size": size_for(cards),
        "address": address,
        "drawn": square_code(address) if address else "",
    }
    with translation.override(page.locale.language_code):
        return render(request, "portal/printed_lesson.html", context)


def size_for(cards: list[PrintedCard]) -> str:
    """The largest letters with which all cards stand on one side; the smallest, if none are small enough."""
    return next((name for name, signs, rows in SIZES if _rows(cards, signs) <= rows), SIZES[-1][0])


def _rows(cards: list[PrintedCard], signs: int) -> float:
    """Cards stand in pairs, as high as the longer one, with some white between."""
    high = [max(PICTURE_ROWS, 1.2 + sum(ceil(_width(line) / signs) for line in card.lines)) for card in cards]
    return sum(max(pair) + 1 for pair in zip_longest(high[::2], high[1::2], fillvalue=0))


def _width(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def _printed(value) -> PrintedCard:
    """What is said; what a picture shows is seen."""
    title = value.get("title") or value.get("prompt") or ""
    pictures = [value[name] for name in PICTURES if value.get(name)]
    seen = {title, *(picture.contextual_alt_text for picture in pictures)}
    lines = [line for line in _words(value).splitlines() if line.strip() and line not in seen]
    video = value.get("video")
    poster = video.poster["jpeg"][0]["name"] if video and video.poster else ""
    return PrintedCard(title, lines, next(iter(pictures), None), poster)


def _words(value) -> str:
    """What can be ticked has a box before it, and its mark in the same line."""
    words = f"{value.words}\n"
    for sign in value.get("criteria") or ():
        words = words.replace(f"\n{sign}\n", f"\n{BOX} {sign}\n", 1)
    for item in value.get("items") or ():
        if not isinstance(item, str):  # as those of a question are
            mark, text = item["mark"], item["text"]
            words = words.replace(f"\n{mark}\n{text}\n", f"\n{BOX} {mark}　{text}\n", 1)
    return words
