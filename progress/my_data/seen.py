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
from progress.audited import CALLS_BEGUN, OWN_FILE
from progress.looking_after.audited import MY_PEOPLE
from progress.office.audited import PEOPLE_OF_A_VILLAGE, TABLE
from progress.reviewing.audited import WORK
from trainees import audited
from trainees.models import Post, Trainee, User
from villages.models import Division

SINCE = datetime.timedelta(days=180)
MOST = 300
AROUND = (6, 9, 12)  # digits of the codes of her county, township and village
OF_MANY = (Action.SAW, Action.EXPORTED, Action.PRINTED, Action.ADDED, Action.CHANGED)
LISTS = (
    *(PEOPLE_OF_A_VILLAGE, TABLE, MY_PEOPLE, CALLS_BEGUN, audited.PEOPLE_TO_LET_IN, audited.KEEPERS_PEOPLE),
    *(audited.PEOPLE_OF_A_CLASS, audited.PEOPLE_TO_MOVE, audited.PEOPLE_WITH_CARDS, audited.CARD_SHEET),
    *(audited.ROSTER, audited.ROSTER_LINES, audited.MESSAGE, *audited.REGISTER_FILES.values()),
)
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
# What staff read of her in their words is said to her of herself.
TO_HER: dict[str, str | Promise] = {
    audited.OWN_WORDS: _("what you put right yourself"),
    audited.MOVE_ASKED: _("a request to move you"),
    OWN_FILE: _("the file with all your own data"),
    WORK: _("your practice tasks"),
}


@dataclass(frozen=True)
class Seen:
    """`alone`: it was about her by her number; otherwise about a list of people in which she stood.

    Not `certain` are lists from before the trail knew who stood in them: in those she may have stood.
    """

    day: datetime.date
    who: str | Promise
    action: str
    what: str
    alone: bool
    certain: bool


def seen_of(trainee: Trainee) -> list[Seen]:
    """Newest first; the same by the same role on one day is one line. Four queries, however much there is."""
    entries = _entries(trainee)
    roles = _roles({entry.by_id for entry in entries if entry.by_id}, own=trainee.person.user_id)
    return list(dict.fromkeys(_told(entry, trainee, roles) for entry in entries))


def _told(entry: AuditEntry, trainee: Trainee, roles: dict[int, str | Promise]) -> Seen:
    who = roles.get(entry.by_id, GONE) if entry.by_id else SITE
    alone = f" {trainee.number} " in entry.named
    return Seen(
        day=timezone.localdate(entry.at),
        who=who,
        action=entry.get_action_display(),
        what=str(TO_HER.get(entry.what, "")) or words_of(entry.what),
        alone=alone,
        certain=alone or bool(entry.concerned),
    )


def _entries(trainee: Trainee) -> list[AuditEntry]:
    """Those that concern her; and, of the time before that was kept, of lists of people around her since she came."""
    around = {place.code[:digits] for place in (trainee.village, trainee.home) for digits in AROUND}
    exact = AuditEntry.objects.exclude(concerned="").order_by("number").values_list("number", flat=True).first()
    in_a_list = Q(area__in=around, people__gt=0, action__in=OF_MANY, what__in=LISTS, named="", concerned="")
    in_a_list &= Q(at__gte=trainee.joined_at, number__lt=exact) if exact else Q(at__gte=trainee.joined_at)
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
