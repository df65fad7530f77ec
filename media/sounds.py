"""What happens to a recording before anything is kept of it: checked by its content, bared of riders, measured."""

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from tinytag import TinyTag, TinyTagException

LARGEST = 1_000_000  # bytes; ninety seconds at the rate below are 270,000
LONGEST = 90  # seconds; a card is said in twenty
HEAVY = 3_000  # bytes a second: above it, twenty seconds cost more than 60 kB
LIGHT = 10_000  # bytes; a word or two, where most of it is the frame around the sound

TRACK_KIND = re.compile(rb"hdlr.{8}(vide|soun)", re.S)  # in an M4A

SENTENCES = {
    "too-big": _("This recording is too big (%(size)s). Save it as MP3 or M4A, mono, 24 kbit/s, and send that."),
    "too-long": _("This recording is %(seconds)s seconds long; %(limit)s is the most. Say it in two cards."),
    "not-a-recording": _("This is not a recording that every phone can play. Save it as MP3, M4A, Ogg Opus or WAV."),
    "video": _("There is a film or a picture in this file. Save only its sound, as MP3 or M4A."),
    "damaged": _("This recording is damaged or was cut off on the way. Send it again."),
    "no-room": _("There is no room left on the server. Tell the person who looks after it."),
}


@dataclass(frozen=True)
class Sound:
    """A recording that was looked at: what of it is kept, and how long it lasts."""

    content: bytes
    ending: str
    mime: str
    seconds: float

    @property
    def is_heavy(self) -> bool:
        """More than 60 kB for twenty seconds: it can be kept, but she pays for it."""
        return len(self.content) > max(self.seconds * HEAVY, LIGHT)


def checked_sound(content: bytes) -> Sound:
    """The recording without anything that rode along: names, pictures, the place where the phone was.

    Raises ValidationError with one sentence for the trainer.
    """
    if len(content) > LARGEST:
        raise refusal("too-big", size=filesizeformat(len(content)))
    ending, mime, bared = _kind_of(content)
    try:
        bare = bared(content)
        tag = TinyTag.get(f"sound.{ending}", BytesIO(bare), tags=False)
    except ValidationError:
        raise
    except (TinyTagException, struct.error, ValueError, IndexError, KeyError, OSError, RecursionError) as error:
        raise refusal("damaged") from error
    if not tag.duration or tag.duration < 0.1:
        raise refusal("damaged")
    if tag.duration > LONGEST:
        raise refusal("too-long", seconds=round(tag.duration), limit=LONGEST)
    return Sound(bare, ending, mime, round(tag.duration, 1))


def refusal(code: str, **words: object) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code, params=words)


def _kind_of(content: bytes) -> tuple[str, str, Callable[[bytes], bytes]]:
    """Ending, type and what takes riders off, by what is inside and not by the name."""
    if content[:3] == b"ID3" or _is_mp3_frame(content):
        return "mp3", "audio/mpeg", _bare_mp3
    if content[4:8] == b"ftyp":
        return "m4a", "audio/mp4", _bare_m4a
    if content[:4] == b"OggS" and b"OpusHead" in content[:64]:
        return "ogg", "audio/ogg", _bare_ogg
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "wav", "audio/wav", _bare_wav
    raise refusal("not-a-recording")


def _is_mp3_frame(content: bytes) -> bool:
    """Eleven bits of a frame's beginning, and layer III."""
    return len(content) > 1 and content[0] == 0xFF and content[1] & 0xE6 == 0xE2


def _bare_mp3(content: bytes) -> bytes:
    """Without the tags before and behind the sound."""
    at = 0
    while content[at : at + 3] == b"ID3":  # counted, not cut off: a hostile file has a hundred thousand of them
        size = 0
        for seven_bits in content[at + 6 : at + 10]:
            size = size << 7 | seven_bits & 0x7F
        at += 10 + size
        while content[at : at + 1] == b"\0":
            at += 1
    content = content[at:]
    if content[-128:-125] == b"TAG":
        content = content[:-128]
    if not _is_mp3_frame(content):
        raise refusal("damaged")
    return content


def _bare_wav(content: bytes) -> bytes:
    """Only plain samples and what they mean; recorders add chunks with names and places."""
    chunks, at = {}, 12
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        chunks[name] = content[at + 8 : at + 8 + size]
        if name == b"data" and len(chunks[name]) < size:
            raise refusal("damaged")
        at += 8 + size + size % 2
    kind, samples = chunks[b"fmt "], chunks[b"data"]
    if struct.unpack_from("<H", kind)[0] not in (1, 0xFFFE):
        raise refusal("not-a-recording")
    body = b"".join(struct.pack("<4sI", name, len(one)) + one for name, one in ((b"fmt ", kind), (b"data", samples)))
    return struct.pack("<4sI4s", b"RIFF", 4 + len(body), b"WAVE") + body


def _bare_m4a(content: bytes) -> bytes:
    """Riders are blanked where they stand, since other parts count bytes from the beginning."""
    bare = bytearray(content)
    if {b"moov", b"mdat"} - {name for name, _at, _end in _boxes(bare, 0, len(bare))}:
        raise refusal("damaged")
    _blank(bare, 0, len(bare), inside=[b"moov", b"trak"])
    kinds = set(TRACK_KIND.findall(bare))
    if kinds != {b"soun"}:
        raise refusal("video" if b"vide" in kinds else "damaged")
    return bytes(bare)


def _boxes(content: bytearray, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, beginning and end of each box; one that ends behind the file says that it was cut off."""
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", content, at)
        if size < 8 or at + size > end:
            raise refusal("damaged")
        yield name, at, at + size
        at += size


def _blank(content: bytearray, start: int, end: int, inside: list[bytes]) -> None:
    """Riders of the file, of its `moov`, of each `trak` in that; no deeper, however deep a hostile file goes."""
    for name, at, until in _boxes(content, start, end):
        if name in (b"udta", b"meta", b"uuid"):
            content[at + 4 : at + 8] = b"free"
            content[at + 8 : until] = bytes(until - at - 8)
        elif inside and name == inside[0]:
            _blank(content, at + 8, until, inside[1:])


def _bare_ogg(content: bytes) -> bytes:
    """With empty tags; every other page as it was, and whole."""
    pages = list(_ogg_pages(content))
    for number, (head, body) in enumerate(pages):
        if body.startswith(b"OpusTags"):
            if head[-1] == 255:
                raise refusal("video")  # they go on in the next page, so they hold a picture
            pages[number] = _ogg_page(head[:22], b"OpusTags" + bytes(8))
            break
    return b"".join(head + body for head, body in pages)


def _ogg_pages(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Head (with the lengths of its pieces) and body of each page."""
    at = 0
    while at < len(content):
        body = at + 27 + content[at + 26]
        end = body + sum(content[at + 27 : body])
        if content[at : at + 4] != b"OggS" or end > len(content):
            raise refusal("damaged")
        yield content[at:body], content[body:end]
        at = end


def _ogg_page(beginning: bytes, body: bytes) -> tuple[bytes, bytes]:
    """A page of one short packet, with the sum that players check."""
    lengths = bytes([1, len(body)])
    total = 0
    for byte in beginning + bytes(4) + lengths + body:
        total ^= byte << 24
        for _bit in range(8):
            total = (total << 1 ^ (0x04C11DB7 if total & 0x80000000 else 0)) & 0xFFFFFFFF
    return beginning + struct.pack("<I", total) + lengths, body
