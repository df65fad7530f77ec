"""Inside Django: a trainer at her desk with a short and a long course. Prints a JSON list of what each page cost her.

Runs in the data folder of the measurement, and fills it.
"""

import json
import sys
import time

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the set-up
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from courses.models import CoursePage, HomePage, LessonPage  # noqa: E402
from tests import builders  # noqa: E402
from tests.staff import at_desk, made_trainer  # noqa: E402
from trainees.models import User  # noqa: E402

SHORT, LONG, MODULES, CARDS, MOST = 20, 200, 10, 8, 40
ROUNDS = 3


def main() -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    builders.a_picture()
    courses = {count: a_course_of(count) for count in (SHORT, LONG)}
    found = [row for count, course in courses.items() for row in in_course(course, f"{count} lessons")]
    json.dump(found + one_lesson(courses[LONG]), sys.stdout)


def a_course_of(lessons: int) -> CoursePage:
    """Published, each lesson with a quiz."""
    home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    with transaction.atomic():
        course = builders.a_course(home, f"course-{lessons}")
        for number in range(MODULES):
            module = builders.a_module(course, f"module-{number}")
            for place in range(lessons // MODULES):
                lesson = builders.a_lesson(module, slug=f"lesson-{place}", cards=CARDS)
                lesson.save_revision().publish()
                builders.a_quiz(lesson, [builders.a_question("single") for _question in range(4)])
    return course


def in_course(course: CoursePage, size: str) -> list[dict]:
    """What opens over the whole course, and its middle lesson."""
    desk = at_desk(made_trainer(User.objects.create_user(f"wei-{course.pk}"), course))
    lesson = LessonPage.objects.descendant_of(course).order_by("path")[25 if size.startswith("200") else 5]
    pages = {
        "start page": reverse("wagtailadmin_home"),
        "what is missing": reverse("missing"),
        "voices": reverse("recording-voices"),
        "module in the explorer": reverse("wagtailadmin_explore", args=[lesson.get_parent().pk]),
        "search": f"{reverse('wagtailadmin_pages:search')}?q=打包",
        "lesson opens": reverse("wagtailadmin_pages:edit", args=[lesson.pk]),
        "cards to take": reverse("take-cards", args=[lesson.pk]),
    }
    read = [(name, size, *cost(lambda address=address: desk.get(address))) for name, address in pages.items()]
    return [dict(zip(COLUMNS, row, strict=True)) for row in [*read, *written(desk, lesson, size)]]


COLUMNS = ("what", "where", "seconds", "queries")


def written(desk: Client, lesson: LessonPage, where: str) -> list[tuple]:
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[lesson.pk])
    form = form_of(lesson)

    def previewed():
        desk.post(preview, form)
        return desk.get(preview)

    return [
        ("lesson previewed", where, *cost(previewed)),
        ("lesson saved", where, *cost(lambda: desk.post(edit, form), 302)),
        ("lesson published", where, *cost(lambda: desk.post(edit, form | {"action-publish": "1"}), 302)),
    ]


def form_of(lesson: LessonPage) -> dict:
    """What the editor's form sends of a lesson of plain cards."""
    whole = {"title": lesson.title, "slug": lesson.slug, "short_title": "晾", "minutes": 6, "cover": lesson.cover_id}
    form = {**whole, "local_lines-count": 0, "cards-count": len(lesson.cards)}
    for number, card in enumerate(lesson.cards.get_prep_value()):
        at = f"cards-{number}"
        form |= {f"{at}-type": "card", f"{at}-id": card["id"], f"{at}-order": number, f"{at}-deleted": ""}
        form |= {f"{at}-value-{name}": card["value"][name] for name in ("title", "text", "ask", "answer")}
        picture = card["value"]["picture"]
        form |= {f"{at}-value-picture-{name}": picture[name] for name in ("image", "alt_text")}
    return form


def one_lesson(course: CoursePage) -> list[dict]:
    """A lesson with as many cards as there may be."""
    desk = at_desk(made_trainer(User.objects.create_user("luo"), course))
    lesson = builders.a_lesson(course.get_children().first().specific, slug="forty", cards=MOST)
    lesson.save_revision().publish()
    where = f"{MOST} cards"
    opened = cost(lambda: desk.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])))
    rows = [("lesson opens", where, *opened), *written(desk, lesson, where)]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def cost(ask, status: int = 200) -> tuple[float, int]:
    """The median of seconds, and the queries of the last round; the first round is not counted."""
    took, many = [], 0
    for _round in range(ROUNDS + 1):
        with CaptureQueriesContext(connection) as captured:
            begun = time.perf_counter()
            answer = ask()
            took.append(time.perf_counter() - begun)
        many = len(captured)
        if answer.status_code != status:
            sys.exit(f"It answered {answer.status_code}.")
    return sorted(took[1:])[ROUNDS // 2], many


if __name__ == "__main__":
    main()
