"""Reading classes: which ones a trainer may see, which one a code means, who is in it."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from trainees.codes import code_on_paper
from trainees.models import Cohort, CohortMember, Trainee
from trainees.selectors.posts import Visitor, divisions_visible_to


def cohorts_visible_to(user: Visitor) -> QuerySet[Cohort]:
    """The classes of her places, the newest first, each with how many are in it."""
    found = Cohort.objects.filter(division__in=divisions_visible_to(user).order_by())
    here = Q(members__left_at=None, members__trainee__merged_into=None)
    counted = found.annotate(people=Count("members", filter=here))
    return counted.select_related("division__parent").order_by("-starts_on", "-pk")


def cohort_of_code(code: str) -> Cohort | None:
    """The class whose sheet shows these six digits, also one that is over."""
    return Cohort.objects.filter(code=code_on_paper(code)).select_related("division__parent").first()


def members_of(cohort: Cohort) -> QuerySet[CohortMember]:
    """Who is in it now, with the people behind them; of entries that were merged, the one that was kept."""
    members = cohort.members.filter(left_at=None, trainee__merged_into=None).order_by("joined_at", "pk")
    return members.select_related("trainee__person", "trainee__village__parent")


def is_member(cohort: Cohort, trainee: Trainee) -> bool:
    return cohort.members.filter(trainee=trainee, left_at=None).exists()
