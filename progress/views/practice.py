"""A practice task as one person has it before her: handed in as one plain form, and what a teacher said of it."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from courses.practice.selectors import ShownTask, TaskKey, shown_task
from progress.models import Submission, TaskPhoto
from progress.selectors import MySubmission, has_passed, my_submissions, usual_days
from progress.services import digest_of, forget_photos, keep_photo, receive_events
from progress.task_sheets import CHILD, TOO_MANY, Problem, TaskSheet
from progress.task_words import MOST_PHOTOS, read_words
from progress.views.keeping import SeeOther, with_help
from trainees.models import Trainee
from trainees.selectors import trainee_of
from trainees.small_bodies import LARGEST_FORM, small_body

MOST_AT_ONCE = 2 * MOST_PHOTOS
LARGEST = 32 * 1024 * 1024  # bytes; two photos as the newest phones take them, five of an older one

SIGNED_OUT = _(
    "Nobody is signed in any more. Your words are all here: sign in on another page, then choose the photos again and "
    "press “Hand in”."
)
NOT_YOURS = _(
    "Somebody else is signed in now. Your words are all here: sign in on another page, then choose the photos again "
    "and press “Hand in”."
)
ONCE_MORE = _("This page was open for long. Please press once more.")
TAKEN_NO_MORE = _("This task is not taught any more. Ask your teacher.")


def _most(request: HttpRequest) -> int:
    """Photos of nobody are not even read."""
    return LARGEST if trainee_of(request.user) else LARGEST_FORM


def _too_large(request: HttpRequest) -> HttpResponse:
    signed_out = trainee_of(request.user) is None
    return render(request, "progress/learn/task_too_large.html", {"signed_out": signed_out}, status=413)


@never_cache
@small_body(refuse=_too_large, most=_most)
@require_http_methods(["GET", "HEAD", "POST"])
def learn_task(request: HttpRequest, lesson_key: UUID, card: UUID) -> HttpResponse:
    if request.method == "POST":
        return _hand_in(request, lesson_key, card)
    return _standing(request, lesson_key, card)


def learn_task_with_fresh_token(request: HttpRequest, lesson_key: UUID, card: UUID) -> HttpResponse:
    """Her words are all there; a photo that was chosen is kept if it is she who is signed in."""
    trainee, sheet = trainee_of(request.user), TaskSheet.sent(request.POST)
    problem = _not_hers(trainee, sheet)
    if trainee and not problem:
        problem = _take_photos(request, trainee, sheet)
    return _form(request, (lesson_key, card), sheet, problem or ONCE_MORE)


def _standing(request: HttpRequest, lesson_key: UUID, card: UUID) -> HttpResponse:
    """What she handed in and what came of it; the form where there is nothing yet, or she goes at it again."""
    task, trainee = shown_task(lesson_key, card, request.LANGUAGE_CODE), trainee_of(request.user)
    if trainee is None:
        if task is None:
            raise Http404
        return redirect(f"{reverse('who')}?next={reverse('learn-task', args=[lesson_key, card])}")
    mine = my_submissions(trainee=trainee, lesson_key=lesson_key, card=card)
    if task is None and not mine:
        raise Http404
    if task and (not mine or "again" in request.GET):
        last = next((one.row for one in mine if one.row.way == Submission.Way.PHONE), None)
        return _form(request, (lesson_key, card), TaskSheet.fresh(person=str(trainee.key), last=last))
    return _page(request, trainee, task, mine)


def _page(request: HttpRequest, trainee: Trainee, task: ShownTask | None, mine: list[MySubmission]) -> HttpResponse:
    newest = mine[0]
    key = {"lesson_key": newest.row.lesson_key, "card": newest.row.card}
    passed = has_passed(trainee=trainee, **key)
    context = {
        "task": task,
        "newest": newest,
        "ticks": newest.ticks(task.signs) if task else [],
        "earlier": mine[1:],
        "passed": passed,
        "once_more": bool(task) and not passed and newest.row.state == Submission.State.AGAIN,
        "days": usual_days(trainee),
        "first": "first" in request.GET,
        **key,
    }
    return render(request, "progress/learn/task.html", context)


def _hand_in(request: HttpRequest, lesson_key: UUID, card: UUID) -> HttpResponse:
    trainee, sheet = trainee_of(request.user), TaskSheet.sent(request.POST)
    problem = _not_hers(trainee, sheet)
    if trainee and not problem:
        problem = _take_photos(request, trainee, sheet) or sheet.problem()
    if problem or trainee is None:
        return _form(request, (lesson_key, card), sheet, problem)
    event = sheet.event(lesson_key, card, language=request.LANGUAGE_CODE)
    receipt = receive_events(trainee=trainee, bodies=with_help(request, [event]))
    if receipt.refused:
        return _form(request, (lesson_key, card), sheet, TAKEN_NO_MORE)
    differs = bool(receipt.doubled) and _differs_from_the_first(trainee, sheet)
    return SeeOther(reverse("learn-task", args=[lesson_key, card]) + ("?first=1" if differs else ""))


def _differs_from_the_first(trainee: Trainee, sheet: TaskSheet) -> bool:
    """Whether this form was handed in before with something else: she went back, changed it and sent it again."""
    first = Submission.objects.filter(trainee=trainee, uuid=sheet.attempt).first()
    return first is not None and (first.words, first.ordered_photos) != (read_words(sheet.words), sheet.photos)


def _not_hers(trainee: Trainee | None, sheet: TaskSheet) -> Problem:
    if trainee is None:
        return SIGNED_OUT
    return NOT_YOURS if sheet.person != str(trainee.key) else ""


def _take_photos(request: HttpRequest, trainee: Trainee, sheet: TaskSheet) -> Problem:
    """Those that she sent before and still wants, in her order, and those that come with this form.

    The first trouble is told. Of more than may be handed in she sees all, and says which.
    """
    wanted, known = (request.POST.getlist(name)[:MOST_AT_ONCE] for name in ("photo", "known"))
    sent = request.FILES.getlist("photos")
    if sheet.child == "yes":
        now = [digest_of(file.read()) for file in sent]  # the same as before, chosen once more
        forget_photos(trainee=trainee, names={*wanted, *known, *now})
        sheet.child = ""
        return CHILD
    forget_photos(trainee=trainee, names=set(known) - set(wanted))
    hers = {photo.sha256: photo for photo in TaskPhoto.objects.filter(trainee=trainee, sha256__in=wanted)}
    sheet.photos = [hers[name] for name in dict.fromkeys(wanted) if name in hers]
    room = MOST_AT_ONCE - len(sheet.photos)
    trouble: Problem = TOO_MANY if len(sent) > room else ""
    for file in sent[:room]:
        try:
            photo = keep_photo(trainee=trainee, content=file.read())
        except ValidationError as refusal:
            trouble = trouble or refusal.messages[0]
        else:
            sheet.photos += [photo] if photo not in sheet.photos else []
    return trouble


def _form(request: HttpRequest, key: TaskKey, sheet: TaskSheet, problem: Problem = "") -> HttpResponse:
    """Without the words of the task where its lesson was taken down meanwhile: hers are all there."""
    lesson_key, card = key
    task = shown_task(lesson_key, card, request.LANGUAGE_CODE)
    context = {"task": task, "lesson_key": lesson_key, "card": card, "sheet": sheet, "problem": problem}
    return render(request, "progress/learn/task_form.html", context)
