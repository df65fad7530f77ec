"""Photos as phones make them, drawings, and a trainer at the editor's door."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image, ImageDraw

from media import tasks  # noqa: F401 - registers the job as a worker does
from tests.staff import let_into_all_pictures, made_trainer

GPS = 0x8825
ORIENTATION = 0x0112
MAKER = 0x010F

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 208" fill="none"><title>橙子</title>'
    '<defs><g id="o"><circle r="20" fill="#e5762a"/></g></defs><use href="#o" x="40" y="40"/></svg>'
)


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path: Path) -> Path:
    """MEDIA_ROOT, a folder of this test's own, and a cache that remembers no other test's files."""
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": str(tmp_path / "cache")}}
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


def photo_bytes(*, size=(1200, 900), format_="JPEG", mode="RGB", orientation: int | None = None, **options) -> bytes:
    """A photo whose upper left quarter is red and the rest blue, with the place of taking if it has an orientation."""
    image = Image.new(mode, size, "blue")
    ImageDraw.Draw(image).rectangle([0, 0, size[0] // 2, size[1] // 2], fill="red")
    if orientation:
        exif = image.getexif()
        exif[ORIENTATION], exif[MAKER] = orientation, "Phone of Yang"
        exif.get_ifd(GPS).update({1: "N", 2: (26.0, 7.0, 55.2), 3: "E", 4: (106.0, 39.0, 27.0)})
        options["exif"] = exif
    out = BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


@pytest.fixture
def photo() -> Callable[..., bytes]:
    return photo_bytes


@pytest.fixture
def noise() -> Callable[[int, int], bytes]:
    """The hardest photo there is: every point of its own colour."""

    def make(width: int, height: int) -> bytes:
        out = BytesIO()
        Image.effect_noise((width, height), 90).convert("RGB").save(out, "JPEG", quality=90)
        return out.getvalue()

    return make


@pytest.fixture
def drawing(tmp_path: Path) -> Callable[..., Path]:
    """An SVG file with the given text, by default an orange."""

    def write(text: str = DRAWING, name: str = "orange.svg") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def upload() -> Callable[..., SimpleUploadedFile]:
    def make(content: bytes, name: str = "IMG_2026.jpg") -> SimpleUploadedFile:
        return SimpleUploadedFile(name, content, "image/jpeg")

    return make


@pytest.fixture
def trainer(client: Client, db: None) -> Client:
    """Trainer Wei, signed in with both factors."""
    user = get_user_model().objects.create_user("wei")
    return signed_in(client, made_trainer(let_into_all_pictures(user)))


@pytest.fixture
def door() -> Callable[..., Client]:
    """`door(client, user)` lets anyone in with both factors."""
    return signed_in


def signed_in(client: Client, user) -> Client:
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
    session.save()
    return client
