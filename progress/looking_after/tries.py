"""One more try at a course's test for one of a trainer's people: how she stands, why she gets it, and the trail."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from foundation.audit import record_seen
from progress.looking_after.audited import CARD_OF_A_PERSON
from progress.looking_after.views import trainer
from progress.models import Occasion
from progress.selectors import Tries, my_courses, tries_of
from progress.selectors.lessons import MyTest
from progress.selectors.my_people import people_of_trainer
from progress.services import give_try
from progress.services.tickets import LONGEST_REASON, WHY_NOT
from quizzes.selectors import latest_edition
from trainees.models import Trainee


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one_more_try(request: HttpRequest, pk: int, quiz_key: UUID) -> HttpResponse:
    """Given, or the sentence why not with all that was typed."""
    user, problem = trainer(request), ""
    one = get_object_or_404(people_of_trainer(user), pk=pk)
    test, tries = _test_of(one, quiz_key)
    if request.method == "POST":
        try:
            give_try(trainee=one, quiz_key=quiz_key, reason=request.POST.get("reason", ""), by=user)
        except ValidationError as error:
            problem = error.messages[0]
        else:
            messages.success(request, _("She has one more try. She sees it beside the test, under “My lessons”."))
            return HttpResponseRedirect(reverse("my-person", args=[one.pk]))
    record_seen(by=user, what=CARD_OF_A_PERSON, area=one.home.code, people=1, of=one.number)
    context = {
        "one": one,
        "test": test,
        "tries": tries,
        "sittings": [(ticket, tries.handed_in.get(ticket.uuid)) for ticket in tries.of(Occasion.AFTER)],
        "why_not": WHY_NOT.get(tries.why_none_is_given(timezone.now()), ""),
        "problem": problem,
        "reason": request.POST.get("reason", ""),
        "most": LONGEST_REASON,
    }
    return render(request, "progress/looking_after/one_more_try.html", context, status=400 if problem else 200)


def _test_of(one: Trainee, quiz_key: UUID) -> tuple[MyTest, Tries]:
    """The test of a course that she learns; 404 for any other, and for one whose tries nobody counts."""
    courses, edition = my_courses(trainee=one, language=get_language() or ""), latest_edition(quiz_key)
    tests = [course.test for course in courses if course.test and course.test.page.translation_key == quiz_key]
    tries = tries_of(trainee=one, edition=edition) if tests and edition else None
    if tries is None or tries.left is None:
        raise Http404
    return tests[0], tries
