"""Where a member of staff works."""

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from trainees.models import User
from trainees.selectors import posts_of


def may_edit(user: User | AnonymousUser) -> bool:
    return user.has_perm("wagtailadmin.access_admin")


def home_of(user: User | AnonymousUser) -> str:
    """The editor for authors, the office for those with a post, the first page for anybody else."""
    if may_edit(user):
        return reverse("wagtailadmin_home")
    return reverse("office") if posts_of(user).exists() else reverse("choose-language")
