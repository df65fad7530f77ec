"""The lessons of a user's courses as they were last written. The number of queries is the same for any number."""

import datetime
import json
from collections import defaultdict
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language_info
from wagtail.models import Page
from wagtail.permissions import policy_registry

from courses.desk.lacking import Written
from courses.models import CoursePage, LessonPage
from courses.teams.rights import RIGHTS
from courses.teams.selectors import COURSE_PATH, AnyUser, pages_of
from courses.translating.doors import other_locales
from media.models import Recording, Take, Track, Video
from media.phrases import phrases
from quizzes.models import QuizPage

EDITING = [role for role, rights in RIGHTS.items() if rights.pages]  # in the source language


def written_lessons(user: AnyUser) -> list[Written]:
    """In the order of the courses; in the source language, which others are translated from."""
    lessons = _pages(LessonPage, pages_of(user))
    if not lessons:
        return []
    quizzes = {quiz.path[: -Page.steplen]: quiz for quiz in reversed(_pages(QuizPage, pages_of(user)))}
    edited = tuple(pages_of(user, EDITING))
    courses = dict(CoursePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).values_list("path", "title"))
    translated = _translated()
    recorded = _recorded()
    captions = dict(Video.objects.values_list("pk", "captions"))
    written = [
        _written(lesson, quizzes.get(lesson.path), courses, translated[lesson.translation_key], recorded)
        for lesson in lessons
    ]
    for page, lesson in zip(lessons, written, strict=True):
        lesson.may_edit = page.path.startswith(edited)
        lesson.uncaptioned = _uncaptioned(lesson, captions)
    return written


def other_languages() -> dict[str, str]:
    """Languages that lessons are translated into, as whoever reads the list calls them."""
    codes = [one.language_code for one in other_locales()]
    return {code: get_language_info(code)["name_translated"] for code in codes}


def voices() -> dict[int, str]:
    return {track.pk: str(track) for track in Track.objects.order_by("position", "pk")}


def takes_to_hear(lessons: list[Written]) -> dict[int, int]:
    """By track, how much of what these lessons and the screens say was recorded and waits for a reviewer."""
    ids = {card["id"] for lesson in lessons for card in lesson.cards if card.get("id")}
    ids |= {question["id"] for lesson in lessons for question in lesson.questions or () if question.get("id")}
    ids |= set(phrases())
    waiting: dict[int, int] = defaultdict(int)
    for track, subject in Take.objects.filter(state=Take.State.READY).values_list("track", "subject"):
        waiting[track] += subject.split(":")[1] in ids
    return {track: count for track, count in waiting.items() if count}


def last_drafts(user: AnyUser, most: int) -> list[Page]:
    """Lessons and quizzes of her courses that she may open and that are not published, the last one first."""
    paths = pages_of(user)
    if not paths:
        return []
    drafts = Page.objects.filter(_below(paths), alias_of=None).type(LessonPage, QuizPage)
    drafts &= policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    unpublished = drafts.filter(Q(live=False) | Q(has_unpublished_changes=True))
    last = unpublished.select_related("content_type", "locale", "latest_revision__user")
    return list(last.order_by("-latest_revision_created_at")[:most])


def _below(paths: list[str]) -> Q:
    return reduce(or_, (Q(path__startswith=path) for path in paths))


def _pages(model: type[Page], paths: list[str]) -> list[Any]:
    if not paths:
        return []
    pages = model.objects.filter(_below(paths), locale__language_code=settings.LANGUAGE_CODE)
    return list(pages.select_related("latest_revision").order_by("path"))


def _translated() -> dict[Any, set[str]]:
    """Codes of the languages by lesson; an alias only repeats the source."""
    pages = LessonPage.objects.filter(alias_of=None).exclude(locale__language_code=settings.LANGUAGE_CODE)
    found: dict[Any, set[str]] = defaultdict(set)
    for key, code in pages.values_list("translation_key", "locale__language_code"):
        found[key].add(code)
    return found


def _uncaptioned(lesson: Written, captions: dict[int, dict]) -> set[str]:
    """The languages of the lesson in which nobody can read along with some video of it."""
    shown = [captions[pk] for card in lesson.cards if (pk := card["value"].get("video")) in captions]
    return {code for code in (settings.LANGUAGE_CODE, *lesson.translated) if any(code not in one for one in shown)}


def _recorded() -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    said = Q(subject__startswith="card:") | Q(subject__startswith="question:")
    for track, subject in Recording.objects.filter(said).values_list("track", "subject"):
        found[track].add(subject)
    return found


def _written(lesson: LessonPage, quiz: QuizPage | None, courses: dict, translated: set, recorded: dict) -> Written:
    return Written(
        pk=lesson.pk,
        title=_last(lesson, "title"),
        course=courses.get(lesson.path[:COURSE_PATH], ""),
        is_draft=not lesson.live or lesson.has_unpublished_changes,
        cards=last_blocks(lesson, "cards"),
        questions=None if quiz is None else last_blocks(quiz, "questions"),
        checked_on=_day(_last(lesson, "checked_on")),
        check_again_by=_day(_last(lesson, "check_again_by")),
        translated=translated,
        recorded=recorded,
        quiz_pk=quiz and quiz.pk,
    )


def _last(page: Page, name: str) -> Any:
    """A field as it was last written: of a page that is changed after publishing only the revision knows."""
    revision = page.latest_revision
    return revision.content[name] if revision and name in revision.content else getattr(page, name)


def last_blocks(page: Page, name: str) -> list[dict]:
    """The raw blocks of a stream as they were last written."""
    last = _last(page, name)
    blocks = json.loads(last) if isinstance(last, str) else last.raw_data
    return [block for block in blocks if isinstance(block, dict)]


def _day(told: Any) -> datetime.date | None:
    return datetime.date.fromisoformat(told) if isinstance(told, str) and told else told or None
