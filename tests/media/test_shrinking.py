"""A photo is small before it leaves the phone, stands upright, and says nothing of where it was taken."""

import random
from io import BytesIO

import pytest
from PIL import Image

from tests.media.photo_pages import asked, jpeg, opened, picture, two_halves

# Where red lies once the picture stands as its camera was held: left, right, above or below.
STANDS = {1: "left", 2: "right", 3: "right", 4: "left", 5: "above", 6: "above", 7: "below", 8: "below"}


@pytest.fixture(scope="module")
def page(browser):
    with browser.new_context() as context:
        yield opened(context, "upright", "shrinking")


def where_red_lies(image: Image.Image) -> str:
    width, height = image.size
    places = {"left": (5, height // 2), "right": (width - 5, height // 2)}
    if height > width:
        places = {"above": (width // 2, 5), "below": (width // 2, height - 5)}
    pixels = {name: image.convert("RGB").getpixel(place) for name, place in places.items()}
    return next(name for name, pixel in pixels.items() if pixel[0] > 150 > pixel[2])


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


def with_xmp(photo: bytes) -> bytes:
    """As many phones write it: a second segment of the same kind after Exif."""
    first = photo.index(b"\xff\xe1")
    after = first + 2 + int.from_bytes(photo[first + 2 : first + 4])
    words = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"
    return photo[:after] + b"\xff\xe1" + (len(words) + 2).to_bytes(2) + words + photo[after:]


BROKEN = {
    "empty": b"",
    "words": b"no photo",
    "cut": jpeg(two_halves())[:90],
    "a segment without an end": b"\xff\xd8\xff\xe1",
    "only fill": b"\xff\xd8" + b"\xff" * 90,
}


@pytest.mark.parametrize("photo", BROKEN.values(), ids=BROKEN)
def test_what_is_no_photo_is_refused(page, photo):
    assert asked(page, "shrinking.shrink", photo) == "refused: unreadable"


def test_photo_stands_upright_however_the_phone_was_held(page):
    found = {turned: picture(asked(page, "shrinking.shrink", jpeg(two_halves(), turned=turned))) for turned in STANDS}
    assert {turned: where_red_lies(image) for turned, image in found.items()} == STANDS
    assert found[6].size == (200, 400)


def test_what_else_the_phone_wrote_after_it_does_not_lay_it_on_its_side(page):
    photo = with_xmp(jpeg(two_halves(), turned=6))
    made = asked(page, "shrinking.shrink", photo)
    assert where_red_lies(picture(made)) == "above"
    assert b"adobe" not in made


def test_webp_stands_upright_too(page):
    file, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6
    two_halves().save(file, "WEBP", exif=exif)
    assert where_red_lies(picture(asked(page, "shrinking.shrink", file.getvalue()))) == "above"


def test_nothing_is_left_of_what_the_camera_wrote_beside_it(page):
    made = asked(page, "shrinking.shrink", jpeg(two_halves(), turned=6, comment=b"Haohuahong"))
    assert not picture(made).getexif()
    assert b"Exif" not in made
    assert b"Haohuahong" not in made


@pytest.mark.hard
def test_large_photo_is_made_small(page):
    made = asked(page, "shrinking.shrink", jpeg(two_halves(4000, 3000)))
    assert picture(made).size == (1280, 960)


@pytest.mark.hard
def test_photo_that_stays_heavy_gets_smaller_still(page):
    made = asked(page, "shrinking.shrink", jpeg(noise(1600, 1200), quality=95))
    assert picture(made).size == (800, 600)


@pytest.mark.hard
def test_small_photo_is_not_made_larger(page):
    assert picture(asked(page, "shrinking.shrink", jpeg(two_halves(90, 60)))).size == (90, 60)


def test_what_is_see_through_becomes_paper(page):
    from_png = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    file = BytesIO()
    from_png.save(file, "PNG")
    assert picture(asked(page, "shrinking.shrink", file.getvalue())).getpixel((20, 20)) > (250, 250, 250)
