"""Who is learning here?"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from trainees.models import Trainee, User


def earlier_keys(trainee: Trainee) -> set[str]:
    """The keys of entries that were found to be her: phones may still hold what they recorded under one of them."""
    return set(map(str, trainee.merged.order_by().values_list("key", flat=True)))


def trainee_of(user: User | AnonymousUser) -> Trainee | None:
    """The trainee who is signed in, with her person; None for guests and for staff."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Trainee.objects.filter(person__user=user).select_related("person").first()
