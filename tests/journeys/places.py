"""Where a phone can go: addresses for tests that look at every kind of page, in one language."""

import json

from tests.journeys.learning import in_shell
from tests.server import Server

FOR_ALL = [
    "",
    "help/",
    "search/",
    "search/?q=纸箱",
    "search/?q=没有这个",
    "display/",
    "device-check/",
    "open-in-browser/",
]
TOOLS = ["tools/", "tools/price/", "tools/packing/", "tools/scam/", "on-this-phone/", "no-signal/", "nothing/"]
BEFORE_SIGNING_IN = ["/", "/learn/", "/learn/who/", "/learn/enter/"]

CARDS = """
import json
from courses.models import CoursePage, LessonPage
found = {course.slug: course.get_url() for course in CoursePage.objects.live().filter(locale__language_code="%(in)s")}
for lesson in LessonPage.objects.live().filter(locale__language_code="%(in)s").order_by("path"):
    for card in lesson.cards:
        found.setdefault(card.block_type, f"{lesson.get_url()}#{card.id}")
print(json.dumps(found))
"""
QUIZZES = """
import json
from quizzes.models import QuizPage
live = QuizPage.objects.live().filter(locale__language_code="%(in)s").order_by("path")
print(json.dumps([[quiz.get_url(), [question.block_type for question in quiz.questions]] for quiz in live]))
"""


def for_everyone(language: str) -> dict[str, str]:
    """Pages that need nobody, by name."""
    return {place or "home": f"/{language}/{place}" for place in [*FOR_ALL, *TOOLS]}


def in_language(language: str, addresses: list[str]) -> dict[str, str]:
    """Addresses that are the same in every language, each asking for this one."""
    return {address: f"{address}{'&' if '?' in address else '?'}in={language}" for address in addresses}


def courses_and_cards(server: Server, language: str) -> dict[str, str]:
    """The list of every course, and the first card of each kind."""
    return json.loads(in_shell(server, CARDS % {"in": language}))


def quizzes(server: Server, language: str) -> list[tuple[str, list[str]]]:
    """Every quiz with the kinds of its questions."""
    return json.loads(in_shell(server, QUIZZES % {"in": language}))
