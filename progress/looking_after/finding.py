"""One of a trainer's people is looked for: by her number, or by her whole name, which gets into no address."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from trainees.names import BadName, cleaned_name
from trainees.numbers import trainee_number
from trainees.selectors.trainees import entries_of_number

MOST = 20


class NobodyMeant(Exception):
    """The text is a sentence that says what to write instead."""


def found_by(typed: str, among: QuerySet[Any]) -> list[Any]:
    """Whoever is meant: one of them, or some of the same name. Raises NobodyMeant."""
    if not typed.replace("\0", "").strip():
        raise NobodyMeant(_("Write her number, like H-0012, or her whole name."))
    number = trainee_number(typed)
    if number is None:
        return people_called(typed, among)
    if found := list(among.filter(pk=entries_of_number(number)[0])):
        return found
    raise NobodyMeant(_("None of your people has this number. Write it like H-0012, or her whole name."))


def people_called(typed: str, among: QuerySet[Any]) -> list[Any]:
    """Whose whole name it is. Raises NobodyMeant, also for more people than somebody looks through."""
    try:
        found = list(among.filter(person__name=cleaned_name(typed)).order_by("pk")[: MOST + 1])
    except BadName:
        found = []
    if not found:
        raise NobodyMeant(_("Nobody of the places that you answer for is called so. Try her number, like H-0012."))
    if len(found) > MOST:
        raise NobodyMeant(_("Very many people are called so. Write her number, like H-0012."))
    return found
