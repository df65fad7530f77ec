"""A second person looks first, once there is one; she approves, or sends back with words."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from courses.models import CoursePage, LessonPage, Role
from courses.teams.second_looks import follow_teams
from courses.teams.services import join_team
from tests.builders import a_course, a_home, a_lesson, a_module
from tests.staff import at_desk, made_trainer
from trainees.models import User

WORDS = "第二张卡片太长了"


@pytest.fixture
def course(db) -> CoursePage:
    return a_course(a_home("zh-hans"))


@pytest.fixture
def lesson(course) -> LessonPage:
    lesson = a_lesson(a_module(course), cards=2)
    lesson.unpublish()
    lesson.save_revision()
    return LessonPage.objects.get(pk=lesson.pk)


@pytest.fixture
def wei(lesson) -> User:
    return made_trainer(User.objects.create_user("wei", first_name="韦老师"))


def an_editor(course: CoursePage) -> User:
    return made_trainer(User.objects.create_user("bian", first_name="小花", last_name="边"), course, role=Role.EDITOR)


def asked(lesson: LessonPage, by: User) -> None:
    lesson.get_workflow().start(lesson, by)


def act(lesson: LessonPage, user: User, name: str, **words: str) -> int:
    state = lesson.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[lesson.pk, name, state.pk])
    return at_desk(user).post(address, words).status_code


def test_one_person_with_every_role_is_asked_for_nothing(wei, course, lesson):
    for role in Role:
        join_team(user=wei, course_key=course.translation_key, role=role)
    assert not lesson.has_workflow
    assert "请第二个人看看" not in at_desk(wei).get(f"/cms/pages/{lesson.pk}/edit/").text


def test_an_editor_asks_and_the_trainer_sends_back_with_words_and_then_publishes(wei, course, lesson):
    bian = an_editor(course)
    assert "请第二个人看看" in at_desk(bian).get(f"/cms/pages/{lesson.pk}/edit/").text
    asked(lesson, bian)
    assert "边小花请您看看" in at_desk(wei).get("/cms/").text
    assert "正等人看" in at_desk(bian).get("/cms/").text
    form = at_desk(wei).get(f"/cms/pages/{lesson.pk}/edit/").text
    assert "边小花请您看看。" in form
    assert ("没问题，发布" in form, 'name="action-publish"' in form, "先不请人看了" in form) == (True, False, False)
    act(lesson, wei, "reject", comment=WORDS)
    assert WORDS in at_desk(bian).get("/cms/").text
    assert f"退回来了：{WORDS}" in at_desk(bian).get(f"/cms/pages/{lesson.pk}/edit/").text
    lesson.current_workflow_state.resume(user=bian)
    act(lesson, wei, "approve")
    lesson.refresh_from_db()
    assert (lesson.live, lesson.has_unpublished_changes) == (True, False)


def test_nobody_approves_what_she_asked_for_nor_what_is_not_hers(wei, course, lesson):
    bian = an_editor(course)
    other = made_trainer(User.objects.create_user("luo"), a_course(course.get_parent().specific, slug="other"))
    made_trainer(User.objects.create_user("mo"), course, role=Role.REVIEWER)
    asked(lesson, wei)
    assert [act(lesson, user, "approve") for user in (wei, bian, other)] == [302, 302, 404]
    lesson.refresh_from_db()
    assert (lesson.live, lesson.workflow_in_progress) == (False, True)
    assert "请您看看" not in at_desk(wei).get("/cms/").text


def test_a_trainer_is_not_told_to_ask_where_nobody_else_may_publish(wei, course, lesson):
    an_editor(course)
    assert "请第二个人看看" not in at_desk(wei).get(f"/cms/pages/{lesson.pk}/edit/").text


def test_what_waits_is_a_draft_again_when_the_second_person_goes(wei, course, lesson):
    bian = an_editor(course)
    asked(lesson, bian)
    bian.is_active = False
    bian.save()
    follow_teams()
    assert not lesson.has_workflow
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_CANCELLED
