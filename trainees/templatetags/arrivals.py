"""The line for the officials of a county when very many people signed up today."""

from django import template

from trainees.selectors.arrivals import Arrivals, very_many_today
from villages.models import Division

register = template.Library()


@register.inclusion_tag("trainees/staff/arrivals.html")
def arrivals_today(place: Division) -> dict[str, Arrivals | None]:
    return {"arrivals": very_many_today(place) if place.level == Division.Level.COUNTY else None}
