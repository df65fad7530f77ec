"""What a lesson or quiz may cost on a slow line: every one of the starter's, in both languages, as the server sends it.

Sizes are of body and headers, in bytes. A browser measures the same with `make budget`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.request import Request, urlopen
from uuid import uuid4

import brotli
import pytest

from tests.server import serving

PAGE, FIRST_VIEW, SCRIPTS, PICTURE = 14_000, 60_000, 15_000, 30_000
CHECK_SCRIPT = 1_500
REQUESTS = 6
QUIZ_SCRIPTS, QUIZ_REQUESTS = 25_000, 8
LESSONS, QUIZZES = 27, 22
LANGUAGES = ("zh-hans", "en")

ROW = re.compile(r'<a class="row" href="([^"]+)"')
TAG = re.compile(r"<(?:script|img|link|source)\b([^>]*)>")
LAZY = 'loading="lazy"'
ADDRESS = re.compile(r'\b(?:src|href)="([^"]+)"')
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.S)
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
DRAWING = re.compile(r'"(/uploads/drawings/[^"]+)"')


@dataclass(frozen=True)
class Sent:
    """What came for one address: its size over the wire, and its text."""

    size: int
    text: str


class Phone:
    """Asks a server as a phone does, each address once."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.get = cache(self._get)

    def lessons(self) -> list[str]:
        """Addresses of all lessons, from the lists that a villager sees."""
        return [address for code in LANGUAGES for address in ROW.findall(self.get(f"/{code}/").text)]

    def quizzes(self) -> list[str]:
        """Addresses of their quizzes, from the button at the end of each lesson."""
        found = [re.findall(f'href="({lesson}[^"#]+/)"', self.get(lesson).text) for lesson in self.lessons()]
        return sorted({address for some in found for address in some})

    def whole_quiz(self, quiz: str) -> list[str]:
        """Addresses beside the page itself; its script asks for the pictures of all its questions."""
        page = NOSCRIPT.sub("", self.get(quiz).text)
        return sorted({found[1] for found in map(ADDRESS.search, TAG.findall(page)) if found})

    def first_view(self, lesson: str) -> list[str]:
        """Addresses that are asked for beside the page itself before she taps anything, where scripts run."""
        page = NOSCRIPT.sub("", self.get(lesson).text)
        tags = TAG.findall(page)
        eager = [attributes for attributes in tags if LAZY not in attributes]
        seen = next(attributes for attributes in tags if LAZY in attributes)  # the picture of the first card
        return sorted({found[1] for found in map(ADDRESS.search, [*eager, seen]) if found})

    def drawings(self) -> set[str]:
        """Every drawing of every lesson and list."""
        pages = [*self.lessons(), *(f"/{code}/" for code in LANGUAGES)]
        return {address for page in pages for address in DRAWING.findall(self.get(page).text)}

    def scripts(self, page: str, beside: list[str]) -> int:
        """Their size, the one inside the page among them."""
        inline = sum(map(len, INLINE_SCRIPT.findall(self.get(page).text)))
        return inline + sum(self.get(address).size for address in beside if address.endswith(".js"))

    def _get(self, address: str) -> Sent:
        with urlopen(Request(self.site + address, headers={"Accept-Encoding": "gzip, br"})) as answer:
            body, head = answer.read(), bytes(answer.headers)
            compressed = answer.headers["Content-Encoding"] == "br"
        return Sent(len(head) + len(body), (brotli.decompress(body) if compressed else body).decode())


@pytest.fixture(scope="module")
def phone(seeded_folder, tmp_path_factory) -> Iterator[Phone]:
    with serving(seeded_folder, tmp_path_factory.mktemp("budgets") / f"budgets-{uuid4().hex}") as server:
        yield Phone(server.url)


def over(limit: int, sizes: dict[str, int]) -> dict[str, int]:
    return {name: size for name, size in sizes.items() if size > limit}


def test_every_lesson_is_in_the_list_of_both_languages(phone):
    assert len(set(phone.lessons())) == LESSONS * len(LANGUAGES)


def test_page_with_its_style_sheet_fits_into_the_first_packets(phone):
    assert over(PAGE, {lesson: phone.get(lesson).size for lesson in phone.lessons()}) == {}


def test_first_view_asks_for_one_picture_two_scripts_and_the_icon(phone):
    asked = {tuple(address.rpartition(".")[2] for address in phone.first_view(lesson)) for lesson in phone.lessons()}
    assert {tuple(sorted(kinds)) for kinds in asked} == {("js", "js", "svg", "svg"), ("js", "js", "js", "svg", "svg")}


THIRD_SCRIPTS = [
    ("price.", 'class="reckon"', {"pricing"}),
    ("check.", "data-check=", {"taking-photos", "sending-parcels", "returns-and-bad-fruit"}),
]


@pytest.mark.parametrize(("script", "needs_it", "expected"), THIRD_SCRIPTS)
def test_third_script_comes_only_where_something_needs_it(phone, script, needs_it, expected):
    carrying = {lesson for lesson in phone.lessons() if any(script in one for one in phone.first_view(lesson))}
    assert carrying == {lesson for lesson in phone.lessons() if needs_it in phone.get(lesson).text}
    assert {lesson.rstrip("/").rpartition("/")[2] for lesson in carrying} == expected


def test_script_of_a_knowledge_check_is_tiny(phone):
    sizes = {
        one: phone.get(one).size for lesson in phone.lessons() for one in phone.first_view(lesson) if "check." in one
    }
    assert over(CHECK_SCRIPT, sizes) == {}


def test_first_view_asks_for_little(phone):
    assert over(REQUESTS, {lesson: 1 + len(phone.first_view(lesson)) for lesson in phone.lessons()}) == {}


def test_first_view_is_small(phone):
    whole = {
        lesson: sum(phone.get(address).size for address in [lesson, *phone.first_view(lesson)])
        for lesson in phone.lessons()
    }
    assert over(FIRST_VIEW, whole) == {}


def test_scripts_are_small(phone):
    sizes = {lesson: phone.scripts(lesson, phone.first_view(lesson)) for lesson in phone.lessons()}
    assert over(SCRIPTS, sizes) == {}


def test_quizzes_are_found_in_both_languages(phone):
    assert len(phone.quizzes()) == QUIZZES * len(LANGUAGES)


def test_quiz_fits_into_the_first_packets_with_its_questions(phone):
    assert over(PAGE, {quiz: phone.get(quiz).size for quiz in phone.quizzes()}) == {}


def test_quiz_asks_for_little_more_than_a_lesson(phone):
    assert over(QUIZ_REQUESTS, {quiz: 1 + len(phone.whole_quiz(quiz)) for quiz in phone.quizzes()}) == {}


def test_quiz_is_small_with_all_its_pictures(phone):
    whole = {quiz: sum(phone.get(one).size for one in [quiz, *phone.whole_quiz(quiz)]) for quiz in phone.quizzes()}
    assert over(FIRST_VIEW, whole) == {}


def test_scripts_of_a_quiz_are_small(phone):
    assert over(QUIZ_SCRIPTS, {quiz: phone.scripts(quiz, phone.whole_quiz(quiz)) for quiz in phone.quizzes()}) == {}


def test_every_drawing_is_small(phone):
    assert over(PICTURE, {address: phone.get(address).size for address in phone.drawings()}) == {}
    assert phone.drawings()
