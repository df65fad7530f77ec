"""She works out a price, packs a parcel and asks about a strange call; what she typed and ticked stays on her phone."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.hard

PRICE, PACKING, SCAM = "/zh-hans/tools/price/", "/zh-hans/tools/packing/", "/zh-hans/tools/scam/"
LESSON = 'a.row[href*="/pricing/"]'


def said(phone: Page, name: str):
    return phone.locator(f'[data-is="{name}"]')


def type_in(phone: Page, **numbers: str) -> None:
    for name, text in numbers.items():
        phone.locator(f"#sum-{name}").fill(text)


def test_from_the_list_of_lessons_to_a_price(phone: Page):
    phone.goto("/zh-hans/")
    phone.get_by_role("link", name="工具").click()
    phone.locator(".foot__main").click()
    type_in(phone, price="２８", reserve="0")
    expect(said(phone, "said")).to_have_text("卖28元，剩")
    expect(said(phone, "answer")).to_have_text("3.1元")
    type_in(phone, price="21", fee="0")
    expect(said(phone, "said")).to_have_text("卖21元，亏")
    expect(said(phone, "answer")).to_have_text("2.5元")


def test_price_for_what_she_wants_to_have_left(phone: Page):
    phone.goto(PRICE)
    phone.get_by_text("看卖几元").click()
    expect(phone.locator("#sum-price")).to_be_hidden()
    type_in(phone, wanted="7", fee="0")
    expect(said(phone, "said")).to_have_text("想剩7元，要卖")
    expect(said(phone, "answer")).to_have_text("31.5元")


def test_an_hour_here_beside_an_hour_in_the_workshop(phone: Page):
    phone.goto(PRICE)
    expect(said(phone, "gap")).to_have_text("工坊，一小时多4元。")
    type_in(phone, minutes="20")
    expect(said(phone, "gap")).to_have_text("一样多，再比别的。")
    type_in(phone, wage="")
    expect(said(phone, "there-line")).to_be_hidden()
    type_in(phone, minutes="")
    expect(said(phone, "hours")).to_be_hidden()


def test_bad_number_is_said_at_its_field_once_she_has_left_it(phone: Page):
    phone.goto(PRICE)
    type_in(phone, courier="")
    complaint = phone.locator("#sum-courier-p")
    expect(said(phone, "said")).to_have_text("先把下面的数写好。")
    expect(complaint).to_be_empty()
    phone.locator("#sum-courier").blur()
    expect(complaint).to_have_text("写个数。没有，就写0。")
    type_in(phone, courier="9块")
    expect(complaint).to_be_empty()
    expect(said(phone, "answer")).to_have_text("4元")


def test_her_numbers_are_there_again_until_she_begins_anew(phone: Page):
    phone.goto(PRICE)
    type_in(phone, price="33", goods="十二")
    phone.goto(PRICE)
    expect(phone.locator("#sum-goods")).to_have_value("十二")
    expect(phone.locator("#sum-goods-p")).to_have_text("只写数字，比如4.5。")
    expect(said(phone, "assumed")).to_be_hidden()
    said(phone, "again").click()
    expect(phone.locator("#sum-price")).to_have_value("30")
    phone.goto(PRICE)
    expect(said(phone, "answer")).to_have_text("4元")
    expect(said(phone, "assumed")).to_be_visible()


def test_nothing_that_she_types_or_ticks_is_sent(phone: Page):
    phone.goto(PRICE)
    phone.wait_for_load_state("networkidle")
    sent: list[str] = []
    phone.on("request", lambda request: sent.append(request.url))
    type_in(phone, price="33")
    phone.get_by_role("button", name="算一算").click()
    expect(said(phone, "answer")).to_have_text("6.85元")
    assert [url for url in sent if "33" in url.rpartition(":")[2] and "tools" in url] == []
    assert phone.url.endswith(PRICE)


def test_without_javascript_the_form_is_answered_by_the_server(phone_without_javascript: Page):
    phone = phone_without_javascript
    phone.goto(PRICE)
    type_in(phone, price="28", reserve="0")
    phone.get_by_role("button", name="算一算").click()
    expect(said(phone, "answer")).to_have_text("3.1元")
    phone.goto(SCAM)
    phone.locator(".asked__what").first.click()
    expect(phone.get_by_text("去告诉站长。")).to_be_visible()
    phone.goto(PACKING)
    phone.locator('label[for="pick-bacon"]').click()
    expect(phone.get_by_text("卖的手续办好了")).to_be_visible()
    expect(phone.get_by_text("摇着不响")).to_be_hidden()


def test_storage_that_is_shut_takes_nothing_away(phone: Page):
    phone.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('shut'); } })")
    phone.goto(PRICE)
    type_in(phone, price="28", reserve="0")
    expect(said(phone, "answer")).to_have_text("3.1元")
    phone.goto(PACKING)
    phone.locator(".goods__list--1 .check").first.click()
    expect(phone.locator(".goods__list--1 .dots__dot--seen")).to_have_count(1)


def test_calculator_in_the_lesson_reckons_with_the_lessons_numbers(phone: Page):
    phone.goto("/zh-hans/")
    phone.locator(LESSON).click()
    card = phone.locator(".step", has=phone.locator(".reckon"))
    phone.goto(f"{phone.url}#{card.get_attribute('id')}")
    expect(said(phone, "answer")).to_have_text("4元")
    card.locator('[name="price"]').fill("25")
    card.locator('[name="fee"]').fill("0")
    card.locator('[name="reserve"]').fill("0")
    expect(said(phone, "answer")).to_have_text("1.5元")
    expect(card.locator(".foot__main")).to_have_count(1)


def test_ticks_stay_until_the_next_parcel(phone: Page):
    phone.goto(PACKING)
    phone.locator('label[for="pick-embroidery"]').click()
    lines = phone.locator(".goods__list--4 .check")
    for number in range(lines.count()):
        lines.nth(number).click()
    expect(phone.get_by_text("都做好了，可以寄。").nth(3)).to_be_visible()
    phone.goto(PACKING)
    expect(phone.locator(".goods__list--4 .dots__dot--seen")).to_have_count(lines.count())
    phone.get_by_role("link", name="再包一个").click()
    expect(phone.locator(".goods__list--4 .dots__dot--seen")).to_have_count(0)
    expect(phone.locator(".goods__list--4 .check__input:checked")).to_have_count(0)


def test_ticks_of_a_lessons_checklist_stay(phone: Page):
    phone.goto("/zh-hans/")
    phone.locator('a.row[href*="packing-oranges"]').click()
    card = phone.locator(".step", has=phone.locator(".checks"))
    address = f"{phone.url}#{card.get_attribute('id')}"
    phone.goto(address)
    card.locator(".check").nth(1).click()
    phone.goto("/zh-hans/")
    phone.goto(address)
    expect(card.locator(".check__input").nth(1)).to_be_checked()
    expect(card.locator(".check__input:checked")).to_have_count(1)


@pytest.mark.parametrize("page", [PRICE, PACKING, SCAM, "/en/tools/", "/en/tools/price/"])
def test_nothing_is_wider_than_the_phone(phone: Page, page):
    phone.goto(page)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
