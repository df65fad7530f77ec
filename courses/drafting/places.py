"""Where a user may put a new lesson."""

from itertools import groupby
from typing import NamedTuple

from django.conf import settings

from courses.models import CoursePage, ModulePage, Role
from courses.teams.selectors import COURSE_PATH, AnyUser, pages_of

WRITING_LESSONS = (Role.TRAINER, Role.EDITOR)


class Place(NamedTuple):
    course: CoursePage
    module: ModulePage


def places_of(user: AnyUser) -> list[Place]:
    """Modules of her courses in the source language, in their order. Four queries at most."""
    paths = tuple(pages_of(user, WRITING_LESSONS))
    if not paths:
        return []
    modules = ModulePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None).order_by("path")
    courses = {course.path: course for course in CoursePage.objects.only("title", "path")}
    return [Place(courses[one.path[:COURSE_PATH]], one) for one in modules if one.path.startswith(paths)]


def courses_of_places(places: list[Place]) -> list[tuple[CoursePage, list[ModulePage]]]:
    return [
        (course, [place.module for place in group]) for course, group in groupby(places, lambda place: place.course)
    ]
