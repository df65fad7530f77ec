"""The home of `/cms/`: four short lists, by what the user does."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.urls import reverse
from wagtail.admin.ui.components import Component

from courses.carrying.doors import place_of_a_first_course
from courses.desk.lacking import Written, is_due
from courses.desk.second_looks import asked_of, say_how_they_stand
from courses.desk.selectors import last_drafts, takes_to_hear, voices, written_lessons
from courses.drafting.places import courses_of_places, places_of
from courses.models import Role
from courses.teams.selectors import RECORDING, REVIEWING, TRANSLATING, AnyUser, roles_of
from courses.translating.doors import courses_to_translate, other_locales
from courses.translating.summary import Summary, summaries

MOST = 6
WRITING = {Role.TRAINER, Role.EDITOR, Role.TRANSLATOR, Role.REVIEWER}


class Voice(NamedTuple):
    """A track and how many it is about: lessons to record, or takes to hear."""

    name: str
    many: int
    address: str


class DeskPanel(Component):
    name = "desk"
    template_name = "courses/desk/home.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        user = request.user
        roles = roles_of(user)
        lessons, names, reviews = written_lessons(user), voices(), bool(roles & set(REVIEWING))
        asked = asked_of(user, MOST) if reviews else []
        to_hear = [_voice(track, names[track], count) for track, count in takes_to_hear(lessons).items()]
        return {
            "request": request,
            "source": settings.LANGUAGE_CODE,
            "courses": courses_of_places(places_of(user))[:MOST],
            "writes": bool(roles & WRITING),
            "reviews": reviews,
            "waits": reviews and bool(asked or to_hear),
            "records": bool(roles & set(RECORDING)),
            "has_lessons": bool(lessons),
            "first_page": None if lessons else place_of_a_first_course(user),
            "drafts": say_how_they_stand(last_drafts(user, MOST)),
            "asked": asked,
            "edits": any(lesson.may_edit for lesson in lessons),
            "due": sorted(filter(_is_due_for_her, lessons), key=lambda lesson: str(lesson.check_again_by))[:MOST],
            "to_hear": to_hear,
            "translates": bool(roles & set(TRANSLATING)),
            "to_translate": _to_translate(user) if roles & set(TRANSLATING) else [],
            "has_voices": bool(names),
            "to_record": _to_record(lessons, names),
        }


def _is_due_for_her(lesson: Written) -> bool:
    return lesson.may_edit and is_due(lesson)


def _to_translate(user: AnyUser) -> list[Summary]:
    """Of her first courses, each language in which something waits."""
    return [one for one in summaries(courses_to_translate(user)[:MOST], other_locales()) if one.to_do]


def _to_record(lessons: list[Written], names: dict[int, str]) -> list[Voice]:
    counts = {
        track: sum(1 for lesson in lessons if lesson.subjects - lesson.recorded.get(track, set())) for track in names
    }
    return [_voice(track, names[track], count) for track, count in counts.items() if count]


def _voice(track: int, name: str, count: int) -> Voice:
    return Voice(name, count, reverse("recording-track", args=[track]))
