"""What a list of people was narrowed to, as its address says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from progress.selectors.my_people import STATES, in_state
from trainees.models import Cohort
from trainees.numbers import row_number
from villages.codes import is_code
from villages.selectors import codes_today

BY_NAME = "name"


@dataclass(frozen=True)
class Wanted:
    """A village by its code, a class by its row, a state by its word; empty for all. `order` is `name` or empty."""

    village: str = ""
    cohort: str = ""
    state: str = ""
    order: str = ""

    def query(self, **changed: str) -> str:
        said = QueryDict(mutable=True)
        said.update(
            {"class" if name == "cohort" else name: value for name, value in (vars(self) | changed).items() if value}
        )
        return f"?{said.urlencode()}" if said else "?"

    def among(self, people: QuerySet[Any], cohorts: QuerySet[Cohort]) -> QuerySet[Any]:
        """Those of the village and the class, in whichever state. A class that she may not see has nobody."""
        if self.village:
            people = people.filter(village__code__in=codes_today(self.village))
        if self.cohort:
            chosen = cohorts.filter(pk=self.cohort).order_by().values("pk")
            people = people.filter(memberships__cohort__in=chosen, memberships__left_at=None)
        return people

    def in_state(self, people: QuerySet[Any]) -> QuerySet[Any]:
        return in_state(people, self.state)


def wanted_in(told: QueryDict) -> Wanted:
    """Nonsense narrows nothing."""
    state, village, cohort = told.get("state", ""), told.get("village", ""), row_number(told.get("class", ""))
    return Wanted(
        village=village if is_code(village) else "",
        cohort=str(cohort or ""),
        state=state if state in STATES else "",
        order=BY_NAME if told.get("order") == BY_NAME else "",
    )
