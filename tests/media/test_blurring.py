"""What a finger wiped over is gone from the photo for good; everything else stays."""

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from tests.media.photo_pages import asked, jpeg, opened, picture

SIZE = (640, 480)


@pytest.fixture
def page(browser):
    with browser.new_context() as context:
        yield opened(context, "upright", "blurring")


def stripes() -> Image.Image:
    """Black and white by turns, four pixels wide: fine detail everywhere."""
    image = Image.new("RGB", SIZE, "white")
    for left in range(0, SIZE[0], 8):
        image.paste((0, 0, 0), (left, 0, left + 4, SIZE[1]))
    return image


def detail(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """The widest span of brightness within a box."""
    darkest, brightest = image.convert("L").crop(box).getextrema()
    return brightest - darkest


def opens(page: Page, photo: bytes) -> None:
    page.evaluate("window.whole = file => { window.result = blurring.open(file); return null; }")
    asked(page, "whole", photo)
    page.locator(".blurring canvas").wait_for()


def result(page: Page) -> object:
    page.evaluate("window.given = () => window.result")
    return asked(page, "given", b"")


def wipe(page: Page, *ways: tuple[tuple[float, float], tuple[float, float]]) -> None:
    """From here to there, as parts of the picture's width and height."""
    box = page.locator(".blurring canvas").bounding_box() or pytest.fail("no canvas")
    for start, end in ways:
        for step, place in enumerate((start, end)):
            page.mouse.move(box["x"] + place[0] * box["width"], box["y"] + place[1] * box["height"])
            if not step:
                page.mouse.down()
        page.mouse.up()


def press(page: Page, does: str) -> None:
    page.locator(f".blurring [data-does={does}]").click()


def test_photo_that_cannot_be_read_is_refused(page):
    assert asked(page, "blurring.open", b"no photo") == "refused: unreadable"


def test_what_was_wiped_over_is_gone_and_the_rest_is_as_it_was(page):
    opens(page, jpeg(stripes(), quality=95))
    wipe(page, ((0.2, 0.3), (0.4, 0.3)), ((0.2, 0.4), (0.4, 0.4)))
    press(page, "done")
    made = picture(result(page))
    assert made.size == SIZE
    assert detail(made, (140, 150, 250, 190)) < 40
    assert detail(made, (400, 100, 600, 400)) > 200


@pytest.mark.hard
def test_two_photos_that_differ_only_under_the_finger_cannot_be_told_apart(page):
    """Only the mean colour of each cell is left."""
    made = []
    for shift in (0, 4):
        opens(page, jpeg(ImageChops.offset(stripes(), shift, 0), quality=95))
        wipe(page, *(((0.1, row / 20), (0.9, row / 20)) for row in range(2, 19)))
        press(page, "done")
        made.append(picture(result(page)).convert("L").crop((100, 80, 540, 400)))
    assert ImageChops.difference(*made).getextrema()[1] < 24


@pytest.mark.hard
def test_finger_wipes_as_a_mouse_does(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = opened(context, "upright", "blurring")
    opens(page, jpeg(stripes(), quality=95))
    box = page.locator(".blurring canvas").bounding_box() or pytest.fail("no canvas")
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    press(page, "done")
    assert detail(picture(result(page)), (300, 220, 340, 260)) < 40
    context.close()


def test_changed_her_mind_gives_nothing_and_the_page_is_back(page):
    opens(page, jpeg(stripes()))
    wipe(page, ((0.2, 0.2), (0.6, 0.6)))
    press(page, "cancel")
    assert result(page) is None
    assert page.locator(".blurring").count() == 0
    opens(page, jpeg(stripes()))
    page.keyboard.press("Escape")
    assert result(page) is None


@pytest.mark.hard
def test_nothing_wiped_cannot_be_kept_as_if_it_were(page):
    opens(page, jpeg(stripes()))
    assert page.locator("[data-does=done]").is_disabled()
    wipe(page, ((0.2, 0.2), (0.6, 0.6)))
    press(page, "again")
    assert page.locator("[data-does=done]").is_disabled()
