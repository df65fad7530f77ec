"""How digits are written so that they can be read out."""

from django import template

register = template.Library()


@register.filter
def in_threes(digits: str) -> str:
    """`306158` as `306 158`."""
    return " ".join(digits[start : start + 3] for start in range(0, len(digits), 3))


@register.filter
def in_fours(digits: str) -> str:
    """`12345678` as `1234 5678`."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
