"""Head of a phone page: style sheet, display script, language tag."""

from django import template
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


@register.filter
def html_language(code: str) -> str:
    """`zh-hans` as browsers and screen readers expect it: `zh-Hans`."""
    language, _, script = code.partition("-")
    return f"{language}-{script.title()}" if len(script) == 4 else code
