"""A knowledge check as its template shows it."""

from django import template
from django.conf import settings
from django.utils.translation import get_language

from courses.blocks import CheckValue
from courses.models import LessonPage
from quizzes.checks import AskedAlone

register = template.Library()


@register.simple_tag(takes_context=True)
def asked(context: template.Context, value: CheckValue, card_id: str) -> AskedAlone:
    """The question of a card, in the language of the lesson's words."""
    lesson: LessonPage | None = context.get("lesson")
    is_not_translated = lesson is not None and lesson.alias_of_id
    return value.asked(card_id, settings.LANGUAGE_CODE if is_not_translated else get_language())
