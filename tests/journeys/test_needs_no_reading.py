"""From the address to a passed quiz by positions alone: one thing to press at the foot, help always in its corner."""

from playwright.sync_api import Page, expect

from tests.journeys import learning

HELP_CORNER = (352, 4)  # right edge and top, in pixels of a phone 360 wide
FOOT = 640
SLACK = 12


def at_its_place(phone: Page) -> None:
    """Exactly one wide orange button, at the foot; help at the top right, or she is in help already."""
    buttons = phone.locator(".foot__main:visible")
    expect(buttons).to_have_count(1)
    button, help_link = buttons.bounding_box(), phone.locator(".bar__help").bounding_box()
    assert abs(button["y"] + button["height"] + SLACK + 4 - FOOT) <= SLACK, (phone.url, button)
    assert button["width"] >= 150, (phone.url, button)
    assert abs(help_link["x"] + help_link["width"] - HELP_CORNER[0]) <= 4, (phone.url, help_link)
    assert help_link["y"] <= SLACK, (phone.url, help_link)


def read(phone: Page) -> None:
    """Card after card by the button at the foot, until it leads out of the lesson."""
    at_its_place(phone)
    while (following := phone.locator(".foot__main:visible").get_attribute("href") or "").startswith("#"):
        phone.locator(".foot__main:visible").click()
        expect(phone.locator(f'[id="{following[1:]}"]')).to_be_visible()
        at_its_place(phone)


def answer(phone: Page) -> None:
    questions = learning.key_of(phone)["questions"]
    for question in questions:
        learning.TAPS[question["kind"]](phone.locator(f'[id="q-{question["id"]}"]'), question)
        at_its_place(phone)
        learning.press(phone, "check")
        expect(phone.locator(".question--now .verdict--right .icon")).to_be_visible()
        at_its_place(phone)
        learning.press(phone, "send" if question is questions[-1] else "next")


def test_from_the_address_to_a_passed_quiz_by_the_button_at_the_foot(phone: Page):
    lesson = next(learning.lessons_with_quiz(phone))
    phone.goto("/")
    phone.wait_for_url("**/zh-hans/")
    at_its_place(phone)
    phone.locator(f'a.row[href="{lesson}"] .row__picture').click()
    read(phone)
    phone.locator(".foot__main:visible").click()
    expect(phone.locator(".quiz--steps")).to_be_attached()
    answer(phone)
    expect(phone.locator(".state__picture:visible")).to_be_visible()
    at_its_place(phone)


def test_button_at_the_foot_of_the_list_begins_the_first_lesson(phone: Page):
    phone.goto("/zh-hans/")
    first = phone.locator("a.row").first.get_attribute("href")
    phone.locator(".foot__main").click()
    phone.wait_for_url(f"**{first}")


def test_every_small_page_has_its_one_button_too(phone: Page):
    for page in ("search/", "display/", "open-in-browser/", "device-check/", "on-this-phone/"):
        phone.goto(f"/zh-hans/{page}")
        at_its_place(phone)
    for room in ("/learn/", "/learn/who/", "/learn/enter/", "/learn/join/"):
        phone.goto(room)
        at_its_place(phone)
