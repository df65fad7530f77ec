"""What is no recording is refused with one sentence that says what to do, and nothing of it is kept."""

import struct

import pytest
from django.core.exceptions import ValidationError

from media.models import Recording
from media.services import find_or_make_track, keep_recording
from media.sounds import LARGEST, checked_sound
from tests.tones import FOLDER, tone

MP3, M4A, OGG = ((FOLDER / f"high.{ending}").read_bytes() for ending in ("mp3", "m4a", "ogg"))


def a_box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content


def a_film() -> bytes:
    kind = a_box(b"hdlr", bytes(8) + b"vide" + bytes(12))
    return a_box(b"ftyp", b"isom") + a_box(b"moov", a_box(b"trak", a_box(b"mdia", kind))) + a_box(b"mdat", b"0")


def refusal(content: bytes) -> str:
    with pytest.raises(ValidationError) as caught:
        checked_sound(content)
    assert len(caught.value.messages) == 1
    return caught.value.code


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"<html>", b"\x89PNG\r\n\x1a\n", b"#!AMR\n" + bytes(99), b"OggS" + bytes(99), b"\xff\xf1" + bytes(99),
     b"\x1aE\xdf\xa3webm", b"MZ" + bytes(999), "录音".encode()],
)  # fmt: skip
def test_what_not_every_phone_plays_is_refused(content):
    assert refusal(content) == "not-a-recording"


@pytest.mark.parametrize(
    "content",
    [b"ID3\4\0\0\x7f\x7f\x7f\x7f", b"ID3", b"\xff\xfb", M4A[:-100], M4A[:30], OGG[:-1], OGG[:60], tone()[:-1],
     tone()[:30], b"RIFF\0\0\0\0WAVE", a_box(b"ftyp", b"M4A "), b"\0\0\0\0ftyp", M4A.replace(b"soun", b"zzzz")],
)  # fmt: skip
def test_recording_that_was_cut_off_or_broken_is_refused(content):
    assert refusal(content) == "damaged"


def boxes_in_boxes(name: bytes, how_deep: int) -> bytes:
    heads = (struct.pack(">I4s", 8 * (how_deep - n), name) for n in range(how_deep))
    return b"".join(heads)


@pytest.mark.parametrize(
    "content",
    [a_box(b"ftyp", b"M4A ") + boxes_in_boxes(b"moov", 50_000) + a_box(b"mdat", b"0"),
     a_box(b"ftyp", b"M4A ") + a_box(b"moov", boxes_in_boxes(b"trak", 50_000)) + a_box(b"mdat", b"0"),
     b"ID3\4\0\0\0\0\0\0" * 99_999, b"ID3\4\0\0\0\0\0\0" + bytes(900_000)],
)  # fmt: skip
def test_hostile_depth_or_length_is_refused_like_any_other_damage(content):
    assert refusal(content) == "damaged"


def test_film_is_refused():
    assert refusal(a_film()) == "video"


def test_recording_of_a_lecture_is_refused():
    assert refusal(MP3[:300] + MP3[300:].replace(b"ID3", b"") * 150) == "too-long"
    assert refusal(tone(rate=50, seconds=91)) == "too-long"


def test_file_of_more_than_a_million_bytes_is_not_even_looked_at():
    assert refusal(bytes(LARGEST + 1)) == "too-big"


def test_silence_of_no_length_is_refused():
    assert refusal(tone(seconds=0.01)) == "damaged"


def test_compressed_wav_is_refused():
    alaw = bytearray(tone())
    alaw[20:22] = b"\6\0"
    assert refusal(bytes(alaw)) == "not-a-recording"


@pytest.mark.parametrize("content", [MP3, M4A, OGG, tone()], ids=["mp3", "m4a", "ogg", "wav"])
def test_flipped_byte_is_taken_or_refused_and_never_an_accident(content):
    refused = set()
    for position in range(400):
        flipped = bytearray(content)
        flipped[position] ^= 0xFF
        try:
            checked_sound(bytes(flipped))
        except ValidationError as refusal:
            refused.add(refusal.code)
    assert {"not-a-recording"} <= refused <= {"damaged", "not-a-recording", "too-long", "video"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "subject", ["", "card:", "card", "song:1", "card:1:2", "card:../x", "option:1", "Card:1", "x" * 200]
)
def test_recording_of_nothing_is_refused(uploads, subject):
    track = find_or_make_track(language="zh")
    with pytest.raises(ValidationError):
        keep_recording(track=track, subject=subject, words="", content=MP3)
    assert not Recording.objects.exists()
    assert not (uploads / "recordings").exists()
