"""A quiz with one question of each kind, as the templates write it, in a real browser; and what is handed in."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

from django.contrib.staticfiles import finders
from django.db import connections
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import activate, get_language
from playwright.sync_api import BrowserContext, Locator, Page, Route

from portal.security_policy import phone_policy
from quizzes.models import QuizEdition
from quizzes.selectors import ShownOption, ShownQuestion, ShownQuiz

SITE = "http://quiz.example"
NOT_HASTY = 450  # milliseconds; a second tap within 400 is not meant
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
LESSON = "/zh-hans/village-shop/packing/"
HEADERS = {
    "Content-Security-Policy": phone_policy(),
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
}

PAGE = """{% extends "base.html" %}{% load quiz %}
{% block title %}小测验{% endblock %}{% block bar_title %}<h1 class="bar__name">小测验</h1>{% endblock %}
{% block head %}{% include "quizzes/components/head.html" %}{% endblock %}
{% block main %}<main class="quiz-screen">{% if told %}{% quiz_key quiz %}{% endif %}
{% include "quizzes/components/form.html" with action="/hand-in/" %}</main>{% endblock %}"""


SHARED_PAGE = """{% extends "base.html" %}{% load quiz %}
{% block title %}小测验{% endblock %}{% block bar_title %}<h1 class="bar__name">小测验</h1>{% endblock %}
{% block head %}{% include "quizzes/components/head.html" %}{% endblock %}
{% block main %}<main class="quiz-screen">
<div class="quiz-screen quiz__intro"><a class="foot__main" href="/plain/">开始小测验</a></div>
<template id="quiz-sheet">{% quiz_key quiz %}
{% include "quizzes/components/form.html" with action="/plain/?in=zh-hans" shared=True %}</template></main>
{% endblock %}"""


def _options(**texts: str) -> list[ShownOption]:
    return [ShownOption(key, text) for key, text in texts.items()]


def _canonical(*questions: dict) -> dict:
    return {"pass_mark": "0.75", "tries": None, "questions": [{"weight": "1", **question} for question in questions]}


CANONICAL = _canonical(
    {"id": "rain", "kind": "single", "options": ["dry", "box", "bag"], "right": ["dry"]},
    {"id": "pack", "kind": "multiple", "options": ["net", "foam", "wet"], "right": ["net", "foam"]},
    {"id": "mould", "kind": "truefalse", "right": "false"},
    {"id": "pay", "kind": "numeric", "value": "4", "tolerance": "0", "unit": True},
    {"id": "steps", "kind": "ordering", "items": ["a", "b", "c"], "orders": [["a", "b", "c"]]},
    {"id": "who", "kind": "matching", "left": ["l1", "l2"], "right": ["r1", "r2"], "pairs": {"l1": "r2", "l2": "r1"}},
    {"id": "send", "kind": "short", "accepted": {"s1": "顺丰", "s2": "sfexpress"}},
)

RAIN = [
    ShownOption("dry", "晾干再装，跟买家说明天发"),
    ShownOption("box", "先装箱，纸箱会把水吸干", "纸箱吸水就软，果还是湿的。"),
    ShownOption("bag", "包上塑料袋，水就进不来", "水汽闷在袋里，烂得更快。"),
]

QUESTIONS = [
    ShownQuestion(
        *("rain", "single", "早上下雨，刚摘的橙子皮还湿，下午快递就来。怎么办？"),
        options=RAIN,
        explanation="湿果、伤果进了箱，后面套得再好也会坏。",
        explains="card-dry",
        explains_title="晾",
    ),
    ShownQuestion(
        *("pack", "multiple", "哪些东西能护住橙子？"),
        options=_options(net="网套", foam="气泡垫", wet="湿报纸"),
        explanation="网套和气泡垫隔开果子，湿纸会捂坏。",
    ),
    ShownQuestion(
        *("mould", "truefalse", "一个果子发霉，擦干净还能寄。"),
        options=_options(true="对，是这样", false="不是这样"),
        explanation="霉看不见的地方也有。",
    ),
    ShownQuestion(
        *("pay", "numeric", "一箱30元，15个。坏了2个，按个数赔，赔几元？"), unit="元", explanation="30÷15×2=4元。"
    ),
    ShownQuestion(
        *("steps", "ordering", "先做哪样？一样一样点。"),
        options=_options(c="套", a="挑", b="晾"),
        explanation="先挑，再晾，后套。",
    ),
    ShownQuestion(
        *("who", "matching", "什么事找谁？"),
        left=_options(l1="包裹丢了", l2="果子坏了"),
        right=_options(r1="卖家赔", r2="快递公司查"),
        explanation="丢了先查单号。",
    ),
]
WORD = ShownQuestion(*("send", "short", "哪家快递当天来收？"), explanation="村口贴着快递的电话。")


def a_quiz(*kinds: str) -> ShownQuiz:
    """With the questions of these kinds, or of all that are answered without letters."""
    chosen = [question for question in [*QUESTIONS, WORD] if question.kind in kinds] or QUESTIONS
    ids = {question.id for question in chosen}
    canonical = {**CANONICAL, "questions": [one for one in CANONICAL["questions"] if one["id"] in ids]}
    edition = QuizEdition(quiz_key="0", number=1, canonical=canonical)
    return ShownQuiz(*("0", "打包小测验", "小测验", edition, "zh-hans"), lesson_url=LESSON, live=True, questions=chosen)


def rendered(page: str, context: dict) -> str:
    """In a thread of its own: in that of Playwright Django refuses the database."""

    def render() -> str:
        try:
            return engines["django"].from_string(page).render(context, RequestFactory().get("/"))
        finally:
            connections.close_all()

    language = get_language() or ""
    with ThreadPoolExecutor(max_workers=1, initializer=lambda: activate(language)) as pool:
        return pool.submit(render).result()


class Screen:
    """A phone that has opened the quiz, and can keep nothing: it sends plain forms.

    `sent` holds what was handed in, each as parsed form fields.
    """

    page = PAGE
    keeps = False

    def __init__(
        self, context: BrowserContext, quiz: ShownQuiz, *, without: str = "", told: bool = True, **form
    ) -> None:
        """`without`: the end of a file's name that does not arrive; `told=False`: the key stays on the server."""
        self.sent: list[dict[str, list[str]]] = []
        self.problems: list[str] = []
        self.without = without
        self.html = rendered(self.page, {"quiz": quiz, "told": told, **form})
        self.phone: Page = context.new_page()
        if not self.keeps:
            self.phone.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
        self.phone.on("pageerror", lambda problem: self.problems.append(str(problem)))
        self.phone.route("**/*", self._answer)
        self.phone.goto(f"{SITE}/quiz/")

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if self.without and path.endswith(self.without):
            route.fulfill(status=500, body="")
        elif path.startswith("/static/"):
            route.fulfill(path=finders.find(path.removeprefix("/static/")))
        elif route.request.method == "POST":
            self.sent.append(parse_qs(route.request.post_data or ""))
            route.fulfill(body="<h1>kept</h1>", headers=HEADERS)
        else:
            route.fulfill(body=self.html if path == "/quiz/" else "<h1>elsewhere</h1>", headers=HEADERS)

    @property
    def waiting(self) -> int:
        """How many attempts wait on the phone."""
        return self.phone.evaluate("outbox.counts().then(counts => counts.guest)")

    def tap(self, words: str) -> None:
        """Tap the button or tile that says this, not hastily."""
        self.phone.wait_for_timeout(NOT_HASTY)
        self.on_screen(words).tap()

    def on_screen(self, words: str) -> Locator:
        return self.phone.locator("button:visible, label.choice:visible").filter(has_text=words).first

    def answer(self, *taps: str) -> None:
        """Tap one after the other, then the orange button."""
        for words in taps:
            self.tap(words)
        self.press_main()

    def press_main(self) -> None:
        self.phone.wait_for_timeout(NOT_HASTY)
        self.phone.locator(".foot__main:visible").tap()

    def keys(self, number: str) -> None:
        for key in number:
            self.phone.locator(f'.pad__key[data-key="{key}"]:visible').tap()

    @property
    def verdict(self) -> Locator:
        return self.phone.locator(".verdict:visible")

    @property
    def asked(self) -> Locator:
        return self.phone.locator(".ask:visible")


class KeptScreen(Screen):
    """A phone at the page of the quiz, the same for everybody. No JSON comes from the site: what she does waits."""

    page = SHARED_PAGE
    keeps = True


def answers_in(fields: dict) -> dict:
    """Of the fields of a sent form, those that answer questions."""
    return {name: values for name, values in fields.items() if name.startswith("q-")}
