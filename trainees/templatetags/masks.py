"""How much of a name staff see in a list."""

from django import template

from trainees import names

register = template.Library()


@register.filter
def masked(name: str) -> str:
    return names.masked(name)
