"""Writing the file: the same course gives the same bytes, whenever and wherever it is saved."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.core.serializers.json import DjangoJSONEncoder

from courses.carrying.archive import COURSE, FORMAT, MANIFEST, VERSION

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can name: when it was saved is not written down
PACKED = (".json", ".svg", ".wav")  # the others are packed in themselves


def write_archive(out: BinaryIO, *, course: dict, files: Iterable[tuple[str, Path]]) -> None:
    """`files` by their names inside; each is read once and never held beside another."""
    members: dict[str, dict] = {}
    with ZipFile(out, "w") as opened:
        _write(opened, COURSE, as_json(course), members)
        for name, path in sorted(files):
            _write(opened, name, path.read_bytes(), members)
        _write(opened, MANIFEST, as_json({"format": FORMAT, "version": VERSION, "members": members}), {})


def as_json(told: object) -> bytes:
    """One way of writing it only, so that what is equal has equal bytes."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1, cls=DjangoJSONEncoder).encode()


def _write(opened: ZipFile, name: str, content: bytes, members: dict[str, dict]) -> None:
    member = ZipInfo(name, FIRST_DAY)
    member.external_attr = 0o600 << 16
    opened.writestr(member, content, ZIP_DEFLATED if name.endswith(PACKED) else ZIP_STORED)
    members[name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
