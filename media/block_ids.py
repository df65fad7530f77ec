"""Ids of cards and questions as a form sends them: what is recorded, answered and counted is known by them."""

import json
from collections.abc import Collection
from uuid import UUID, uuid4

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.blocks import StreamValue
from wagtail.models import Page, Revision

STREAMS = ("cards", "questions")


def key_of(block_id: object) -> UUID | None:
    """None for what is no UUID as we write it: a page that came by another way may hold anything."""
    try:
        key = UUID(str(block_id))
    except ValueError:
        return None
    return key if str(key) == block_id else None


def renew_foreign_ids(sent: StreamValue, *, before: StreamValue, page: Page) -> None:
    """Give a block an id of its own where the one that was sent is new to the page and stands on another page.

    Wagtail believes the form. With the id of another team's card, what is recorded here would be heard there; and what
    is no UUID nobody could hand in or answer.
    """
    kept = {raw.get("id") for raw in before.raw_data}
    new = {block.id for block in sent if block.id} - kept
    taken = {block.id for block in sent if block.id and not key_of(block.id)}
    taken |= _standing_elsewhere(new - taken, page.translation_key)
    for block in sent:
        if block.id in taken:
            block.id = str(uuid4())


def _standing_elsewhere(ids: Collection[str], own_key: UUID) -> set[str]:
    """Those that stand on another page, published or as it was last written. One query, if anything was asked."""
    if not ids:
        return set()
    others = Page.objects.exclude(translation_key=own_key).order_by()
    last = Q(pk__in=others.values("latest_revision")) | Q(pk__in=others.values("live_revision"))
    named = Q()
    for one in ids:
        named |= Q(text__contains=one)
    found = Revision.objects.filter(last).annotate(text=Cast("content", TextField())).filter(named)
    return {one for content in found.values_list("content", flat=True) for one in _ids_in(content)} & set(ids)


def _ids_in(content: dict) -> set[str]:
    blocks = [block for name in STREAMS for block in json.loads(content.get(name) or "[]")]
    return {block["id"] for block in blocks if block.get("id")}
