"""How what is said on a card is laid out: sentences, clauses, dots, amounts."""

import re
from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

register = template.Library()

CLAUSE = re.compile(r"[^，、：；。！？]*[，、：；。！？”』）]+|[^，、：；。！？]+")
HAN = re.compile(r"[\u3400-\u9fff]")


@register.filter
def clauses(text: str) -> str | SafeString:
    """Keep each Chinese clause on one line when it fits, so that a line is one breath; other languages stay."""
    if not text or not HAN.search(str(text)):
        return text
    pieces = CLAUSE.findall(str(text))
    if len(pieces) == 1:
        return text
    return format_html_join("", '<span class="clause">{}</span>', ((piece,) for piece in pieces))


@register.filter
def sentences(text: str) -> SafeString:
    """One paragraph a line."""
    return format_html_join("", '<p class="said">{}</p>', ((clauses(line),) for line in str(text).splitlines() if line))


@register.filter
def dots(position: int, total: int) -> list[str]:
    """For each card "seen", "now" or "" (ahead); `position` counts from 1."""
    return ["seen" if n < position else "now" if n == position else "" for n in range(1, total + 1)]


@register.filter
def item_before(cards, index: int) -> str:
    """The id of the card before the one at `index`."""
    return cards[index - 1].id


@register.filter
def item_after(cards, index: int) -> str:
    """The id of the card after the one at `index`."""
    return cards[index + 1].id


@register.filter
def yuan(amount: Decimal) -> SafeString:
    """An amount of money without needless zeros: 30, 6.5."""
    short = number_format(amount.normalize() if amount % 1 else amount.to_integral_value())
    return format_html("{}", gettext("%(amount)s yuan") % {"amount": short})
