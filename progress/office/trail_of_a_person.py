"""Whom a reader of the trail means: by a number, or a name among people of her places. No name gets into an address."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from foundation.audit import Action, record
from progress.looking_after.finding import NobodyMeant, people_called
from progress.office.audited import LOOKED_UP
from progress.office.doors import Visitor
from progress.office.places import full_name
from trainees.masks import masked_name
from trainees.models import Trainee
from trainees.numbers import trainee_number
from trainees.selectors import trainees_visible_to
from trainees.selectors.trainees import area_of

PSEUDONYMS = 10**9


@dataclass(frozen=True)
class Meant:
    """`number` when it is one; `choices`, masked, when several are called so; `problem` when it is nobody."""

    number: int | None = None
    choices: list[tuple[int, str]] = field(default_factory=list)
    problem: str = ""


def meant_by(user: Visitor, typed: str) -> Meant:
    """A number is taken as it is, of an erased person too. To find somebody by her name is written down as a reading.

    More digits than a pseudonym has are a phone number, which must not get into an address.
    """
    if (number := trainee_number(typed)) is not None:
        return Meant(number) if number < PSEUDONYMS else Meant(problem=_("Write her number, like H-0012."))
    among = trainees_visible_to(user).select_related("person", "village__parent")
    try:
        found = people_called(typed, among)
    except NobodyMeant as problem:
        return Meant(problem=str(problem))
    area = area_of(found)
    record(by=user, action=Action.SAW, what=LOOKED_UP, area=area, whom=[one.number for one in found])
    if len(found) == 1:
        return Meant(found[0].pk)
    return Meant(choices=[(one.pk, _words(one)) for one in found])


def _words(trainee: Trainee) -> str:
    return f"{trainee.number} · {masked_name(trainee.person.name)} · {full_name(trainee.home)}"
