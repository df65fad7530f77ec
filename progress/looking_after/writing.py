"""A trainer writes to one of her people, to a class, or to those whom her list shows."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from progress.looking_after.views import trainer
from progress.looking_after.wanted import wanted_in
from progress.selectors.my_people import people_of_trainer
from trainees.consent_words import MESSAGES
from trainees.models import Person, User
from trainees.selectors import cohorts_visible_to
from trainees.selectors.consents import people_who_refuse
from trainees.services.messages import LONGEST, MOST_AT_ONCE, send_message


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """To one by her number; else to all whom the list's address means. What was typed is never lost."""
    user = trainer(request)
    one = None if pk is None else get_object_or_404(people_of_trainer(user), pk=pk)
    back = reverse("my-person", args=[pk]) if pk else reverse("my-people") + wanted_in(request.GET).query()
    people = people_of_trainer(user).filter(pk=pk) if pk else _wanted(request, user)
    problem = ""
    if request.method == "POST":
        try:
            sent = _send(request, people, user)
        except ValidationError as error:
            problem = error.messages[0]
        else:
            said = ngettext("Sent to %(many)s person.", "Sent to %(many)s people.", sent) % {"many": sent}
            messages.success(request, said)
            return HttpResponseRedirect(back)
    context = {
        "one": one,
        "many": people.count(),
        "takers": None if pk else _takers(people).count(),
        "most_people": MOST_AT_ONCE,
        "back_to": back,
        "problem": problem,
        "words": request.POST.get("words", ""),
        "most": LONGEST,
        "sending": _key(request.POST.get("sending", "")),
    }
    return render(request, "progress/looking_after/write.html", context, status=400 if problem else 200)


def _wanted(request: HttpRequest, user: User) -> QuerySet[Any]:
    wanted = wanted_in(request.GET)
    return wanted.in_state(wanted.among(people_of_trainer(user), cohorts_visible_to(user)))


def _takers(people: QuerySet[Any]) -> QuerySet[Person]:
    """Those of them who take messages."""
    keys = people.order_by().values("pk")
    return Person.objects.filter(trainee__in=keys).exclude(pk__in=people_who_refuse(MESSAGES).values("pk"))


def _send(request: HttpRequest, people: QuerySet[Any], user: User) -> int:
    keys = people.order_by().values("pk")
    to = list(Person.objects.filter(trainee__in=keys).select_related("trainee__village").order_by("pk"))
    sending = _key(request.POST.get("sending", ""))
    return send_message(to=to, words=request.POST.get("words", ""), by=user, sending=sending)


def _key(said: str) -> UUID:
    """Of the form: what was sent with it once is not sent again."""
    try:
        return UUID(said)
    except ValueError:
        return uuid4()
