"""Parts of a zip that declare another size than they have."""

import io
import struct
import zipfile

import pytest

from foundation.zip_parts import declares_less_than_it_holds, read_as_declared

BIG = bytes(1024 * 1024)


def opened(content: bytes, *, packing: int = zipfile.ZIP_DEFLATED, says: int | None = None) -> zipfile.ZipFile:
    """A zip of one part; in both of its lists it says to have that many bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", packing) as packed:
        packed.writestr("part", content)
    raw = bytearray(kept.getvalue())
    if says is not None:
        for start, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            struct.pack_into("<L", raw, raw.index(start) + place, says)
    return zipfile.ZipFile(io.BytesIO(bytes(raw)))


def test_honest_part_is_read_whole_and_found_honest():
    for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        archive = opened(b"words" * 900, packing=packing)
        (part,) = archive.infolist()
        assert read_as_declared(archive, part) == b"words" * 900
        assert not declares_less_than_it_holds(part)


def test_bomb_that_declares_little_is_not_unpacked_beyond_it():
    archive = opened(BIG, says=10)
    (part,) = archive.infolist()
    try:
        got = read_as_declared(archive, part)
    except zipfile.BadZipFile:  # its checksum belongs to all of it
        got = b""
    assert len(got) <= 11


@pytest.mark.parametrize(("says", "lies"), [(None, False), (10, True), (len(BIG) - 2000, False), (len(BIG) // 2, True)])
def test_stored_part_that_declares_less_than_it_holds_is_seen(says, lies):
    (part,) = opened(BIG, packing=zipfile.ZIP_STORED, says=says).infolist()
    assert declares_less_than_it_holds(part) is lies
