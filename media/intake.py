"""What happens to a photo before anything is kept of it: checked by its content, turned, made small, stripped bare."""

import hashlib
import shutil
import threading
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()
Image.init()  # all decoders at once: opening with a list of formats loads only a few of them

ROOM_TO_LEAVE = 64 * 1024 * 1024  # bytes that stay free on the disk for everything else

# What may be inside a file with which ending. MPO is what many phones call a JPEG with a second picture in it.
ENDINGS = {
    "JPEG": ("jpg", "jpeg"),
    "MPO": ("jpg", "jpeg"),
    "PNG": ("png",),
    "GIF": ("gif",),
    "WEBP": ("webp",),
    "AVIF": ("avif",),
    "HEIF": ("heic", "heif"),
}
# A photo holds none of these; a file that is a picture and a program at once does.
HIDDEN = (b"<script", b"<!doctype html", b"<?php", b"%pdf-1", b"<foreignobject", b"<iframe")

SENTENCES = {
    "too-big": _(
        "This file is too big (%(size)s). Choose one of at most %(limit)s, or make it smaller on the phone first."
    ),
    "too-many-pixels": _(
        "This picture has %(found)s million points; we can take %(limit)s million. Make it smaller first, or send a "
        "screenshot of it."
    ),
    "not-a-picture": _("This file is not a photo that we can read. Send it as JPG, PNG, WebP or HEIC."),
    "wrong-ending": _("The name ends in .%(ending)s, but inside is %(format)s. Rename the file and send it again."),
    "damaged": _("This photo is damaged or was cut off on the way. Send it again."),
    "hidden": _("Something else is hidden inside this picture. Send a screenshot of it instead."),
    "no-room": _("There is no room left on the server. Tell the person who looks after it."),
}

# Decoding is what needs memory (up to 100 MB); one at a time keeps a whole class that uploads at once within bounds.
_decoding = threading.Lock()


class Fineness(NamedTuple):
    """How much is kept of a photo: pixels of its longest side, quality of the JPEG."""

    longest_side: int
    quality: int


ORIGINAL = Fineness(2560, 88)  # more than any screen we serve, small enough for a village server's disk


class CleanPicture(ContentFile):
    """A JPEG that came out of `clean_picture`; its name is made of its content."""


def clean_picture(content: File, name: str, fineness: Fineness = ORIGINAL) -> CleanPicture:
    """Return the photo upright, in sRGB, as fine as asked for, without EXIF, GPS or any other rider.

    Raises ValidationError with one sentence for the trainer; nothing is kept then.
    """
    if content.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        limit = filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        raise _refusal("too-big", size=filesizeformat(content.size), limit=limit)
    check_room()
    content.seek(0)
    _check_nothing_hidden(content)
    content.seek(0)
    with _decoding:
        return _cleaned(content, name, fineness)


def _cleaned(content: File, name: str, fineness: Fineness) -> CleanPicture:
    try:
        with Image.open(content, formats=[name for name in ENDINGS if name != "MPO"]) as image:
            _check_header(image, name)
            jpeg = _upright_jpeg(image, fineness)
    except ValidationError:
        raise
    except Image.DecompressionBombError:
        raise _refusal("too-many-pixels", found=">100", limit=_limit()) from None
    except Image.UnidentifiedImageError:
        raise _refusal("not-a-picture") from None
    except Exception as error:
        # Decoders fail on hostile input in ways of their own; whatever it was, the photo cannot be used.
        raise _refusal("damaged") from error
    return CleanPicture(jpeg, name=f"{hashlib.sha256(jpeg).hexdigest()[:20]}.jpg")


def _check_header(image: Image.Image, name: str) -> None:
    """Before a single pixel is unpacked."""
    width, height = image.size
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _refusal("too-many-pixels", found=round(width * height / 1_000_000), limit=_limit())
    ending = Path(name).suffix.lower().lstrip(".")
    if ending and ending not in ENDINGS[image.format or ""]:
        raise _refusal("wrong-ending", ending=ending[:10], format="JPEG" if image.format == "MPO" else image.format)


def _upright_jpeg(image: Image.Image, fineness: Fineness) -> bytes:
    profile = image.info.get("icc_profile")
    if image.mode in ("P", "I;16", "I"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    image.thumbnail((fineness.longest_side, fineness.longest_side), Image.Resampling.LANCZOS)
    image.load()
    upright = _in_srgb(_flat(ImageOps.exif_transpose(image)), profile)
    out = BytesIO()
    upright.save(out, "JPEG", quality=fineness.quality, optimize=True, progressive=True, exif=b"", icc_profile=None)
    return out.getvalue()


def _flat(image: Image.Image) -> Image.Image:
    """Transparent becomes white, as on paper."""
    if image.mode in ("RGBA", "LA", "PA"):
        colours = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(colours, mask=colours.getchannel("A"))
        return paper
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            here = ImageCms.ImageCmsProfile(BytesIO(profile))
            there = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, here, there, outputMode="RGB")
            image = converted or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: slightly dull colours are better than no picture
    image = image.convert("RGB")
    image.info.clear()
    return image


def _check_nothing_hidden(content: BinaryIO | File) -> None:
    tail = b""
    while chunk := content.read(256 * 1024):
        window = tail + chunk.lower()
        if any(mark in window for mark in HIDDEN):
            raise _refusal("not-a-picture" if _is_text(window) else "hidden")
        tail = window[-32:]


def _is_text(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def check_room(*, needed: int = 0) -> None:
    """Raises ValidationError when the disk is nearly full, or would be with so many bytes more."""
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(root).free < ROOM_TO_LEAVE + needed:
        raise _refusal("no-room")


def _limit() -> int:
    return settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000


def _refusal(code: str, **words: object) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code, params=words)
