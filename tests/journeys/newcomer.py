"""Somebody who sees the editor for the first time: she finds things by their words alone, and her time is counted.

What stands on a new screen is read once, every press is a move of the hand, every Chinese character three keys.
"""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

PRESS = 1.2  # seconds until the hand is there
KEYS = 3.0  # a second
KEYS_OF_A_CHARACTER = 3  # by pinyin
READ = 4.0  # characters a second
HAN = re.compile(r"[\u3400-\u9fff]")
PATIENCE = 60_000


@dataclass
class Newcomer:
    desk: Page
    presses: int = 0
    keys: int = 0
    read: int = 0
    spoken: float = 0.0
    _seen: set[str] = field(default_factory=set)

    @property
    def seconds(self) -> float:
        return self.presses * PRESS + self.keys / KEYS + self.read / READ + self.spoken

    def told(self) -> str:
        minutes, seconds = divmod(round(self.seconds), 60)
        spent = f"{self.presses} presses, {self.keys} keys, {self.read} characters read, {self.spoken:.0f} s spoken"
        return f"{spent}: {minutes} min {seconds} s"

    def press(self, what: Locator) -> None:
        self.presses += 1
        what.click(timeout=PATIENCE)

    def type(self, where: Locator, words: str) -> None:
        """One press into the field; what stood in it is marked and replaced."""
        self.presses += 1
        self.keys += sum(KEYS_OF_A_CHARACTER if HAN.match(letter) else 1 for letter in words)
        where.fill(words, timeout=PATIENCE)

    def look(self, place: Locator | None = None) -> None:
        """Read what she has not read yet, line by line."""
        lines = (place or self.desk.locator("body")).inner_text(timeout=PATIENCE).splitlines()
        new = {line.strip() for line in lines} - self._seen
        self._seen |= new
        self.read += sum(len(line) for line in new)

    def say(self, seconds: float) -> None:
        self.spoken += seconds
        self.desk.wait_for_timeout(seconds * 1000)

    def choose_picture(self, place: Locator, nth: int) -> None:
        self.press(place.get_by_role("button", name="选择一个图片").first)
        self.press(self.desk.locator(".modal [data-chooser-modal-choice]").nth(nth))
        expect(self.desk.locator(".modal")).to_have_count(0, timeout=PATIENCE)
