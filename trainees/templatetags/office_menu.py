"""The menu of the office, in its pages and in those of a trainer's desk."""

from typing import Any

from django import template

from trainees import office_menu

register = template.Library()


@register.inclusion_tag("trainees/staff/menu.html", takes_context=True, name="office_menu")
def menu_of_the_office(context: dict[str, Any]) -> dict[str, Any]:
    """A page may say in `leads` where some entries lead from there, and in `room` which of them it is."""
    request = context["request"]
    page = context.get("room") or (request.resolver_match.url_name if request.resolver_match else "")
    return {"menu": office_menu.office_menu(office_menu.rights_in(request), page, context.get("leads"))}
