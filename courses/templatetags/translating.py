"""What pages of wagtail-localize offer to whom: only what does not end in a refusal."""

import json
from typing import Any

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def without_refusals(context: template.Context) -> str:
    """Another picture for one language is for administrators; giving a translation up for who may publish.

    The button that stops a translation is drawn whatever is given, with one for more: a mark lets the styles hide both.
    """
    user = context["request"].user
    if user.is_superuser:
        return ""
    props: dict[str, Any] = json.loads(context["props"])
    props["segments"] = [segment for segment in props["segments"] if segment["type"] != "synchronised_value"]
    page = context["instance"]
    may_publish = page.permissions_for_user(user).can_publish()
    if page.alias_of_id or not may_publish:
        props["links"]["convertToAliasUrl"] = None
    context["props"] = json.dumps(props)
    return "" if may_publish else mark_safe('<span class="translator-alone" hidden></span>')
