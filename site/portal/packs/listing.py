"""The list of a pack, as the phone gets it."""

import hashlib

from django.conf import settings
from django.http import HttpRequest

from courses.models import CoursePage
from portal.packs import files
from portal.packs.pages import pages_of
from portal.page_cache.store import KeptPage


def pack_of(course: CoursePage, request: HttpRequest) -> dict:
    """Pages with the scripts and signs that they need, pictures, and sound: the latter two she may leave out.

    `mark` changes with anything in it.
    """
    pages = pages_of(course, request)
    parts: dict[str, list[dict]] = {"pages": [_page(*one) for one in pages.items()], "pictures": [], "audio": []}
    named = dict.fromkeys(name for page in pages.values() for name in files.named_in(page.bodies[""].decode()))
    for address in named:
        weighed = files.weigh(address)
        if weighed is not None:
            parts[_part(address)].append(_file(address, weighed))
    everything = sorted(f"{one['url']} {one['sha256']}" for part in parts.values() for one in part)
    return {
        "course": str(course.translation_key),
        "language": course.locale.language_code,
        "title": course.title,
        "mark": hashlib.sha256("\n".join(everything).encode()).hexdigest()[:16],
        "parts": parts,
    }


def _page(address: str, page: KeptPage) -> dict:
    body = page.bodies[""]
    sha256 = hashlib.sha256(body).hexdigest()
    return {"url": address, "bytes": len(page.bodies["br"]), "size": len(body), "sha256": sha256}


def _file(address: str, weighed: files.Weighed) -> dict:
    entry = {"url": address, "bytes": weighed.bytes, "size": weighed.size, "sha256": weighed.sha256}
    folder = files.stands_for(address)
    return {**entry, "as": folder} if folder else entry


def _part(address: str) -> str:
    if address.startswith(settings.STATIC_URL):
        return "pages"
    return "pictures" if files.is_picture(address) else "audio"
