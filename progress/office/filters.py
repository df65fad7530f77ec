"""What the reader chose, from the address and back into one. Rubbish gives a sentence and the usual choice."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from progress.models import EVERY_COURSE
from progress.office import periods
from progress.office.addressed import Addressed
from progress.office.courses import course_titles

PARAMETERS = ("period", "from", "to", "course", "sort", "state", "page")
LONGEST = 40
NO_COURSE = UUID(int=1)  # nobody is enrolled in it


@dataclass(frozen=True)
class Choice:
    label: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class Filters(Addressed):
    asked: periods.Asked
    course_key: UUID
    titles: dict[UUID, str]
    values: dict[str, str]
    problems: list[str] = field(default_factory=list)
    narrowed: bool = False

    @property
    def course_name(self) -> str:
        return self.titles.get(self.course_key) or ("—" if self.narrowed else _("All courses"))

    @property
    def kept(self) -> str:
        """What goes along to another place: period and course, never the order of a table."""
        return self.href(sort="", state="", page="")

    @property
    def here(self) -> str:
        return self.href()

    def periods(self) -> list[Choice]:
        return [
            Choice(name, self.href(**{"period": kind, "from": "", "to": "", "page": ""}), kind == self.asked.kind)
            for kind, name in periods.names().items()
        ]

    def courses(self) -> list[Choice]:
        every = Choice(_("All courses"), self.href(course="", page=""), self.course_key == EVERY_COURSE)
        return [every][self.narrowed :] + [
            Choice(title, self.href(course=str(key), page=""), key == self.course_key)
            for key, title in self.titles.items()
        ]


def filters_from(query: QueryDict, only: frozenset[UUID] | None = None) -> Filters:
    """`only` are the courses of a reader who does not read all of them."""
    values = {name: query.get(name, "")[:LONGEST] for name in PARAMETERS}
    problems: list[str] = []
    try:
        asked = periods.asked_period(values["period"], values["from"], values["to"])
    except periods.PeriodError as error:
        problems.append(error.sentence)
        asked = periods.this_year()
        values |= {"period": "", "from": "", "to": ""}
    titles = {key: title for key, title in course_titles().items() if only is None or key in only}
    usual = EVERY_COURSE if only is None else next(iter(titles), min(only, default=NO_COURSE))
    course_key = _course(values["course"], titles, usual)
    if course_key is None:
        every = _("There is no such course. You see all courses.")
        problems.append(every if only is None else _("You do not read this course here. You see the one you check."))
        course_key, values["course"] = usual, ""
    return Filters(asked, course_key, titles, values, problems, only is not None)


def _course(text: str, titles: dict[UUID, str], usual: UUID) -> UUID | None:
    if not text:
        return usual
    return next((key for key in titles if str(key) == text), None)
