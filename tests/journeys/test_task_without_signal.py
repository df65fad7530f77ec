"""A practice task handed in where there is no signal: nothing is lost, it arrives once, and it is a card at once.

The first of these stories stands in test_offline.py. make test-hard.
"""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys import learning
from tests.server import Server

pytestmark = pytest.mark.hard

FULL = """void (IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError"); })"""


@pytest.fixture(scope="module")
def code(server: Server) -> str:
    return learning.code_of_village(server)


def a_photo(colour: str = "orange") -> dict:
    out = BytesIO()
    Image.new("RGB", (1600, 1200), colour).save(out, "JPEG")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def opens_task(phone: Page, part: str) -> str:
    """By the part of the card that it fills, from the page of her goods; its address."""
    phone.goto("/zh-hans/shelf/")
    phone.locator("a.row", has_text=part).click()
    expect(phone.locator("form.handing")).to_be_visible()
    return phone.url


def takes_photo(phone: Page, colour: str, number: int) -> None:
    phone.locator("form.handing input[type=file]").set_input_files(a_photo(colour))
    phone.get_by_role("button", name="没有").click()
    expect(phone.locator(".task__photos li")).to_have_count(number)


def hands_in(phone: Page) -> None:
    phone.get_by_role("button", name="交上去").click()
    expect(phone.get_by_role("heading", name="交了", exact=True)).to_be_visible()
    phone.wait_for_timeout(1100)  # a second tap sooner is taken for a slip


def says(phone: Page, words: str) -> None:
    expect(phone.locator(".state__words [data-state]:visible")).to_contain_text(words)


def submissions(server: Server, name: str) -> str:
    """How many photos, and which words, of each."""
    rows = f"Submission.objects.filter(trainee__person__name='{name}').order_by('pk')"
    each = f"'; '.join(f'{{row.photos.count()}} {{row.words}}' for row in {rows})"
    return learning.in_shell(server, f"from progress.models import Submission; print({each})")


def kept_draft(phone: Page) -> str:
    return phone.locator("[name=text]").input_value()


def begins(phone: Page, words: str) -> None:
    phone.locator("[name=text]").fill(words)
    phone.wait_for_timeout(700)  # what is written down a moment after the last letter


def test_closed_page_loses_nothing_and_a_killed_one_hands_in_once(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨六二", "fern")
    address = opens_task(phone, "照片")
    takes_photo(phone, "red", 1)
    begins(phone, "明天再写")
    phone.goto("/zh-hans/")
    phone.goto(address)
    expect(phone.locator(".task__photos li")).to_have_count(1)
    assert kept_draft(phone) == "明天再写"
    phone.route("**/learn/task/photos/", lambda route: route.abort())
    hands_in(phone)
    phone.reload()
    expect(phone.get_by_role("heading", name="交了", exact=True)).to_be_visible()
    phone.unroute("**/learn/task/photos/")
    phone.goto("/zh-hans/")
    phone.evaluate("outbox.flush().then(function () { return outbox.flush(); })")
    expect(phone.locator(".unsent--on")).to_have_count(0)
    assert submissions(server, "杨六二") == "1 {'text': '明天再写'}"


def test_handed_in_again_is_another_one(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨六三", "drum")
    opens_task(phone, "价钱")
    for price in ("30", "28"):
        phone.locator("[name=price]").fill(price)
        hands_in(phone)
        says(phone, "已经送到")
        phone.get_by_role("button", name="再交一次").click()
    assert submissions(server, "杨六三") == "0 {'price': '30'}; 0 {'price': '28'}"
    phone.goto("/zh-hans/shelf/")
    expect(phone.locator(".kit__price")).to_have_text("28元")


def test_nobodys_draft_waits_and_is_hers_once_she_says_so(phone: Page, server: Server, code: str):
    address = opens_task(phone, "照片")
    takes_photo(phone, "blue", 1)
    begins(phone, "还没登录")
    phone.get_by_role("button", name="交上去").click()
    expect(phone.get_by_text("请先登录")).to_be_visible()
    learning.join(phone, code, "杨六四", "fish")
    phone.goto(address)
    phone.get_by_role("button", name="是我做的").click()
    expect(phone.locator(".task__photos li")).to_have_count(1)
    hands_in(phone)
    says(phone, "已经送到")
    assert submissions(server, "杨六四") == "1 {'text': '还没登录'}"


def test_next_person_sees_neither_draft_nor_goods_and_forgetting_takes_them_away(phone: Page, code: str):
    learning.join(phone, code, "杨六五", "butterfly")
    address = opens_task(phone, "价钱")
    phone.locator("[name=price]").fill("30")
    hands_in(phone)
    says(phone, "已经送到")
    phone.goto(address)
    begins(phone, "没写完")
    learning.sign_out(phone)
    phone.goto("/zh-hans/shelf/")
    expect(phone.get_by_role("heading", name="是谁的货架？")).to_be_visible()
    learning.join(phone, code, "吴六六", "buffalo")
    phone.goto("/zh-hans/shelf/")
    expect(phone.get_by_role("heading", name="货架还空着")).to_be_visible()
    phone.goto(address)
    expect(phone.locator("form.handing")).to_be_visible()
    assert kept_draft(phone) == ""
    learning.sign_out(phone)
    learning.come_back(phone, "butterfly")
    phone.goto(address)
    expect(phone.locator("[name=text]")).to_have_value("没写完")
    phone.goto("/learn/")
    phone.get_by_role("button", name="不要记住我").click()
    expect(phone.get_by_text("1个任务写了还没交")).to_be_visible()
    phone.wait_for_timeout(1100)  # a second tap sooner is taken for a slip
    phone.get_by_role("button", name="还是不要记住我").click()
    phone.wait_for_url(re.compile("/learn/who/"))
    names = phone.evaluate("indexedDB.databases().then(all => all.map(one => one.name))")
    assert len([name for name in names if name.startswith("own ") and len(name) > 4]) == 1  # Wu's


def test_full_phone_says_so_and_hands_in_as_a_form(phone: Page, code: str):
    learning.join(phone, code, "杨六七", "orange")
    opens_task(phone, "照片")
    phone.evaluate(FULL)
    phone.locator("form.handing input[type=file]").set_input_files(a_photo())
    phone.get_by_role("button", name="没有").click()
    expect(phone.locator("[data-part=photo-trouble]")).to_contain_text("手机存满了")
    phone.locator("[name=text]").fill("存不下")
    phone.get_by_role("button", name="交上去").click()
    expect(phone.locator("[data-part=trouble]")).to_contain_text("手机存满了")
    assert kept_draft(phone) == "存不下"


def test_child_in_a_photo_is_wiped_over_before_it_is_kept(phone: Page, server: Server, code: str):
    learning.join(phone, code, "杨六八", "fern")
    opens_task(phone, "照片")
    phone.locator("form.handing input[type=file]").set_input_files(a_photo())
    phone.get_by_role("button", name="有", exact=True).click()
    phone.get_by_role("button", name="换一张，拍背影").click()
    expect(phone.locator(".task__photos li")).to_have_count(0)
    phone.locator("form.handing input[type=file]").set_input_files(a_photo())
    phone.get_by_role("button", name="有", exact=True).click()
    phone.get_by_role("button", name="用手指抹掉").click()
    phone.locator(".blurring canvas").tap()
    phone.get_by_role("button", name="就这样").click()
    expect(phone.locator(".task__photos li")).to_have_count(1)
    hands_in(phone)
    says(phone, "已经送到")
    assert submissions(server, "杨六八") == "1 {}"


def test_file_that_is_no_photo_is_refused_in_words(phone: Page, code: str, tmp_path: Path):
    learning.join(phone, code, "杨六九", "drum")
    opens_task(phone, "照片")
    wrong = tmp_path / "note.jpg"
    wrong.write_text("no photo")
    phone.locator("form.handing input[type=file]").set_input_files(wrong)
    expect(phone.locator("[data-part=photo-trouble]")).to_contain_text("请换一张")


def test_card_can_be_copied_and_saved_as_one_picture(phone: Page, code: str):
    learning.join(phone, code, "杨七十", "orange")
    opens_task(phone, "标题和几句话")
    phone.locator("[name=title]").fill("凤山橙子，五斤一箱")
    phone.locator("[name=lines]").first.fill("自家树上摘的。")
    hands_in(phone)
    phone.get_by_role("link", name="我的货架").last.click()
    phone.get_by_role("button", name="存成一张图").click()
    expect(phone.locator(".shelf__saved")).to_have_attribute("src", re.compile("^data:image/jpeg"))
    phone.get_by_role("button", name="复制文字").click()
    expect(phone.get_by_role("button", name="复制好了")).to_be_visible()


def test_without_scripts_the_plain_form_is_there(phone_without_javascript: Page):
    phone_without_javascript.goto("/zh-hans/shelf/")
    phone_without_javascript.locator("a.row").first.click()
    expect(phone_without_javascript.get_by_role("link", name="交上去")).to_be_visible()
    expect(phone_without_javascript.locator("form.handing")).to_have_count(0)
