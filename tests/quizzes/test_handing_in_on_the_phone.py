"""Handing in a quiz on the phone: once, changed, again, and never somebody else's."""

from playwright.sync_api import expect

from tests.quizzes.screens import SITE, Screen, a_quiz, answers_in


def test_double_tap_on_hand_in_sends_once(context):
    screen = Screen(context, a_quiz("single"))
    screen.answer("晾干再装")
    screen.phone.wait_for_timeout(450)
    twice = "const send = [...document.querySelectorAll('[data-does=send]')].pop(); send.click(); send.click();"
    screen.phone.evaluate(twice)
    screen.phone.wait_for_url("**/hand-in/")
    screen.phone.wait_for_timeout(300)
    assert len(screen.sent) == 1


def test_test_without_a_signal_keeps_its_page_and_loses_no_answer(context):
    """This phone has no outbox: there is nothing but the page, and the sending of it."""
    ticket = {"uuid": "5f3c0d9e-0c7e-4c2e-9a57-0f3b1d6b2a11", "occasion": "after"}
    screen = Screen(context, a_quiz("single"), told=False, keep="7 1", ticket=ticket)
    context.set_offline(True)
    for _twice in range(2):
        screen.answer("先装箱")
    expect(screen.phone.get_by_role("alert")).to_have_count(1)
    assert (screen.sent, screen.problems) == ([], [])
    context.set_offline(False)
    screen.tap("换个办法交")
    screen.phone.wait_for_url("**/hand-in/")
    assert [answers_in(fields) for fields in screen.sent] == [{"q-rain": ["box"]}]
    assert "box" in screen.phone.evaluate("localStorage.getItem('quiz 7 1')")


def test_nothing_is_handed_in_before_all_is_answered(context):
    screen = Screen(context, a_quiz("single", "truefalse"))
    screen.phone.goto(f"{SITE}/quiz/#q-mould")
    screen.answer("不是这样")
    screen.tap("交上去")
    expect(screen.asked).to_contain_text("早上下雨")
    assert screen.sent == []


def test_back_of_the_phone_goes_one_question_back(context):
    screen = Screen(context, a_quiz())
    screen.answer("晾干再装")
    screen.press_main()
    expect(screen.asked).to_have_text("哪些东西能护住橙子？")
    expect(screen.asked).to_be_focused()
    screen.phone.go_back()
    expect(screen.asked).to_contain_text("早上下雨")
    expect(screen.phone.locator("input[value=dry]")).to_be_checked()


def test_answers_are_still_there_after_looking_at_the_card(context):
    screen = Screen(context, a_quiz(), keep="7 1")
    screen.answer("先装箱")
    screen.phone.locator(".hear:visible").tap()
    screen.phone.wait_for_url("**/packing/**")
    screen.phone.go_back()
    expect(screen.phone.locator("input[value=box]")).to_be_checked()


def test_handed_in_and_back_may_be_changed_and_sent_again(context):
    screen = Screen(context, a_quiz("single"), keep="7 1")
    for choice in ("先装箱", "晾干再装"):
        screen.answer(choice)
        screen.tap("交上去")
        screen.phone.wait_for_url("**/hand-in/")
        screen.phone.go_back()
        expect(screen.phone.locator("input:checked")).to_have_count(1)
    assert [answers_in(fields) for fields in screen.sent] == [{"q-rain": ["box"]}, {"q-rain": ["dry"]}]


def test_quiz_that_was_handed_in_begins_empty_when_opened_anew(context):
    screen = Screen(context, a_quiz("single"), keep="7 1")
    screen.answer("先装箱")
    screen.tap("交上去")
    screen.phone.wait_for_url("**/hand-in/")
    screen.phone.goto(f"{SITE}/quiz/")
    expect(screen.phone.locator(".quiz--steps input:checked")).to_have_count(0)


def test_next_person_on_this_phone_does_not_see_her_answers(context):
    screen = Screen(context, a_quiz("single"), keep="7 1")
    screen.tap("先装箱")
    screen.html = screen.html.replace('data-keep="7 1"', 'data-keep="8 1"')
    screen.phone.goto(f"{SITE}/other/")
    screen.phone.goto(f"{SITE}/quiz/")
    expect(screen.phone.locator(".quiz--steps input:checked")).to_have_count(0)
