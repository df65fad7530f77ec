"""What a teacher may not see she neither finds, nor pushes out of the queue of those who may; nor her own work."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from progress.models import Review, Submission, TaskPass
from progress.selectors.reviewing import submissions_visible_to, waiting_for
from progress.services import rebuild_progress
from progress.services.reviewing import Judgement, review_submission
from tests.learning import task_of
from tests.reviewing import a_form, handed_in
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import holding
from trainees.models import Post

pytestmark = pytest.mark.django_db
TROUBLE = 'class="review-trouble"'


@pytest.fixture
def desk(yang, lesson) -> Client:
    """Of the trainer of her town, to whom some of her work is closed."""
    return at_desk(made_trainer(holding("pan", yang.village.parent, "trainer")))


@pytest.fixture
def closed(yang, lesson) -> Submission:
    return handed_in(yang, lesson, closed=True)


def page_of(work: Submission) -> str:
    return reverse("review-task", args=[work.pk])


def shown_page(yang, lesson) -> str:
    return reverse("shown-task", args=[yang.pk, *task_of(lesson)])


def test_list_of_tasks_does_not_say_that_closed_work_waits(desk, yang, lesson, closed):
    listed = desk.get(reverse("shown-task-list", args=[yang.pk])).content.decode()
    assert page_of(closed) not in listed
    assert shown_page(yang, lesson) in listed


def test_shown_once_more_leaves_closed_work_in_the_queue_of_the_county(desk, yang, lesson, closed, wei):
    assert desk.post(shown_page(yang, lesson), a_form(verdict="again")).status_code == 302
    assert list(waiting_for(wei)) == [closed]
    assert Submission.objects.get(way="shown").state == "again"
    assert at_desk(wei).post(page_of(closed), a_form()).status_code == 302
    assert TaskPass.objects.count() == 1


def test_pass_of_what_was_shown_counts_and_nobody_waits_any_more(desk, yang, lesson, closed, wei):
    assert desk.post(shown_page(yang, lesson), a_form()).status_code == 302
    assert not waiting_for(wei).exists()
    assert TaskPass.objects.count() == 1
    assert rebuild_progress(check=True) == []


def test_once_more_replaces_what_its_teacher_may_see(desk, yang, lesson):
    handed_in(yang, lesson)
    desk.post(shown_page(yang, lesson), a_form(verdict="again"))
    assert Submission.objects.get(is_newest=True).way == "shown"


def test_replaced_work_names_no_newer_one_that_is_closed(desk, yang, lesson):
    older, newer = handed_in(yang, lesson, days_ago=1), handed_in(yang, lesson, closed=True)
    shown = desk.get(page_of(older)).content.decode()
    assert page_of(newer) not in shown
    assert 'class="review-form"' not in shown
    refused = desk.post(page_of(older), a_form())
    assert (refused.status_code, Review.objects.count()) == (400, 0)
    assert "又交" not in shown + refused.content.decode()


def test_teacher_who_learns_too_does_not_judge_herself(places, yang, wu, lesson):
    herself = made_trainer(yang.person.user)
    Post.objects.create(user=herself, division=places["522731"], role="trainer", valid_from=timezone.localdate())
    own, other = handed_in(yang, lesson), handed_in(wu, lesson)
    desk = at_desk(herself)
    assert list(submissions_visible_to(herself)) == [other]
    assert desk.post(page_of(own), a_form()).status_code == 404
    assert desk.get(reverse("shown-task-list", args=[yang.pk])).status_code == 404
    assert desk.post(shown_page(yang, lesson), a_form()).status_code == 404
    herself.is_superuser = True
    assert list(submissions_visible_to(herself)) == [other]


def test_voice_in_trouble_is_told_no_longer_once_something_newer_counts(wei, yang, lesson):
    desk, work = at_desk(wei), handed_in(yang, lesson)
    first = review_submission(submission=work, by=wei, judgement=Judgement([], passed=False, comment="再近一点。"))
    Review.objects.update(voice_trouble="Something went wrong on the server.")
    assert TROUBLE in desk.get("/cms/reviews/").content.decode()
    second = Judgement([], passed=False, comment="我再说一次。", after=first.pk)
    said_again = review_submission(submission=work, by=wei, judgement=second)
    assert TROUBLE not in desk.get("/cms/reviews/").content.decode()
    Review.objects.filter(pk=said_again.pk).update(voice_trouble="Something went wrong on the server.")
    assert TROUBLE in desk.get("/cms/reviews/").content.decode()
    handed_in(yang, lesson)
    assert TROUBLE not in desk.get("/cms/reviews/").content.decode()
