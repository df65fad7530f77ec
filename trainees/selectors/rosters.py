"""For which places somebody brings rosters in, and which rosters are whose."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from trainees.models import Post, RosterImport, Trainee, User
from trainees.selectors.posts import Visitor, is_administrator, looked_up_anew, posts_of
from villages.codes import last_under, level_of
from villages.models import Division
from villages.selectors import current_codes, valid_on

WRITING = (Post.Role.OFFICIAL, Post.Role.TRAINER)


def roster_areas(user: Visitor) -> list[Division]:
    """The places of her posts as official or trainer; for an administrator the counties whose townships are known."""
    if user.is_authenticated and is_administrator(user):
        known = Division.objects.filter(level=Division.Level.COUNTY, children__isnull=False)
        return list(known.distinct().order_by("code"))
    held = {post.division_id: post.division for post in posts_of(user).filter(role__in=WRITING)}
    return list(held.values())


def may_bring_in(user: User | None, area: str) -> bool:
    """Looked up anew, whatever a session or a job remembers: the post may have ended, the user may be switched off."""
    now = looked_up_anew(user)
    if now is None or not area:
        return False
    return is_administrator(now) or any(area.startswith(place.code) for place in roster_areas(now))


def rosters_of(user: Visitor) -> QuerySet[RosterImport]:
    """Those that she brought in herself, newest first. What others brought in holds names that she may not know."""
    return RosterImport.objects.filter(by=user.pk) if user.is_authenticated else RosterImport.objects.none()


def trainees_of_area(area: str) -> QuerySet[Trainee]:
    """Everybody who lives there today, everybody at all for no area; who was found to be another is that one alone."""
    living = Trainee.objects.filter(merged_into=None)
    return living.filter(village__in=_divisions(area).order_by()) if area else living


def moved_away(area: str) -> QuerySet[Trainee]:
    """Who lived there once and lives elsewhere today, and entries there that were merged into somebody's.

    Whose that is, and whether she lives here, is for the reader to look up: one merge may lead to the next.
    """
    places = _divisions(area).order_by()
    left = Q(merged_into=None, person__former_villages__village__in=places) & ~Q(village__in=places)
    merged = Q(merged_into__isnull=False, village__in=places)
    return Trainee.objects.filter(left | merged).distinct() if area else Trainee.objects.none()


def named_villages(area: str) -> list[tuple[Division, Division]]:
    """Each village of an area with the village of today that is meant by it: itself, or what it became part of."""
    villages = _divisions(area).filter(level=Division.Level.VILLAGE)
    now = {one.code: one for one in valid_on(villages).select_related("parent__parent") if one.successor_id is None}
    became = current_codes()
    ended = [one for one in villages.select_related("parent__parent") if one.code in became and became[one.code] in now]
    return [*((one, one) for one in now.values()), *((one, now[became[one.code]]) for one in ended)]


def townships_around(area: str) -> QuerySet[Division]:
    """The townships of the same county that are not of this area; of the same prefecture, if the area is a county."""
    level = level_of(area) if area else 0
    if level < Division.Level.COUNTY:
        return Division.objects.none()
    near = Division.objects.filter(level=Division.Level.TOWNSHIP, code__startswith=area[:6] if level > 3 else area[:4])
    return valid_on(near.exclude(code__startswith=area[:9]))


def villages_today(named: list[tuple[Division, Division]]) -> dict[int, int]:
    """Of villages that became part of others: which those are."""
    return {one.pk: meant.pk for one, meant in named if one.pk != meant.pk}


def _divisions(area: str) -> QuerySet[Division]:
    """The place and all that lies in it today: without what became part of a place elsewhere, with what came here."""
    if not area:
        return Division.objects.all()
    became = current_codes()
    gone = [code for code, now in became.items() if code.startswith(area) and not now.startswith(area)]
    come = [code for code, now in became.items() if now.startswith(area) and not code.startswith(area)]
    below = Q(code__gte=area, code__lte=last_under(area))
    return Division.objects.filter(below & ~Q(code__in=gone) | Q(code__in=come))
