"""The pages in `/cms/`: a course is saved as a file; a file is sent, looked at, confirmed and brought in."""

import tempfile
from typing import BinaryIO, cast

from django.core.exceptions import RequestDataTooBig, ValidationError
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from courses.carrying.archive import LARGEST_FILE
from courses.carrying.arrivals import arrival_of, confirm, receive
from courses.carrying.doors import course_to_save, may_bring_in
from courses.carrying.exporting import course_paper, export_course
from courses.carrying.report import UNCHANGED, counts, without_repeating

ENVELOPE = 64 * 1024  # bytes of a form around the file


@never_cache
@require_safe
def save_course(request: HttpRequest, pk: int) -> HttpResponse:
    course = course_to_save(pk, request.user)
    try:
        paper, files = course_paper(course)
    except ValidationError as refusal:
        return render(request, "courses/carrying/save.html", {"course": course, "refusal": refusal.messages[0]})
    lessons = [page for page in paper.pages if page.kind == "lesson"]
    size = sum(path.stat().st_size for path in files.values())
    languages = {language for page in paper.pages for language in page.languages}
    held = {"lessons": len(lessons), "pictures": len(paper.pictures), "sounds": len(paper.sounds)}
    held["videos"] = len(paper.videos)
    told = {"course": course, "size": size, "languages": len(languages), **held}
    return render(request, "courses/carrying/save.html", told)


@never_cache
@require_safe
def course_file(request: HttpRequest, pk: int) -> HttpResponse | FileResponse:
    course = course_to_save(pk, request.user)
    file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - closed when it is sent
    try:
        export_course(course, file)
    except ValidationError:
        file.close()
        return redirect("save-course", pk=pk)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{course.slug}.zip", content_type="application/zip")


@csrf_exempt  # the inner one looks, once it is settled how much may be sent
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    if not may_bring_in(request.user):
        raise Http404
    request.upload_handlers = [CourseLimit(request), TemporaryFileUploadHandler(request)]
    try:
        return _bring_in(request)
    except RequestDataTooBig:
        said = _("This file is too big. A course has at most %(limit)s.") % {"limit": filesizeformat(LARGEST_FILE)}
        return _form(request, said, status=413)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def arrived(request: HttpRequest, token: str) -> HttpResponse:
    arrival = arrival_of(token, request.user.pk or 0)
    if arrival is None or not may_bring_in(request.user):
        raise Http404
    if request.method == "POST":
        confirm(arrival)
        return redirect("course-arrived", token=token)
    report = arrival.report
    news = without_repeating(line for line in report.lines if line.became != UNCHANGED)
    told = {"arrival": arrival, "counts": counts(report), "lines": news, "writes": report.writes}
    return render(request, "courses/carrying/arrived.html", told)


class CourseLimit(FileUploadHandler):
    """A course is larger than what else may be sent; it is written to the disk as it comes."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > LARGEST_FILE + ENVELOPE:
            raise RequestDataTooBig
        return None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


@csrf_protect
def _bring_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    sent = request.FILES.get("file")
    if sent is None:
        return _form(request, _("Choose the file of a course first."), status=400)
    try:
        arrival = receive(content=sent.chunks(), size=sent.size or 0, owner=request.user.pk or 0)
    except ValidationError as refusal:
        return _form(request, refusal.messages[0], status=507)
    return redirect("course-arrived", token=arrival.token)


def _form(request: HttpRequest, refusal: str = "", status: int = 200) -> HttpResponse:
    told = {"refusal": refusal, "limit": LARGEST_FILE}
    return render(request, "courses/carrying/bring_in.html", told, status=status)
