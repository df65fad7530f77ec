"""How much of a name staff see in a list."""

from django import template

from trainees.masks import masked_name

register = template.Library()


@register.filter
def masked(name: str) -> str:
    return masked_name(name)
