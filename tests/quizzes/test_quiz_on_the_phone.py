"""One question a screen, a verdict at once, in a real browser; and the plain form whenever something fails."""

from dataclasses import replace
from pathlib import Path

import brotli
from django.contrib.staticfiles import finders
from django.utils.translation import override
from playwright.sync_api import expect

from quizzes.selectors import ShownOption
from tests.quizzes.screens import QUESTIONS, SITE, Screen, a_quiz, answers_in

RIGHT = [("晾干再装",), ("网套", "气泡垫"), ("不是这样",), "4", ("挑", "晾", "套"), ("快递公司查", "卖家赔")]
FIELDS = {
    "q-rain": ["dry"],
    "q-pack": ["net", "foam"],
    "q-mould": ["false"],
    "q-pay": ["4"],
    "q-steps-c": ["3"],
    "q-steps-a": ["1"],
    "q-steps-b": ["2"],
    "q-who-l1": ["r2"],
    "q-who-l2": ["r1"],
}


def test_script_that_does_not_arrive_leaves_the_plain_form(context):
    screen = Screen(context, a_quiz(), without="phone/quiz.js")
    expect(screen.phone.locator(".question:visible")).to_have_count(6)
    expect(screen.phone.locator("button[type=submit]:visible")).to_have_text("交上去")


def test_script_that_fails_in_the_middle_leaves_the_plain_form(context):
    screen = Screen(context, a_quiz())
    screen.tap("晾干再装")
    screen.phone.evaluate("() => { window.marking.isRight = function () { throw new Error('broken'); }; }")
    screen.press_main()
    expect(screen.phone.locator(".question:visible")).to_have_count(6)
    expect(screen.phone.locator("input[value=dry]")).to_be_checked()
    expect(screen.phone.locator(".part:visible")).to_have_count(0)


def test_without_javascript_the_form_is_sent_as_it_stands(context_without_javascript):
    screen = Screen(context_without_javascript, a_quiz())
    for choice in ("晾干再装", "网套", "气泡垫", "不是这样"):
        screen.on_screen(choice).tap()
    screen.phone.fill("[name=q-pay]", "４元")
    for name, place in {"a": "1", "b": "2", "c": "3"}.items():
        screen.phone.select_option(f"[name=q-steps-{name}]", place)
    screen.phone.select_option("[name=q-who-l1]", "r2")
    screen.phone.select_option("[name=q-who-l2]", "r1")
    screen.phone.locator("button[type=submit]").tap()
    screen.phone.wait_for_url("**/hand-in/")
    assert answers_in(screen.sent[0]) == {**FIELDS, "q-pay": ["４元"]}


def test_all_six_kinds_by_taps_send_the_same_fields(context):
    screen = Screen(context, a_quiz())
    for taps in RIGHT:
        if isinstance(taps, str):
            screen.keys(taps)
            taps = ()
        screen.answer(*taps)
        expect(screen.verdict).to_contain_text("答对了")
        screen.press_main()
    screen.phone.wait_for_url("**/hand-in/")
    assert answers_in(screen.sent[0]) == FIELDS
    assert screen.problems == []


def test_nothing_chosen_says_what_to_do(context):
    screen = Screen(context, a_quiz())
    screen.press_main()
    expect(screen.phone.get_by_role("status")).to_contain_text(["先点一个答案。"])
    expect(screen.verdict).to_have_count(0)


def test_wrong_answer_is_told_with_its_own_reason_and_the_card(context):
    screen = Screen(context, a_quiz())
    screen.answer("先装箱")
    expect(screen.verdict.locator(".verdict__word")).to_have_text("再看看")
    expect(screen.verdict.locator(".verdict__word")).to_be_focused()
    expect(screen.verdict.locator(".verdict__reason")).to_have_text("纸箱吸水就软，果还是湿的。")
    expect(screen.phone.locator(".mine:visible")).to_contain_text("先装箱，纸箱会把水吸干")
    expect(screen.phone.locator(".hear:visible")).to_have_attribute("href", "/zh-hans/village-shop/packing/#card-dry")


def test_wrong_answer_without_a_reason_of_its_own_is_explained(context):
    screen = Screen(context, a_quiz())
    screen.phone.goto(f"{SITE}/quiz/#q-mould")
    screen.answer("对，是这样")
    expect(screen.verdict.locator(".verdict__reason")).to_have_text("霉看不见的地方也有。")
    expect(screen.phone.locator(".hear:visible")).to_have_count(0)


def test_question_without_any_reason_has_a_verdict_alone(context):
    question = next(question for question in QUESTIONS if question.kind == "truefalse")
    screen = Screen(context, replace(a_quiz("truefalse"), questions=[replace(question, explanation="")]))
    screen.answer("对，是这样")
    expect(screen.verdict.locator(".verdict__word")).to_have_text("再看看")
    expect(screen.verdict.locator(".verdict__reason")).to_have_count(0)
    assert screen.problems == []


def test_what_she_chose_last_is_handed_in(context):
    screen = Screen(context, a_quiz("single"))
    screen.answer("先装箱")
    screen.tap("再选一次")
    screen.answer("晾干再装")
    expect(screen.verdict).to_contain_text("答对了")
    screen.tap("交上去")
    screen.phone.wait_for_url("**/hand-in/")
    assert answers_in(screen.sent[0]) == {"q-rain": ["dry"]}


def test_wrong_may_be_left_and_handed_in(context):
    screen = Screen(context, a_quiz("single"))
    screen.answer("先装箱")
    screen.tap("交上去")
    screen.phone.wait_for_url("**/hand-in/")
    assert answers_in(screen.sent[0]) == {"q-rain": ["box"]}


def test_hasty_second_tap_does_not_skip_the_verdict(context):
    screen = Screen(context, a_quiz())
    screen.tap("晾干再装")
    screen.phone.locator(".foot__main:visible").dblclick(delay=20)
    expect(screen.verdict).to_contain_text("答对了")
    expect(screen.phone.locator(".question--now")).to_have_attribute("data-question", "rain")


def test_second_tap_takes_a_step_back_and_the_others_move_up(context):
    screen = Screen(context, a_quiz("ordering"))
    for step in ("套", "挑", "晾", "套"):
        screen.tap(step)
    places = screen.phone.locator(".order__place").evaluate_all("all => all.map(one => one.value)")
    assert places == ["", "1", "2"]
    screen.press_main()
    expect(screen.phone.locator(".hint--asked:visible")).to_have_text("还有没点的，接着点完。")


def test_partner_taken_again_leaves_the_other_side(context):
    screen = Screen(context, a_quiz("matching"))
    screen.answer("卖家赔", "卖家赔")
    expect(screen.phone.locator(".hint--asked:visible")).to_have_text("还有没配的，接着配完。")


def test_number_pad_writes_one_point_and_rubs_out(context):
    screen = Screen(context, a_quiz("numeric"))
    screen.keys(".5.5")
    expect(screen.phone.locator("[name=q-pay]")).to_have_value("0.55")
    screen.phone.get_by_label("擦掉一个").tap()
    expect(screen.phone.locator("[name=q-pay]")).to_have_value("0.5")


def test_number_that_was_wrong_is_replaced_by_the_next_key(context):
    screen = Screen(context, a_quiz("numeric"))
    screen.keys("45")
    screen.press_main()
    screen.tap("再选一次")
    screen.keys("4")
    screen.press_main()
    expect(screen.verdict).to_contain_text("答对了")


def test_word_is_typed_as_people_type_and_her_own_is_said_when_it_is_another(context):
    screen = Screen(context, a_quiz("short"))
    screen.press_main()
    expect(screen.phone.get_by_text("先写一个答案。")).to_be_visible()
    screen.phone.locator("[name=q-send]").fill("constructor")
    screen.press_main()
    expect(screen.verdict).to_contain_text("再看看")
    expect(screen.phone.locator(".mine__words")).to_have_text("constructor")
    screen.tap("再选一次")
    screen.phone.locator("[name=q-send]").fill(" ＳＦ express。")
    screen.press_main()
    expect(screen.verdict).to_contain_text("答对了")


def test_answers_stand_in_an_order_of_each_sitting_which_a_reload_keeps(context):
    question = replace(QUESTIONS[0], mixes=True, options=[ShownOption(one, one) for one in ["dry", *"abcdefg"]])
    screen = Screen(context, replace(a_quiz("single"), questions=[question]), keep="wu")

    def order() -> list[str]:
        return screen.phone.locator(".choice:visible .choice__words").all_text_contents()

    orders = []
    for _sitting in range(3):
        orders.append(order())
        screen.tap("a")
        screen.phone.reload()
        assert order() == orders[-1]
        screen.phone.evaluate("sessionStorage.clear()")
        screen.phone.reload()
    assert orders[0] != orders[1] != orders[2]


def test_enter_means_the_orange_button(context):
    screen = Screen(context, a_quiz("numeric"))
    screen.phone.locator("[name=q-pay]").press_sequentially("4元")
    screen.phone.keyboard.press("Enter")
    expect(screen.verdict).to_contain_text("答对了")
    assert screen.sent == []


def test_keyboard_alone_answers_and_goes_on(context):
    screen = Screen(context, a_quiz())
    screen.phone.locator("input[value=box]").focus()
    screen.phone.keyboard.press("ArrowUp")
    screen.phone.keyboard.press("Enter")
    expect(screen.verdict).to_contain_text("答对了")
    screen.phone.wait_for_timeout(450)
    screen.phone.keyboard.press("Tab")
    screen.phone.keyboard.press("Enter")
    expect(screen.asked).to_have_text("哪些东西能护住橙子？")


def test_without_a_key_there_is_no_verdict(context):
    screen = Screen(context, a_quiz("single", "truefalse"), told=False)
    screen.answer("先装箱")
    expect(screen.asked).to_have_text("一个果子发霉，擦干净还能寄。")
    screen.answer("不是这样")
    screen.phone.wait_for_url("**/hand-in/")
    assert answers_in(screen.sent[0]) == {"q-rain": ["box"], "q-mould": ["false"]}


def test_trial_of_an_author_sends_nothing(context):
    screen = Screen(context, a_quiz("single"), trial=True)
    screen.answer("晾干再装")
    screen.tap("从头再来")
    expect(screen.asked).to_contain_text("早上下雨")
    expect(screen.phone.locator("[type=submit]")).to_have_count(0)
    assert screen.sent == []


def test_question_in_the_address_is_shown_with_the_bar_above_it(context):
    screen = Screen(context, a_quiz())
    screen.phone.goto(f"{SITE}/elsewhere/")
    screen.phone.goto(f"{SITE}/quiz/#q-steps")
    expect(screen.asked).to_contain_text("先做哪样？")
    expect(screen.phone.locator(".bar")).to_be_in_viewport(ratio=1)


def test_mark_above_the_foot_while_something_is_below_it(context):
    screen = Screen(context, a_quiz("single"))
    more = screen.phone.locator(".foot--more:visible")
    expect(more).to_have_count(0)
    screen.phone.set_viewport_size({"width": 360, "height": 480})
    expect(more).to_have_count(1)
    screen.phone.evaluate("window.scrollTo(0, 9999)")
    expect(more).to_have_count(0)


def test_scripts_and_page_are_small(context):
    screen = Screen(context, a_quiz())
    scripts = [finders.find(f"quizzes/{name}.js") for name in ("marking", "answering", "quiz")]
    assert sum(len(brotli.compress(Path(script).read_bytes())) for script in scripts) <= 8_000
    assert len(brotli.compress(screen.html.encode())) <= 14_000


def test_reason_with_markup_is_text(context):
    quiz = a_quiz("single")
    object.__setattr__(quiz.questions[0], "explanation", "</script><img src=x onerror=alert(1)>")
    screen = Screen(context, quiz)
    screen.answer("晾干再装")
    expect(screen.verdict.locator(".verdict__reason")).to_have_text("</script><img src=x onerror=alert(1)>")


def test_interface_speaks_english(context):
    with override("en"):
        screen = Screen(context, a_quiz("single"))
    screen.answer("先装箱")
    expect(screen.verdict.locator(".verdict__word")).to_have_text("Look again")
    expect(screen.phone.locator(".foot__main:visible")).to_have_text("Try again")
