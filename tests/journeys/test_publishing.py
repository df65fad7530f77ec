"""A trainer writes a lesson at her desk; the phones have it at once, in every language's list."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import editor

# The first answer to a draft is brought a second late, and just before it she types one word more.
A_WORD_BEFORE_THE_ANSWER = """() => {
  var bring = window.fetch, field = document.querySelector("#id_summary");
  window.fetch = function (address, options) {
    var came = bring.apply(window, arguments);
    if (!/edit\\/$/.test(address) || !options || options.method !== "post") return came;
    window.fetch = bring;
    return came.then(answer => new Promise(give => setTimeout(() => {
      field.value += "，最后一个词";
      setTimeout(give, 300, answer);
    }, 1000)));
  };
}"""
NOTE = "This lesson is not translated yet. It is shown in Chinese."


def rows(phone: Page, language: str, title: str) -> Locator:
    phone.goto(f"/{language}/")
    return phone.locator("a.row", has_text=title)


def assert_in_both_lists(phone: Page, title: str, *, count: int = 1) -> None:
    for language in ("zh-hans", "en"):
        expect(rows(phone, language, title)).to_have_count(count)


def assert_marked_as_chinese(phone: Page, title: str) -> None:
    """In the English list, and on the page of the lesson, for eyes and for screen readers."""
    row = rows(phone, "en", title)
    expect(row.locator(".row__title")).to_have_attribute("lang", "zh-hans")
    row.click()
    expect(phone.locator(".note")).to_have_text(NOTE)
    expect(phone.locator("main")).to_have_attribute("lang", "zh-hans")


def test_she_sees_her_card_as_on_a_phone_and_publishes_it_to_everyone(trainer: Page, phone: Page):
    editor.begin_lesson(trainer, "晒辣椒，先看看")
    editor.add_card(trainer, title="挂起来晒", text="选红透的辣椒。")
    preview = trainer.frame_locator("#w-preview-iframe")
    expect(preview.locator(".step .title")).to_have_text("挂起来晒", timeout=editor.PATIENCE)
    assert preview.locator("body").evaluate("() => innerWidth") == 360
    assert_in_both_lists(phone, "晒辣椒，先看看", count=0)
    editor.publish(trainer)
    rows(phone, "zh-hans", "晒辣椒，先看看").click()
    expect(phone.locator(".step:visible .title")).to_have_text("挂起来晒")
    expect(phone.locator(".note")).to_have_count(0)
    assert_marked_as_chinese(phone, "晒辣椒，先看看")


@pytest.mark.hard
def test_word_typed_while_the_draft_is_being_kept_is_kept_too(trainer: Page):
    address = editor.open_lesson(trainer, "打包干货")
    editor.be_noticed(trainer)
    trainer.evaluate(A_WORD_BEFORE_THE_ANSWER)
    editor.write_summary(trainer, "先写的一句")
    expect(trainer.locator("#id_summary")).to_have_value("先写的一句，最后一个词", timeout=editor.PATIENCE)
    expect(editor.says(trainer, "saving")).to_be_visible()
    trainer.wait_for_timeout(3000)
    expect(editor.says(trainer, "saved")).to_be_visible(timeout=editor.PATIENCE)
    trainer.goto(address)
    expect(trainer.locator("#id_summary")).to_have_value("先写的一句，最后一个词")


@pytest.mark.hard
def test_word_typed_after_a_refused_publishing_is_kept_as_well(trainer: Page):
    editor.begin_lesson(trainer, "没写完就发布")
    editor.act(trainer, "发布")
    expect(trainer.get_by_text("有几处还没写好")).to_be_visible(timeout=editor.PATIENCE)
    expect(editor.says(trainer, "saved")).to_be_visible(timeout=editor.PATIENCE)
    editor.write_summary(trainer, "后来写的一句")
    expect(editor.says(trainer, "saving")).to_be_visible(timeout=editor.PATIENCE)
    expect(editor.says(trainer, "saved")).to_be_visible(timeout=editor.PATIENCE)
    trainer.goto(trainer.url)
    expect(trainer.locator("#id_summary")).to_have_value("后来写的一句")


@pytest.mark.hard
def test_lesson_is_in_every_list_while_it_is_published(trainer: Page, phone: Page):
    assert_in_both_lists(phone, "晒辣椒的旧题目", count=0)
    address = editor.write_lesson(trainer, "晒辣椒的旧题目")
    assert_in_both_lists(phone, "晒辣椒的旧题目")
    trainer.goto(address)
    trainer.locator("#id_title").fill("晒辣椒的新题目")
    editor.publish(trainer)
    assert_in_both_lists(phone, "晒辣椒的旧题目", count=0)
    assert_in_both_lists(phone, "晒辣椒的新题目")
    trainer.goto(address.replace("/edit/", "/unpublish/"))
    trainer.get_by_role("button", name="是，取消发布").click()
    trainer.wait_for_url("**/cms/pages/*/")
    assert_in_both_lists(phone, "晒辣椒的新题目", count=0)


@pytest.mark.hard
def test_lesson_deleted_while_it_is_read_stays_until_it_is_opened_again(trainer: Page, phone: Page):
    rows(phone, "zh-hans", "寄快递").click()
    lesson, card = phone.url, phone.locator(".step:visible .title").inner_text()
    address = editor.open_lesson(trainer, "寄快递")
    trainer.goto(address.replace("/edit/", "/delete/"))
    trainer.get_by_role("button", name=re.compile("^是")).click()
    trainer.wait_for_url("**/cms/pages/*/")
    expect(phone.locator(".step:visible .title")).to_have_text(card)
    assert phone.goto(lesson).status == 404
    expect(phone.get_by_role("heading")).to_have_text("这一页找不到了")
    phone.locator(".foot__main").click()
    expect(phone.locator("a.row").first).to_be_visible()


@pytest.mark.hard
def test_second_trainer_in_one_lesson_is_told_and_nothing_is_lost(trainer: Page, colleague: Page):
    address = editor.open_lesson(trainer, "打包干货")
    colleague.goto(address)
    editor.be_noticed(colleague)
    editor.write_summary(trainer, "韦老师写的一句")
    expect(editor.says(trainer, "saved")).to_be_visible()
    expect(colleague.locator("body")).to_contain_text("韦老师刚存了新的一版", timeout=editor.PATIENCE)
    editor.write_summary(colleague, "管理员写的一句")
    expect(editor.says(colleague, "paused")).to_be_visible()
    colleague.locator("footer").get_by_role("button", name="保存草稿").click()
    told = colleague.locator("#w-save-confirmation-dialog")
    expect(told).to_contain_text("会盖住韦老师的修改")
    trainer.reload()
    expect(trainer.locator("#id_summary")).to_have_value("韦老师写的一句")
    told.get_by_role("button", name="保存草稿").click()
    expect(colleague.locator(".messages .success")).to_be_visible(timeout=editor.PATIENCE)
    colleague.goto(address.replace("/edit/", "/history/"))
    expect(colleague.locator("table tbody tr", has_text="韦老师").first).to_be_visible()
