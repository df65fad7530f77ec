"""Files as a course never was: each made by hand, so that what is wrong with it is in it and nowhere else."""

import hashlib
import json
import stat
import struct
import warnings
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EMPTY = {"source": "zh-hans", "pages": [], "pictures": [], "recordings": [], "translations": {}}
PICTURE = f"pictures/{'a' * 64}.jpg"


def manifest_of(members: dict[str, bytes], **other: object) -> bytes:
    told = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)} for name, content in members.items()
    }
    return json.dumps({"format": "village-shop-course", "version": 1, "members": told, **other}).encode()


def parts(**more: bytes) -> dict[str, bytes]:
    """What is inside an honest file, with more of it if wanted."""
    members = {"course.json": json.dumps(EMPTY).encode(), **more}
    return {**members, "manifest.json": manifest_of(members)}


def packed(path: Path, members: dict[str, bytes], *, method: int = ZIP_STORED) -> Path:
    with ZipFile(path, "w", method) as opened:
        for name, content in members.items():
            opened.writestr(_member(name), content, method)
    return path


def _member(name: str) -> ZipInfo:
    """With exactly this name: Python would mend some of those that we want to see refused."""
    member = ZipInfo("x", (1980, 1, 1, 0, 0, 0))
    member.filename = name
    member.external_attr = 0o600 << 16
    return member


def with_link(path: Path) -> Path:
    with ZipFile(path, "w") as opened:
        for name, content in parts().items():
            opened.writestr(_member(name), content)
        member = _member(PICTURE)
        member.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(member, b"/etc/passwd")
    return path


def with_twice(path: Path, name: str, again: str) -> Path:
    with warnings.catch_warnings(), ZipFile(path, "w") as opened:
        warnings.simplefilter("ignore")
        for one, content in (*parts().items(), (name, b"1"), (again, b"2")):
            opened.writestr(_member(one), content)
    return path


def with_many(path: Path, count: int) -> Path:
    with ZipFile(path, "w") as opened:
        for number in range(count):
            opened.writestr(_member(f"pictures/{number:064x}.jpg"), b"")
    return path


def patched(path: Path, offset: int, layout: str, value: int, *, in_list_of: str) -> Path:
    """The number at `offset` of what the list at the end says of a part is another."""
    content = bytearray(path.read_bytes())
    at = content.rindex(in_list_of.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    struct.pack_into(layout, content, at + offset, value)
    path.write_bytes(content)
    return path


def bomb(path: Path) -> Path:
    """Twelve million noughts in twelve thousand bytes."""
    return packed(path, parts(**{PICTURE: bytes(12_000_000)}), method=ZIP_DEFLATED)


def overlapping(path: Path) -> Path:
    """Two entries of the list that are the same bytes of the file."""
    packed(path, parts(**{PICTURE: b"1" * 500, PICTURE.replace("a", "b"): b"1" * 500}))
    content = path.read_bytes()
    place = content.index(PICTURE.encode()) - 30
    return patched(path, 42, "<L", place, in_list_of=PICTURE.replace("a", "b"))


def lying(path: Path, size: int = 50_000) -> Path:
    """Forty million noughts that say to be a few."""
    packed(path, parts(**{PICTURE: bytes(40_000_000)}), method=ZIP_DEFLATED)
    return patched(path, 24, "<L", size, in_list_of=PICTURE)


def with_larger_end(path: Path) -> Path:
    """Another end before the end, as of a zip that has outgrown the first: Python believes that one."""
    content = packed(path, parts()).read_bytes()
    body, end = content[:-22], content[-22:]
    members, length, place = struct.unpack_from("<HLL", end, 10)
    larger = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, members, members, length, place)
    pointer = struct.pack("<4sLQL", b"PK\6\7", 0, len(body), 1)
    shown = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, members, members, 0, len(body + larger + pointer), 0)
    path.write_bytes(body + larger + pointer + shown)
    return path
