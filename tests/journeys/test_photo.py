"""A trainer takes a photo with her phone and puts it into a lesson; villagers load something small and bare."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, Response

from tests import editor

pytestmark = pytest.mark.hard

UPRIGHT = 6  # EXIF: the sensor lay on its side, turn by 90° to see it right
ORIENTATION, GPS = 0x0112, 0x8825


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """12 megapixels, lying on its side, red at what is the top of the upright picture, with the place of taking."""
    image = Image.effect_noise((4000, 3000), 20).convert("RGB")
    image.paste((200, 30, 30), (0, 0, 1000, 3000))
    exif = Image.Exif()
    exif[ORIENTATION] = UPRIGHT
    exif.get_ifd(GPS).update({1: "N", 2: (26.0, 7.0, 48.0), 3: "E", 4: (106.0, 39.0, 29.0)})
    path = tmp_path / "IMG_20261123.jpg"
    image.save(path, quality=80, exif=exif)
    return path


@pytest.fixture
def pictures(phone: Page) -> list[Response]:
    """What the phone loads from the folder of prepared photos."""
    loaded: list[Response] = []
    phone.on("response", lambda response: "/uploads/prepared/" in response.url and loaded.append(response))
    return loaded


def open_with_photo(phone: Page, title: str) -> None:
    """The lesson, once the worker has prepared the photo of its first card; until then a frame holds its place."""
    phone.goto("/zh-hans/")
    phone.locator("a.row", has_text=title).click()
    for _ in range(30):
        if phone.locator(".step:visible picture img").count():
            break
        phone.wait_for_timeout(1000)
        phone.reload()
    phone.wait_for_load_state("networkidle")


def assert_upright(image: Image.Image) -> None:
    assert image.height > image.width
    red, green, _ = image.convert("RGB").getpixel((image.width // 2, image.height // 10))
    assert red > 150 > green


def assert_bare(folder: Path) -> None:
    photos = [path for path in folder.rglob("*") if path.suffix in (".jpg", ".webp", ".avif")]
    assert len(photos) > 6
    for path in photos:
        with Image.open(path) as image:
            assert not image.getexif(), path.name
            assert b"Exif" not in path.read_bytes()


def test_photo_from_a_phone_is_small_upright_and_bare(trainer: Page, phone: Page, photo: Path, pictures, server):
    editor.upload_picture(trainer, photo, title="院坝里晒的辣椒")
    editor.open_lesson(trainer, "打包鲜果")
    card = trainer.locator("#cards-root [data-streamfield-child]").first
    editor.change_picture(trainer, card, title="院坝里晒的辣椒")
    editor.publish(trainer)
    open_with_photo(phone, "打包鲜果")
    [loaded] = pictures
    assert loaded.headers["content-type"] in ("image/avif", "image/webp")
    assert len(loaded.body()) <= 30_000
    assert_upright(Image.open(BytesIO(loaded.body())))
    assert_bare(server.data_dir / "uploads")
