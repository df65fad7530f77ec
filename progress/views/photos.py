"""Photos for practice tasks: sent one by one before the words that go with them, and seen by nobody but her."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from progress.private_files import private_file
from progress.selectors import photo_of, voice_for
from progress.services import keep_photo
from progress.views.events import error
from trainees.asked_first import has_agreed
from trainees.models import Trainee
from trainees.selectors import earlier_keys, trainee_of
from trainees.small_bodies import small_body

LARGEST = 3 * 1024 * 1024  # bytes; the script makes them ten times smaller
KINDS = ("image/jpeg", "image/png", "image/webp")
STATUS = {"too-big": ("too-large", 413), "no-room": ("full", 507), "full": ("full", 507), "later": ("later", 429)}
STATUS |= {"sign-in": ("sign-in", 401)}
NOT_KEPT = _("You said that no photos of yours are kept, so this one was not. What you wrote goes to your teacher.")
LARGEST_NUMBER = 2**63 - 1


@never_cache
@small_body(refuse=lambda request: error("too-large", 413), most=LARGEST)
@require_POST
def learn_task_photos(request: HttpRequest) -> HttpResponse:
    """The body is the photo. It is on the disk when the answer is sent; the same again is the same photo."""
    trainee = trainee_of(request.user)
    if trainee is None:
        return error("sign-in", 401)
    person = request.headers.get("X-Person", str(trainee.key))
    if person != str(trainee.key) and person not in earlier_keys(trainee):
        return error("other-person", 409)
    if request.content_type not in KINDS:
        return error("type", 415)
    if not has_agreed(request, trainee):
        return error("later", 429)
    return _keep(trainee, request.read())


@require_safe
def learn_task_photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """404 for everybody else: whether there is such a photo is nobody's business."""
    trainee = trainee_of(request.user)
    photo = photo_of(trainee=trainee, pk=min(pk, LARGEST_NUMBER)) if trainee else None
    return private_file(request, photo.name if photo else "")


@require_safe
def learn_task_voice(request: HttpRequest, review: int) -> HttpResponseBase:
    """What a teacher spoke of her work."""
    trainee = trainee_of(request.user)
    spoken = voice_for(trainee=trainee, review=min(review, LARGEST_NUMBER)) if trainee else None
    return private_file(request, spoken.voice if spoken else "")


def _keep(trainee: Trainee, content: bytes) -> HttpResponse:
    try:
        photo = keep_photo(trainee=trainee, content=content)
    except ValidationError as refusal:
        if refusal.code == "consent":  # heard, and no failure: what she wrote goes without it
            return JsonResponse({"photo": None, "why": "consent", "words": str(NOT_KEPT)})
        return error(*STATUS.get(refusal.code or "", ("picture", 400)))
    return JsonResponse({"photo": photo.sha256})
