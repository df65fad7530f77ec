"""A form of a review is for one piece of work, and says what its teacher read above it."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from progress.models import Review, Submission
from progress.services.reviewing import OPEN_AGAIN, SEEN, Judgement, review_submission
from tests.learning import a_practice_course, task_of
from tests.reviewing import a_form, handed_in
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import holding
from trainees.models import Trainee

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def lesson(db):
    return a_practice_course()[0]


@pytest.fixture
def desk(places, lesson) -> Client:
    return at_desk(made_trainer(holding("wei", places["522731"], "trainer")), "en")


@pytest.fixture
def work(yang, lesson) -> Submission:
    return handed_in(yang, lesson)


def sent(desk: Client, work: Submission, **changes: object):
    return desk.post(reverse("review-task", args=[work.pk]), a_form(**changes), headers=JSON)


def shown(desk: Client, trainee: Trainee, task: tuple, form: str):
    return desk.post(reverse("shown-task", args=[trainee.pk, *task]), a_form(form=form))


def test_form_of_one_piece_of_work_is_refused_for_another(desk, work, wu, lesson):
    other, form = handed_in(wu, lesson), str(uuid4())
    assert sent(desk, work, form=form).status_code == 200
    refused = sent(desk, other, form=form)
    assert (refused.status_code, refused.json()) == (400, {"error": str(OPEN_AGAIN)})
    assert Review.objects.get().submission == work


def test_form_with_the_number_of_the_work_itself_is_a_form_like_any_other(desk, work):
    assert sent(desk, work, form=str(work.uuid)).status_code == 200
    assert Review.objects.get().uuid == work.uuid


def test_form_of_what_one_showed_is_refused_for_another_and_for_another_task(desk, yang, wu, lesson):
    task, form = task_of(lesson), str(uuid4())
    assert [shown(desk, yang, task, form).status_code for _time in range(2)] == [302, 302]
    assert shown(desk, wu, task, form).status_code == 400
    lesson.cards[-1].id = str(uuid4())
    lesson.save_revision().publish()
    assert shown(desk, yang, task_of(lesson), form).status_code == 400
    assert Submission.objects.get().trainee == yang


def test_form_of_a_review_is_no_form_of_what_was_shown(desk, work, wu, lesson):
    form = str(uuid4())
    sent(desk, work, form=form)
    assert shown(desk, wu, task_of(lesson), form).status_code == 400
    assert Review.objects.get().uuid == UUID(form)


def test_teacher_without_a_word_is_told_first_that_somebody_was_faster(desk, work):
    first = review_submission(submission=work, by=None, judgement=Judgement([], passed=False, comment="再近一点。"))
    refused = sent(desk, work, verdict="again", comment="")
    assert refused.json() == {"error": str(SEEN), "after": first.pk}


@pytest.mark.parametrize("spoilt", [{"verdict": ""}, {"form": "x"}])
def test_only_who_was_told_of_another_verdict_can_correct_it(desk, work, spoilt):
    review_submission(submission=work, by=None, judgement=Judgement([], passed=False, comment="再近一点。"))
    assert "after" not in sent(desk, work, **spoilt).json()
    page = desk.post(reverse("review-task", args=[work.pk]), a_form(**spoilt)).content.decode()
    assert 'name="after" value=""' in page
