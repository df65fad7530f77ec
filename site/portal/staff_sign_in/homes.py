"""Where a member of staff works."""

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from trainees.models import User


def may_edit(user: User | AnonymousUser) -> bool:
    return user.has_perm("wagtailadmin.access_admin")


def home_of(user: User | AnonymousUser) -> str:
    """The editor for authors, the office for others; whoever holds no post reads so there."""
    return reverse("wagtailadmin_home" if may_edit(user) else "office")
