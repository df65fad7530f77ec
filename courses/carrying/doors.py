"""Who may save a course as a file, and who may bring one in."""

from django.conf import settings
from django.http import Http404
from wagtail.models import Page

from courses.models import CoursePage, HomePage, Role
from courses.teams.selectors import AnyUser, courses_of


def course_to_save(pk: int, user: AnyUser) -> CoursePage:
    """A course in its source language that the user may edit: the file holds the right answers. Raises Http404."""
    course = CoursePage.objects.filter(pk=pk, locale__language_code=settings.LANGUAGE_CODE).first()
    if course is None or not course.permissions_for_user(user).can_edit():
        raise Http404
    return course


def may_bring_in(user: AnyUser) -> bool:
    """Whoever may add a course, and trainers: theirs may have a newer file. What is not theirs stays as it is."""
    homes = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return bool(courses_of(user, [Role.TRAINER])) or any(_may_add(home, user) for home in homes)


def _may_add(home: Page, user: AnyUser) -> bool:
    return home.permissions_for_user(user).can_add_subpage()
