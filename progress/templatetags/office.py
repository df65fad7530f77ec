"""Numbers and cells of office tables."""

from django import template

register = template.Library()


@register.filter
def number(value: object) -> object:
    """`2704` is written `2,704` in every language; a text stays as it is."""
    return f"{value:,}" if isinstance(value, int) else value


@register.simple_tag
def cell(column, row) -> object:
    """What stands in a column of a row."""
    return number(column.value(row))
