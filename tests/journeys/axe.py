"""What axe-core finds on the page that is open: barriers for people who see, hear or move less."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SOURCE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# At night only the colours are others, and they know no language.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def barriers(page: Page) -> list[str]:
    """Each barrier with the elements that have it, by day and, in Chinese, by night. The page is not loaded again."""
    looks = [("light", EVERYTHING), ("dark", COLOURS)]
    if page.evaluate("document.documentElement.lang") == "en":
        looks.pop()
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    found = []
    for scheme, options in looks:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {_told(violation)}" for violation in page.evaluate("axe.run", options)["violations"]]
    page.emulate_media(color_scheme="light")
    return found


def _told(violation: dict) -> str:
    places = [
        f"{node['html'][:120]} ({node['any'][0]['message'] if node['any'] else ''})" for node in violation["nodes"]
    ]
    return f"{violation['id']}: {' | '.join(places[:3])}"
