"""One of a trainer's people is looked for: by her number, or by her whole name, which gets into no address."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from trainees.models import Trainee
from trainees.names import BadName, cleaned_name
from trainees.numbers import trainee_number
from trainees.selectors.trainees import entries_of

MOST = 20


class NobodyMeant(Exception):
    """The text is a sentence that says what to write instead."""


def found_by(typed: str, among: QuerySet[Any]) -> list[Any]:
    """Whoever is meant: one of them, or some of the same name. Raises NobodyMeant."""
    if not typed.replace("\0", "").strip():
        raise NobodyMeant(_("Write her number, like H-0012, or her whole name."))
    number = trainee_number(typed)
    found = _called(typed, among) if number is None else list(among.filter(pk=_number_now(number)))
    if not found and number is not None:
        raise NobodyMeant(_("None of your people has this number. Write it like H-0012, or her whole name."))
    if not found:
        raise NobodyMeant(_("Nobody of the places that you answer for is called so. Try her number, like H-0012."))
    if len(found) > MOST:
        raise NobodyMeant(_("Very many people are called so. Write her number, like H-0012."))
    return found


def _called(typed: str, among: QuerySet[Any]) -> list[Any]:
    try:
        name = cleaned_name(typed)
    except BadName:
        return []
    return list(among.filter(person__name=name).order_by("pk")[: MOST + 1])


def _number_now(number: int) -> int:
    """Of an entry that was found to be another one: that one's."""
    trainee = Trainee.objects.filter(pk=number).first()
    return next(iter(entries_of(trainee))) if trainee else number
