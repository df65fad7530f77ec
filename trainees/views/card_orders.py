"""What a form of cards asks for, in the room of staff and in that of a keeper alike."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.limits import HOUR, take
from trainees.models import CardSheet, Person, User
from trainees.numbers import row_number
from trainees.selectors.cards import people_to_print_for, without_card
from trainees.services import cards
from villages.models import Division

SHEETS_AN_HOUR = 60
REFUSED = {
    cards.NOT_HERS: gettext_lazy("Your post for this place has ended: nothing was printed, and all older cards go on."),
    cards.NOBODY: gettext_lazy("Everybody whom you chose has a card. Tick “new cards” if theirs are lost or torn."),
    cards.MEANWHILE: gettext_lazy("Something changed while the cards were made, so none was. Please press once more."),
    cards.FAILED: gettext_lazy("The cards could not be made, and all older ones go on. Please try again later."),
    cards.UNREADABLE: gettext_lazy("This sheet cannot be opened any more. Please have new cards printed."),
}


class NotOrdered(Exception):
    """The text is a sentence for whoever pressed."""


@dataclass(eq=False)
class Asking(Exception):
    """For a whole village she is asked once more: so many cards and PINs would be made, and older ones end."""

    cards: int
    pins: int
    new_cards: bool
    new_pins: bool


def ordered(request: HttpRequest, user: User, village: Division, *, as_keeper: bool = False) -> CardSheet:
    """The sheet that was asked for: made already if it is small. Raises NotOrdered, and Asking for a whole village."""
    new_cards, new_pins = "new_cards" in request.POST, "new_pins" in request.POST
    able = people_to_print_for(village)
    if as_keeper:
        able = not_herself(able, user)
    people = _wanted(request, able, new_cards=new_cards)
    if "everybody" in request.POST and "sure" not in request.POST:
        pins = sum(new_pins or not person.pin for person in people)
        raise Asking(len(people), pins, new_cards, new_pins)
    if not take(f"card-sheets:{user.pk}", most=SHEETS_AN_HOUR, seconds=HOUR):
        raise NotOrdered(_("Very many sheets were asked for. Please wait an hour."))
    sheet = cards.ask_for_cards(
        people=people,
        asked_by=user,
        place=village,
        site=request.build_absolute_uri("/").rstrip("/"),
        as_keeper=as_keeper,
        new_cards=new_cards,
        new_pins=new_pins,
    )
    return cards.make_now(sheet=sheet)


def not_herself(people: QuerySet[Person], keeper: User) -> QuerySet[Person]:
    """Her own card, and a PIN on it, she has from her trainer: her phone may be in other hands."""
    return people.exclude(user=keeper)


def _wanted(request: HttpRequest, able: QuerySet[Person], *, new_cards: bool) -> list[Person]:
    if "everybody" not in request.POST:
        chosen = [row_number(number) for number in request.POST.getlist("trainee")]
        able = able.filter(trainee__in=chosen)
        if not able.exists():
            raise NotOrdered(_("Please tick who gets a card."))
    people = list(able if new_cards else without_card(able))
    if not people:
        raise NotOrdered(str(REFUSED[cards.NOBODY]))
    if len(people) > cards.MOST:
        raise NotOrdered(_("At most %(most)s cards at a time. Please tick fewer.") % {"most": cards.MOST})
    return people


def ticked(sent: list[str]) -> set[int | None]:
    return {row_number(number) for number in sent}


def saved(sheet: CardSheet, user: User, page: str) -> HttpResponse:
    """The PDF of her sheet, or its `page` with the reason why it cannot be opened."""
    content = cards.fetch_sheet(sheet=sheet, by=user)
    if content is None:
        return HttpResponseRedirect(reverse(page, args=[sheet.key]))
    return pdf(content, f"cards-{sheet.place.code}")


def pdf(content: bytes, name: str) -> HttpResponse:
    """To be saved and printed, and kept by no browser."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    add_never_cache_headers(answer)
    return answer


def looking_again(answer: HttpResponse, sheet: CardSheet) -> HttpResponse:
    """A page of a sheet that is still being made comes again by itself, also without a script."""
    if not sheet.sealed and not sheet.refused:
        answer["Refresh"] = "3"
    return answer
