"""Where else she stands, in words for her file: the county's register, her classes, what her teachers wrote to her."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from trainees.models import CategoryMembership, CohortMember, Message, RegisterEntry, Trainee
from trainees.register.columns import heading


def standing_in(trainee: Trainee) -> dict[str, Any]:
    """Four queries. The categories of her household are said of her too, each with its days: she may know all of it."""
    entry = RegisterEntry.objects.select_related("household").filter(person=trainee.person).first()
    household = entry.household if entry else None
    of_her = Q(person=trainee.person) | (Q(household=household) if household else Q(pk=None))
    return {
        "register": _lines(entry) if entry else [],
        "categories": CategoryMembership.objects.filter(of_her).select_related("category").order_by("valid_from", "pk"),
        "classes": CohortMember.objects.filter(trainee=trainee).select_related("cohort").order_by("joined_at"),
        "messages": Message.objects.filter(person=trainee.person),
    }


def _lines(entry: RegisterEntry) -> list[tuple[str, str]]:
    said = {
        "hamlet": entry.hamlet,
        "gender": entry.get_gender_display(),
        "age": entry.get_age_band_display(),
        "ethnicity": entry.ethnicity,
        "schooling": entry.get_schooling_display(),
        "occupation": entry.occupation,
        "household": entry.household.number if entry.household else "",
        "id_end": entry.id_end,
    }
    return [(heading(key), str(words)) for key, words in said.items() if words]
