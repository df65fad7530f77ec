"""`make pictures`: take the pictures of the README again, from a real server on a fresh data folder."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests import browser
from tests.server import ROOT, seed, serving

PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 1.5, "is_mobile": True, "has_touch": True}
LESSON = "/zh-hans/village-shop/packing-and-sending/packing-oranges/"


def main() -> None:
    chromium = browser.find()
    with tempfile.TemporaryDirectory() as folder:
        seeded = Path(folder) / "seeded"
        seed(seeded)
        with serving(seeded, Path(folder) / "copy") as server, sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = opened.new_context(base_url=server.url, **PHONE).new_page()
            take(page, "/zh-hans/", "list")
            page.goto(LESSON)
            page.locator(".step:visible .foot__main").click()
            page.wait_for_load_state("networkidle")
            page.screenshot(path=ROOT / "docs" / "images" / "lesson.png")
            opened.close()


def take(page: Page, address: str, name: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")


if __name__ == "__main__":
    main()
