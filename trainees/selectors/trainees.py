"""Who is learning here?"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from trainees.models import Trainee, User


def trainee_of(user: User | AnonymousUser) -> Trainee | None:
    """The trainee who is signed in, with her person; None for guests and for staff."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Trainee.objects.filter(person__user=user).select_related("person").first()
