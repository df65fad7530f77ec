"""Who may save a course as a file, who may bring one in, and for which of its words she may let a voice be heard."""

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.carrying.exporting import spoken_ids
from courses.carrying.fields import KINDS, carried_fields
from courses.carrying.streams import ids_in
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


def place_of_a_first_course(user: AnyUser) -> HomePage | None:
    """The first page, while there is no course on this site and she may make one or bring one in."""
    if CoursePage.objects.exists():
        return None
    homes = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")
    return next((home for home in homes if _may_add(home, user)), None)


def _may_add(home: Page, user: AnyUser) -> bool:
    return home.permissions_for_user(user).can_add_subpage()


def is_administrator(user: AnyUser | None) -> bool:
    """Or nobody: whoever types at the server's own keyboard."""
    return user is None or (user.is_active and user.is_superuser)


def ids_of_own_pages(user: AnyUser) -> set[str]:
    """What may be said on pages that the user may edit and publish, in no language on a page of anybody else's."""
    mine: set[str] = set()
    others: set[str] = set()
    for model in KINDS.values():
        pages = list(model.objects.select_related("locale"))
        keys = {page.translation_key for page in pages if _is_source(page) and _may_publish(page, user)}
        for page in pages:
            (mine if page.translation_key in keys else others).update(_ids_on(page))
    return mine - others


def _is_source(page: Page) -> bool:
    return page.locale.language_code == settings.LANGUAGE_CODE


def _may_publish(page: Page, user: AnyUser) -> bool:
    permissions = page.permissions_for_user(user)
    return permissions.can_edit() and permissions.can_publish()


def _ids_on(page: Page) -> set[str]:
    return spoken_ids(ids_in(list(_raw(page))))


def _raw(page: Page) -> Iterator[object]:
    for field in carried_fields(type(page)):
        if isinstance(field, StreamField):
            yield getattr(page, field.name).get_prep_value()
