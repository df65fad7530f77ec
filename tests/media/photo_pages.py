"""A page with the scripts that make photos small, upright and unrecognisable; photos drawn for it."""

import base64
from io import BytesIO
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override
from PIL import Image
from playwright.sync_api import BrowserContext, Page

SITE = "http://school.example"
HTML = """<!DOCTYPE html><html lang="zh-Hans"><meta name="viewport" content="width=device-width">
<style>%s</style><body>%s%s"""
RED, BLUE = (220, 30, 30), (30, 30, 220)
# Gives a script's bytes to the browser and takes a photo's back.
CALL = """async ([photo, call]) => {
  const bytes = Uint8Array.from(atob(photo), letter => letter.charCodeAt(0));
  const file = new File([bytes], "photo.jpg", { type: "image/jpeg" });
  try {
    const made = await call_it(call, file);
    if (!made) return made;
    const text = await new Promise(done => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsDataURL(made);
    });
    return text;
  } catch (why) { return "refused: " + why.message; }
  function call_it(name, file) { return name.split(".").reduce((thing, key) => thing[key], window)(file); }
}"""


def opened(context: BrowserContext, *scripts: str) -> Page:
    """The scripts (of media) on a page of plain http."""
    style = Path(finders.find("phone/css/blurring.css") or "").read_text()
    sources = (Path(finders.find(f"media/{name}.js") or "").read_text() for name in scripts)
    with override("zh-hans"):
        words = render_to_string("media/blurring.html")
    body = HTML % (style, words, "".join(f"<script>{source}</script>" for source in sources))
    context.route("**/*", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=body))
    page = context.new_page()
    page.goto(f"{SITE}/page/")
    return page


def jpeg(image: Image.Image, *, turned: int = 1, **more: object) -> bytes:
    """With what a camera writes beside the picture: how it was held, and where."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif.get_ifd(0x8825)[1] = "N"
    file = BytesIO()
    image.save(file, "JPEG", exif=exif, **more)
    return file.getvalue()


def two_halves(width: int = 400, height: int = 200) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    return image


def asked(page: Page, call: str, photo: bytes) -> bytes | str | None:
    """What the call made of it: a photo, the word of a refusal, or nothing."""
    said = page.evaluate(CALL, [base64.b64encode(photo).decode(), call])
    return base64.b64decode(said.partition(",")[2]) if said and said.startswith("data:") else said


def picture(made: object) -> Image.Image:
    assert isinstance(made, bytes), made
    return Image.open(BytesIO(made))
