"""Reading what a keeper's room rests on: who keeps which village, on which phone, and whom she helps."""

from __future__ import annotations

import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from trainees.codes import device_code_digest
from trainees.models import DeviceCode, EnrolledDevice, HelpedDay, Helping, Person, Post, Trainee, User
from trainees.selectors.posts import Visitor, divisions_visible_to, is_administrator, posts_of, villages_kept_by
from villages.models import Division
from villages.selectors import codes_today

LAST_DAYS = 3
ANSWERING = (Post.Role.OFFICIAL, Post.Role.TRAINER)


def device_with(digest: str) -> EnrolledDevice | None:
    """The phone in force whose secret has this digest."""
    if not digest:
        return None
    return EnrolledDevice.objects.filter(digest=digest, ended_at=None).select_related("village__parent").first()


def device_code(typed: str) -> DeviceCode | None:
    """The code that these digits are, while it is good."""
    good = DeviceCode.objects.good().select_related("village", "issued_by")
    return good.filter(digest=device_code_digest(typed)).first()


def keeps(user: Visitor, village: Division) -> bool:
    """Whether she is the keeper of this village today."""
    return villages_kept_by(user).filter(pk=village.pk).exists()


def has_kept(user: Visitor, village: Division) -> bool:
    """Whether she was the keeper of this village at any time."""
    posts = Post.objects.filter(user=user.pk, role=Post.Role.KEEPER)
    return posts.filter(division__code__in=codes_today(village.code)).exists()


def people_of_village(village: Division) -> QuerySet[Person]:
    """Those who live in a village, or in one that became part of it: whom its keeper looks after."""
    codes = codes_today(village.code)
    living = Person.objects.filter(trainee__village__code__in=codes, trainee__merged_into=None)
    return living.select_related("user", "trainee__village").order_by("name", "pk")


def joined_today(village: Division) -> int:
    """How many of its people signed up today; whom a roster brought in did not."""
    begin = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return people_of_village(village).filter(trainee__joined_at__gte=begin, user__isnull=False).count()


def helped_days(trainee: Trainee) -> list[datetime.date]:
    """The last days on which somebody helped her, newest first."""
    days = HelpedDay.objects.filter(trainee=trainee).order_by("-day").values_list("day", flat=True).distinct()
    return list(days[:LAST_DAYS])


def looks_after_keepers(user: Visitor) -> bool:
    """Whether she answers for a place as an official or trainer, or is an administrator."""
    return is_administrator(user) or posts_of(user).filter(role__in=ANSWERING).exists()


def places_for_keepers(user: Visitor, *, narrowest: Division.Level = Division.Level.VILLAGE) -> QuerySet[Division]:
    """The villages whose keepers and phones she looks after: an administrator all, officials and trainers their own.

    Whoever appoints keepers asks for posts of a county (`narrowest`); who enrols phones, for any post of the area.
    """
    run = posts_of(user).filter(role__in=ANSWERING, division__level__lte=narrowest)
    if not is_administrator(user) and not run.exists():
        return Division.objects.none()
    return divisions_visible_to(user, narrowest=narrowest).filter(level=Division.Level.VILLAGE)


def keepers_in(villages: QuerySet[Division]) -> QuerySet[Post]:
    """Posts of keepers that have not ended, with the person who holds each."""
    held = Post.objects.filter(role=Post.Role.KEEPER, division__in=villages.order_by())
    going_on = held.filter(Q(valid_to=None) | Q(valid_to__gte=timezone.localdate()))
    return going_on.select_related("division__parent", "user__person__trainee").order_by("division__code", "pk")


def phones_in(villages: QuerySet[Division]) -> QuerySet[EnrolledDevice]:
    """Phones that are enrolled there today."""
    enrolled = EnrolledDevice.objects.filter(ended_at=None, village__in=villages.order_by())
    return enrolled.select_related("village__parent", "enrolled_by").order_by("village__code", "pk")


def helping_in_force(pk: object) -> Helping | None:
    """The help of this number, unless it ended, its hour is over, or its phone or the keeper's post are gone."""
    if not isinstance(pk, int):
        return None
    rows = Helping.objects.filter(pk=pk, ended_at=None, until__gt=timezone.now(), device__ended_at=None)
    found = rows.select_related("trainee__person", "keeper__person__user", "device__village").first()
    return found if found and keeps(_user_of(found), found.device.village) else None


def _user_of(helping: Helping) -> Visitor:
    person = getattr(helping.keeper, "person", None)  # she may have had herself erased meanwhile
    user = person and person.user
    return user if isinstance(user, User) else User(is_active=False)
