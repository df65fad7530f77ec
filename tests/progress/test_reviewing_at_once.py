"""Two teachers at the same moment, with real transactions: one verdict is kept, and the other one hears of it."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from courses.models import HomePage, LessonPage
from progress.models import Kind, LearningEvent, Review, Submission
from progress.services.reviewing import Judgement, review_submission
from tests.learning import a_practice_course
from tests.progress.test_at_once import at_once
from tests.reviewing import handed_in
from tests.trainees.conftest import HAOHUAHONG, make_places
from trainees.models import User
from trainees.services import join


@pytest.fixture
def lesson(committing) -> Iterator[LessonPage]:
    """Committed, and taken away again as a tree."""
    site, known = Site.objects.get(is_default_site=True), set(HomePage.objects.values_list("pk", flat=True))
    yield a_practice_course()[0]
    Site.objects.filter(pk=site.pk).update(root_page=site.root_page, hostname=site.hostname)
    for home in HomePage.objects.exclude(pk__in=known):
        home.delete()


def judged(work: Submission, by: User, passed: bool) -> bool:
    try:
        review_submission(submission=work, by=by, judgement=Judgement([True], passed=passed, comment="看过了。"))
    except ValidationError:
        return False
    return True


def test_of_two_teachers_at_once_one_is_kept(lesson):
    yang = join(name="杨", sign="fern", age="18+", village=make_places()[HAOHUAHONG]).trainee
    teachers = [User.objects.create_user(name) for name in ("wei", "luo")]
    work = handed_in(yang, lesson)
    asked = [partial(judged, work, teacher, passed) for teacher, passed in zip(teachers, (True, False), strict=True)]
    assert sorted(at_once(*asked)) == [False, True]
    review = Review.objects.get()
    work.refresh_from_db()
    assert work.state == ("passed" if review.passed else "again")
    assert LearningEvent.objects.filter(kind=Kind.TASK_REVIEWED).count() == 1
