"""Putting back into a form what she had answered."""

from django import template

register = template.Library()


@register.filter
def place_of(answer: object, item: str) -> int | None:
    """The place, counted from 1, that she gave an item of an order."""
    return answer.index(item) + 1 if isinstance(answer, list) and item in answer else None


@register.filter
def partner_of(answer: object, left: str) -> str | None:
    """The right side that she matched with this left one."""
    return answer.get(left) if isinstance(answer, dict) else None
