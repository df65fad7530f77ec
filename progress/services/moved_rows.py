"""What goes over when two entries of one person are merged, row by row, and comes back when that is undone.

Each function says which rows went and what they were before, in keys, numbers and a class's words. Events are written
once and never change: whose they are is the one thing that may, here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Max, Model, Q, QuerySet

from progress.models import ExtraTry, LearningEvent, Submission, SubmissionPhoto, TaskPhoto, Ticket
from progress.services.setting_aside import put_back, set_unwanted_aside
from trainees.consent_words import PURPOSES
from trainees.models import CohortMember, Consent, HelpedDay, Helping, Message, Person, Trainee
from trainees.selectors.consents import allows
from trainees.services.consents import withdraw

Moved = dict[str, Any]
AT_A_TIME = 500
TOLD = ("told_until", "left_at", "told_words")  # of a membership that both have


def move_over(kept: Trainee, other: Trainee) -> Moved:
    """Everything of the other one that can be the kept one's. What both have is left where it is, and counts once."""
    moved: Moved = {"events": _events(kept, other), "tickets": _tickets(kept, other)}
    moved |= {"photos_in": _photos_that_both_sent(kept, other), "stood_back": _only_one_newest(kept, other)}
    moved["submissions"] = _rest(Submission, kept, other, "uuid")
    moved["photos"] = _rest(TaskPhoto, kept, other, "sha256")
    moved["memberships_were"] = _classes_of_both(kept, other)
    moved["memberships"] = _rest(CohortMember, kept, other, "cohort_id")
    moved["helped_days"] = _rest(HelpedDay, kept, other, "by_id", "day")
    moved["extra_tries"] = _change(ExtraTry, _ids(ExtraTry.objects.filter(trainee=other)), trainee=kept)
    moved["helpings"] = _change(Helping, _ids(Helping.objects.filter(trainee=other)), trainee=kept)
    if hasattr(kept, "person") and hasattr(other, "person"):
        moved["messages"] = _rest(Message, kept.person, other.person, "sending", owner="person")
        moved |= _refusals(kept.person, other.person)
    moved["set_aside"] = set_unwanted_aside(kept)
    return moved


def move_back(moved: Moved, kept: Trainee, other: Trainee) -> None:
    """The rows that went over are the other one's again; what came since stays."""
    for name, model in (("events", LearningEvent), ("tickets", Ticket), ("helpings", Helping)):
        _change(model, moved[name], trainee=other)
    for ticket, number in moved["tickets"].items():
        QuerySet(Ticket).filter(pk=ticket).update(number=number)
    _change(Submission, moved["submissions"], trainee=other)
    put_back(moved.get("set_aside", []))
    _photos_go_back(moved, other)
    _newest_go_back(moved["stood_back"], kept, other)
    _change(CohortMember, moved["memberships"], trainee=other)
    for member, was in moved["memberships_were"].items():
        CohortMember.objects.filter(pk=member).update(**dict(zip(TOLD, was, strict=False)))  # older ones have no words
    _change(HelpedDay, moved["helped_days"], trainee=other)
    _change(ExtraTry, moved.get("extra_tries", ()), trainee=other)
    if "messages" in moved and hasattr(other, "person"):
        _change(Message, moved["messages"], person=other.person)
    _refusals_go_back(moved)


def _ids(rows: QuerySet[Any]) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _change(model: type[Model], keys: Iterable[Any], **fields: Any) -> list[int]:
    """Past the guard of rows that are written once: what they say does not change."""
    every = [int(key) for key in keys]
    for begin in range(0, len(every), AT_A_TIME):
        QuerySet(model).filter(pk__in=every[begin : begin + AT_A_TIME]).update(**fields)
    return every


def _rest(model: type[Model], kept: Any, other: Any, *unique: str, owner: str = "trainee") -> list[int]:
    """All rows but those that the kept one has too."""
    rows: QuerySet[Any] = QuerySet(model)
    hers = set(rows.filter(**{owner: kept}).values_list(*unique))
    keys = [pk for pk, *said in rows.filter(**{owner: other}).values_list("pk", *unique) if tuple(said) not in hers]
    return _change(model, keys, **{owner: kept})


def _events(kept: Trainee, other: Trainee) -> list[int]:
    """The same event that came for both counts once, and so do the verdicts that followed from it."""
    hers = LearningEvent.objects.filter(trainee=kept).order_by().values("uuid")
    both = list(LearningEvent.objects.filter(trainee=other, uuid__in=hers).values_list("uuid", flat=True))
    going = LearningEvent.objects.filter(trainee=other).exclude(uuid__in=both)
    return _change(LearningEvent, _ids(going.filter(Q(cause=None) | ~Q(cause__in=both))), trainee=kept)


def _tickets(kept: Trainee, other: Trainee) -> dict[str, int]:
    """Tries are counted by their number: those that go over come behind."""
    before = dict(Ticket.objects.filter(trainee=other).values_list("pk", "number"))
    last = Ticket.objects.filter(trainee=kept).aggregate(last=Max("number"))["last"] or 0
    QuerySet(Ticket).filter(pk__in=before).update(number=F("number") + last, trainee=kept)
    return {str(pk): number for pk, number in before.items()}


def _photos_that_both_sent(kept: Trainee, other: Trainee) -> dict[str, int]:
    """Work of the other one shows the kept one's picture then: the bytes are the same."""
    hers = dict(TaskPhoto.objects.filter(trainee=kept).values_list("sha256", "pk"))
    placed = SubmissionPhoto.objects.filter(photo__trainee=other, photo__sha256__in=hers).select_related("photo")
    was = {str(one.pk): one.photo_id for one in placed}
    for one in placed:
        SubmissionPhoto.objects.filter(pk=one.pk).update(photo=hers[one.photo.sha256])
    return was


def _only_one_newest(kept: Trainee, other: Trainee) -> list[int]:
    """Of a task that both handed in, what came later is waited for, and the other one stands back."""
    hers = {(row.lesson_key, row.card): row for row in Submission.objects.filter(trainee=kept, is_newest=True)}
    stood_back = []
    for row in Submission.objects.filter(trainee=other, is_newest=True):
        same = hers.get((row.lesson_key, row.card))
        if same:
            stood_back.append(min(row, same, key=lambda one: (one.received_at, one.pk)).pk)
    Submission.objects.filter(pk__in=stood_back).update(is_newest=False)
    return stood_back


def _classes_of_both(kept: Trainee, other: Trainee) -> dict[str, list]:
    """In a class that both were in she is if either is, and holds what either was told."""
    was: dict[str, list] = {}
    theirs = {row.cohort_id: row for row in CohortMember.objects.filter(trainee=other)}
    for row in CohortMember.objects.filter(trainee=kept, cohort__in=theirs):
        same = theirs[row.cohort_id]
        until, left = row.told_until and row.told_until.isoformat(), row.left_at and row.left_at.isoformat()
        was[str(row.pk)] = [until, left, row.told_words]
        if same.told_until and (row.told_until is None or row.told_until < same.told_until):
            row.told_until, row.told_words = same.told_until, same.told_words
        row.left_at = max(row.left_at, same.left_at) if row.left_at and same.left_at else None
        row.save(update_fields=list(TOLD))
    return was


def _refusals(kept: Person, other: Person) -> Moved:
    """What either said no to is a no of the one that is kept: nobody takes a yes from one of them for both."""
    hers = Consent.objects.filter(person=kept)
    before = set(_ids(hers))
    in_force = set(_ids(hers.filter(withdrawn_at=None)))
    for purpose in PURPOSES:
        if not purpose.asked and not allows(other, purpose.key) and allows(kept, purpose.key):
            withdraw(person=kept, purpose=purpose.key)
    still = set(_ids(hers.filter(withdrawn_at=None)))
    return {"withdrawn": sorted(in_force - still), "refused": sorted(set(_ids(hers)) - before)}


def _refusals_go_back(moved: Moved) -> None:
    """But for what she was asked anew since then, and said: that stays."""
    Consent.objects.filter(pk__in=moved.get("refused", ())).delete()
    for row in Consent.objects.filter(pk__in=moved.get("withdrawn", ())):
        since = Consent.objects.filter(person=row.person_id, purpose=row.purpose, given_at__gt=row.withdrawn_at)
        if not since.exists():
            Consent.objects.filter(pk=row.pk).update(withdrawn_at=None)


def _photos_go_back(moved: Moved, other: Trainee) -> None:
    """But for one that was handed in since by the kept one, too: hers it stays."""
    used = SubmissionPhoto.objects.filter(photo__in=moved["photos"]).exclude(submission__in=moved["submissions"])
    stay = set(used.values_list("photo_id", flat=True))
    _change(TaskPhoto, [pk for pk in moved["photos"] if pk not in stay], trainee=other)
    for placed, photo in moved["photos_in"].items():
        SubmissionPhoto.objects.filter(pk=placed).update(photo=photo)


def _newest_go_back(stood_back: list[int], *both: Trainee) -> None:
    """What stood back is waited for again, unless something newer of the same task is."""
    for row in Submission.objects.filter(pk__in=stood_back, trainee__in=both):
        if not Submission.objects.filter(**row.same_task, is_newest=True).exists():
            Submission.objects.filter(pk=row.pk).update(is_newest=True)
