"""Head of a phone page: style sheet, display script, language tag."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal import phone_bundle

register = template.Library()


@register.simple_tag
def phone_styles(bundle: str = "page") -> SafeString:
    """Every page has the bundle `page`; a quiz adds `{% phone_styles "quiz" %}` in its head."""
    return mark_safe(f"<style>{phone_bundle.styles(bundle)}</style>")  # noqa: S308 - our own files


@register.simple_tag
def display_script() -> SafeString:
    return mark_safe(f"<script>{phone_bundle.display_script()}</script>")  # noqa: S308 - our own file


@register.simple_tag
def straight_on_script() -> SafeString:
    return mark_safe(f"<script>{phone_bundle.straight_on_script()}</script>")  # noqa: S308 - our own file


@register.simple_tag
def worker_address() -> SafeString:
    """For <body>: where the service worker is, unless it is switched off."""
    return format_html(' data-worker="{}"', reverse("service-worker")) if settings.SERVICE_WORKER else SafeString("")


@register.filter
def html_language(code: str) -> str:
    """`zh-hans` as browsers and screen readers expect it: `zh-Hans`."""
    language, _, script = code.partition("-")
    return f"{language}-{script.title()}" if len(script) == 4 else code
