"""What a place is called on an office screen."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import get_language

from trainees.models import Post, User
from trainees.selectors import divisions_visible_to, is_administrator, posts_of
from villages.models import Division

# The kind of a place at the end of its name, as it is spoken.
SOUNDED_FROM = Division.Level.COUNTY  # the long names of prefectures help nobody, written as they sound
TAILS = ("jiedao", "zhen", "xiang", "cun", "xian", "shequ")


def place_name(division: Division) -> str:
    """`好花红镇`; a village without its township, for it stands under it. In English with its sound before it."""
    name = division.short_name if division.level == Division.Level.VILLAGE else division.name
    in_chinese = (get_language() or "").startswith("zh")
    if in_chinese or not division.pinyin or division.level < SOUNDED_FROM:
        return name
    return f"{_sound(division.pinyin.split()[0])} {name}"


def full_name(division: Division) -> str:
    """`好花红镇 好花红村`: names of villages repeat within a county."""
    if division.level == Division.Level.VILLAGE and division.parent:
        return f"{place_name(division.parent)} {place_name(division)}"
    return place_name(division)


def places_by_page(places: list[Division], page: str) -> list[tuple[str, str]]:
    """Where each of them leads, and what it is called."""
    return [(reverse(page, args=[one.code]), full_name(one)) for one in places]


def _sound(spoken: str) -> str:
    for tail in TAILS:
        if spoken.endswith(tail) and len(spoken) > len(tail) + 1:
            return spoken.removesuffix(tail).capitalize()
    return spoken.capitalize()


def places_to_choose(user: User | AnonymousUser) -> list[Division]:
    """The places of her posts. An administrator without a post finds the counties whose townships are known."""
    held = {post.division_id: post.division for post in posts_of(user).exclude(role=Post.Role.KEEPER)}
    if held or not is_administrator(user):
        return list(held.values())
    counties = divisions_visible_to(user).filter(level=Division.Level.COUNTY, children__isnull=False)
    return list(counties.distinct())
