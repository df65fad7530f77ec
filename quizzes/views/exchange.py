"""Bringing questions into a quiz and taking them out, in `/cms/`, for whoever may edit the quiz."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from foundation.sheets import workbook_file
from quizzes.blocks import QUESTIONS
from quizzes.bringing_in import Offered, TooMany, bring_in_questions, offered
from quizzes.exchange.drafts import FileRefused
from quizzes.exchange.formats import FORMATS, XLSX, read_questions, write_questions
from quizzes.exchange.from_blocks import from_blocks
from quizzes.exchange.reporting import line_of
from quizzes.exchange.template import a_template
from quizzes.models import QuizPage
from quizzes.questions_form import QuestionsForm

A_DAY = 24 * 60 * 60
SALT = "questions-brought-in"
LONGEST_KEPT = 200
LONGEST_SHOWN_AGAIN = 1_000_000
ENDINGS = {"text": ".txt", XLSX: ".xlsx", "aiken": "-aiken.txt", "gift": ".gift"}
KIND_NAMES = {kind: block.label for kind, block in QUESTIONS}


@csrf_exempt  # the inner one looks, once it is settled that what was sent is not too large
@never_cache
@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """First the text or file, then the report, then what was ticked goes into the draft."""
    quiz = quiz_to_edit(request, pk)
    try:
        return _bring_in(request, quiz)
    except RequestDataTooBig:
        said = _("This is too large. A file has at most 10 MB, a text 5 MB. Bring it in in several parts.")
        return _form(request, quiz, QuestionsForm(), 413, said)


@csrf_protect
def _bring_in(request: HttpRequest, quiz: QuizPage) -> HttpResponse:
    if request.method == "POST":
        is_read_again = "again" in request.POST or "offer" not in request.POST
        return _read(request, quiz) if is_read_again else _take(request, quiz)
    return _form(request, quiz, QuestionsForm())


@never_cache
@require_safe
def export(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    """The questions of the latest draft."""
    if format not in FORMATS:
        raise Http404
    quiz = quiz_to_edit(request, pk)
    questions = quiz.get_latest_revision_as_object().questions.get_prep_value()
    content = write_questions(from_blocks(questions), format)
    return _download(content, f"{quiz.slug}{ENDINGS[format]}", is_workbook=format == XLSX)


@never_cache
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty workbook with the right heading."""
    return _download(a_template(), "questions.xlsx", is_workbook=True)


def quiz_to_edit(request: HttpRequest, pk: int) -> QuizPage:
    """Questions are written in the source language only; what may not be edited is not there."""
    quiz = get_object_or_404(QuizPage, pk=pk, locale=Locale.get_default())
    permissions = quiz.permissions_for_user(request.user)
    if not permissions.can_edit() or permissions.page_locked():
        raise Http404
    return quiz


def _form(
    request: HttpRequest, quiz: QuizPage, form: QuestionsForm, status: int = 200, refusal: str = ""
) -> HttpResponse:
    context = {"quiz": quiz, "form": form, "refusal": refusal}
    return render(request, "quizzes/admin/bring_in.html", context, status=status)


def _read(request: HttpRequest, quiz: QuizPage) -> HttpResponse:
    form = QuestionsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, quiz, form, 422)
    try:
        lines = offered(read_questions(form.content, form.cleaned_data["format"]), quiz)
    except FileRefused as refusal:
        form.add_error(None, refusal.sentence)
        return _form(request, quiz, form, 422)
    return _report(request, quiz, lines)


def _report(request: HttpRequest, quiz: QuizPage, lines: list[Offered]) -> HttpResponse:
    """What was read goes to the browser signed and comes back with the ticks: the server keeps nothing of it."""
    raws = {line.raw["id"]: line.raw for line in lines if line.raw}
    shown = [
        {**line_of(line.found), "key": line.raw["id"] if line.raw else "", "to_do": line.to_do, "hints": line.hints}
        for line in lines
    ]
    offer = {"quiz": quiz.pk, "user": str(request.user.pk), "questions": raws, "lines": list(map(_kept, shown))}
    ticked = [{**each, "is_ticked": not line.is_there} for each, line in zip(shown, lines, strict=True)]
    return _show(request, quiz, ticked, signing.dumps(offer, salt=SALT, compress=True))


def _kept(line: dict[str, Any]) -> dict[str, Any]:
    """What the question itself does not say; all of it, cut short, for one that was refused."""
    kept = {name: line[name] for name in ("key", "line", "status", "reason", "to_do", "hints")}
    return kept if line["key"] else {**kept, "prompt": line.get("prompt", "")[:LONGEST_KEPT]}


def _show(request: HttpRequest, quiz: QuizPage, lines: list[dict], offer: str, refusal: str = "") -> HttpResponse:
    """With what she pasted below it, to be mended there and read again."""
    takeable = sum(bool(line["key"]) for line in lines)
    pasted = request.POST.get("text", "")
    context = {
        **{"quiz": quiz, "offer": offer, "refusal": refusal},
        "lines": [{**line, "kind_name": KIND_NAMES.get(line.get("kind", ""), "")} for line in lines],
        **{"takeable": takeable, "refused": len(lines) - takeable},
        "without_reasons": sum(bool(line["hints"]) for line in lines),
        **{"pasted": pasted if len(pasted) <= LONGEST_SHOWN_AGAIN else "", "format": request.POST.get("format", "")},
    }
    return render(request, "quizzes/admin/report.html", context, status=422 if refusal else 200)


def _take(request: HttpRequest, quiz: QuizPage) -> HttpResponse:
    try:
        offer: dict[str, Any] = signing.loads(request.POST["offer"], salt=SALT, max_age=A_DAY)
        if (offer["quiz"], offer.get("user")) != (quiz.pk, str(request.user.pk)):
            raise signing.BadSignature
    except signing.BadSignature:
        messages.error(
            request, _("This list is more than a day old or was not made here. Bring the questions in again.")
        )
        return redirect("bring-in-questions", quiz.pk)
    ticked = request.POST.getlist("take")
    questions = [offer["questions"][key] for key in offer["questions"] if key in ticked]
    nothing = _("Nothing was ticked, or it is in the quiz already. Nothing was changed.")
    try:
        taken = bring_in_questions(quiz=quiz, questions=questions, user=request.user)
    except TooMany as refusal:
        return _show_again(request, quiz, offer, str(refusal))
    if not questions:
        return _show_again(request, quiz, offer, nothing)
    if taken:
        messages.success(request, _said(taken))
    else:
        messages.warning(request, nothing)
    return redirect("wagtailadmin_pages:edit" if taken else "bring-in-questions", quiz.pk)


def _show_again(request: HttpRequest, quiz: QuizPage, offer: dict[str, Any], refusal: str) -> HttpResponse:
    """The report as she left it, so that nothing she pasted or ticked is lost."""
    ticked = set(request.POST.getlist("take"))
    lines = []
    for line in offer["lines"]:
        raw = offer["questions"].get(line["key"])
        question = line_of(from_blocks([raw])[0]) if raw else {}
        lines.append({**question, **line, "is_ticked": line["key"] in ticked})
    return _show(request, quiz, lines, request.POST["offer"], refusal)


def _said(count: int) -> str:
    sentence = ngettext(
        "%(count)s question was put at the end of the draft. Look it over, then publish.",
        "%(count)s questions were put at the end of the draft. Look them over, then publish.",
        count,
    )
    return sentence % {"count": count}


def _download(content: bytes, name: str, *, is_workbook: bool) -> HttpResponse:
    if is_workbook:
        return workbook_file(content, name)
    reply = HttpResponse(content, content_type="text/plain; charset=utf-8")
    reply["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return reply
