"""Classes: a trainer makes one, people join by its QR or six digits and are told what is kept of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.audit import Action, record
from trainees.audited import CLASS, CLASS_MEMBERSHIP
from trainees.codes import NoCodesLeft, drawn_for_paper
from trainees.models import Cohort, CohortMember, Trainee, User
from trainees.selectors import members_of
from villages.models import Division


@dataclass(frozen=True)
class ClassWords:
    """What a trainer says of a class."""

    name: str
    division: Division
    starts_on: datetime.date
    ends_on: datetime.date | None = None
    organisation: str = ""
    register_until: datetime.date | None = None
    register_words: str = ""


@transaction.atomic
def make_cohort(*, words: ClassWords, by: User) -> Cohort:
    """A class with six digits of its own. Raises ValidationError."""
    cohort = Cohort(**vars(words), code=_free_code(), made_by=by)
    cohort.full_clean()
    cohort.save()
    _note(by, Action.ADDED, cohort)
    return cohort


@transaction.atomic
def change_cohort(*, cohort: Cohort, words: ClassWords, by: User) -> Cohort:
    """What its members were told when they joined stays as it was. Raises ValidationError."""
    for field, said in vars(words).items():
        setattr(cohort, field, said)
    cohort.full_clean()
    cohort.save(update_fields=list(vars(words)))
    _note(by, Action.CHANGED, cohort)
    return cohort


@transaction.atomic
def join_cohort(*, cohort: Cohort, trainee: Trainee) -> bool:
    """She is in the class from now on; twice is once. Returns whether she was not in it before.

    Raises ValidationError for a class that has ended. The latest day that she was told for her register counts.
    """
    if cohort.is_over:
        raise ValidationError(_("This class is over. Please ask your trainer for the new one."), code="over")
    member, made = CohortMember.objects.select_for_update().get_or_create(cohort=cohort, trainee=trainee)
    if not made and member.left_at is None:
        return False  # she is told nothing again, so nothing that was changed since counts for her
    told = cohort.register_until
    if told and (member.told_until is None or member.told_until <= told):
        member.told_until, member.told_words = told, cohort.register_words
    member.left_at = None
    member.save(update_fields=["told_until", "told_words", "left_at"])
    return True


@transaction.atomic
def leave_cohort(*, member: CohortMember, by: User) -> None:
    """She is in it no more; that she was stays. Once is enough."""
    if CohortMember.objects.filter(pk=member.pk, left_at=None).update(left_at=timezone.now()):
        area, number = member.cohort.division.code, member.trainee.number
        record(by=by, action=Action.CHANGED, what=CLASS_MEMBERSHIP, area=area, people=1, objects=[number])


def _note(by: User, action: Action, cohort: Cohort) -> None:
    numbers = [one.trainee.number for one in members_of(cohort)]
    record(by=by, action=action, what=CLASS, area=cohort.division.code, whom=numbers)


def _free_code() -> str:
    """Codes of classes that are over are not given again: an old sheet leads to no strangers."""
    try:
        return drawn_for_paper(taken=set(Cohort.objects.values_list("code", flat=True)))[0]
    except NoCodesLeft as none_left:
        raise ValidationError(_("There are no codes left for another class.")) from none_left
