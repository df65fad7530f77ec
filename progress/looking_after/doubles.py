"""Entries that may be one person: she who knows them looks, and says which it is. Each merge can be undone here."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from foundation.audit import record_seen
from progress.looking_after.telling_apart import known_of, names_of
from progress.looking_after.views import trainer
from progress.models import LessonCompletion
from progress.services.merging import merge, undo_merge
from trainees.audited import DOUBLES
from trainees.models import Merge, Person, User
from trainees.numbers import row_number
from trainees.selectors import trainees_visible_to
from trainees.selectors.doubles import MOVED, SAME_ID, SAME_NAME, SAME_PHONE, Pair, likely_doubles
from trainees.selectors.trainees import area_of
from trainees.services.doubles import tell_apart

LAST_MERGES = 30


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def doubles(request: HttpRequest) -> HttpResponse:
    """`same`: the entry that is kept, once she is `sure`; `apart`: they are two; `undo`: a merge."""
    user = trainer(request)
    if request.method == "POST" and "same" in request.POST and "sure" not in request.POST:
        return _asked_once_more(request, user)
    if request.method == "POST":
        try:
            messages.success(request, _done(user, request.POST))
        except ValidationError as error:
            messages.error(request, error.messages[0])
        return HttpResponseRedirect(reverse("doubles"))
    pairs = likely_doubles(user)
    both = [person for pair in pairs for person in (pair.first, pair.second)]
    area = area_of(person.trainee for person in both)
    record_seen(by=user, what=DOUBLES, area=area, whom={person.trainee.number for person in both})
    context = {"pairs": _shown(pairs, both), "merges": merges_of(user)[:LAST_MERGES]}
    return render(request, "progress/looking_after/doubles.html", context)


def merges_of(user: User) -> QuerySet[Merge]:
    """Those that can be undone, of people whom she may see; the last one first."""
    hers = Merge.objects.filter(undone_at=None, kept__in=trainees_visible_to(user).order_by())
    return hers.select_related("kept__person", "other").order_by("-pk")


def _done(user: User, told: Any) -> str:
    if "undo" in told:
        undo_merge(merge=get_object_or_404(merges_of(user), pk=row_number(told["undo"])), by=user)
        return _("Taken apart: each has again what was hers.")
    if "apart" in told:
        first, second = _both(user, told)
        tell_apart(one=first, other=second, by=user)
        return _("They are two people. You will not be asked again.")
    kept, other = _kept_and_other(user, told)
    merge(kept=kept.trainee, other=other.trainee, by=user)
    return _("Now one entry: %(number)s. You can undo this below.") % {"number": kept.trainee.number}


def _asked_once_more(request: HttpRequest, user: User) -> HttpResponse:
    """Nothing is done yet: the button stands where a thumb scrolls."""
    kept, other = _kept_and_other(user, request.POST)
    context = {"kept": kept, "other": other, "known": [(one, known_of(one)) for one in (kept, other)]}
    return render(request, "progress/looking_after/double_sure.html", context)


def _both(user: User, told: Any) -> tuple[Person, Person]:
    return _person(user, told.get("first", "")), _person(user, told.get("second", ""))


def _kept_and_other(user: User, told: Any) -> tuple[Person, Person]:
    first, second = _both(user, told)
    return (second, first) if told.get("same") == "second" else (first, second)


def _person(user: User, said: str) -> Person:
    """Of a trainee whom she may see; a merged one is not there any more."""
    people = Person.objects.filter(trainee__in=trainees_visible_to(user).order_by())
    return get_object_or_404(people.select_related("trainee__village"), trainee=row_number(said))


def _shown(pairs: list[Pair], people: list[Person]) -> list[dict]:
    """With what tells two entries apart: of whom and where, since when, how many lessons, whether somebody signs in."""
    trainees = {person.trainee_id for person in people}
    counted = LessonCompletion.objects.filter(trainee__in=trainees).order_by().values_list("trainee")
    lessons = dict(counted.annotate(many=Count("pk")))
    words = {SAME_ID: _("same ID number"), SAME_PHONE: _("same phone, name alike")}
    words |= {SAME_NAME: _("same name, same village"), MOVED: _("same name, where one of them lived before")}
    return [
        {
            "sides": [(name, one, known_of(one), lessons.get(one.trainee_id, 0)) for name, one in _sides(pair)],
            "names": names_of(pair.first, pair.second),
            "reasons": [words[reason] for reason in words if reason in pair.reasons],
        }
        for pair in pairs
    ]


def _sides(pair: Pair) -> list[tuple[str, Person]]:
    return [("first", pair.first), ("second", pair.second)]
