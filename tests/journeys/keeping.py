"""A keeper on her phone, as stories of her begin; with every press of hers counted."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.server import Server

PRESS = 1.2  # seconds until the finger is there
KEY = 0.45  # a key of a phone's keyboard
PAGE = 3.0  # a page on a weak line
ASK = 40.0  # she asks the neighbour's name and age, reads to her what is kept, and waits while she chooses


@dataclass
class Keeper:
    phone: Page
    presses: int = 0
    keys: int = 0
    pages: int = 0

    @property
    def seconds(self) -> float:
        return self.presses * PRESS + self.keys * KEY + self.pages * PAGE

    def press(self, what: Locator, *, leads_on: bool = False) -> None:
        self.presses += 1
        self.pages += leads_on
        what.click()

    def type(self, where: Locator, words: str, *, keys: int) -> None:
        self.presses += 1
        self.keys += keys
        where.fill(words)

    def sign_up(self, name: str, picture: str) -> None:
        """From the button for the next one to her card; the digits that were drawn up are taken."""
        phone = self.phone
        self.press(phone.locator("a.foot__main"), leads_on=True)
        self.type(phone.get_by_label("她叫什么名字？"), name, keys=3 * len(name))
        self.press(phone.get_by_text("18岁以上"))
        self.press(phone.get_by_text("我同意", exact=True))
        self.press(phone.get_by_role("button", name="下一步：图案"), leads_on=True)
        self.press(phone.get_by_role("button", name=picture, exact=True), leads_on=True)
        self.press(phone.locator("button.take"), leads_on=True)
        phone.get_by_role("heading", name="登记好了").wait_for()


def in_her_room(phone: Page, server: Server) -> Keeper:
    """Keeper Shi types her code and PIN, then the eight digits that enrol the phone."""
    typed = server.sign_ins()["keeper"]["type"]
    phone.goto("/learn/enter/?in=zh-hans")
    phone.locator("#code").fill(typed["entry_code"])
    phone.locator("button.foot__main").click()
    for digit in typed["pin"]:
        phone.get_by_role("button", name=digit, exact=True).click()
    phone.locator("button.foot__main").click()
    phone.wait_for_url("**/learn/")
    phone.goto("/village/")
    phone.get_by_role("link", name="我有八个数字").click()
    phone.locator("#code").fill(typed["device_code"])
    phone.get_by_role("button", name="登记这部手机").click()
    phone.wait_for_url("**/village/")
    return Keeper(phone)
