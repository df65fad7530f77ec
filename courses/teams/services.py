"""Making the team of a course, and joining it."""

from itertools import count
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractUser, Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from courses.models import CoursePage, Role, TeamGroup
from courses.teams.rights import CHOOSING, RIGHTS
from courses.teams.second_looks import follow_teams
from courses.teams.selectors import team_group
from media.sharing import shared_pictures

NAMED = {
    Role.TRAINER: "讲师",
    Role.EDITOR: "编辑",
    Role.TRANSLATOR: "译者",
    Role.NARRATOR: "录音员",
    Role.REVIEWER: "审核员",
}
LONGEST_TITLE = 60


@transaction.atomic
def ensure_team(*, course: CoursePage, is_new: bool = False) -> None:
    """The groups of a course with their rights on its pages. What is there stays as it is.

    Rights are given once: with a new group on the pages of all languages, with a new page to the groups that are there.
    What an administrator took away stays away.
    """
    pictures: Collection | None = None
    for role in Role:
        team = TeamGroup.objects.filter(role=role, course_key=course.translation_key).select_related("group").first()
        if team is None:
            pictures = pictures or _collection_of(course)
            team = _make_group(course, role, pictures)
            pages = CoursePage.objects.filter(translation_key=course.translation_key).select_related("locale")
            _let_into_pages(team, *pages)
        elif is_new:
            _let_into_pages(team, course)


@transaction.atomic
def ensure_teams() -> int:
    """Teams for courses that have none; returns how many were made.

    Whoever was a trainer before there were teams wrote in every course, and goes on in those that were there.
    """
    made = 0
    for course in CoursePage.objects.select_related("locale").order_by("path"):
        is_new = team_group(Role.TRAINER, course.translation_key) is None
        ensure_team(course=course)
        made += is_new
        if is_new and (trainers := team_group(Role.TRAINER)):
            for user in trainers.user_set.all():
                join_team(user=user, course_key=course.translation_key, role=Role.TRAINER)
    follow_teams()
    return made


@transaction.atomic
def join_team(*, user: AbstractUser, course_key: UUID, role: Role) -> None:
    """Give the user a role in a course that is there, and the role in general with it."""
    take_role(user=user, role=role)
    if group := team_group(role, course_key):
        user.groups.add(group)
        follow_teams()


def take_role(*, user: AbstractUser, role: Role) -> None:
    """Open the editor's door to somebody of that role, and no course yet."""
    if group := team_group(role):
        user.groups.add(group)


@transaction.atomic
def forget_team(*, course_key: UUID) -> None:
    """Once no page of the course is left in any language, nobody works on it. Its pictures stay."""
    if not CoursePage.objects.filter(translation_key=course_key).exists():
        Group.objects.filter(team__course_key=course_key).delete()


def _make_group(course: CoursePage, role: Role, pictures: Collection) -> TeamGroup:
    rights = RIGHTS[role]
    group = Group.objects.create(name=_free_name(f"{course.title[:LONGEST_TITLE]} · {NAMED[role]}"))
    group.permissions.add(*Permission.objects.filter(codename__in=rights.general))
    _let_into_pictures(group, pictures, rights.pictures)
    _let_into_pictures(group, shared_pictures(), CHOOSING if rights.pictures else ())
    return TeamGroup.objects.create(group=group, role=role, course_key=course.translation_key)


def _free_name(wanted: str) -> str:
    names = (wanted if number == 1 else f"{wanted} {number}" for number in count(1))
    return next(name for name in names if not Group.objects.filter(name=name).exists())


def _collection_of(course: CoursePage) -> Collection:
    return Collection.get_first_root_node().add_child(name=course.title[:LONGEST_TITLE])


def _let_into_pages(team: TeamGroup, *courses: CoursePage) -> None:
    given = RIGHTS[Role(team.role)]
    for course in courses:
        rights = given.pages if course.locale.language_code == settings.LANGUAGE_CODE else given.translated
        for permission in Permission.objects.filter(codename__in=rights, content_type__app_label="wagtailcore"):
            GroupPagePermission.objects.create(group=team.group, page=course, permission=permission)


def _let_into_pictures(group: Group, collection: Collection, rights: tuple[str, ...]) -> None:
    for permission in Permission.objects.filter(codename__in=rights, content_type__app_label="wagtailimages"):
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
