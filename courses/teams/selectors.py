"""Which courses are whose, and who may do what there. Everything about a page begins with the course it stands in."""

from collections.abc import Collection
from uuid import UUID

from django.contrib.auth.models import AbstractUser, AnonymousUser, Group
from wagtail.models import Collection as Pictures
from wagtail.models import Page

from courses.models import CoursePage, Role, TeamGroup

COURSE_DEPTH = 3  # below the root and the home page
COURSE_PATH = COURSE_DEPTH * Page.steplen

RECORDING = (Role.TRAINER, Role.NARRATOR, Role.REVIEWER)
REVIEWING = (Role.TRAINER, Role.REVIEWER)
TRANSLATING = (Role.TRAINER, Role.EDITOR, Role.TRANSLATOR)

AnyUser = AbstractUser | AnonymousUser


def team_group(role: str, course_key: UUID | None = None) -> Group | None:
    """The group of those who have the role in the course; without a course, in general."""
    team = TeamGroup.objects.filter(role=role, course_key=course_key).select_related("group").first()
    return team.group if team else None


def courses_of(user: AnyUser, roles: Collection[str] = tuple(Role)) -> set[UUID]:
    """Keys of the courses in which the user has one of the roles; an administrator has all of them. One query."""
    if not user.is_active:
        return set()
    if user.is_superuser:
        return set(CoursePage.objects.values_list("translation_key", flat=True))
    teams = TeamGroup.objects.filter(group__user=user.pk, role__in=roles, course_key__isnull=False)
    return {key for key in teams.values_list("course_key", flat=True) if key}


def roles_of(user: AnyUser) -> set[str]:
    """What the user is, in any course or in general; an administrator is everything. One query."""
    if user.is_superuser and user.is_active:
        return set(Role.values)
    if not user.is_active or user.is_anonymous:
        return set()
    return set(TeamGroup.objects.filter(group__user=user.pk).values_list("role", flat=True))


def pages_of(user: AnyUser, roles: Collection[str] = tuple(Role)) -> list[str]:
    """Paths of the courses, in every language, in which the user has one of the roles. Two queries."""
    keys = courses_of(user, roles)
    return list(CoursePage.objects.filter(translation_key__in=keys).values_list("path", flat=True)) if keys else []


def is_on_team(user: AnyUser, page: Page, roles: Collection[str] = tuple(Role)) -> bool:
    """Does the page stand in a course in which the user has one of the roles?"""
    course = CoursePage.objects.filter(path=page.path[:COURSE_PATH]).values_list("translation_key", flat=True).first()
    return course is not None and (user.is_superuser or course in courses_of(user, roles))


def may_record(user: AnyUser, page: Page) -> bool:
    return is_on_team(user, page, RECORDING)


def may_review(user: AnyUser, page: Page) -> bool:
    """May let others hear what was recorded for the page."""
    return is_on_team(user, page, REVIEWING)


def has_others_to_look(user: AnyUser, page: Page) -> bool:
    """Is there somebody else on the team who may publish the page?"""
    course = CoursePage.objects.filter(path=page.path[:COURSE_PATH]).values("translation_key")
    teams = TeamGroup.objects.filter(role__in=REVIEWING, course_key__in=course, group__user__is_active=True)
    return any(person != user.pk for person in teams.values_list("group__user", flat=True))


def pictures_of_team(course_key: UUID) -> Pictures | None:
    """The collection in which the trainers of the course keep their pictures."""
    group = team_group(Role.TRAINER, course_key)
    adding = {"group_permissions__group": group, "group_permissions__permission__codename": "add_image"}
    return Pictures.objects.filter(**adding).order_by("path").first() if group else None
