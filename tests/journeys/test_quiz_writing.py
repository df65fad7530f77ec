"""A trainer writes a quiz at her desk, tries it as her trainees will, and publishes it to their phones."""

import re

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests import editor

SCAN = "2. 扫：让手机看码"


def write_quiz(trainer: Page) -> str:
    """One of several, and a number; returns the address of its editor."""
    editor.begin_quiz(trainer, "手机四招", "小测验：手机四招")
    single = editor.add_question(trainer, "选一个", "扫码的时候，手机怎么拿？")
    editor.add_answers(single, ("对着码，拿稳", ""), ("贴着码", "贴得太近，看不清。"), ("边走边扫", "手一晃就糊了。"))
    editor.explain(single, "码要整个在框里，手机才看得清。", card=SCAN)
    number = editor.add_question(trainer, "填个数", "四招学会了三招，还剩几招？")
    number.locator("[name$='-value-value']").fill("1")
    number.locator("[name$='-value-unit']").fill("招")
    editor.explain(number, "4减3，剩1。", card=SCAN)
    return trainer.url


def preview(trainer: Page) -> FrameLocator:
    """It is open when she is there for the first time."""
    return trainer.frame_locator("#w-preview-iframe")


def test_she_tries_her_quiz_in_the_preview_publishes_it_and_it_is_offered(trainer: Page, phone: Page):
    write_quiz(trainer)
    shown = preview(trainer)
    expect(shown.locator(".ask").first).to_have_text("扫码的时候，手机怎么拿？", timeout=editor.PATIENCE)
    expect(shown.locator(".question")).to_have_count(2)
    trainer.wait_for_timeout(3000)  # the editor loads the preview once more after the last change
    expect(shown.locator(".note").first).to_contain_text("什么都不会记下来")
    shown.locator(".choice", has_text="贴着码").click()
    shown.locator(".foot__main:visible").click()
    expect(shown.locator(".verdict:visible")).to_contain_text("贴得太近，看不清。")
    trainer.get_by_role("button", name="预览开关").click()
    editor.publish(trainer)
    phone.goto("/zh-hans/")
    phone.locator("a.row", has_text="手机四招").click()
    start = phone.locator(".step").last.locator(".foot__main")
    expect(start).to_contain_text("开始小测验")
    expect(start).to_have_attribute("href", re.compile(r"^/zh-hans/[^?]+/four-phone-skills/[^/?]+/$"))


@pytest.mark.hard
def test_quiz_without_a_right_answer_is_not_published_and_she_is_told_what_to_do(trainer: Page):
    editor.begin_quiz(trainer, "农忙", "小测验：农忙、过年")
    single = editor.add_question(trainer, "选一个", "过年前，先做哪样？")
    editor.add_answers(single, ("备货", "太晚就没有箱子了。"), ("等着", "到时忙不过来。"), ("关店", "老买家会走。"))
    editor.explain(single, "早备一天，少忙一天。", card="没有")
    editor.act(trainer, "发布")
    expect(trainer.locator(".messages .error")).to_be_visible(timeout=editor.PATIENCE)
    expect(trainer.locator("#questions-root")).to_contain_text("还没有标出对的答案")


PAPER = """一、单选题
1．橙子装箱前要先做什么？（ A ）
A．晾干　B．封箱
2．忘了写答案的题
A．一　B．二
二、判断题
1．湿橙子可以马上装箱。（×）
"""


def test_she_pastes_a_paper_and_finds_in_her_draft_what_she_ticked(trainer: Page):
    address = editor.open_lesson(trainer, "小测验：选对产品")
    trainer.locator("header").get_by_role("button", name="动作").click()
    trainer.get_by_role("link", name="导入导出题目").click()
    trainer.get_by_label("把题目粘贴到这里").fill(PAPER)
    trainer.get_by_role("button", name="读取题目").click()
    expect(trainer.get_by_text("可以收下2题")).to_be_visible()
    expect(trainer.locator("li.help-critical")).to_contain_text("没有答案")
    trainer.get_by_role("checkbox").first.uncheck()
    trainer.get_by_role("button", name="把打勾的放进草稿").click()
    expect(trainer).to_have_url(address)
    expect(trainer.locator("[name$='-value-prompt']").last).to_have_value("湿橙子可以马上装箱。")
