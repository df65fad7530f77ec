"""Which places a user answers for, and whom she sees there. What is not in here does not exist for her."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from trainees.models import Post, Trainee, User
from villages.codes import LENGTHS, last_under
from villages.models import Division
from villages.selectors import codes_today, current_codes

Visitor = User | AnonymousUser


def posts_of(user: Visitor, day: datetime.date | None = None) -> QuerySet[Post]:
    """The posts that a user holds on a day (today in China unless given); none for a user who was switched off."""
    if not user.is_authenticated or not user.is_active:
        return Post.objects.none()
    day = day or timezone.localdate()
    held = Post.objects.filter(user=user, valid_from__lte=day).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    return held.select_related("division__parent").order_by("division__code", "role")


def last_post_of(user: User) -> Post | None:
    """The one that ended last, for somebody who holds none today."""
    return Post.objects.filter(user=user, valid_to__lt=timezone.localdate()).order_by("valid_to").last()


def is_administrator(user: Visitor) -> bool:
    """The whole house is hers, without a post."""
    return user.is_active and getattr(user, "is_superuser", False)


def looks_after_people(user: Visitor) -> bool:
    """Trainers in their places, and administrators: they let people in, lead classes, print cards."""
    return is_administrator(user) or posts_of(user).filter(role=Post.Role.TRAINER).exists()


def looked_up_anew(user: User | None) -> User | None:
    """She as she is now, whatever a session or a job remembers; None for one who was switched off meanwhile."""
    return User.objects.filter(pk=user.pk, is_active=True).first() if user and user.pk else None


def divisions_visible_to(
    user: Visitor, day: datetime.date | None = None, *, narrowest: Division.Level = Division.Level.VILLAGE
) -> QuerySet[Division]:
    """The divisions of her posts with all that lies in them; everything for an administrator, nothing for others.

    A place that became part of another lies where that one lies: it comes with its successor, and goes with it.
    Posts for places narrower than `narrowest` open nothing: what is for the county alone asks for `Level.COUNTY`.
    A keeper's post opens nothing here: see `villages_kept_by`. An auditor only reads: see `divisions_read_by`.
    """
    return _divisions(user, posts_of(user, day).exclude(role__in=(Post.Role.KEEPER, Post.Role.AUDITOR)), narrowest)


def divisions_read_by(
    user: Visitor, day: datetime.date | None = None, *, narrowest: Division.Level = Division.Level.VILLAGE
) -> QuerySet[Division]:
    """The divisions whose tables and masked people she reads in the office: those she answers for or audits."""
    return _divisions(user, posts_of(user, day).exclude(role=Post.Role.KEEPER), narrowest)


def divisions_read_whole_by(user: Visitor, *, narrowest: Division.Level) -> QuerySet[Division]:
    """The same without what she reads for one course alone."""
    posts = posts_of(user).exclude(role=Post.Role.KEEPER).exclude(role=Post.Role.AUDITOR, course_key__isnull=False)
    return _divisions(user, posts, narrowest)


def courses_read_by(user: Visitor, division: Division) -> frozenset[UUID] | None:
    """The courses for which alone she reads a place; None where she reads it for every course.

    That is where she answers for it, or audits it by a post that names no course.
    """
    if is_administrator(user):
        return None
    around = [division.today.code[:length] for length in LENGTHS]
    posts = posts_of(user).filter(division__code__in=around).exclude(role=Post.Role.KEEPER)
    keys = [post.course_key if post.role == Post.Role.AUDITOR else None for post in posts]
    return None if None in keys else frozenset(key for key in keys if key)


def villages_kept_by(user: Visitor, day: datetime.date | None = None) -> QuerySet[Division]:
    """The villages whose keeper she is, with those that became part of them. They open on an enrolled phone alone.

    Who kept a village that became part of another keeps that one, until her post ends: her people live there.
    """
    kept = list(posts_of(user, day).filter(role=Post.Role.KEEPER).values_list("division__code", flat=True))
    return Division.objects.filter(code__in=codes_today(*kept)) if kept else Division.objects.none()


def trainees_visible_to(
    user: Visitor, day: datetime.date | None = None, *, narrowest: Division.Level = Division.Level.VILLAGE
) -> QuerySet[Trainee]:
    """The trainees who live in places that she may see; who was found to be another of them is there as that one."""
    living = Trainee.objects.filter(merged_into=None)
    return living.filter(village__in=divisions_visible_to(user, day, narrowest=narrowest).order_by())


def trainees_read_by(
    user: Visitor, day: datetime.date | None = None, *, narrowest: Division.Level = Division.Level.VILLAGE
) -> QuerySet[Trainee]:
    """The trainees of the places that she reads; an auditor's are among them."""
    living = Trainee.objects.filter(merged_into=None)
    return living.filter(village__in=divisions_read_by(user, day, narrowest=narrowest).order_by())


def _divisions(user: Visitor, posts: QuerySet[Post], narrowest: Division.Level) -> QuerySet[Division]:
    if is_administrator(user):
        return Division.objects.all()
    wide_enough = posts.filter(division__level__lte=narrowest)
    return divisions_in(wide_enough.values_list("division__code", flat=True).distinct())


def divisions_in(codes: Iterable[str]) -> QuerySet[Division]:
    """Places and all that lies in them today: without what became part of a place elsewhere, with what came here."""
    areas = tuple(codes)
    if not areas:
        return Division.objects.none()
    below = reduce(or_, (Q(code__gte=area, code__lte=last_under(area)) for area in areas))
    gone, come = _moved(areas)
    return Division.objects.filter(below & ~Q(code__in=gone) | Q(code__in=come))


def _moved(areas: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Codes of merged places that their own digits put on the wrong side of the areas: those that left, that came."""
    current = current_codes()
    gone = [code for code, now in current.items() if code.startswith(areas) and not now.startswith(areas)]
    come = [code for code, now in current.items() if now.startswith(areas) and not code.startswith(areas)]
    return gone, come
