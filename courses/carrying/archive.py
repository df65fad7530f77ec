"""Opening a file that came from elsewhere: looked at from outside, then by its checksums, before any of it is believed.

Everything is refused that our own `packing` would not have written. Nothing is ever unpacked to a path of the file's
choosing: members are read by names that are ours.
"""

import hashlib
import json
import re
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from foundation.zip_parts import PACKED, declares_less_than_it_holds, read_as_declared
from media.sounds import LARGEST as LARGEST_SOUND

MANIFEST, COURSE = "manifest.json", "course.json"
FORMAT, VERSION = "village-shop-course", 1

LARGEST_FILE = 200 * 1024 * 1024  # bytes, of the file itself
MOST_MEMBERS = 5_000
LARGEST_LIST = 1024 * 1024  # bytes of the list of members at the end of a zip
LARGEST_TEXT = 6 * 1024 * 1024  # bytes of JSON; in memory it is thirty times as much. The starter course has 1.8 MB
LARGEST_MANIFEST = 1024 * 1024
DEEPEST = 40  # lists and objects in each other
MOST_RATIO = 100  # text of ours becomes about ten times smaller
POINTER = 20  # bytes in front of the end that say where a larger one is; only zips of 4 GB need that
END = struct.Struct("<4s4H2IH")  # how a zip ends: signature, disks, members, length and place of their list, comment

# Name and the most that a member may hold.
MEMBERS = [
    (re.compile(r"manifest\.json"), LARGEST_MANIFEST),
    (re.compile(r"course\.json"), LARGEST_TEXT),
    (re.compile(r"pictures/[0-9a-f]{64}\.(?:jpg|svg)"), 12 * 1024 * 1024),
    (re.compile(r"videos/[0-9a-f]{64}\.mp4"), 64 * 1024 * 1024),
    (re.compile(r"recordings/[0-9a-f]{64}\.(?:mp3|m4a|ogg|wav)"), LARGEST_SOUND),
]

SENTENCES = {
    "too-big": _("This file is too big (%(size)s). A course has at most %(limit)s."),
    "not-a-course": _("This is not a file of a course. Choose the one that was saved with “Save as one file”."),
    "cut-off": _("This file is damaged or was cut off on the way. Copy it again from where it was saved."),
    "too-many": _("There are more than %(limit)s parts in this file. No course has so many; it was not taken."),
    "path": _("A part of this file wants to be put somewhere else on the server (“%(name)s”). It was not taken."),
    "link": _("A part of this file is only a link or a folder (“%(name)s”). It was not taken."),
    "twice": _("Two parts of this file have the same name (“%(name)s”). It was not taken."),
    "locked": _("This file is locked with a password. Save it without one."),
    "unpacks-too-big": _("Unpacked this file would fill the disk. It was not taken."),
    "overlap": _("The parts of this file lie over each other. It was not taken."),
    "unknown": _("There is something in this file that no course has (“%(name)s”). It was not taken."),
    "missing": _("A part of this file is missing (“%(name)s”). Copy it again from where it was saved."),
    "checksum": _("A part of this file is not what was saved (“%(name)s”). Copy it again from where it was saved."),
    "newer": _("This file was saved by a newer version of this site. Bring this site up to date first."),
    "unreadable": _("What is written in this file cannot be read. Save the course again where it comes from."),
}


def refusal(code: str, **words: object) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code, params=words)


class Archive:
    """A file whose every part is there, has a name of ours and the checksum that it was saved with."""

    def __init__(self, opened: ZipFile) -> None:
        self._opened = opened
        self.names = {member.filename for member in opened.infolist()}

    def size_of(self, name: str) -> int:
        return self._opened.getinfo(name).file_size

    def read(self, name: str) -> bytes:
        """The whole of a part. Raises ValidationError where it is missing or damaged."""
        if name not in self.names:
            raise refusal("missing", name=shown(name))
        try:
            content = read_as_declared(self._opened, self._opened.getinfo(name))
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise refusal("cut-off") from error
        if len(content) != self.size_of(name):
            raise refusal("cut-off")
        return content

    def read_json(self, name: str) -> dict:
        """What is written in a part, as an object. Raises ValidationError."""
        try:
            told = json.loads(self.read(name).decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
            _check_depth(told)
            _check_signs(told)
        except (ValueError, RecursionError) as error:
            raise refusal("unreadable") from error
        if not isinstance(told, dict):
            raise refusal("unreadable")
        return told


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """The file at `path`, once everything about it is as it should be. Raises ValidationError with one sentence."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise refusal("too-big", size=filesizeformat(size), limit=filesizeformat(LARGEST_FILE))
    with path.open("rb") as file:
        _check_end(file, size)
        try:
            opened = ZipFile(file)
        except (BadZipFile, ValueError, OverflowError, struct.error, NotImplementedError) as error:
            raise refusal("cut-off") from error
        with opened:
            _check_members(opened.infolist(), opened.start_dir)
            archive = Archive(opened)
            _check_sums(archive)
            yield archive


def shown(name: str) -> str:
    """A name from outside, as it may stand in a sentence."""
    return "".join(sign if sign.isprintable() else "?" for sign in name[:60])


def _once(told: list[tuple[str, object]]) -> dict:
    """Of two values under one name each reader believes another."""
    found = dict(told)
    if len(found) != len(told):
        raise ValueError("a name is there twice")
    return found


def _no_number(_name: str) -> None:
    raise ValueError("NaN and Infinity are no numbers of JSON")


def _check_signs(told: object) -> None:
    """Numbers beyond all bounds (1e999), noughts and halves of signs: no database takes them."""
    written = json.dumps(told, ensure_ascii=False, allow_nan=False)
    written.encode("utf-8")
    if "\\u0000" in written:
        raise ValueError("a nought within words")


def _check_depth(told: object) -> None:
    """A page is ten lists deep; whoever walks through what is written must come back."""
    level = [told]
    for _depth in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    if level:
        raise ValueError("deeper than anything of ours")


def _check_end(file: BinaryIO, size: int) -> None:
    """How many parts there are, told by the last bytes: before a list of any length is read."""
    file.seek(max(0, size - POINTER - END.size))
    last = file.read()
    tail, before = last[-END.size :], last[: -END.size]
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        raise refusal("not-a-course")
    file.seek(0)
    if len(tail) < END.size or tail[:4] != b"PK\x05\x06":
        raise refusal("cut-off")  # or there is a comment behind it, which we never write
    _sign, _disk, _start, here, members, length, place, _comment = END.unpack(tail)
    if members > MOST_MEMBERS:
        raise refusal("too-many", limit=MOST_MEMBERS)
    if before.startswith(b"PK\x06\x07"):
        raise refusal("cut-off")  # Python would believe the larger end that this points to
    if here != members or length > LARGEST_LIST or place + length + END.size != size:
        raise refusal("cut-off")


def _check_members(members: list[ZipInfo], end: int) -> None:
    if len(members) > MOST_MEMBERS:
        raise refusal("too-many", limit=MOST_MEMBERS)
    known: set[str] = set()
    for member in members:
        _check_kind(member)
        # As a disk that knows no capital letters, or writes é in two signs, would see it.
        name = normalize("NFKC", member.orig_filename).casefold()
        if name in known:
            raise refusal("twice", name=shown(member.orig_filename))
        known.add(name)
        _check_size(member)
    if sum(member.file_size for member in members) > LARGEST_FILE + LARGEST_TEXT + LARGEST_MANIFEST:
        raise refusal("unpacks-too-big")
    _check_places(members, end)
    for name in (MANIFEST, COURSE):
        if name not in known:
            raise refusal("not-a-course")


def _check_kind(member: ZipInfo) -> None:
    name = member.orig_filename
    mode = member.external_attr >> 16
    if re.search(r"\.\.|\\|\A/|\A[A-Za-z]:|\0", name):
        raise refusal("path", name=shown(name))
    if member.is_dir() or member.external_attr & 0x10 or (mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG)):
        raise refusal("link", name=shown(name))
    if member.flag_bits & 0x41:
        raise refusal("locked")
    if member.compress_type not in PACKED:
        raise refusal("unknown", name=shown(name))


def _check_size(member: ZipInfo) -> None:
    most = next((most for pattern, most in MEMBERS if pattern.fullmatch(member.orig_filename)), None)
    if most is None:
        raise refusal("unknown", name=shown(member.orig_filename))
    if member.file_size > most or member.file_size > max(member.compress_size, 1) * MOST_RATIO + 1024:
        raise refusal("unpacks-too-big")
    if declares_less_than_it_holds(member):
        raise refusal("cut-off")


def _check_places(members: list[ZipInfo], end: int) -> None:
    """One after the other, from the first byte on; parts that share bytes unpack to more than there is."""
    free = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < free:
            raise refusal("overlap")
        free = member.header_offset + 30 + len(member.orig_filename.encode()) + member.compress_size
    if free > end:
        raise refusal("overlap")


def _check_sums(archive: Archive) -> None:
    manifest = archive.read_json(MANIFEST)
    if manifest.get("format") != FORMAT:
        raise refusal("not-a-course")
    if manifest.get("version") != VERSION:
        raise refusal("newer")
    members = manifest.get("members")
    if not isinstance(members, dict):
        raise refusal("unreadable")
    for name in sorted(archive.names - {MANIFEST} - members.keys()):
        raise refusal("unknown", name=shown(name))
    for name, told in sorted(members.items()):
        content = archive.read(name)
        if told != {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}:
            raise refusal("checksum", name=shown(name))
