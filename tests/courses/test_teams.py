"""Roles and teams: made with the course, kept as an administrator left them, gone with the course."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from courses.models import CoursePage, Role, TeamGroup
from courses.teams.selectors import courses_of, may_record, may_review, roles_of, team_group
from courses.teams.services import ensure_team, ensure_teams, join_team
from media.sharing import shared_pictures
from tests.builders import a_course, a_home, a_lesson, a_module, a_picture
from trainees.models import User

NAMES = {"讲师", "编辑", "译者", "录音员", "审核员"}


@pytest.fixture
def course(db) -> CoursePage:
    return a_course()


def member(course: CoursePage, role: Role, name: str = "wei") -> User:
    user = User.objects.create_user(name)
    join_team(user=user, course_key=course.translation_key, role=role)
    return user


def rights_on(group: Group, page: CoursePage) -> set[str]:
    granted = GroupPagePermission.objects.filter(group=group, page=page)
    return set(granted.values_list("permission__codename", flat=True))


def test_every_role_has_its_group_that_opens_the_editor_and_no_course(db):
    general = TeamGroup.objects.filter(course_key=None)
    assert {team.group.name for team in general} == NAMES
    assert {team.role for team in general} == set(Role.values)
    assert all(team.group.permissions.filter(codename="access_admin").exists() for team in general)
    assert not GroupPagePermission.objects.filter(group__in=[team.group for team in general]).exists()
    assert not GroupCollectionPermission.objects.filter(group__in=[team.group for team in general]).exists()


def test_a_course_comes_with_its_team_and_collection(course):
    teams = TeamGroup.objects.filter(course_key=course.translation_key)
    assert {team.group.name for team in teams} == {f"{course.title} · {name}" for name in NAMES}
    assert Collection.objects.filter(depth=2, name=course.title).count() == 1
    trainer = team_group(Role.TRAINER, course.translation_key)
    assert rights_on(trainer, course) == {"add_page", "change_page", "publish_page", "bulk_delete_page"}
    assert rights_on(team_group(Role.NARRATOR, course.translation_key), course) == set()


def test_a_translator_changes_translations_and_never_the_source(course):
    english = CoursePage(title="Shop", short_title="Shop", slug="shop", translation_key=course.translation_key)
    a_home("en").add_child(instance=english)
    translator = team_group(Role.TRANSLATOR, course.translation_key)
    assert (rights_on(translator, course), rights_on(translator, english)) == (set(), {"change_page"})
    assert TeamGroup.objects.filter(course_key=course.translation_key).count() == len(Role)


def test_two_courses_of_one_title_have_teams_of_their_own(course):
    other = a_course(course.get_parent().specific, slug="other")
    assert team_group(Role.EDITOR, other.translation_key).name == f"{other.title} · 编辑 2"
    assert courses_of(member(course, Role.EDITOR)) == {course.translation_key}


def test_rights_that_an_administrator_took_away_stay_away(course):
    trainer = team_group(Role.TRAINER, course.translation_key)
    GroupPagePermission.objects.filter(group=trainer, permission__codename="publish_page").delete()
    ensure_team(course=course)
    assert ensure_teams() == 0
    assert rights_on(trainer, course) == {"add_page", "change_page", "bulk_delete_page"}
    GroupPagePermission.objects.filter(group=trainer).delete()
    assert ensure_teams() == 0
    assert rights_on(trainer, course) == set()


def test_a_team_that_is_made_late_has_its_rights_in_every_language(course):
    english = CoursePage(title="Shop", short_title="Shop", slug="shop", translation_key=course.translation_key)
    a_home("en").add_child(instance=english)
    Group.objects.filter(team__course_key=course.translation_key).delete()
    assert ensure_teams() == 1
    translator = team_group(Role.TRANSLATOR, course.translation_key)
    assert (rights_on(translator, course), rights_on(translator, english)) == (set(), {"change_page"})


def test_trainers_of_before_there_were_teams_go_on_in_every_course(course):
    wei = User.objects.create_user("wei")
    wei.groups.add(team_group(Role.TRAINER))
    Group.objects.filter(team__course_key=course.translation_key).delete()
    assert (ensure_teams(), ensure_teams()) == (1, 0)
    assert courses_of(wei, [Role.TRAINER]) == {course.translation_key}


def test_a_team_goes_with_its_course_and_nobody_else_with_it(course):
    other = a_course(course.get_parent().specific, slug="other")
    wei = member(course, Role.TRAINER)
    CoursePage.objects.get(pk=course.pk).delete()
    assert not TeamGroup.objects.filter(course_key=course.translation_key).exists()
    assert (courses_of(wei), roles_of(wei)) == (set(), {"trainer"})
    assert TeamGroup.objects.filter(course_key=other.translation_key).count() == len(Role)


@pytest.mark.parametrize(
    ("role", "records", "reviews"),
    [("trainer", True, True), ("narrator", True, False), ("reviewer", True, True), ("editor", False, False)],
)
def test_who_may_record_and_who_lets_others_hear_it(course, role, records, reviews):
    lesson = a_lesson(a_module(course))
    user = member(course, Role(role))
    assert (may_record(user, lesson), may_review(user, lesson)) == (records, reviews)
    elsewhere = a_lesson(a_module(a_course(course.get_parent().specific, slug="other")))
    assert not may_record(user, elsewhere)
    assert not may_record(user, course.get_parent())


def test_nobody_who_was_let_go_has_any_course(course):
    wei = member(course, Role.TRAINER)
    wei.is_active = False
    assert (courses_of(wei), roles_of(wei)) == (set(), set())


def test_what_lay_in_no_collection_is_shared_when_sharing_begins(db):
    picture = a_picture()
    picture.collection = Collection.get_first_root_node()
    picture.save()
    Collection.objects.filter(name="共用图片").delete()
    shared = shared_pictures()
    picture.refresh_from_db()
    assert picture.collection == shared == shared_pictures()
