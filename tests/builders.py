"""Small worlds for tests: a course with lessons, made through the models that the site itself uses."""

import json
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from wagtail.models import Locale, Page, Site

from courses.models import CoursePage, HomePage, LessonPage, ModulePage
from media.models import Picture
from media.services import import_drawing
from quizzes.models import QuizPage

HOME_KEY = uuid4()
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 208"><title>橙子</title>'
    '<circle cx="164" cy="104" r="40" fill="#e5762a"/></svg>'
)


def a_picture(key: str = "orange") -> Picture:
    source = Path(settings.MEDIA_ROOT) / "sources" / f"{key}.svg"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(SVG)
    return import_drawing(key=key, svg_path=source, title="橙子")


def a_home(language_code: str = "zh-hans") -> HomePage:
    """The first page of a language; pages of the same home in two languages are each other's translations."""
    locale, _ = Locale.objects.get_or_create(language_code=language_code)
    home = HomePage(title="乡店学堂", slug=f"home-{language_code}", locale=locale, translation_key=HOME_KEY)
    Page.get_first_root_node().add_child(instance=home)
    if language_code == "zh-hans":
        Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home, "hostname": "localhost"})
    return home


def a_course(home: HomePage | None = None, slug: str = "village-shop") -> CoursePage:
    home = home or a_home()
    course = CoursePage(title="村里开网店", short_title="开网店", slug=slug, locale=home.locale)
    return home.add_child(instance=course)


def a_module(course: CoursePage, slug: str = "packing") -> ModulePage:
    return course.add_child(instance=ModulePage(title="包好，寄好", slug=slug, locale=course.locale))


def a_card(title: str = "晾", text: str = "湿橙子装箱，容易发霉。", *, picture: Picture) -> dict:
    shown = {"image": picture.pk, "decorative": False, "alt_text": "橙子铺开在竹席上"}
    return {"type": "card", "value": {"picture": shown, "title": title, "text": text, "ask": "", "answer": ""}}


def a_lesson(
    module: ModulePage, *, title: str = "打包鲜果", slug: str = "oranges", cards: int = 3, more: Iterable[dict] = ()
) -> LessonPage:
    """`more` are cards of other kinds, which stand behind the plain ones."""
    picture = a_picture()
    stream = json.dumps([*(a_card(f"第{number}张", picture=picture) for number in range(1, cards + 1)), *more])
    lesson = LessonPage(
        title=title, short_title=title, slug=slug, cover=picture, cards=stream, locale=module.locale, minutes=6
    )
    return module.add_child(instance=lesson)


NO_PICTURE = {"image": None, "decorative": None, "alt_text": None}


def an_item(value: object) -> dict:
    return {"type": "item", "id": str(uuid4()), "value": value}


def a_question(kind: str, prompt: str = "怎么办？", **value: object) -> dict:
    """A question of raw stream data, whole unless `value` says otherwise."""
    told = {"prompt": prompt, "picture": NO_PICTURE, "explanation": "湿橙子装箱，容易发霉。", "explains": ""}
    return {"type": kind, "id": str(uuid4()), "value": {**told, **QUESTION_VALUES[kind](), **value}}


def a_check(kind: str = "single", prompt: str = "橙子皮还湿，怎么办？", **value: object) -> dict:
    """A knowledge check of raw stream data, a card of a lesson."""
    question = a_question(kind, prompt, **value)
    question["value"].pop("explains")
    return question | {"type": f"check_{kind}"}


def an_option(text: str, *, right: bool = False) -> dict:
    return an_item({"text": text, "right": right, "feedback": "" if right else "这样会坏。"})


def a_pair(left: str, right: str) -> dict:
    return an_item({"left": left, "right": right})


def a_quiz(parent: Page, questions: list[dict] | None = None, **fields: object) -> QuizPage:
    """A published quiz below a lesson or course, of one single choice if nothing else is asked for."""
    asked = [a_question("single")] if questions is None else questions
    quiz = QuizPage(title="小测验", slug="quiz", live=False, questions=json.dumps(asked), **fields)
    quiz.locale = parent.locale
    parent.add_child(instance=quiz)
    quiz.save_revision().publish()
    quiz.refresh_from_db()
    return quiz


QUESTION_VALUES = {
    "single": lambda: {"options": [an_option("晾干再装", right=True), an_option("马上装"), an_option("擦一擦就装")]},
    "multiple": lambda: {"options": [an_option("晾干", right=True), an_option("套网", right=True), an_option("洒水")]},
    "truefalse": lambda: {"answer": "true"},
    "numeric": lambda: {"value": "4", "tolerance": "0", "unit": "元"},
    "ordering": lambda: {"items": [an_item("挑"), an_item("晾"), an_item("装")], "also_right": []},
    "matching": lambda: {"pairs": [a_pair("大米", "受潮"), a_pair("腊肉", "闷热"), a_pair("绣品", "折痕")]},
    "short": lambda: {"answers": [an_item("顺丰"), an_item("SF Express")]},
}


def a_task(title: str = "练一练：拍五张", **value: object) -> dict:
    """A practice task of raw stream data, a card of a lesson."""
    told = {
        "picture": NO_PICTURE,
        "title": title,
        "text": "挑一样自家的货，拍五张。",
        "criteria": [an_item(sign) for sign in ("货看得清", "光从窗边来", "背景干净", "没有拍到孩子")],
        "no_phone": "请站长帮着拍。",
    }
    return {"type": "task", "id": str(uuid4()), "value": {**told, **value}}
