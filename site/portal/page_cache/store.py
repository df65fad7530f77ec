"""Where kept pages lie: a file for each (release, generation, host, path), in plain, gzip and Brotli form."""

import gzip
import hashlib
import json
import logging
import shutil
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import brotli
from django.conf import settings
from django.core.cache import cache

from foundation.atomic_files import write_atomically
from portal.page_cache.release import release

logger = logging.getLogger(__name__)

IN_MEMORY = 256
REDIS_SECONDS = 7 * 24 * 3600
# Read once, at the start: what is on the disk later is not what this process runs.
RELEASE = release()


@dataclass(frozen=True)
class KeptPage:
    """A page as bytes. `bodies` maps "", "gzip" and "br" to the body in that form; `etag` is of the plain one."""

    etag: str
    headers: dict[str, str]
    bodies: dict[str, bytes]

    @classmethod
    def made_from(cls, body: bytes, headers: dict[str, str]) -> "KeptPage":
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
        bodies = {"": body, "gzip": gzip.compress(body, 9, mtime=0), "br": brotli.compress(body, quality=9)}
        return cls(etag, headers, bodies)

    def to_bytes(self) -> bytes:
        sizes = [[form, len(body)] for form, body in self.bodies.items()]
        head = json.dumps({"etag": self.etag, "headers": self.headers, "sizes": sizes}).encode()
        return b"\n".join([head, b"".join(self.bodies.values())])

    @classmethod
    def from_bytes(cls, raw: bytes) -> "KeptPage":
        head, _, rest = raw.partition(b"\n")
        meta = json.loads(head)
        bodies, start = {}, 0
        for form, size in meta["sizes"]:
            bodies[form] = rest[start : start + size]
            start += size
        return cls(meta["etag"], meta["headers"], bodies)


_memory: OrderedDict[str, KeptPage] = OrderedDict()


def get(generation: str, host: str, path: str) -> KeptPage | None:
    """The kept page, or None."""
    key = _key(generation, host, path)
    page = _memory.get(key) or _read(generation, key)
    if page:
        _remember(key, page)
    return page


def put(generation: str, host: str, path: str, page: KeptPage) -> None:
    """Keep a page. A full disk only costs speed: it is logged, the reader still gets the page."""
    key = _key(generation, host, path)
    _remember(key, page)
    try:
        if settings.REDIS_URL:
            cache.set(key, page.to_bytes(), REDIS_SECONDS)
        else:
            write_atomically(_folder(generation) / key, page.to_bytes())
    except OSError as error:
        logger.warning("A page could not be kept: %s", error.strerror)


def forget_all_but(generation: str) -> None:
    """Remove the files of other generations and releases; requests still reading one of them render the page anew."""
    for folder in settings.PAGE_CACHE_DIR.glob("g*-*"):
        if folder != _folder(generation):
            shutil.rmtree(folder, ignore_errors=True)


def _key(generation: str, host: str, path: str) -> str:
    return "page-" + hashlib.sha256(f"{RELEASE} {generation} {host} {path}".encode()).hexdigest()


def _folder(generation: str) -> Path:
    return settings.PAGE_CACHE_DIR / f"g{generation}-{RELEASE}"


def _read(generation: str, key: str) -> KeptPage | None:
    if settings.REDIS_URL:
        raw = cache.get(key)
    else:
        try:
            raw = (_folder(generation) / key).read_bytes()
        except FileNotFoundError:
            return None
    return KeptPage.from_bytes(raw) if raw else None


def _remember(key: str, page: KeptPage) -> None:
    _memory[key] = page
    _memory.move_to_end(key)
    while len(_memory) > IN_MEMORY:
        _memory.popitem(last=False)
