"""Videos in `/cms/`: the list, sending one, and one of them with its captions. Not yours is 404."""

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import ReferenceIndex

from media.choosing import is_drafted
from media.intake import SENTENCES
from media.models import Video
from media.services import (
    LARGEST_VIDEO,
    Film,
    keep_video,
    keep_video_instead,
    set_captions,
    take_captions_away,
    try_video_again,
)
from media.services.videos import one_line
from media.videos.captions import as_typed, read_captions
from media.videos.receiving import Refused, VideoLimit
from media.videos.rights import collections_to_add_to, may_add, may_caption, may_change, may_see, videos_visible_to

A_PAGE = 20
OPEN = (Video.State.WAITING, Video.State.MAKING)


@never_cache
@require_safe
def videos(request: HttpRequest) -> HttpResponse:
    _check(may_see(request.user))
    rows = Paginator(videos_visible_to(request.user), A_PAGE).get_page(request.GET.get("p"))
    return render(request, "media/videos/list.html", {"rows": rows, "may_add": may_add(request.user)})


@csrf_exempt  # the inner one looks, once it is settled how much may be sent
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_video(request: HttpRequest) -> HttpResponse:
    if not may_add(request.user):
        raise Http404
    request.upload_handlers = [VideoLimit(request), TemporaryFileUploadHandler(request)]
    try:
        return _add_video(request)
    except Refused as refusal:
        return _form(request, str(refusal), status=refusal.status)
    except OSError:  # the disk ran full while it arrived
        return _form(request, str(SENTENCES["no-room"]), status=507)


@csrf_protect
def _add_video(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    sent = request.FILES.get("file")
    collections = collections_to_add_to(request.user)
    wanted = request.POST.get("collection", "")
    collection = collections.filter(pk=wanted if wanted.isdecimal() else None).first() or collections.first()
    if sent is None or collection is None:
        return _form(request, _("Choose a video first."), status=400)
    title = request.POST.get("title", "").strip() or Path(str(sent.name)).stem
    film, failed = Film(sent.chunks(), sent.size or 0), _failed(request)
    try:
        if failed:
            video = keep_video_instead(video=failed, film=film, title=title)
        else:
            video = keep_video(film=film, title=title, collection=collection, by=request.user)
    except ValidationError as refusal:
        return _form(request, refusal.messages[0], status=400)
    address = reverse("video", args=[video.pk])
    return JsonResponse({"address": address}) if _wants_json(request) else redirect(address)


def _failed(request: HttpRequest) -> Video | None:
    """The one that came to nothing, where its page led here to send it once more."""
    number = request.GET.get("instead", "")
    wanted = int(number) if number.isdecimal() and len(number) < 10 else 0
    found = videos_visible_to(request.user).filter(pk=wanted, state=Video.State.FAILED).first()
    return found if found and may_change(request.user, found) else None


def _form(request: HttpRequest, refusal: str = "", status: int = 200) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"refusal": refusal}, status=status)
    told = {"refusal": refusal, "limit": LARGEST_VIDEO, "collections": collections_to_add_to(request.user)}
    told["failed"] = _failed(request)
    return render(request, "media/videos/add.html", told, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def video_page(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, what phones will load, its name and its captions."""
    video = _seen(request, pk)
    if request.method == "POST":
        _check(may_change(request.user, video))
        if title := one_line(request.POST.get("title", "")):
            video.title = title
            video.save(update_fields=["title"])
            messages.success(request, _("Kept."))
        return redirect("video", pk)
    return _page(request, video)


@never_cache
@require_safe
def video_state(request: HttpRequest, pk: int) -> HttpResponse:
    """For a page that is open while it is being made."""
    video = _seen(request, pk)
    said = f"{video.get_state_display()} {video.percent} %" if video.state == Video.State.MAKING else ""
    told = {"open": video.state in OPEN, "said": said or video.get_state_display(), "percent": video.percent}
    return JsonResponse(told)


@require_POST
def make_again(request: HttpRequest, pk: int) -> HttpResponse:
    video = _seen(request, pk)
    _check(may_change(request.user, video))
    try_video_again(video=video)
    return redirect("video", pk)


@require_POST
def change_captions(request: HttpRequest, pk: int) -> HttpResponse:
    """A file, or else what was typed; what cannot be read comes back to be mended."""
    video = _seen(request, pk)
    _check(may_caption(request.user, video))
    language, file = request.POST.get("language", ""), request.FILES.get("file")
    typed = request.POST.get("text", "")
    if "away" in request.POST:
        take_captions_away(video=pk, language=language)
        messages.success(request, _("The captions are taken away."))
        return redirect("video", pk)
    try:
        set_captions(video=pk, language=language, content=file.read(1024 * 1024) if file else typed)
    except ValidationError as refusal:
        refused = {"language": language, "said": refusal.messages[0], "typed": typed or _written(video, language)}
        return _page(request, video, refused, status=400)
    messages.success(request, _("The captions are kept."))
    return redirect("video", pk)


@require_POST
def delete_video(request: HttpRequest, pk: int) -> HttpResponse:
    """Only where no page shows it, published, planned or as it is being written."""
    video = _seen(request, pk)
    _check(may_change(request.user, video))
    if ReferenceIndex.get_references_to(video).exists() or is_drafted(video):
        messages.error(request, _("A lesson shows this video. Take it out there first, then delete it here."))
        return redirect("video", pk)
    video.delete()
    messages.success(request, _("The video is deleted."))
    return redirect("videos")


def _page(request: HttpRequest, video: Video, refused: dict | None = None, status: int = 200) -> HttpResponse:
    changing = may_change(request.user, video)
    told = {
        "video": video,
        "is_open": video.state in OPEN,
        "may_change": changing,
        "captions": _captions(video, refused or {}) if may_caption(request.user, video) else [],
    }
    return render(request, "media/videos/video.html", told, status=status)


def _captions(video: Video, refused: dict) -> list[dict]:
    return [
        {
            "language": code,
            "name": name,
            "is_there": code in video.captions,
            "text": refused["typed"] if refused.get("language") == code else _written(video, code),
            "refusal": refused["said"] if refused.get("language") == code else "",
        }
        for code, name in settings.LANGUAGES
    ]


def _written(video: Video, language: str) -> str:
    """What stands on the disk, as it is typed; nothing where there is none."""
    try:
        content = (Path(settings.MEDIA_ROOT) / video.captions[language]["name"]).read_text()
    except (KeyError, OSError):
        return ""
    try:
        return as_typed(read_captions(content, seconds=0))
    except ValidationError:  # by an earlier rule
        return content


def _seen(request: HttpRequest, pk: int) -> Video:
    return get_object_or_404(videos_visible_to(request.user).select_related("collection"), pk=pk)


def _check(allowed: bool) -> None:
    if not allowed:
        raise Http404
