"""How old one must be to be signed up here: 16, or 18 where the county says so. Never a birth date."""

from __future__ import annotations

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainees.models import Person

UNDER_16, UNDER_18 = "under-16", "under-18"


def ages() -> list[tuple[str, str | Promise]]:
    """What she is asked at the door."""
    if settings.MINIMUM_AGE == 18:
        return [(Person.Age.ADULT.value, Person.Age.ADULT.label), (UNDER_18, gettext_lazy("Not 18 yet"))]
    return [*Person.Age.choices, (UNDER_16, gettext_lazy("Not 16 yet"))]


def is_too_young(age: str) -> bool:
    return age in (UNDER_16, UNDER_18) or (settings.MINIMUM_AGE == 18 and age == Person.Age.YOUTH)


def too_young() -> str:
    """The sentence for it."""
    if settings.MINIMUM_AGE == 18:
        return _("We sign up only people of 18 and over. Nothing that you typed was kept.")
    return _("We sign up only people of 16 and over. Nothing that you typed was kept.")
