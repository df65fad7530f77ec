"""What a form of a review says."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict

from media.services import LARGEST_TAKE
from progress.services.reviewing import OPEN_AGAIN, Judgement

AGAIN = "again"
VERDICTS = {"passed": True, AGAIN: False}


def read_judgement(request: HttpRequest, signs: int) -> Judgement:
    """Ticks are in the order of the card's signs. Raises ValidationError with one sentence."""
    told, ticked = request.POST, set(request.POST.getlist("tick"))
    sound = request.FILES.get("sound")
    try:
        return Judgement(
            ticks=[str(number) in ticked for number in range(signs)],
            passed=VERDICTS[told.get("verdict", "")],
            comment=told.get("comment", "").replace("\0", "").replace("\r\n", "\n").strip(),
            voice=sound.read(LARGEST_TAKE + 1) if sound else b"",
            after=int(told["after"]) if told.get("after") else None,
            uuid=UUID(told.get("form", "")),
        )
    except (KeyError, ValueError):
        raise ValidationError(OPEN_AGAIN) from None


def ticked_in(told: QueryDict) -> list[int]:
    """For a form that is shown once more."""
    return [int(number) for number in told.getlist("tick") if number.isascii() and number.isdigit() and len(number) < 3]
