"""A form cannot take over the id of another page's card or question: what is recorded for it stays where it is."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from quizzes.models import QuizPage
from tests import builders
from tests.staff import at_desk, made_trainer
from trainees.models import User

LOOKS_INTO_VERSIONS = 'SELECT "wagtailcore_revision"."content" '


def a_published_lesson(course: CoursePage) -> LessonPage:
    lesson = builders.a_lesson(builders.a_module(course), cards=2)
    lesson.save_revision().publish()
    return lesson


@pytest.fixture
def lesson(course) -> LessonPage:
    return a_published_lesson(course)


@pytest.fixture
def foreign(course) -> LessonPage:
    """A lesson of another team, with a quiz."""
    lesson = a_published_lesson(builders.a_course(course.get_parent().specific, slug="other"))
    builders.a_quiz(lesson)
    return lesson


@pytest.fixture
def wei(course) -> Client:
    return at_desk(made_trainer(User.objects.create_user("wei"), course))


def blocks(name: str, kind: str, ids: list[str]) -> dict:
    form = {f"{name}-count": len(ids)}
    for number, one in enumerate(ids):
        at = f"{name}-{number}"
        form |= {f"{at}-type": kind, f"{at}-id": one, f"{at}-order": number, f"{at}-deleted": ""}
        form |= {f"{at}-value-{field}": "晾干" for field in ("title", "text", "prompt")}
    return form


def save(client: Client, page: Page, ids: list[str], kind: str = "card", notes: str = "") -> list[str]:
    """The draft's ids once it was saved with these."""
    name = "cards" if isinstance(page, LessonPage) else "questions"
    form = {"title": page.title, "slug": page.slug, "minutes": 6, "short_title": "晾", "pass_mark": "0.75"}
    form |= {"grace_days": 7, "cover": getattr(page, "cover_id", ""), "local_lines-count": 0, "notes": notes}
    form |= blocks(name, kind, ids)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(address, form).status_code == 302
    kept = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    return [block.id for block in getattr(kept, name)]


def test_notes_stay_as_they_were_when_a_browser_sends_their_line_ends(lesson, wei):
    LessonPage.objects.update(notes="第一句。\n第二句。")
    save(wei, lesson, ids_of(lesson), notes="第一句。\r\n第二句。")
    assert LessonPage.objects.get().get_latest_revision_as_object().notes == "第一句。\n第二句。"


def ids_of(page: Page) -> list[str]:
    stream = page.cards if isinstance(page, LessonPage) else page.questions
    return [block.id for block in stream]


def test_cards_keep_their_ids_and_new_ones_the_ids_that_they_came_with(lesson, wei):
    wanted = [*reversed(ids_of(lesson)), str(uuid4())]
    assert save(wei, lesson, wanted) == wanted


def test_a_card_that_was_taken_out_comes_back_under_its_own_id(lesson, wei):
    whole = ids_of(lesson)
    assert save(wei, lesson, whole[:1]) == whole[:1]
    assert save(wei, lesson, whole) == whole


@pytest.mark.parametrize("state", ["draft", "live"])
def test_the_id_of_another_teams_card_is_not_taken_over(lesson, foreign, wei, state):
    theirs = ids_of(foreign)[0]
    if state == "live":  # the draft has gone on without it
        foreign.cards = foreign.cards.get_prep_value()[1:]
        foreign.save_revision()
    own = ids_of(lesson)
    kept = save(wei, lesson, [*own, theirs])
    assert kept[:2] == own
    assert (len(kept), theirs in kept) == (3, False)


def test_the_id_of_another_teams_question_is_not_taken_over_by_a_question_or_a_check(lesson, foreign, wei):
    theirs = ids_of(QuizPage.objects.get())[0]
    own = builders.a_quiz(lesson)
    assert save(wei, own, [theirs], kind="truefalse") not in ([theirs], [])
    assert save(wei, lesson, [theirs], kind="check_truefalse") not in ([theirs], [])
    option = f"{theirs}:{uuid4()}"  # as what is recorded for one of its options is called
    assert save(wei, lesson, [option], kind="check_truefalse") not in ([option], [])


def test_looking_for_ids_costs_the_same_for_many(lesson, foreign, wei):
    def cost(many: int) -> int:
        wanted = [*ids_of(lesson), *(str(uuid4()) for _ in range(many))]
        with CaptureQueriesContext(connection) as asked:
            save(wei, lesson, wanted)
        return sum(query["sql"].startswith(LOOKS_INTO_VERSIONS) for query in asked)

    assert (cost(0), cost(1), cost(12)) == (0, 1, 1)


@pytest.mark.parametrize("sent", ["abc", "x" * 500, "{9b0e1f0c-5f0e-4c8e-9a51-0d2f3c4b5a69}", "a:b"])
def test_what_is_no_uuid_is_not_kept_as_an_id(lesson, wei, sent):
    own = ids_of(lesson)
    kept = save(wei, lesson, [*own, sent])
    assert kept[:2] == own
    assert UUID(kept[2])
    assert kept[2] != sent
