"""What a recorder sends: one file, and what is said from which second on. Words are never taken from the sender."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.recording.scripts import Script
from media.ffmpeg import Piece
from media.models import Take, Track
from media.selectors import take_file
from media.services import LARGEST_TAKE, Sender, Sent, keep_take
from media.serving import answer
from media.sounds import LONGEST

NO_FILE = gettext_lazy("No recording came. Record it, or choose a file first.")
NOT_HERE = gettext_lazy("This is not said here any more. Open the page again.")


def receive_take(request: HttpRequest, *, track: Track, script: Script, by: Sender) -> list[Take]:
    """Keep what was sent. Raises ValidationError with one sentence for whoever recorded it."""
    pieces = _pieces(request.POST.getlist("subject"), request.POST.getlist("start"), script)
    return keep_take(track=track, sent=pieces, content=content_of(request, LARGEST_TAKE), by=by)


def content_of(request: HttpRequest, limit: int) -> bytes:
    """Of the file `sound`, one byte more than the limit at most. Raises ValidationError."""
    file = request.FILES.get("sound")
    if file is None or not file.size:
        raise ValidationError(NO_FILE)
    return file.read(limit + 1)


def _pieces(subjects: list[str], starts: list[str], script: Script) -> list[Sent]:
    try:
        seconds = [float(start) for start in starts] if starts else [0.0]
    except ValueError:
        seconds = []
    longest = LONGEST * len(subjects)  # as the recorder lets her speak
    in_order = seconds == sorted(seconds) and all(0 <= second <= longest for second in seconds)
    known = all(subject in script.parts for subject in subjects) and len(set(subjects)) == len(subjects)
    if not subjects or not known or len(seconds) != len(subjects) or not in_order:
        raise ValidationError(NOT_HERE)
    ends = [*seconds[1:], None]
    return [
        Sent(subject, script.parts[subject].words, Piece(start, end))
        for subject, start, end in zip(subjects, seconds, ends, strict=True)
    ]


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("accept", "").startswith("application/json")


def told(takes: list[Take]) -> JsonResponse:
    """For the page's script: what state each part is in now."""
    states = {take.subject: [take.state, str(take.get_state_display())] for take in takes}
    return JsonResponse({"states": states, "said": _("Sent")})


def refused(refusal: ValidationError) -> JsonResponse:
    return JsonResponse({"error": refusal.messages[0]}, status=400)


def refused_on(request: HttpRequest, script: Script, refusal: ValidationError | None) -> dict:
    """For the page of a form: what was wrong with a file, and the line that it was sent for, which is shown first."""
    line = request.POST.get("line", "")
    if refusal is None or line not in {one.key for one in script.lines}:
        return {"refusal": refusal}
    return {"refusal": refusal, "refused": line, "first": line}


def private_sound(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file that only some may hear, and that no cache keeps."""
    path = take_file(name)
    if path is None:
        return HttpResponse(status=404)
    response = answer(request, path, immutable=True)
    response.headers["Cache-Control"] = "private, no-store"
    return response
