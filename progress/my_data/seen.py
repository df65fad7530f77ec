"""Who saw, printed or changed what is kept of her, from the audit trail: which day and in which role, and no names."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from foundation.audit import Action, AuditEntry, concerning, words_of
from trainees.models import Post, Trainee, User
from villages.models import Division

SINCE = datetime.timedelta(days=180)
MOST = 300
AROUND = (6, 9, 12)  # digits of the codes of her county, township and village
OF_MANY = (Action.SAW, Action.EXPORTED, Action.PRINTED, Action.ADDED, Action.CHANGED)
SELF, SITE, GONE = _("you"), _("the site by itself"), _("somebody who no longer works here")
KEEPS_THE_SITE = _("who looks after the site")
ROLES: dict[str, str | Promise] = {
    Post.Role.TRAINER: _("a trainer"),
    Post.Role.KEEPER: _("the keeper of your village"),
    Post.Role.AUDITOR: _("an auditor"),
}
OFFICIALS: dict[int, str | Promise] = {
    Division.Level.COUNTY: _("the county"),
    Division.Level.TOWNSHIP: _("the township"),
    Division.Level.VILLAGE: _("the village"),
}
HIGHER = _("the province or prefecture")


@dataclass(frozen=True)
class Seen:
    """`alone`: it was about her by her number; otherwise about a list of people in which she stood.

    Of lists from before the trail knew who stood in them: in which she may have stood.
    """

    day: datetime.date
    who: str | Promise
    action: str
    what: str
    alone: bool


def seen_of(trainee: Trainee) -> list[Seen]:
    """Newest first; the same by the same role on one day is one line. Three queries, however much there is."""
    entries = _entries(trainee)
    roles = _roles({entry.by_id for entry in entries if entry.by_id}, own=trainee.person.user_id)
    lines = {
        Seen(
            day=timezone.localdate(entry.at),
            who=roles.get(entry.by_id, GONE) if entry.by_id else SITE,
            action=entry.get_action_display(),
            what=words_of(entry.what),
            alone=f" {trainee.number} " in entry.named,
        ): None
        for entry in entries
    }
    return list(lines)


def _entries(trainee: Trainee) -> list[AuditEntry]:
    around = [trainee.village.code[:digits] for digits in AROUND]
    in_a_list = Q(area__in=around, people__gt=0, action__in=OF_MANY, named="", concerned="")
    found = AuditEntry.objects.filter(concerning([trainee.pk]) | in_a_list, at__gte=timezone.now() - SINCE)
    return list(found.order_by("-number")[:MOST])


def _roles(users: Iterable[int], *, own: int | None) -> dict[int, str | Promise]:
    """In words, by the posts that they hold or held last."""
    found = User.objects.filter(pk__in=users)
    roles: dict[int, str | Promise] = {user.pk: KEEPS_THE_SITE if user.is_superuser else GONE for user in found}
    posts = Post.objects.filter(user__in=list(roles)).select_related("division").order_by("valid_from")
    roles |= {post.user_id: _role(post) for post in posts if roles[post.user_id] is not KEEPS_THE_SITE}
    return roles | ({own: SELF} if own else {})


def _role(post: Post) -> str | Promise:
    if post.role == Post.Role.OFFICIAL:
        return OFFICIALS.get(post.division.level, HIGHER)
    return ROLES[post.role]
