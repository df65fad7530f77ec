"""She signs up at the village's poster, hands the phone to her neighbour, and comes back by her sign."""

from playwright.sync_api import Page, expect


def sign_up(phone: Page, name: str, sign: str) -> str:
    """From the search for her village to her lessons; returns the PIN that was chosen for her."""
    phone.goto("/learn/join/?in=zh-hans")
    phone.get_by_label("您的村叫什么").fill("fs")
    phone.get_by_role("button", name="找").click()
    phone.get_by_role("link", name="凤山").click()
    phone.get_by_label("怎么叫您？").fill(name)
    phone.get_by_alt_text(sign).click()
    phone.get_by_role("button", name="帮我选一个").click()
    pin = phone.locator(".chosen__digits").inner_text().replace(" ", "")
    phone.get_by_text("18岁以上").click()
    phone.get_by_text("我同意", exact=True).click()
    phone.get_by_role("button", name="登记好了").click()
    phone.wait_for_url("**/learn/")
    return pin


def come_back(phone: Page, sign: str, pin: str) -> None:
    phone.goto("/learn/who/")
    phone.get_by_role("link", name=sign).click()
    for digit in pin:
        phone.get_by_role("button", name=digit, exact=True).click()
    phone.get_by_role("button", name="进去").click()


def test_two_people_share_a_phone_and_each_comes_back_by_her_own_sign(phone: Page):
    first = sign_up(phone, "杨小花", "橙子")
    second = sign_up(phone, "吴阿妹", "蝴蝶")
    come_back(phone, "橙子", second)
    expect(phone.get_by_role("alert")).to_have_text("密码不对，请再试一次。")
    come_back(phone, "橙子", first)
    phone.wait_for_url("**/learn/")
    phone.goto("/learn/who/")
    expect(phone.get_by_text("橙子在这里学。")).to_be_visible()
    phone.get_by_role("link", name="蝴蝶").click()
    phone.get_by_role("button", name="不要记住我").click()
    expect(phone.get_by_role("link", name="橙子")).to_be_visible()
    expect(phone.get_by_role("link", name="蝴蝶")).to_have_count(0)


def test_without_javascript_a_mistake_costs_her_nothing_that_she_typed(phone_without_javascript: Page):
    phone = phone_without_javascript
    phone.goto("/learn/join/?village=522731102213&in=zh-hans")
    phone.get_by_label("怎么叫您？").fill("韦阿依")
    phone.get_by_alt_text("鱼").click()
    phone.get_by_label("六位密码").fill("123456")
    phone.get_by_text("16–17岁").click()
    phone.get_by_text("我同意", exact=True).click()
    phone.get_by_role("button", name="登记好了").click()
    expect(phone.get_by_text("这个密码容易被猜到")).to_be_visible()
    expect(phone.get_by_label("怎么叫您？")).to_have_value("韦阿依")
    phone.get_by_label("六位密码").fill("482915")
    phone.get_by_role("button", name="登记好了").click()
    phone.wait_for_url("**/learn/")
