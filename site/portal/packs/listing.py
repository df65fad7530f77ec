"""The list of a pack, as the phone gets it."""

import hashlib

from django.conf import settings
from django.http import HttpRequest

from courses.models import CoursePage
from portal.packs import files
from portal.packs.pages import pages_of
from portal.packs.voices import Voices
from portal.page_cache.store import KeptPage


def pack_of(course: CoursePage, request: HttpRequest) -> dict:
    """Pages with the scripts and signs that they need, pictures, and sound by voices: the latter two she may leave out.

    `mark` changes with anything in it.
    """
    language, pages = course.locale.language_code, pages_of(course, request)
    texts = [page.bodies[""].decode() for page in pages.values()]
    voices = Voices(texts, language)
    parts: dict[str, list[dict]] = {"pages": [_page(*one) for one in pages.items()], "pictures": [], "audio": []}
    named = dict.fromkeys(name for text in texts for name in files.named_in(text))
    for address in named:
        weighed = None if files.is_film(address) else files.weigh(address)
        if weighed is not None:
            parts[_part(address)].append(_file(address, weighed, voices.of(address)))
    everything = sorted(f"{one['url']} {one['sha256']}" for part in parts.values() for one in part)
    return {
        "course": str(course.translation_key),
        "language": language,
        "title": course.title,
        "mark": hashlib.sha256("\n".join(everything).encode()).hexdigest()[:16],
        "voices": voices.listed(),
        "parts": parts,
    }


def _page(address: str, page: KeptPage) -> dict:
    body = page.bodies[""]
    sha256 = hashlib.sha256(body).hexdigest()
    return {"url": address, "bytes": len(page.bodies["br"]), "size": len(body), "sha256": sha256}


def _file(address: str, weighed: files.Weighed, voices: list[str]) -> dict:
    entry: dict = {"url": address, "bytes": weighed.bytes, "size": weighed.size, "sha256": weighed.sha256}
    if voices:
        entry["voices"] = voices
    folder = files.stands_for(address)
    return {**entry, "as": folder} if folder else entry


def _part(address: str) -> str:
    if address.startswith(settings.STATIC_URL):
        return "pages"
    return "pictures" if files.is_picture(address) else "audio"
