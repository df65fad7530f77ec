"""Answering with one file: type from an allow-list, compressed form, conditional and partial requests."""

import re
from email.utils import formatdate
from io import BufferedIOBase
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

TYPES = {
    ".aac": "audio/aac",
    ".amr": "audio/amr",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt; charset=utf-8",
    ".wav": "audio/wav",
    ".webm": "audio/webm",
    ".webp": "image/webp",
}
COMPRESSED = (("br", ".br"), ("gzip", ".gz"))  # best first
# Opened by itself, a file may do nothing at all; a drawing may colour itself.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=3600"
# Python refuses to read thousands of digits as a number; no file needs them.
ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})\Z")


def answer(request: HttpRequest, path: Path, *, immutable: bool) -> HttpResponseBase:
    """The file as a response; `immutable` promises that its name changes with its content."""
    wants_part = "HTTP_RANGE" in request.META
    sent, encoding = (path, "") if wants_part else _best_form(request, path)
    # Settled here: nothing further out shall compress a photo again, or a part of a file at all.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    stat = sent.stat()
    etag = f'"{path.stem}{encoding}"' if immutable else f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{encoding}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag, int(stat.st_mtime))
    if response is None:
        response = _part(request, sent, stat.st_size, etag) if wants_part else FileResponse(sent.open("rb"))
        _describe(response, path, encoding)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = formatdate(stat.st_mtime, usegmt=True)
    response.headers["Cache-Control"] = FOR_EVER if immutable else ASK_AGAIN
    if path.suffix == ".svg":
        patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _best_form(request: HttpRequest, path: Path) -> tuple[Path, str]:
    """The smallest form beside the file that the browser takes, and the name of its encoding."""
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "").lower()
    for encoding, ending in COMPRESSED:
        beside = path.with_name(path.name + ending)
        if re.search(rf"\b{encoding}\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", accepted) and beside.is_file():
            return beside, encoding
    return path, ""


def _describe(response: HttpResponseBase, path: Path, encoding: str) -> None:
    content_type = TYPES.get(path.suffix.lower())
    response.headers["Content-Type"] = content_type or "application/octet-stream"
    response.headers["Content-Disposition"] = "inline" if content_type else "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Accept-Ranges"] = "bytes"
    if encoding:
        response.headers["Content-Encoding"] = encoding


def _part(request: HttpRequest, path: Path, size: int, etag: str) -> HttpResponseBase:
    """One range; several, or nonsense, get the whole file, as HTTP allows."""
    match = ONE_RANGE.match(request.META["HTTP_RANGE"].replace(" ", ""))
    outdated = request.META.get("HTTP_IF_RANGE", etag) != etag
    if not match or match.groups() == ("", "") or outdated:
        return FileResponse(path.open("rb"))
    first, last = match.groups()
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if start >= size or start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = FileResponse(_Slice(path, start, end), status=206)
    response.headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    response.headers["Content-Length"] = str(end - start + 1)
    return response


class _Slice(BufferedIOBase):
    """Bytes `start` to `end`, both included, of a file."""

    def __init__(self, path: Path, start: int, end: int):
        self.file = path.open("rb")
        self.file.seek(start)
        self.left = end - start + 1

    def read(self, size: int | None = -1) -> bytes:
        content = self.file.read(self.left if size is None or size < 0 else min(size, self.left))
        self.left -= len(content)
        return content

    def close(self) -> None:
        self.file.close()
        super().close()
