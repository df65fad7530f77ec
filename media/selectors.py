"""Finding uploaded files, and what is recorded."""

from collections.abc import Collection
from pathlib import Path

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from media.models import NarratorLink, Recording, Take, Track

# What anyone may read. Originals and parked uploads are not here, nor documents: those have an address with rights.
CONTENT_HASHED = {"drawings", "prepared", "recordings", "videos"}
PUBLIC = {*CONTENT_HASHED, "images"}


def public_file(name: str) -> tuple[Path, bool] | None:
    """The file called `name` below MEDIA_ROOT, and whether its name changes with its content. None: not public."""
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        path = (root / name).resolve()
        if "\\" in name or not path.is_relative_to(root) or not path.is_file():
            return None
    except (OSError, ValueError):
        return None  # a NUL, or a name longer than the file system has
    parts = path.relative_to(root).parts
    if parts[0] not in PUBLIC or any(part.startswith(".") for part in parts):
        return None
    return path, parts[0] in CONTENT_HASHED


def recordings_of(subjects: Collection[str]) -> list[Recording]:
    """All recordings of these subjects with their tracks, in the order of the tracks. One query at most."""
    if not subjects:
        return []
    found = Recording.objects.filter(subject__in=subjects).select_related("track")
    return list(found.order_by("track__position", "track_id", "subject"))


def offered_tracks() -> QuerySet[Track]:
    """Tracks in which something is recorded, each with a `sample`: what it is chosen by, a phrase if there is one."""
    spoken = Min("recordings__subject", filter=Q(recordings__subject="phrase:voice"))
    card = Min("recordings__subject", filter=Q(recordings__subject__startswith="card:"))
    tracks = Track.objects.annotate(sample=Coalesce(spoken, card, Min("recordings__subject")))
    return tracks.filter(sample__isnull=False).order_by("position", "pk")


def take_file(name: str) -> Path | None:
    """The file of a take or of a consent, for those who may hear it; None if there is none."""
    path = Path(settings.MEDIA_ROOT) / name
    return path if name.startswith("takes/") and path.is_file() else None


def sound_of_take(take: Take) -> str:
    """The name of what is played before it is approved: the small form that every browser plays, else as it came."""
    return take.small.get("m4a", [take.original])[0]


def link_token(link: NarratorLink) -> str:
    """What the address of the link ends in: its number, signed."""
    return Signer(salt="media.narrator").sign(str(link.pk))


def open_link(token: str) -> NarratorLink | None:
    """The link of this address, while it is open."""
    try:
        pk = Signer(salt="media.narrator").unsign(token)
    except BadSignature:
        return None
    links = NarratorLink.objects.filter(pk=pk, revoked_at=None, expires_at__gt=timezone.now())
    return links.select_related("track").first()
