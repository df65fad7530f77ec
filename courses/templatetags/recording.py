"""Ways between the lines of a script, and to what was recorded of them."""

import segno
from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from courses.recording.selectors import SaidLine
from media.models import NarratorLink, Take
from media.selectors import link_token

register = template.Library()


@register.filter
def line_before(said: list[SaidLine], index: int) -> str:
    return said[index - 1].line.key


@register.filter
def line_after(said: list[SaidLine], index: int) -> str:
    """After the last one comes the end, which has a place of its own."""
    return said[index + 1].line.key if index + 1 < len(said) else "done"


@register.filter
def sound_of(pattern: str, take: Take) -> str:
    """The address of a take; the pattern ends in that of take 0."""
    return f"{pattern.removesuffix('0/')}{take.pk}/"


@register.filter
def subject_id(subject: str) -> str:
    return subject.replace(":", "_")


@register.filter
def narrator_address(link: NarratorLink, request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("narrator", args=[link_token(link)]))


@register.filter
def as_square_code(address: str) -> SafeString:
    """A QR without a size of its own."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=4)
    return mark_safe(drawn)  # noqa: S308 - squares, made here
