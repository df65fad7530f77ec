"""Whom a list of calls is made from, whose list it is, and who reads it afterwards."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from progress.counts import CountedVillages
from progress.models import EVERY_COURSE, CallSession, Enrolment, LessonCompletion, ListedPerson
from progress.selectors import my_people
from trainees.consent_words import CALLS
from trainees.models import Post, Trainee, User
from trainees.selectors import (
    courses_read_by,
    divisions_read_by,
    divisions_read_whole_by,
    is_administrator,
    posts_of,
    trainees_read_by,
)
from trainees.selectors.consents import people_who_refuse
from villages.models import Division
from villages.selectors import know_today

CALLERS = (Post.Role.OFFICIAL, Post.Role.TRAINER, Post.Role.AUDITOR)
EVERYBODY, TRAINED, NOT_STARTED, STUCK = "", "trained", "not-started", "stuck"
STATES = {NOT_STARTED: my_people.NEW, STUCK: my_people.STUCK}  # as a trainer's list of her people means them


def may_call(user: User) -> bool:
    """Officials, trainers and auditors within their places; a keeper talks to her neighbours without a list."""
    return is_administrator(user) or posts_of(user).filter(role__in=CALLERS).exists()


def people_to_call(user: User, division: Division, choice: str) -> QuerySet[Trainee]:
    """The living pseudonyms of a place that the choice means, whoever of them may be called.

    Who reads the place for one course alone calls people of that course.
    """
    villages = CountedVillages(division.code).rows.values("pk")
    people = trainees_read_by(user).filter(village__in=villages, person__isnull=False)
    courses = courses_read_by(user, division)
    checked = Q() if courses is None else Q(course_key__in=courses)
    if courses is not None:
        people = people.filter(Exists(Enrolment.objects.filter(checked, trainee=OuterRef("pk"))))
    if choice == TRAINED:
        return people.filter(Exists(LessonCompletion.objects.filter(checked, trainee=OuterRef("pk"))))
    if choice in STATES:
        return my_people.in_state(my_people.with_standing(people), STATES[choice])
    return people


def who_refuse_calls(people: QuerySet[Trainee]) -> QuerySet[Trainee]:
    """Those of them who said that they do not want to be called."""
    return people.filter(person__in=people_who_refuse(CALLS).values("pk"))


def calls_visible_to(user: User) -> QuerySet[CallSession]:
    """Her own lists in places she still reads; those of others once they ended, for who reads a whole county.

    A township that is being checked does not see who is on the list of its county, nor does who checks one course.
    """
    mine = Q(by=user.pk, division__in=divisions_read_by(user).order_by())
    over = Q(ended_at__isnull=False) | Q(day__lt=timezone.localdate())
    of_county = divisions_read_whole_by(user, narrowest=Division.Level.COUNTY)
    found = CallSession.objects.filter(mine | over & Q(division__in=of_county.order_by()))
    return found.select_related("division__parent", "by").prefetch_related("listed").order_by("-pk")


def open_calls(user: User) -> CallSession | None:
    """The list that she is calling today."""
    return CallSession.objects.filter(by=user.pk, day=timezone.localdate(), ended_at=None).order_by("-pk").first()


def listed_in(session: CallSession, user: User) -> list[ListedPerson]:
    """The people of a list in its order. Who lives where the reader may not look any more has no name here.

    Each knows whether she refuses calls by now.
    """
    near = trainees_read_by(user).filter(pk=OuterRef("trainee_id"))
    rows = session.listed.select_related("trainee__person", "trainee__village__parent", "note")
    courses = courses_read_by(user, session.division)
    firsts = Enrolment.objects.filter(course_key__in=[EVERY_COURSE] if courses is None else courses)
    rows = rows.prefetch_related(Prefetch("trainee__enrolments", firsts, to_attr="firsts"))
    refusing = people_who_refuse(CALLS).filter(trainee=OuterRef("trainee_id"))
    listed: list[Any] = list(rows.annotate(near=Exists(near), refuses=Exists(refusing)).order_by("place"))
    know_today(one.trainee.village for one in listed)
    return listed
