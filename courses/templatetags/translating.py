"""What pages of wagtail-localize offer to whom: only what does not end in a refusal."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from courses.translating.publishing import leaving_with
from courses.translating.their_words import words_for_their_script

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


@register.simple_tag(takes_context=True)
def words_of_the_editor(context: template.Context) -> SafeString:
    """What its script would say in English."""
    props: dict[str, Any] = json.loads(context["props"])
    names = [props[one]["displayName"] for one in ("sourceLocale", "locale")]
    return json_script(words_for_their_script(*names), "translator-words")


@register.inclusion_tag("courses/translating/leaving_too.html")
def leaving_too(*pages: Page) -> dict[str, list[str]]:
    """What the pages that confirm say of translations: they leave the readers with their source."""
    gone = {one.locale.get_display_name() for page in pages for one in leaving_with(page).select_related("locale")}
    return {"languages": sorted(map(str, gone))}


@register.inclusion_tag("courses/translating/leaving_too.html")
def all_leaving_too(items: Iterable[dict[str, Page]]) -> dict[str, list[str]]:
    """Of a heap, as Wagtail lists it."""
    return leaving_too(*(one["item"] for one in items))
