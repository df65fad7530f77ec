"""The queue, and one piece of work. What is not hers to see answers as what does not exist."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.practice.selectors import ShownTask, shown_task
from courses.recording.receiving import wants_json
from foundation.audit import record_seen
from progress.models import Review, Submission
from progress.reviewing.audited import LIST_OF_WORK, WORK
from progress.reviewing.queue import Wanted, courses_among, page_of, rows_of, wanted_in
from progress.reviewing.reading import read_judgement, ticked_in
from progress.reviewing.words import waited
from progress.selectors import MySubmission
from progress.selectors.reviewing import (
    latest_review_of,
    looked_at_by,
    may_review_tasks,
    submissions_visible_to,
    villages_of,
    voices_in_trouble,
    waiting_for,
)
from progress.services.reviewing import SEEN_CODE, review_submission
from trainees.models import Trainee, User
from trainees.selectors.trainees import area_of

DONE = "done"
PASSED, SENT_BACK = _("Passed. She sees it on her phone."), _("Sent back. What you said waits on her phone.")


@never_cache
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """With `?show=done` what has a verdict, so that one can be corrected."""
    user = teacher(request)
    is_done, wanted = request.GET.get("show") == DONE, wanted_in(request.GET)
    every = looked_at_by(user) if is_done else waiting_for(user)
    page = page_of(wanted.among(every), request.GET.get("p"))
    note_list(user, [one.trainee for one in page])
    context = {
        "is_done": is_done,
        "page": page,
        "rows": rows_of(page, get_language() or ""),
        "wanted": wanted,
        "villages": villages_of(every, wanted.village),
        "courses": courses_among(every, wanted.course),
        "troubled": voices_in_trouble(user),
    }
    return render(request, "progress/reviewing/queue.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Photos, words, signs to tick; what she says is kept, and the next one opens."""
    submission = visible_to(request, pk)
    task = shown_task(submission.lesson_key, submission.card, get_language() or "")
    refusal: ValidationError | None = None
    if request.method == "POST":
        try:
            judgement = read_judgement(request, len(task.signs) if task else 0)
            review_submission(submission=submission, by=teacher(request), judgement=judgement)
        except ValidationError as error:
            refusal = error
            if wants_json(request):
                return _refused(submission, error)
        else:
            messages.success(request, PASSED if judgement.passed else SENT_BACK)
            return _go_on(request, _next(request, wanted_in(request.GET)))
    context = _shown(request, submission, task, refusal)
    return render(request, "progress/reviewing/review.html", context, status=400 if refusal else 200)


def teacher(request: HttpRequest) -> User:
    """Who looks at people's work. For everybody else nothing is here."""
    if not isinstance(request.user, User) or not may_review_tasks(request.user):
        raise Http404
    return request.user


def visible_to(request: HttpRequest, pk: int) -> Submission:
    found = submissions_visible_to(request.user).select_related("trainee__person", "trainee__village__parent")
    return get_object_or_404(found, pk=pk)


def note_look(user: User | AnonymousUser, trainee: Trainee) -> None:
    """That somebody's work was looked at; she reads it among those who looked at what is kept of her."""
    record_seen(by=user, what=WORK, area=trainee.home.code, of=trainee.number)


def note_list(user: User | AnonymousUser, trainees: list[Trainee]) -> None:
    area = area_of(trainees)
    record_seen(by=user, what=LIST_OF_WORK, area=area, whom={one.number for one in trainees})


def _go_on(request: HttpRequest, address: str) -> HttpResponse:
    return JsonResponse({"states": {}, "next": address}) if wants_json(request) else redirect(address)


def _shown(
    request: HttpRequest, submission: Submission, task: ShownTask | None, refusal: ValidationError | None
) -> dict:
    note_look(request.user, submission.trainee)
    told = request.POST
    latest = latest_review_of(submission)
    return {
        "submission": submission,
        "task": task,
        "signs": list(enumerate(task.signs)) if task else [],
        "waits": waited(submission.received_at),
        "reviews": _said(submission, task.signs if task else []),
        "latest": latest,
        "after": _after(latest, refusal, told),
        "newer": _newer(request, submission),
        "has_lost_files": MySubmission(submission, latest).has_lost_files,
        "ticked": ticked_in(told) if told else _seen_before(latest),
        "comment": told.get("comment", ""),
        "form_key": uuid4(),
        "refusal": refusal,
        "query": wanted_in(request.GET).query,
    }


def _seen_before(review: Review | None) -> list[int]:
    return [number for number, seen in enumerate(review.ticks if review else ()) if seen]


def _said(submission: Submission, signs: list[str]) -> list[tuple[Review, list[str]]]:
    """Each review with the signs that were seen, by the words of today."""
    reviews = submission.reviews.order_by("reviewed_at", "pk")
    return [(one, [sign for sign, seen in zip(signs, one.ticks, strict=False) if seen]) for one in reviews]


def _newer(request: HttpRequest, submission: Submission) -> Submission | None:
    """What she handed in after it, if this is not what counts and that is seen by this teacher."""
    if submission.is_newest:
        return None
    return submissions_visible_to(request.user).filter(**submission.same_task, is_newest=True).first()


def _next(request: HttpRequest, wanted: Wanted) -> str:
    """The longest wait of the same list; the list itself when it is empty."""
    following = wanted.among(waiting_for(request.user)).first()
    page = reverse("review-task", args=[following.pk]) if following else reverse("review-tasks")
    return page + wanted.query


def _after(latest: Review | None, refusal: ValidationError | None, told: QueryDict) -> int | str:
    """What she corrects if she presses: never a verdict of which she was not told."""
    if refusal and refusal.code != SEEN_CODE:
        return told.get("after", "")
    return latest.pk if latest else ""


def _refused(submission: Submission, error: ValidationError) -> JsonResponse:
    """`after`: what she would correct if she pressed once more, now that she is told of it."""
    answer: dict[str, int | str] = {"error": error.messages[0]}
    if error.code == SEEN_CODE:
        answer["after"] = _after(latest_review_of(submission), error, QueryDict())
    return JsonResponse(answer, status=400)
