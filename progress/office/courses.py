"""Courses by name, for choosing one."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language

from courses.models import CoursePage


def course_titles() -> dict[UUID, str]:
    """Each course once, by the name that it has in the reader's language, else in Chinese. One query.

    Courses that were taken off the site too: people are counted in them.
    """
    wanted = [settings.LANGUAGE_CODE, get_language() or settings.LANGUAGE_CODE]
    pages = CoursePage.objects.filter(locale__language_code__in=wanted).order_by("path")
    found = {code: {} for code in wanted}  # type: dict[str, dict[UUID, str]]
    for key, title, code in pages.values_list("translation_key", "title", "locale__language_code"):
        found[code][key] = title
    return found[settings.LANGUAGE_CODE] | found[wanted[1]]
