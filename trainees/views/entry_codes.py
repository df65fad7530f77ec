"""In `/cms/`: a trainer lets a trainee of her divisions in on another phone."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from foundation.audit import record_seen
from foundation.hanzi import to_halfwidth
from foundation.limits import HOUR, take
from trainees.audited import PEOPLE_TO_LET_IN
from trainees.models import Trainee, User
from trainees.numbers import row_number, trainee_number
from trainees.selectors import divisions_visible_to, looks_after_people, trainees_visible_to
from trainees.selectors.trainees import area_of
from trainees.services import issue_entry_code
from villages.models import Division
from villages.selectors import codes_that_came, matching

Visitor = User | AnonymousUser
SHOWN = 50
CODES_AN_HOUR = 200


def people_of(user: Visitor) -> QuerySet[Trainee]:
    """Trainees of her divisions: who can sign in, and then who stands in the register alone and needs a card first.

    Raises Http404 for who is no trainer.
    """
    if not looks_after_people(user):
        raise Http404
    alone = Q(person__isnull=False, person__user=None)
    people = trainees_visible_to(user).filter(Q(person__user__is_active=True) | alone)
    alone_last = F("person__user__is_active").desc(nulls_last=True)
    return people.select_related("person", "village__parent").order_by(alone_last, "-pk")


def found_among(people: QuerySet[Trainee], user: Visitor, text: str) -> QuerySet[Trainee]:
    """By number (`H-0012`, `12`), or all of a village or township by its name or pinyin."""
    typed = to_halfwidth(text).strip().lower()
    if (number := trainee_number(typed)) is not None:
        return people.filter(pk=number)
    places = matching(divisions_visible_to(user).filter(level__gte=Division.Level.TOWNSHIP), typed).order_by()
    there = Division.objects.filter(Q(pk__in=places) | Q(parent__in=places)).order_by()
    return people.filter(Q(village__in=there) | Q(village__code__in=codes_that_came(there)))


class EntryCodesView(WagtailAdminTemplateMixin, View):
    """Masked names, and a button beside each; the code is shown once, large."""

    page_title = gettext_lazy("Let somebody in")
    header_icon = "key"
    template_name = "trainees/staff/entry_codes.html"

    def get_breadcrumbs_items(self) -> list:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest) -> HttpResponse:
        people, query = people_of(request.user), request.GET.get("q", "").replace("\0", "").strip()[:60]
        found = found_among(people, request.user, query) if query else people
        shown = list(found[: SHOWN + 1])
        area = area_of(shown[:SHOWN])
        record_seen(by=request.user, what=PEOPLE_TO_LET_IN, area=area, whom=[one.number for one in shown[:SHOWN]])
        return self._answer(people=shown[:SHOWN], more=len(shown) > SHOWN, query=query)

    def post(self, request: HttpRequest) -> HttpResponse:
        trainee = get_object_or_404(people_of(request.user), pk=row_number(request.POST.get("trainee", "")))
        if not trainee.person.user_id:
            problem = _("%(number)s has no PIN yet, so a code opens nothing. Print a card for her: her PIN is on it.")
            return self._answer(problem=problem % {"number": trainee.number}, people=[trainee], status=409)
        if not take(f"entry-codes:{request.user.pk}", most=CODES_AN_HOUR, seconds=HOUR):
            return self._answer(problem=_("Very many codes were asked for. Please wait an hour."), status=429)
        new_pin = request.POST.get("new-pin") == "1"
        issuer = request.user if isinstance(request.user, User) else None
        code = issue_entry_code(person=trainee.person, issued_by=issuer, new_pin=new_pin)
        return self._answer(code=code, trainee=trainee, new_pin=new_pin)

    def _answer(self, status: int = 200, **context: object) -> HttpResponse:
        return TemplateResponse(self.request, self.template_name, self.get_context_data(**context), status=status)
