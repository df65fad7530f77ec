"""Who may translate what. A team works on its course in every language."""

from django.conf import settings
from django.http import Http404
from wagtail.models import Locale

from courses.models import CoursePage, HomePage
from courses.teams.selectors import TRANSLATING, AnyUser, courses_of


def courses_to_translate(user: AnyUser) -> list[CoursePage]:
    """In the source language, those that are published."""
    keys = courses_of(user, TRANSLATING)
    found = CoursePage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE, translation_key__in=keys)
    return list(found.select_related("locale").order_by("path")) if keys else []


def other_locales() -> list[Locale]:
    """What courses are translated into, the language that was switched on first before the others; none that is off."""
    on = HomePage.objects.live().values("locale")
    return list(Locale.objects.filter(pk__in=on).exclude(language_code=settings.LANGUAGE_CODE).order_by("pk"))


def course_and_locale(pk: int, language: str, user: AnyUser) -> tuple[CoursePage, Locale]:
    """Raises Http404 for what is not hers, and for a language that is not switched on."""
    course = next((course for course in courses_to_translate(user) if course.pk == pk), None)
    locale = next((locale for locale in other_locales() if locale.language_code == language), None)
    if course is None or locale is None:
        raise Http404
    return course, locale
