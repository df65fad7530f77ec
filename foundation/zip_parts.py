"""Parts of a zip that somebody sent: read no further than they declare, and caught where they declare too little."""

from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

PACKED = (ZIP_STORED, ZIP_DEFLATED)  # Python unpacks the others without a limit


def declares_less_than_it_holds(part: ZipInfo) -> bool:
    """Packing never makes a part so much larger than it says that it was."""
    return part.compress_size > part.file_size + part.file_size // 100 + 1024


def read_as_declared(opened: ZipFile, part: ZipInfo) -> bytes:
    """The part; at most one byte more than it declares, by which a lie is seen. Raises what `zipfile` raises.

    Never without a number: then all of it is unpacked, whatever size it declares.
    """
    with opened.open(part) as member:
        return member.read(part.file_size + 1)
