"""Who saw, took away and changed what: the trail as administrators, officials of a county and auditors read it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from foundation.audit import Action, AuditEntry, concerning, words_of
from progress.audited import CALL_OUTCOME, CALLS_BEGUN, NUMBER_OF_A_LIST
from progress.models import CallSession
from progress.office.addressed import Addressed
from progress.office.doors import Visitor
from progress.office.places import full_name
from trainees.models import Post, Trainee, User
from trainees.numbers import trainee_number
from trainees.selectors import divisions_read_by, is_administrator, posts_of
from trainees.selectors.trainees import entries_of_number
from villages.codes import is_code, last_under
from villages.models import Division
from villages.selectors import matching

PARAMETERS = ("whom", "day", "by", "action", "place", "page")
LONGEST = 40
PER_PAGE = 50
MOST_PLACES = 50
YEARS = range(2000, 2101)
USER = "user:"


class Line(NamedTuple):
    """One entry in words."""

    at: datetime.datetime
    who: str
    action: str
    what: str
    place: str
    people: int
    named: list[str]


@dataclass(frozen=True)
class Asked(Addressed):
    """What the reader chose; `problems` are sentences about what made no sense and was left out."""

    values: dict[str, str]
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Trail:
    """One page of the trail; `before` and `after` are addresses, empty at the ends."""

    asked: Asked
    page: Page
    lines: list[Line]
    people: list[tuple[str, str]]
    before: str
    after: str

    @property
    def whom(self) -> str:
        """The pseudonym that all these entries concern, if one was asked for."""
        number = self.asked.values["whom"]
        return Trainee(pk=int(number)).number if number else ""

    @property
    def actions(self) -> list[tuple[str, str]]:
        return [(str(value), str(words)) for value, words in Action.choices]


def may_read_trail(user: Visitor) -> bool:
    return is_administrator(user) or bool(_areas_of(user))


def entries_visible_to(user: Visitor) -> QuerySet[AuditEntry]:
    """All of them for an administrator, for an official of a county and an auditor those of the area, for others none.

    An entry lies where it lay on that day: it does not move with a village that became part of another county. Whom
    somebody else calls today stays out until that list is over: who is being checked does not know whom she asks.
    """
    if is_administrator(user):
        return AuditEntry.objects.all()
    return AuditEntry.objects.filter(_within(_areas_of(user))).exclude(_called_today(user))


def trail_for(user: Visitor, query: QueryDict) -> Trail:
    """Newest first. As many questions to the database however long it is."""
    asked = Asked({name: query.get(name, "").replace("\0", "").strip()[:LONGEST] for name in PARAMETERS})
    visible = entries_visible_to(user)
    people = {str(one.pk): _called(one) for one in _people_of(visible)}
    found = _chosen(asked, people) & _placed(user, asked) & _about(user, asked)
    paginator = Paginator(visible.filter(found).select_related("by__person__trainee"), PER_PAGE)
    page = paginator.get_page(asked.values["page"] or 1)
    before = asked.href(page=str(page.number - 1)) if page.has_previous() else ""
    after = asked.href(page=str(page.number + 1)) if page.has_next() else ""
    return Trail(asked, page, _lines(list(page.object_list)), sorted(people.items(), key=_by_words), before, after)


def _areas_of(user: Visitor) -> list[str]:
    of_county = Q(role=Post.Role.OFFICIAL, division__level__lte=Division.Level.COUNTY)
    posts = posts_of(user).filter(of_county | Q(role=Post.Role.AUDITOR))
    return list(posts.values_list("division__code", flat=True))


def _within(codes: Iterable[str]) -> Q:
    nowhere = Q(pk__in=[])
    return reduce(or_, (Q(area__gte=code, area__lte=last_under(code)) for code in codes), nowhere)


def _about(user: Visitor, asked: Asked) -> Q:
    """Entries that concern one person. Who is on the open list of somebody else cannot be found out by asking so."""
    number = trainee_number(asked.values["whom"]) if asked.values["whom"] else None
    if number is None:
        if asked.values["whom"]:
            asked.problems.append(_("This is no number of a person. Write it like H-0012. You see all entries."))
        asked.values["whom"] = ""
        return Q()
    asked.values["whom"] = str(number)
    found = concerning(entries_of_number(number))
    return found if is_administrator(user) else found & ~_called_today(user, CALLS_BEGUN)


def _called_today(user: Visitor, *matters: str) -> Q:
    """What was written down of the people on lists of others that are open still."""
    open_lists = CallSession.objects.filter(day=timezone.localdate(), ended_at=None).exclude(by=user.pk)
    theirs = open_lists.filter(by=OuterRef("by"), started_at__lte=OuterRef("at"))
    return Q(Exists(theirs), what__in=matters or (NUMBER_OF_A_LIST, CALL_OUTCOME))


def _people_of(entries: QuerySet[AuditEntry]) -> QuerySet[User]:
    return User.objects.filter(pk__in=entries.order_by().values("by")).select_related("person__trainee")


def _called(user: User) -> str:
    """A keeper is a trainee: her number stands for her."""
    if person := getattr(user, "person", None):
        return person.trainee.number
    return user.get_full_name() or user.get_username()


def _by_words(choice: tuple[str, str]) -> str:
    return choice[1]


def _chosen(asked: Asked, people: dict[str, str]) -> Q:
    """Day, person and action. A person or action that is not among the choices is left out of them."""
    found = Q()
    if asked.values["by"] in people:
        found &= Q(by=asked.values["by"])
    if asked.values["action"] in Action.values:
        found &= Q(action=asked.values["action"])
    if asked.values["day"] and (day := _day(asked.values["day"])):
        begin = timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
        found &= Q(at__gte=begin, at__lt=begin + datetime.timedelta(days=1))
    elif asked.values["day"]:
        asked.problems.append(_("This is no day. Write it like 2026-03-31. You see all days."))
        asked.values["day"] = ""
    return found


def _day(text: str) -> datetime.date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def _placed(user: Visitor, asked: Asked) -> Q:
    """Entries of the places that she means, by code, name or pinyin, and of all that lies in them."""
    text = asked.values["place"]
    if not text:
        return Q()
    places = divisions_read_by(user)
    meant = places.filter(code=text) if is_code(text) else matching(places, text)
    codes = list(meant.order_by("level", "code").values_list("code", flat=True)[:MOST_PLACES])
    if not codes:
        asked.problems.append(_("You answer for no place of this name or code."))
    return _within(codes)


def _lines(entries: list[AuditEntry]) -> list[Line]:
    areas = {entry.area for entry in entries if entry.area}
    names = {one.code: full_name(one) for one in Division.objects.filter(code__in=areas).select_related("parent")}
    staff = _staff_in(entries)
    return [_line(entry, names, staff) for entry in entries]


def _staff_in(entries: list[AuditEntry]) -> dict[str, str]:
    """Whom lines about sign-ins and posts name, by what stands in the trail (`user:7`)."""
    tokens = {token for entry in entries for token in entry.named.split() if token.startswith(USER)}
    found = User.objects.filter(pk__in=[token.removeprefix(USER) for token in tokens]).select_related("person__trainee")
    return {f"{USER}{user.pk}": _called(user) for user in found} if tokens else {}


def _in_words(token: str, staff: dict[str, str]) -> str:
    """A trainee's number stands for itself."""
    kind, _colon, number = token.partition(":")
    if kind == "user":
        return staff.get(token) or _gone(number)
    return _("post no. %(number)s") % {"number": number} if kind == "post" else token


def _line(entry: AuditEntry, names: dict[str, str], staff: dict[str, str]) -> Line:
    return Line(
        at=timezone.localtime(entry.at),
        who=_who(entry),
        action=entry.get_action_display(),
        what=words_of(entry.what),
        place=names.get(entry.area, entry.area),
        people=entry.people,
        named=[_in_words(token, staff) for token in entry.named.split()],
    )


def _who(entry: AuditEntry) -> str:
    if entry.by:
        return _called(entry.by)
    return _gone(entry.by_id) if entry.by_id else _("a command at the server")


def _gone(number: object) -> str:
    return _("user %(number)s, deleted since") % {"number": number}
