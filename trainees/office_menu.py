"""The one menu of the office: what a user may open there, told from one look at her posts, and the page she is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainees.models import Post, User
from trainees.selectors import is_administrator, posts_of
from villages.models import Division

Visitor = User | AnonymousUser


class Right(Enum):
    """What a post opens in the office; the doors of the pages themselves ask once more."""

    READS = "reads"
    GROUPS = "groups"
    ANSWERS = "answers"
    TEACHES = "teaches"
    REGISTERS = "registers"
    TRAIL = "trail"


class Room(NamedTuple):
    """A page with its own entry; `within` are the pages that lie behind it."""

    name: str
    words: str | Promise
    right: Right
    within: tuple[str, ...] = ()


class Entry(NamedTuple):
    """`here` is what `aria-current` says: this very page, one behind it, or nothing."""

    words: str | Promise
    href: str
    here: str


@dataclass(frozen=True)
class Fold:
    """Entries behind one word."""

    words: str | Promise
    entries: list[Entry]

    @property
    def here(self) -> bool:
        return any(one.here for one in self.entries)


@dataclass(frozen=True)
class OfficeMenu:
    entries: list[Entry]
    folds: list[Fold]

    @property
    def here(self) -> str | Promise:
        """The words of the page that is open, if it is one of these."""
        inside = [one for fold in self.folds for one in fold.entries]
        return next((one.words for one in (*self.entries, *inside) if one.here), "")


ROOMS = (
    Room("office", _("Overview"), Right.READS, ("office-division",)),
    Room("office-groups-home", pgettext_lazy("office", "Groups"), Right.GROUPS, ("office-groups",)),
    Room("office-register", pgettext_lazy("office", "Register"), Right.ANSWERS, ("office-roster",)),
    Room("office-calls", pgettext_lazy("office", "Calls"), Right.READS, ("office-call-list",)),
    Room("office-keepers", _("Keepers"), Right.ANSWERS),
)
TEACHING = (
    Room(
        "my-people",
        pgettext_lazy("trainer", "My people"),
        Right.TEACHES,
        ("my-person", "write-to-person", "write-to-people"),
    ),
    Room("classes", _("Classes"), Right.TEACHES, ("class", "class-new", "class-change")),
    Room("doubles", _("The same person?"), Right.TEACHES),
    Room("moves", _("Moves"), Right.TEACHES, ("move-from",)),
    Room("entry-codes", _("Let somebody in"), Right.TEACHES),
    Room("cards", _("Cards and posters"), Right.TEACHES),
)
PRIVACY = (
    Room("office-erase", _("Erase somebody"), Right.ANSWERS),
    Room("office-kept", _("Registers kept after an erasing"), Right.REGISTERS),
    Room("office-audit", _("Who saw what"), Right.TRAIL),
)


def rights_of(user: Visitor) -> frozenset[Right]:
    """One look at her posts; whether she may enter the authors' admin is asked of trainers alone."""
    if is_administrator(user):
        return frozenset(Right)
    posts = [post for post in posts_of(user) if post.role != Post.Role.KEEPER]
    roles = {post.role for post in posts}
    wide = {post.role for post in posts if post.division.level <= Division.Level.COUNTY}
    found = {
        Right.READS: bool(posts),
        Right.GROUPS: any(post.division.level >= Division.Level.COUNTY and not post.course_key for post in posts),
        Right.ANSWERS: bool(roles & {Post.Role.OFFICIAL, Post.Role.TRAINER}),
        Right.TEACHES: Post.Role.TRAINER in roles and user.has_perm("wagtailadmin.access_admin"),
        Right.REGISTERS: Post.Role.AUDITOR in roles,
        Right.TRAIL: Post.Role.AUDITOR in roles or Post.Role.OFFICIAL in wide,
    }
    return frozenset(right for right, given in found.items() if given)


def rights_in(request: HttpRequest) -> frozenset[Right]:
    """Looked up once a request, however many entries of however many menus ask."""
    found: frozenset[Right] | None = vars(request).get("office_rights")
    if found is None:
        found = vars(request)["office_rights"] = rights_of(request.user)
    return found


def office_menu(rights: frozenset[Right], page: str = "", leads: dict[str, str] | None = None) -> OfficeMenu:
    """`page` is the name of the address that is open; `leads` are addresses that a page knows better, by room."""
    leads = leads or {}

    def entries(rooms: Iterable[Room]) -> list[Entry]:
        return [
            Entry(room.words, leads.get(room.name) or reverse(room.name), _here(room, page))
            for room in rooms
            if room.right in rights
        ]

    folds = [Fold(pgettext_lazy("office", "Trainees"), entries(TEACHING))]
    folds.append(Fold(_("Personal data"), entries(PRIVACY)))
    return OfficeMenu(entries(ROOMS), [fold for fold in folds if fold.entries])


def _here(room: Room, page: str) -> str:
    if page == room.name:
        return "page"
    return "true" if page in room.within else ""
