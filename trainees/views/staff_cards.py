"""In `/cms/`: a trainer prints cards for the villages of her area, and posters for a whole township."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from foundation.audit import record_seen
from trainees.audited import PEOPLE_WITH_CARDS
from trainees.models import User
from trainees.numbers import row_number
from trainees.selectors import looks_after_people
from trainees.selectors.cards import (
    people_living_in,
    people_to_print_for,
    sheet_of,
    sheets_of,
    villages_to_print_for,
)
from trainees.services.cards import revoke_card
from trainees.services.posters import posters_of
from trainees.views.card_orders import REFUSED, Asking, NotOrdered, looking_again, ordered, pdf, saved, ticked
from villages.models import Division
from villages.selectors import villages_called

SHOWN = 50


class CardsView(WagtailAdminTemplateMixin, View):
    """What the pages about cards have in common."""

    page_title = gettext_lazy("Cards and posters")
    header_icon = "print"

    def get_breadcrumbs_items(self) -> list:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def user(self) -> User:
        """Raises Http404 for who prints no cards."""
        if not isinstance(self.request.user, User) or not looks_after_people(self.request.user):
            raise Http404
        return self.request.user

    def village(self, code: str) -> Division:
        found = villages_to_print_for(self.user()).select_related("parent").filter(code=code).first()
        if found is None:
            raise Http404
        return found.today

    def answer(self, **context: object) -> HttpResponse:
        return TemplateResponse(self.request, self.template_name, self.get_context_data(**context))


class VillagesView(CardsView):
    """The villages of her area, with how many people live there; and what she had made today.

    A village that is called as one typed stands before those that only lie in a township of that name.
    """

    template_name = "trainees/staff/cards.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        user, query = self.user(), request.GET.get("q", "").replace("\0", "").strip()[:60]
        villages = villages_to_print_for(user).select_related("parent").order_by("code")
        if query:
            villages = villages_called(villages, query)
        found = list(villages[: SHOWN + 1])
        shown = people_living_in(found[:SHOWN])
        return self.answer(villages=shown, more=len(found) > SHOWN, query=query, sheets=sheets_of(user)[:10])


class VillageCardsView(CardsView):
    """Who has a card and who has none, and a form that prints; `for` is the number of one who is ticked."""

    template_name = "trainees/staff/cards_of_village.html"

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._listed(self.village(code), ticked={row_number(request.GET.get("for", ""))})

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        village, user = self.village(code), self.user()
        if "lost" in request.POST:
            return self._ended(village, user)
        try:
            sheet = ordered(request, user, village)
        except NotOrdered as problem:
            return self._listed(village, problem=str(problem), ticked=ticked(request.POST.getlist("trainee")))
        except Asking as asking:
            self.template_name = "trainees/staff/cards_sure.html"
            return self.answer(village=village, asking=asking)
        return HttpResponseRedirect(reverse("card-sheet", args=[sheet.key]))

    def _ended(self, village: Division, user: User) -> HttpResponse:
        number = self.request.POST["lost"]
        person = get_object_or_404(people_to_print_for(village), trainee=row_number(number))
        revoke_card(person=person, by=user)
        done = _("The old card of %(number)s opens nothing any more.") % {"number": person.trainee.number}
        return self._listed(village, done=done)

    def _listed(self, village: Division, *, ticked: Collection[int | None] = (), **context: object) -> HttpResponse:
        """Who is ticked stands first, where she is seen."""
        people = sorted(people_to_print_for(village), key=lambda person: person.trainee_id not in ticked)
        numbers = [person.trainee.number for person in people]
        record_seen(by=self.request.user, what=PEOPLE_WITH_CARDS, area=village.code, whom=numbers)
        return self.answer(village=village, people=people, ticked=ticked, **context)


class CardSheetView(CardsView):
    """Made, being made, or the reason why not."""

    template_name = "trainees/staff/card_sheet.html"

    def get(self, request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        sheet = sheet_of(self.user(), key, as_keeper=False)
        if sheet is None:
            raise Http404
        return looking_again(self.answer(sheet=sheet, refused=REFUSED.get(sheet.refused, "")), sheet)


@require_safe
def card_sheet_file(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The PDF, for the one who asked for it, while her post goes on."""
    user = request.user
    sheet = sheet_of(user, key, as_keeper=False)
    if sheet is None or not sheet.sealed or not isinstance(user, User):
        raise Http404
    return saved(sheet, user, "card-sheet")


@require_safe
def township_posters(request: HttpRequest, code: str) -> HttpResponse:
    """One page for each village of a township, or for one village."""
    villages = villages_to_print_for(request.user).filter(Q(code=code) | Q(parent__code=code))
    content = posters_of(villages, site=request.build_absolute_uri("/").rstrip("/"))
    if not content:
        raise Http404
    return pdf(content, f"posters-{code}")
