"""Static files and uploads that a page names, weighed as they come over the wire."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation

from media.selectors import public_file
from media.serving import TYPES

NAMED = re.compile(rf"(?:{re.escape(settings.STATIC_URL)}|{re.escape(settings.MEDIA_URL)})[\w./%~@+-]*\w")
PHOTO = re.compile(rf"({re.escape(settings.MEDIA_URL)}prepared/[^/]+/)[^/]*-(\d+)\.(\w+)\Z")
FORMS = ("br", "gz")


@dataclass(frozen=True)
class Weighed:
    """`bytes` come over the wire, `size` lies on the phone; `sha256` is of what lies there."""

    bytes: int
    size: int
    sha256: str


def named_in(page: str) -> list[str]:
    """Addresses of all files that the page names anywhere, each once; of a photo one form only."""
    return list(_one_form_of_each_photo(dict.fromkeys(NAMED.findall(page))))


def is_picture(address: str) -> bool:
    return address.startswith(settings.MEDIA_URL) and Path(address).suffix.lower() in TYPES and not _is_sound(address)


def stands_for(address: str) -> str:
    """For a photo the folder of all its forms: the worker shows this one for whichever is asked for."""
    found = PHOTO.match(address)
    return found[1] if found else ""


def weigh(address: str) -> Weighed | None:
    """None when nobody but us may read it, or it is not there."""
    path = _path(address)
    if path is None:
        return None
    stat = path.stat()
    size, sha256 = _hashed(path, stat.st_mtime_ns, stat.st_size)
    return Weighed(_over_the_wire(path), size, sha256)


def _one_form_of_each_photo(addresses: Iterable[str]) -> Iterator[str]:
    """The widest WebP: every browser that has a service worker can show it."""
    photos: dict[str, tuple[int, str]] = {}
    for address in addresses:
        found = PHOTO.match(address)
        if found is None:
            yield address
        elif found[3] == "webp":
            photos[found[1]] = max(photos.get(found[1], (0, "")), (int(found[2]), address))
    yield from (address for _width, address in photos.values())


def is_film(address: str) -> bool:
    """A video weighs as much as all the rest of a course: it is seen with signal, its poster and words without."""
    return address.startswith(f"{settings.MEDIA_URL}videos/")


def _is_sound(address: str) -> bool:
    return TYPES.get(Path(address).suffix.lower(), "").startswith(("audio/", "video/"))


def _path(address: str) -> Path | None:
    name = unquote(address)
    if name.startswith(settings.MEDIA_URL):
        found = public_file(name.removeprefix(settings.MEDIA_URL))
        return found[0] if found else None
    return _static_file(name.removeprefix(settings.STATIC_URL))


def _static_file(name: str) -> Path | None:
    """A page names files in its words too, and those are an author's: nothing outside our folders is looked at."""
    root = Path(settings.STATIC_ROOT).resolve()
    try:
        collected = (root / name).resolve()
        if collected.is_relative_to(root) and collected.is_file():
            return collected
        source = finders.find(name)
    except (OSError, ValueError, SuspiciousFileOperation):
        return None
    return Path(source) if source else None


@lru_cache(maxsize=4096)
def _hashed(path: Path, _changed: int, _size: int) -> tuple[int, str]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return file.tell(), digest.hexdigest()


def _over_the_wire(path: Path) -> int:
    beside = (path.with_name(f"{path.name}.{form}") for form in FORMS)
    return min(file.stat().st_size for file in (path, *beside) if file.is_file())
