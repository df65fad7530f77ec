"""What a villager does on her phone to learn, one step a function. Right answers come from the page itself."""

import json
import re
import time
from collections.abc import Callable, Iterator

from playwright.sync_api import Locator, Page, expect

from tests.server import Server

PIN = "480293"
VILLAGE = "522731102213"
QUIZ = '.step .foot__main[href$="/quiz/"]'
HASTY = 450  # milliseconds in which a second tap is taken for a slip


def in_shell(server: Server, lines: str) -> str:
    """What the lines print, run beside the server."""
    return server.beside.ask(lines)


def code_of_village(server: Server, village: str = VILLAGE) -> str:
    found = f"VillageCode.objects.get(village__code='{village}', revoked_at=None).code"
    return in_shell(server, f"from trainees.models import VillageCode; print({found})")


def credited(server: Server, name: str) -> list[str]:
    """The kinds of all that was credited to the person of this name."""
    events = f"LearningEvent.objects.filter(trainee__person__name='{name}').values_list('kind', flat=True)"
    return in_shell(server, f"from progress.models import LearningEvent; print(*{events})").split()


def wait_until(is_so: Callable[[], bool], *, seconds: float = 20) -> None:
    """Raises AssertionError if it has not come to be so."""
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.2)


def official_at_her_desk(desk: Page, server: Server) -> Page:
    """Password, then the one-time code of this moment."""
    person = server.sign_ins()["official"]
    desk.goto("/office/")
    desk.get_by_label("用户名").fill(person["type"]["username"])
    desk.get_by_label("密码").fill(person["type"]["password"])
    desk.get_by_role("button", name="登录", exact=True).click()
    desk.locator("input[name=code]").fill(person["code"])
    desk.get_by_role("button", name="下一步").click()
    desk.wait_for_url("**/office/**")
    return desk


def join(phone: Page, code: str, name: str, sign: str) -> None:
    """From the poster of a village to her own lessons, or to what she was doing."""
    phone.goto(f"/v/{code}/?in=zh-hans")
    fill_in_joining(phone, name, sign)


def fill_in_joining(phone: Page, name: str, sign: str) -> None:
    phone.locator("#name").fill(name)
    phone.locator(f"input[name=sign][value={sign}]").check(force=True)
    phone.locator("input[name=pin]").first.fill(PIN)
    phone.locator("input[name=age]").first.check(force=True)
    phone.locator(".consent").get_by_text("我同意", exact=True).click()
    phone.locator(".foot__main").click()
    phone.wait_for_url(re.compile("/learn/(\\?|$)"))


def come_back(phone: Page, sign: str, *, pin: str = PIN) -> None:
    """By her picture and her PIN, on a phone that knows her."""
    phone.goto("/learn/who/?in=zh-hans")
    phone.locator(f'.sign:has(img[src*="{sign}"])').click()
    for digit in pin:
        phone.locator(".pad__key", has_text=digit).click()
    phone.locator(".foot__main").click()
    phone.wait_for_url(re.compile("/learn/(was-it-me/)?$"))


def sign_out(phone: Page) -> None:
    """What waits is sent before she leaves."""
    phone.goto("/learn/")
    phone.get_by_role("button", name=re.compile("退出")).click()
    expect(phone.get_by_role("heading", name="今天谁来学？")).to_be_visible()


def lessons_with_quiz(phone: Page) -> Iterator[str]:
    """Addresses of lessons, in the order of the list."""
    phone.goto("/zh-hans/")
    for row in [row.get_attribute("href") for row in phone.locator("a.row").all()]:
        phone.goto(row)
        if phone.locator(QUIZ).count():
            yield row


def open_quiz(phone: Page, lesson: str) -> None:
    """Where scripts run the first question is there at once."""
    phone.goto(lesson)
    phone.goto(phone.locator(QUIZ).get_attribute("href") or "")
    expect(phone.locator(".quiz--steps")).to_be_attached()


def open_plain_quiz(phone: Page, lesson: str) -> None:
    """The form under /learn/ that is made for her: where no script runs, the page of the quiz leads there."""
    phone.goto(lesson)
    page = phone.request.get(phone.locator(QUIZ).get_attribute("href") or "").text()
    phone.goto(re.findall(r'href="(/learn/quiz/[^"]+)"', page)[0])


def read_to_the_end(phone: Page) -> None:
    """Card after card, until the button leads out of the lesson."""
    while (following := _main_link(phone)).startswith("#"):
        phone.locator(".step:visible .foot__main").click()
        expect(phone.locator(f'[id="{following[1:]}"]')).to_be_visible()


def _main_link(phone: Page) -> str:
    return phone.locator(".step:visible .foot__main").get_attribute("href") or ""


def key_of(phone: Page) -> dict:
    return json.loads(phone.locator("#quiz-key").text_content() or "")["canonical"]


def answer_plainly(phone: Page, *, right: bool = True) -> None:
    """In the plain form, all questions in one page."""
    for question in key_of(phone)["questions"]:
        PLAINLY[question["kind"]](phone.locator(f'[id="q-{question["id"]}"]'), question, right)


def hand_in(phone: Page) -> None:
    phone.locator(".quiz__send button").click()
    phone.wait_for_url(re.compile(r"/learn/quiz/[^/]+/[^/]+/"))


def _choose(section: Locator, question: dict, right: bool) -> None:
    wanted = question["right"] if isinstance(question["right"], list) else [question["right"]]
    for field in section.locator(".choice__input").all():
        if field.get_attribute("type") == "checkbox":
            field.set_checked((field.get_attribute("value") in wanted) == right, force=True)
        elif (field.get_attribute("value") in wanted) == right:
            field.check(force=True)


def _write(section: Locator, question: dict, right: bool) -> None:
    section.locator("input").fill(question["value"] if right else "99999")


def _write_word(section: Locator, question: dict, right: bool) -> None:
    section.locator("input").fill(next(iter(question["accepted"].values())) if right else "不知道")


def _put_in_order(section: Locator, question: dict, right: bool) -> None:
    order = question["orders"][0] if right else question["orders"][0][::-1]
    for place, item in enumerate(order, 1):
        section.locator(f'[data-item="{item}"] select').select_option(str(place))


def _match(section: Locator, question: dict, right: bool) -> None:
    lefts = list(question["pairs"])
    for left, other in zip(lefts, lefts[1:] + lefts[:1], strict=True):
        section.locator(f'[data-left="{left}"] select').select_option(question["pairs"][left if right else other])


PLAINLY = {
    "single": _choose,
    "truefalse": _choose,
    "multiple": _choose,
    "numeric": _write,
    "ordering": _put_in_order,
    "matching": _match,
    "short": _write_word,
}


def answer_by_taps(phone: Page, *, wrong: int = 0, hand_in: bool = True) -> None:
    """A question a screen until it is handed in: the first `wrong` of them wrong, the others right."""
    questions = key_of(phone)["questions"]
    for number, question in enumerate(questions):
        section = phone.locator(f'[id="q-{question["id"]}"]')
        (WRONG_TAPS if number < wrong else TAPS)[question["kind"]](section, question)
        press(phone, "check")
        told = "wrong" if number < wrong else "right"
        expect(phone.locator(f".question--now .verdict--{told}")).to_be_visible()
        press(phone, "send" if question is questions[-1] else "next")
    if hand_in:
        expect(phone.locator(".state .title:visible")).to_be_visible()


def press(phone: Page, what: str) -> None:
    phone.wait_for_timeout(HASTY)
    phone.locator(f'.question--now [data-does="{what}"]:visible').last.click()


def _tap_choices(section: Locator, question: dict) -> None:
    wanted = question["right"] if isinstance(question["right"], list) else [question["right"]]
    for value in wanted:
        section.locator(f'.choice:has(input[value="{value}"])').click()


def _tap_keys(section: Locator, question: dict) -> None:
    for key in question["value"]:
        section.locator(f'.pad__key[data-key="{key}"]').click()


def _tap_words(section: Locator, words: str | None) -> None:
    section.locator("button.choice:visible").filter(has_text=re.compile(re.escape((words or "").strip()))).first.click()


def _tap_in_order(section: Locator, question: dict) -> None:
    for item in question["orders"][0]:
        _tap_words(section, section.locator(f'[id="i-{item}"]').text_content())


def _tap_pairs(section: Locator, question: dict) -> None:
    for left, right in question["pairs"].items():
        _tap_words(section, section.locator(f'[id="l-{left}"]').text_content())
        _tap_words(section, section.locator(f'select option[value="{right}"]').first.text_content())


def _tap_another_choice(section: Locator, question: dict) -> None:
    right = question["right"] if isinstance(question["right"], list) else [question["right"]]
    others = "".join(f':not(:has(input[value="{value}"]))' for value in right)
    section.locator(f".choice{others}").first.click()


def _tap_another_number(section: Locator, _question: dict) -> None:
    for _key in range(5):
        section.locator('.pad__key[data-key="9"]').click()


def _tap_backwards(section: Locator, question: dict) -> None:
    _tap_in_order(section, {"orders": [question["orders"][0][::-1]]})


def _tap_other_pairs(section: Locator, question: dict) -> None:
    lefts, rights = list(question["pairs"]), list(question["pairs"].values())
    _tap_pairs(section, {"pairs": dict(zip(lefts, rights[1:] + rights[:1], strict=True))})


def _type_word(section: Locator, question: dict) -> None:
    _write_word(section, question, right=True)


def _type_another_word(section: Locator, question: dict) -> None:
    _write_word(section, question, right=False)


TAPS = {
    "single": _tap_choices,
    "truefalse": _tap_choices,
    "multiple": _tap_choices,
    "numeric": _tap_keys,
    "ordering": _tap_in_order,
    "matching": _tap_pairs,
    "short": _type_word,
}

WRONG_TAPS = {
    "single": _tap_another_choice,
    "truefalse": _tap_another_choice,
    "multiple": _tap_another_choice,
    "numeric": _tap_another_number,
    "ordering": _tap_backwards,
    "matching": _tap_other_pairs,
    "short": _type_another_word,
}
