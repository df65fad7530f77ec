"""An address as a QR that a phone reads from paper or glass, drawn into the page."""

import segno
from django.utils.safestring import SafeString, mark_safe

QUIET_ZONE = 4  # white squares around it, as readers want them


def square_code(address: str) -> SafeString:
    """An `<svg>` without a size of its own; a quarter of it may be dirty or torn."""
    drawn = segno.make(address, error="q", micro=False).svg_inline(omitsize=True, border=QUIET_ZONE)
    return mark_safe(drawn)  # noqa: S308 - squares, made here
