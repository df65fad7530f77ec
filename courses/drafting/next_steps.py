"""What an author does after the page that she has open is written."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.models import LessonPage
from courses.teams.selectors import may_record
from quizzes.models import QuizPage


class Step(NamedTuple):
    said: str | Promise
    address: str


def next_steps(request: HttpRequest, page: Page) -> list[Step]:
    """Its quiz, then its voice; of a lesson or of the quiz below one, in the language that is written first."""
    lesson = _lesson_of(page)
    if lesson is None or lesson.locale.language_code != settings.LANGUAGE_CODE:
        return []
    return [*_quiz_step(request, lesson, page), *_recording_step(request, lesson)]


def may_publish(request: HttpRequest, page: Page) -> bool:
    return page.permissions_for_user(request.user).can_publish()


def _lesson_of(page: Page) -> LessonPage | None:
    if isinstance(page, QuizPage):
        page = page.get_parent().specific
    return page if isinstance(page, LessonPage) and page.pk else None


def _quiz_step(request: HttpRequest, lesson: LessonPage, page: Page) -> list[Step]:
    if page.pk != lesson.pk:
        return [Step(_("Back to the lesson"), reverse("wagtailadmin_pages:edit", args=[lesson.pk]))]
    quiz = QuizPage.objects.child_of(lesson).first()
    if quiz is not None:
        return [Step(_("Open its quiz"), reverse("wagtailadmin_pages:edit", args=[quiz.pk]))]
    if not lesson.permissions_for_user(request.user).can_add_subpage():
        return []
    return [Step(_("Write its quiz"), reverse("wagtailadmin_pages:add", args=["quizzes", "quizpage", lesson.pk]))]


def _recording_step(request: HttpRequest, lesson: LessonPage) -> list[Step]:
    if not may_record(request.user, lesson):
        return []
    return [Step(_("Record it"), f"{reverse('recording-voices')}?lesson={lesson.translation_key}")]
