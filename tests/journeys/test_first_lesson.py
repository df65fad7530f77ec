"""A trainer's first lesson: from sign-in to published with a quiz and three recorded cards, by what the screens say.

Nothing is known beforehand: no address is typed but the one that the start prints, no field is found by its name in
the page, only by its words.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import DESK
from tests.journeys.newcomer import PATIENCE, Newcomer
from tests.server import Server

pytestmark = pytest.mark.hard

FIFTEEN_MINUTES = 15 * 60
CARDS = (
    ("一场雨", "杨家的辣椒晒到一半，下雨了。\n没有盖，三天就发霉。"),
    ("晒的时候要这样做", "摊薄，一层就够。\n每天翻两次。\n傍晚收进屋。"),
    ("记住一句", "怕雨，就收早一点。"),
)
ANSWERS = (("摊薄，每天翻", ""), ("堆厚，省地方", "堆厚了里面不干。"), ("晚上留在外面", "夜里有露水。"))


@pytest.fixture(scope="module")
def browser(browser_that_hears: Browser) -> Browser:
    return browser_that_hears


@pytest.fixture
def wei(browser: Browser, server: Server) -> Iterator[Newcomer]:
    context = browser.new_context(base_url=server.url, **DESK)
    context.set_default_timeout(PATIENCE)
    yield Newcomer(context.new_page())
    context.close()


def named(form: Locator, words: str) -> Locator:
    """Fields of this name, with or without the star that says they are needed."""
    return form.get_by_label(re.compile(rf"^{words}\s*\*?$"))


def sign_in(wei: Newcomer, server: Server) -> None:
    person = server.sign_ins()["trainer"]
    wei.desk.goto("/cms/")
    wei.look()
    wei.type(wei.desk.get_by_label("用户名"), person["type"]["username"])
    wei.type(wei.desk.get_by_label("密码"), person["type"]["password"])
    wei.press(wei.desk.get_by_role("button", name="登录", exact=True))
    wei.look()
    wei.type(wei.desk.get_by_role("textbox"), person["code"])
    wei.press(wei.desk.get_by_role("button", name="下一步"))
    wei.desk.wait_for_url("**/cms/")


def begin(wei: Newcomer) -> None:
    wei.look()
    wei.press(wei.desk.get_by_role("link", name="写新的一课"))
    wei.desk.wait_for_url("**/new/")
    wei.look()
    wei.type(wei.desk.get_by_label("这一课叫什么？"), "晒辣椒")
    wei.press(wei.desk.get_by_role("radio", name="包好，寄好"))
    wei.press(wei.desk.get_by_role("button", name="三张卡片"))
    wei.desk.wait_for_url("**/edit/")


def write_cards(wei: Newcomer) -> None:
    form = wei.desk.get_by_role("main")
    expect(named(form, "说的话")).to_have_count(len(CARDS))
    wei.desk.wait_for_timeout(2500)  # Wagtail looks at the form two seconds after it opened
    wei.look(form)
    for number in range(len(CARDS) + 1):  # the cover first, then each card's own
        wei.choose_picture(form, number)
    titles = named(form, "标题").all()[-len(CARDS) :]  # above them stands that of the lesson
    for number, (title, text) in enumerate(CARDS):
        wei.type(titles[number], title)
        wei.type(named(form, "说的话").nth(number), text)


def publish(wei: Newcomer) -> None:
    """Where the form says so."""
    wei.desk.wait_for_timeout(2500)  # Wagtail keeps the last word by itself
    wei.press(wei.desk.get_by_role("button", name="更多动作").last)
    wei.press(wei.desk.get_by_role("button", name="发布", exact=True))
    expect(wei.desk.get_by_text("已经发布")).to_be_visible()
    wei.look()


def write_quiz(wei: Newcomer) -> None:
    wei.press(wei.desk.get_by_role("link", name="写它的小测验"))
    wei.desk.wait_for_url("**/quizpage/**")
    wei.desk.wait_for_timeout(2500)
    form = wei.desk.get_by_role("main")
    wei.look(form)
    wei.press(form.get_by_role("button", name="在这里加一个").last)
    wei.press(wei.desk.get_by_role("option", name="选一个", exact=True))
    wei.look(form)
    wei.type(named(form, "问什么"), "辣椒怎么晒？")
    fill_answers(wei, form)
    wei.type(named(form, "为什么"), "摊薄，翻得勤，才干得透。")
    wei.press(form.get_by_label("哪张卡片讲过"))
    form.get_by_label("哪张卡片讲过").select_option(label="2. 晒的时候要这样做")


def fill_answers(wei: Newcomer, form: Locator) -> None:
    for number, (text, feedback) in enumerate(ANSWERS):
        wei.type(named(form, "答案").nth(number), text)
        if feedback:
            wei.type(form.get_by_label("选了它的人会看到").nth(number), feedback)
        else:
            wei.press(form.get_by_label("这个对").nth(number))


def record(wei: Newcomer) -> None:
    wei.press(wei.desk.get_by_role("link", name="给它录音"))
    wei.look()
    wei.type(wei.desk.get_by_label("哪里的话"), "好花红")
    wei.press(wei.desk.get_by_role("button", name="新增"))
    wei.look(wei.desk.get_by_role("main"))
    wei.press(wei.desk.get_by_role("link", name="录音", exact=True).last)
    wei.look()
    for title, text in CARDS:
        step = wei.desk.locator(".step--now")
        wei.press(step.get_by_role("button", name="录音", exact=True))
        stop = step.get_by_role("button", name="停")
        expect(stop).to_be_visible()
        wei.say(len(title + text) / 4)
        wei.press(stop)
        expect(step.get_by_text("送到了")).to_be_visible()
        wei.press(step.get_by_role("link", name="下一张"))


def approve(wei: Newcomer) -> None:
    """The worker needs a moment; the page is opened again meanwhile."""
    wei.press(wei.desk.get_by_role("link", name="回到课程表").first)
    wei.desk.wait_for_url(re.compile(r"/recordings/\d+/[^/]+/$"))
    for said in range(len(CARDS)):
        button = wei.desk.get_by_role("button", name="通过", exact=True)
        for _wait in range(40):
            if button.count():
                break
            wei.desk.wait_for_timeout(500)
            wei.desk.reload()
        wei.press(button.first)
        expect(wei.desk.get_by_text("村民现在听到的")).to_have_count(said + 1)


def test_first_lesson_takes_less_than_a_quarter_of_an_hour(wei: Newcomer, server: Server, phone: Page, capsys):
    sign_in(wei, server)
    begin(wei)
    write_cards(wei)
    publish(wei)
    write_quiz(wei)
    publish(wei)
    record(wei)
    approve(wei)
    with capsys.disabled():
        print(f"\nA first lesson: {wei.told()}")  # noqa: T201 - the sum is what the journey is for
    assert wei.seconds < FIFTEEN_MINUTES
    phone.goto("/zh-hans/")
    phone.locator("a.row", has_text="晒辣椒").click()
    expect(phone.locator(".step:visible .title")).to_have_text("一场雨")
    expect(phone.locator(".step").last.locator(".foot__main")).to_contain_text("开始小测验")
