"""Two entries are one person: one is kept and has everything that both did. It can be taken apart again at any time."""

from __future__ import annotations

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.selectors import course_outline
from foundation.audit import Action, record
from progress.judging import judge_course
from progress.models import EVERY_COURSE, LearningEvent
from progress.services.after_undo import judge_apart, last_event
from progress.services.moved_rows import move_back, move_over
from progress.services.rebuilding import folds_of, rebuild_trainees
from progress.services.rows import locked
from trainees.audited import MERGE
from trainees.models import Merge, Trainee, User
from trainees.selectors import posts_of
from trainees.selectors.trainees import area_of
from trainees.services.merged_register import fill_register, take_register_back


@transaction.atomic
def merge(*, kept: Trainee, other: Trainee, by: User) -> Merge:
    """The kept one's number and way in stay; the other's way in ends. Raises ValidationError with one sentence.

    What was counted in two places is counted where she enrolled first, from now on.
    """
    kept, other = _both(kept, other)
    _check(kept, other)
    row = Merge(kept=kept, other=other, by=by, moved=move_over(kept, other))
    row.moved["could_sign_in"] = _close(other)
    row.moved["register"] = fill_register(kept, other)
    row.save()
    other.merged_into = kept
    other.save(update_fields=["merged_into"])
    rebuild_trainees(trainees=[kept.pk, other.pk])
    row.moved["verdicts"] = _give_verdicts(kept)
    row.moved["since"] = last_event(kept)
    row.save(update_fields=["moved"])
    _note(row, by)
    return row


@transaction.atomic
def undo_merge(*, merge: Merge, by: User) -> None:
    """Exactly what went over goes back; what came since stays with the kept one, with all that follows from it alone.

    Raises ValidationError.
    """
    kept, other = _both(merge.kept, merge.other)
    row = Merge.objects.select_for_update().get(pk=merge.pk)
    if row.undone_at:
        return
    if kept.erased_at or other.erased_at:
        raise ValidationError(_("Her data was erased: there is nothing to take apart any more."))
    if kept.merged_into_id:
        raise ValidationError(_("She was merged once more since then. Please undo that one first."))
    if Merge.objects.filter(kept=kept, undone_at=None, pk__gt=row.pk).exists():
        raise ValidationError(_("Another entry was merged into hers since then. Please undo that one first."))
    QuerySet(LearningEvent).filter(pk__in=row.moved["verdicts"])._raw_delete("default")
    move_back(row.moved, kept, other)
    take_register_back(row.moved.get("register", {}), kept, other)
    other.merged_into = None
    other.save(update_fields=["merged_into"])
    if row.moved["could_sign_in"]:
        User.objects.filter(person__trainee=other).update(is_active=True)
    judge_apart(row.moved, kept, other)
    row.undone_at, row.undone_by = timezone.now(), by
    row.save(update_fields=["undone_at", "undone_by"])
    rebuild_trainees(trainees=[kept.pk, other.pk])
    _note(row, by)


def _give_verdicts(kept: Trainee) -> list[int]:
    """What only both together did: a course may be passed or completed now. Undoing takes these back, and no others."""
    given: list[LearningEvent] = []
    [fold] = folds_of([kept.pk])
    for course_key in [key for key in fold.enrolments if key != EVERY_COURSE]:
        cause = LearningEvent.objects.filter(trainee=kept, course_key=course_key).last()
        for verdict in judge_course(cause, course_outline(course_key), fold) if cause else ():
            verdict.uuid = uuid4()  # the cause may have given one before
            fold.apply(verdict)
            given.append(verdict)
    for verdict in given:
        verdict.save()
    if given:
        rebuild_trainees(trainees=[kept.pk])
    return [verdict.pk for verdict in given]


def _both(kept: Trainee, other: Trainee) -> tuple[Trainee, Trainee]:
    """Both locked, so that no phone writes meanwhile."""
    if kept.pk == other.pk:
        raise ValidationError(_("This is one and the same entry."))
    rows = {row.pk: row for row in locked([kept.pk, other.pk])}
    return rows[kept.pk], rows[other.pk]


def _check(kept: Trainee, other: Trainee) -> None:
    if kept.erased_at or other.erased_at:
        raise ValidationError(_("The data of one of them was erased: they cannot be merged."))
    if kept.merged_into_id or other.merged_into_id:
        raise ValidationError(_("One of them was merged already. Please open the list once more."))
    user = User.objects.filter(person__trainee=other).first()
    if user and posts_of(user).exists():
        raise ValidationError(
            _("%(number)s holds a post: keep that entry, or have the post ended first.") % {"number": other.number}
        )


def _close(other: Trainee) -> bool:
    """Nobody comes in as her any more; says whether somebody could before."""
    return bool(User.objects.filter(person__trainee=other, is_active=True).update(is_active=False))


def _note(row: Merge, by: User) -> None:
    objects = [row.kept.number, row.other.number]
    area = area_of([row.kept, row.other])
    action = Action.DELETED if row.undone_at else Action.ADDED
    record(by=by, action=action, what=MERGE, area=area, people=2, objects=objects)
