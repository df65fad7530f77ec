"""What a trainer does at her desk in `/cms/`, one step a function. Words are those that she sees, in Chinese."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.server import Server

MODULE = "包好，寄好"
PATIENCE = 60_000  # milliseconds: the editor's first page after a start is slow on a busy machine


def sign_in(desk: Page, server: Server, role: str) -> None:
    """Password, then the one-time code of this moment. A code works once: sign each person in once a server."""
    person = server.sign_ins()[role]
    desk.goto("/cms/")
    desk.get_by_label("用户名").fill(person["type"]["username"])
    desk.get_by_label("密码").fill(person["type"]["password"])
    desk.get_by_role("button", name="登录", exact=True).click()
    desk.locator("input[name=code]").fill(person["code"])
    desk.get_by_role("button", name="下一步").click()
    desk.wait_for_url("**/cms/", timeout=PATIENCE)


def open_module(desk: Page) -> None:
    desk.goto("/cms/pages/")
    for title in ("乡店学堂", "从一箱橙子开始", MODULE):
        desk.get_by_role("link", name=re.compile(f"查看'{title}.*的子页面")).click()


def open_lesson(desk: Page, title: str) -> str:
    """The editor of the Chinese lesson whose title begins so; returns its address."""
    desk.goto(f"/cms/pages/search/?q={title}")
    # Its quiz is found by the same words, and names the lesson that it stands under.
    desk.locator('a[href$="/edit/"]', has_text=re.compile(rf"^\s*{title}")).first.click()
    desk.wait_for_url("**/edit/")
    return desk.url


def be_noticed(desk: Page) -> None:
    """Wagtail looks at the form two seconds after it opened, and keeps by itself what is typed after that."""
    desk.wait_for_load_state("load")
    desk.wait_for_timeout(2500)


def begin_lesson(desk: Page, title: str) -> None:
    """A new lesson of the module with title and cover: a draft that Wagtail keeps by itself, nothing said yet."""
    open_module(desk)
    desk.get_by_role("link", name="添加子页面", exact=True).click()
    be_noticed(desk)
    desk.locator("#id_title").fill(title)
    desk.locator("#id_title").press("Tab")
    desk.wait_for_url("**/edit/")
    desk.locator("#id_short_title").fill(title[:10])
    choose_picture(desk, desk.locator("[id$=-cover-section]"))


def add_card(desk: Page, *, title: str, text: str) -> None:
    """A card at the end of the lesson."""
    cards = desk.locator("#cards-root [data-streamfield-child]")
    before = cards.count()
    desk.locator("#cards-root .c-sf-add-button").last.click()
    desk.get_by_role("option", name="卡片", exact=True).click()
    expect(cards).not_to_have_count(before)
    card = cards.last
    choose_picture(desk, card, nth=1)
    card.locator("[name$='-value-title']").fill(title)
    card.locator("[name$='-value-text']").fill(text)


def choose_picture(desk: Page, place: Locator, *, nth: int = 0) -> None:
    place.get_by_role("button", name="选择一个图片").click()
    desk.locator(".modal [data-chooser-modal-choice]").nth(nth).click()
    expect(desk.locator(".modal")).to_have_count(0)


def change_picture(desk: Page, place: Locator, *, title: str) -> None:
    """Another picture where there is one, found by its title."""
    place.get_by_role("button", name="动作").first.click()
    place.get_by_role("button", name="修改图片").click()
    desk.locator(".modal input[name=q]").fill(title)
    found = desk.locator(".modal [data-chooser-modal-choice]", has_text=title)
    expect(desk.locator(".modal [data-chooser-modal-choice]")).to_have_count(1)
    found.click()
    expect(desk.locator(".modal")).to_have_count(0)


def write_lesson(desk: Page, title: str, *, text: str = "选红透的辣椒。\n串起来挂在屋檐下。") -> str:
    """A published lesson of one card; returns the address of its editor."""
    begin_lesson(desk, title)
    add_card(desk, title="挂起来晒", text=text)
    address = desk.url
    publish(desk)
    return address


def write_summary(desk: Page, sentence: str) -> None:
    desk.locator("#id_summary").fill(sentence)
    desk.locator("#id_summary").press("Tab")


def says(desk: Page, state: str) -> Locator:
    """Visible while what she typed is `saving`, `saved` or no longer kept by itself (`paused`)."""
    return desk.locator(f".w-autosave-indicator__state--{state}")


def publish(desk: Page) -> None:
    act(desk, "发布")
    expect(desk.locator(".messages .success").first).to_be_visible(timeout=PATIENCE)


def act(desk: Page, name: str) -> None:
    """One of the actions behind the arrow beside `保存草稿`, after Wagtail has kept the last word, as a hand would."""
    desk.wait_for_timeout(1500)
    expect(says(desk, "saving")).to_be_hidden()
    desk.locator("footer").get_by_role("button", name="更多动作").click()
    desk.locator("footer").get_by_role("button", name=name).click()


def begin_translation(desk: Page, address: str) -> None:
    """Into English; she lands where the English page is written."""
    desk.goto(address)
    desk.locator("header").get_by_role("button", name="动作").click()
    desk.get_by_role("link", name="翻译此页").click()
    desk.get_by_label("English").check()
    desk.get_by_role("button", name="提交").click()
    expect(desk.locator("li.incomplete").first).to_be_visible(timeout=PATIENCE)


def translate(desk: Page, *sentences: str, leaving: int = 0) -> None:
    """All that is to be translated but for the last few, from the top of the page down."""
    waiting = desk.locator("li.incomplete:not(:has(li.incomplete))")
    for left, sentence in zip(range(len(sentences) + leaving, leaving, -1), sentences, strict=True):
        expect(waiting).to_have_count(left)
        waiting.first.get_by_role("button", name="翻译").click()
        waiting.first.locator("textarea").fill(sentence)
        waiting.first.get_by_role("button", name="保存").click()
    expect(waiting).to_have_count(leaving)


def publish_translation(desk: Page) -> None:
    desk.get_by_role("button", name="发布译文：English").click()
    expect(desk.locator(".messages .success")).to_be_visible(timeout=PATIENCE)


def upload_picture(desk: Page, path: Path, *, title: str) -> None:
    desk.goto("/cms/images/")
    desk.get_by_role("link", name="添加一个图片").click()
    desk.locator("input[type=file]").set_input_files(path)
    desk.get_by_role("button", name="没有孩子").click()
    desk.get_by_label("标题").fill(title, timeout=PATIENCE)
    desk.get_by_role("button", name="更新").click()
    expect(desk.get_by_role("button", name="更新")).to_have_count(0)


def begin_quiz(desk: Page, lesson: str, title: str) -> None:
    """A new quiz below the lesson that the words find: a draft that Wagtail keeps by itself, with no question yet."""
    pk = open_lesson(desk, lesson).rstrip("/").split("/")[-2]
    desk.goto(f"/cms/pages/{pk}/add_subpage/")
    be_noticed(desk)
    desk.locator("#id_title").fill(title)
    desk.locator("#id_title").press("Tab")
    desk.wait_for_url("**/edit/")


def add_question(desk: Page, kind: str, prompt: str) -> Locator:
    """A question at the end of the quiz, by the name of its kind."""
    questions = desk.locator("#questions-root > [data-streamfield-stream-container] > [data-streamfield-child]")
    before = questions.count()
    desk.locator("#questions-root .c-sf-add-button:not([data-streamfield-list-add])").last.click()
    desk.get_by_role("option", name=kind, exact=True).click()
    expect(questions).to_have_count(before + 1)
    question = questions.last
    question.locator("[name$='-value-prompt']").fill(prompt)
    return question


def explain(question: Locator, why: str, *, card: str) -> None:
    """The reason, and the card of the lesson that explains it, by its title."""
    question.locator("[name$='-value-explanation']").fill(why)
    question.get_by_label("哪张卡片讲过").select_option(label=card)


def add_answers(question: Locator, *answers: tuple[str, str]) -> None:
    """Three answers, each with what is said to her who chose it; the one without is right."""
    for number, (text, feedback) in enumerate(answers):
        part = f"-options-{number}-value"
        question.locator(f"[name$='{part}-text']").fill(text)
        question.locator(f"[name$='{part}-feedback']").fill(feedback)
        question.locator(f"[name$='{part}-right']").set_checked(not feedback)
