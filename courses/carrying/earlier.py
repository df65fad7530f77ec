"""Does a file say what a page here said before? Then bringing it in takes a newer one back, and she is told first."""

from wagtail.models import Page

from courses.carrying.fields import digest_of, fields_of
from courses.carrying.streams import Swap

MOST = 3  # versions: each is read whole, while nobody else can write


def said_before(page: Page, wanted: str, swap: Swap) -> bool:
    """Whether one of its last versions, but not the newest, said what makes the digest `wanted`."""
    earlier = page.revisions.exclude(pk=page.latest_revision_id).order_by("-created_at", "-pk")[:MOST]
    return any(digest_of(type(page), fields_of(one.as_object(), swap)) == wanted for one in earlier)
