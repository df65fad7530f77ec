"""What is no photo is refused with one sentence, and nothing of it is kept."""

import json
import os
import subprocess
import sys
import zlib
from struct import pack

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation

from media.intake import clean_picture
from media.models import Picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def png_of(width: int, height: int) -> bytes:
    """A real PNG of one colour: some hundred kilobytes, however large its picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(b"\0" * (width * 3 + 1)) for _ in range(height)) + packer.flush()
    header = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def refusal(content: bytes, name: str = "photo.jpg") -> str:
    with pytest.raises(ValidationError) as caught:
        clean_picture(ContentFile(content), name)
    assert len(caught.value.messages) == 1
    assert caught.value.messages[0].endswith(".")
    return caught.value.code


@pytest.mark.parametrize("name", ["photo.jpg", "photo.svg", "photo.png"])
@pytest.mark.parametrize(
    "content", [SVG, b"\xef\xbb\xbf <html><script>1</script>", b"<svg/>", b"PK\x03\x04", b"\0" * 999]
)
def test_s08_svg_html_and_other_things_are_no_pictures(content, name):
    assert refusal(content, name) == "not-a-picture"


def test_picture_with_the_wrong_ending_is_named_for_what_it_is(photo):
    with pytest.raises(ValidationError, match=r"ends in \.jpg, but inside is PNG"):
        clean_picture(ContentFile(photo(format_="PNG")), "photo.jpg")


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_picture_without_an_ending_is_taken_for_what_it_is(photo):
    assert clean_picture(ContentFile(photo()), "mmexport1700000000").name.endswith(".jpg")


@pytest.mark.parametrize("name", ["photo.exe", "photo.jpg.html"])
def test_picture_with_a_foreign_ending_is_refused(photo, name):
    assert refusal(photo(), name) == "wrong-ending"


@pytest.mark.parametrize(
    "rider", [b"<script>alert(1)</script>", b"<!DOCTYPE html><p>", b"<?php system(1);", b"%PDF-1.7"]
)
def test_polyglot_is_refused(photo, rider):
    assert refusal(photo() + rider) == "hidden"
    assert refusal(photo(format_="GIF", mode="P", comment=rider), "a.gif") == "hidden"


def test_rider_across_two_chunks_is_found(photo):
    padding = b"\0" * (256 * 1024 - len(photo()) - 4)
    assert refusal(photo() + padding + b"<script>") == "hidden"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
@pytest.mark.parametrize(("format_", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_r25_upload_cut_on_the_way_is_refused(noise, photo, part, format_, ending):
    whole = noise(600, 400) if format_ == "JPEG" else photo(format_=format_)
    assert refusal(whole[: int(len(whole) * part)], f"a.{ending}") in ("damaged", "not-a-picture")


def test_r25_wrong_checksum_is_refused(photo):
    content = bytearray(photo(format_="PNG"))
    content[60] ^= 0xFF
    assert refusal(bytes(content), "a.png") == "damaged"


def test_file_of_more_than_twelve_megabytes_is_refused():
    assert refusal(b"\0" * (12 * 1024 * 1024 + 1)) == "too-big"


def test_s10_picture_of_120_megapixels_is_refused_before_it_is_unpacked():
    with pytest.raises(ValidationError, match="120 million points; we can take 25 million"):
        clean_picture(ContentFile(png_of(12_000, 10_000)), "bomb.png")


def test_s10_picture_of_400_megapixels_is_refused_before_it_is_unpacked():
    assert refusal(png_of(20_000, 20_000), "bomb.png") == "too-many-pixels"


def test_smallest_picture_is_taken(photo):
    assert clean_picture(ContentFile(photo(size=(1, 1))), "a.jpg").size > 0


def test_full_disk_is_said_in_a_sentence(photo, monkeypatch):
    monkeypatch.setattr("media.intake.ROOM_TO_LEAVE", 1 << 62)
    assert refusal(photo()) == "no-room"


def test_memory_stays_flat():
    """A photo of 24 megapixels in a process of its own: by how many kilobytes its memory grows."""
    script = (
        "import django; django.setup()\n"
        "from io import BytesIO; from pathlib import Path; from PIL import Image\n"
        "from django.core.files.base import ContentFile; from media.intake import clean_picture\n"
        "told = lambda name: next(int(line.split()[1]) for line in Path('/proc/self/status').open() if name in line)\n"
        "before = told('VmRSS')\n"
        "out = BytesIO(); Image.new('L', (6000, 4000)).convert('RGB').save(out, 'JPEG'); content = out.getvalue()\n"
        "del out; clean_picture(ContentFile(content), 'a.jpg')\n"
        # Of this program alone: what getrusage tells begins at the size of the process that started it.
        "print(told('VmHWM') - before)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment())
    assert int(done.stdout) < 160_000


def environment() -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test", "PYTHONPATH": "site:."}


def test_body_of_a_gigabyte_is_refused_before_it_is_read(client):
    """A liar would only be cut off at the length that he told."""
    head = {"CONTENT_LENGTH": str(1 << 30), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    response = client.post("/accounts/login/", b"", content_type=head["CONTENT_TYPE"], **head)
    assert response.status_code in (400, 413)


@pytest.mark.django_db
def test_refusal_reaches_the_trainer_and_leaves_nothing(trainer, upload, uploads):
    response = trainer.post(
        reverse("wagtailimages:add_multiple"), {"files[]": upload(SVG, "drawing.svg"), "child": "no"}
    )
    answer = json.loads(response.content)
    assert answer["success"] is False
    assert answer["error_message"]
    assert not Picture.objects.exists()
    assert not [path for path in uploads.rglob("*") if path.is_file()]
