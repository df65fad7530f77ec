"""Whether very many people signed up today: a class, or somebody who makes them up. Who looks at it decides."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from foundation.limits import used_up
from trainees.models import Trainee
from villages.codes import last_under
from villages.models import Division

IN_A_VILLAGE = 60
FROM_AN_ADDRESS = 30


@dataclass(frozen=True)
class Arrivals:
    """Villages with their numbers; `one_address`: many of the county's came from one, which is written nowhere."""

    villages: list[tuple[str, int]]
    one_address: bool

    def __bool__(self) -> bool:
        return bool(self.villages) or self.one_address


def address_key(county: str) -> str:
    return f"many-from-one-address:{county}:{timezone.localdate()}"


def very_many_today(county: Division) -> Arrivals:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    living = Trainee.objects.filter(village__code__gte=county.code, village__code__lte=last_under(county.code))
    # Whom a roster brought in has no sign-in yet, and did not come by herself.
    living = living.filter(merged_into=None).exclude(person__isnull=False, person__user=None)
    counted = living.filter(joined_at__gte=midnight).values("village__short_name").annotate(many=Count("pk"))
    busy = counted.filter(many__gt=IN_A_VILLAGE).order_by("-many", "village__short_name")
    villages = [(row["village__short_name"], row["many"]) for row in busy]
    return Arrivals(villages, used_up(address_key(county.code), most=1))
