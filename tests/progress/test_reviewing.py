"""What a teacher says of somebody's work is kept once, takes nothing away, and is said by nobody unseen."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from courses.practice.selectors import shown_task
from progress.models import Enrolment, Kind, LearningEvent, Review, Submission, TaskPass
from progress.reviewing.queue import page_of, rows_of
from progress.selectors.reviewing import latest_review_of, submissions_visible_to, waiting_for
from progress.services import rebuild_progress, receive_events
from progress.services.reviewing import NEWER, SAY_WHAT, SEEN, STAYS, TOO_LONG, Judgement, review_submission
from progress.services.showing import record_shown
from tests.learning import a_finish, a_handed_in, a_practice_course, task_of
from tests.reviewing import handed_in
from tests.staff import made_trainer
from tests.trainees.conftest import HAOHUAHONG, LIANHUA, holding
from trainees.models import User
from trainees.services import join

pytestmark = pytest.mark.django_db
SEEN_SIGNS = [True, True, False, True]


@pytest.fixture
def work(yang, lesson) -> Submission:
    return handed_in(yang, lesson)


def says(work: Submission, by: User, *, passed: bool = True, **more: object) -> Review:
    told = {"ticks": SEEN_SIGNS, "comment": "" if passed else "再近一点。"} | more
    return review_submission(submission=work, by=by, judgement=Judgement(passed=passed, **told))


def refused(work: Submission, by: User, **more: object) -> list[str]:
    with pytest.raises(ValidationError) as error:
        says(work, by, **more)
    return error.value.messages


def test_once_more_without_a_word_or_a_voice_is_refused_and_leaves_nothing(work, wei):
    assert refused(work, wei, passed=False, comment="  ") == [str(SAY_WHAT)]
    assert refused(work, wei, comment="长" * 301) == [str(TOO_LONG)]
    work.refresh_from_db()
    assert (work.state, Review.objects.count()) == ("waiting", 0)
    assert not LearningEvent.objects.filter(kind=Kind.TASK_REVIEWED).exists()


def test_second_teacher_is_told_that_somebody_was_faster(work, wei, places):
    says(work, wei, passed=False)
    other = made_trainer(holding("luo", places["522731"], "trainer"))
    assert refused(work, other) == [str(SEEN)]
    assert [review.by for review in work.reviews.all()] == [wei]
    work.refresh_from_db()
    assert work.state == "again"


def test_same_form_sent_twice_is_one_review(work, wei):
    judgement = Judgement(SEEN_SIGNS, passed=True, uuid=uuid4())
    reviews = {review_submission(submission=work, by=wei, judgement=judgement).pk for _time in range(2)}
    assert len(reviews) == Review.objects.count() == 1
    assert LearningEvent.objects.filter(kind=Kind.TASK_REVIEWED).count() == 1


def test_what_she_replaced_meanwhile_is_not_judged(work, wei, yang, lesson):
    handed_in(yang, lesson)
    assert refused(work, wei) == [str(NEWER)]


def test_verdict_can_be_corrected_and_a_pass_is_never_taken_back(work, wei):
    first = says(work, wei, passed=False)
    second = says(work, wei, passed=True, after=first.pk)
    assert latest_review_of(work) == second
    assert refused(work, wei, passed=False, after=second.pk) == [str(STAYS)]
    says(work, wei, passed=True, comment="做得好。", after=second.pk)
    work.refresh_from_db()
    assert (work.state, work.reviews.count(), TaskPass.objects.count()) == ("passed", 3, 1)


def test_verdict_is_an_event_without_a_word_of_what_was_said(work, wei):
    review = says(work, wei, passed=False, comment="手别挡住。")
    event = LearningEvent.objects.get(kind=Kind.TASK_REVIEWED)
    assert (event.cause, event.object_key, event.occurred_at) == (work.uuid, work.lesson_key, review.reviewed_at)
    assert event.payload == {"card": str(work.card), "passed": False, "ticks": SEEN_SIGNS}


def test_required_task_completes_the_course_once_it_is_passed(yang):
    lessons, wei = a_practice_course(required=True), User.objects.create_user("wei")
    receive_events(trainee=yang, bodies=[a_finish(lesson) for lesson in lessons])
    enrolment = Enrolment.objects.get(trainee=yang, course_key=lessons[0].course.translation_key)
    assert enrolment.completed_on is None
    says(handed_in(yang, lessons[0]), wei)
    enrolment.refresh_from_db()
    assert enrolment.completed_on is not None
    assert not rebuild_progress(check=True)


def test_teachers_see_the_work_of_their_places_and_no_other(places, lesson, work, wei, deng):
    far = join(name="龙", sign="fish", age="18+", village=places[LIANHUA]).trainee
    theirs = handed_in(far, lesson)
    deng = made_trainer(deng)
    assert list(submissions_visible_to(wei)) == [work]
    assert list(submissions_visible_to(deng)) == [theirs]
    assert set(submissions_visible_to(User.objects.create_superuser("admin"))) == {work, theirs}


def test_post_without_the_right_and_right_without_a_post_see_nothing(work, chen, places):
    no_post = made_trainer(User.objects.create_user("long"))
    off = made_trainer(holding("ran", places["522731"], "trainer"))
    off.is_active = False
    off.save()
    for user in (chen, no_post, off):
        assert not submissions_visible_to(user).exists()


def test_neighbour_who_teaches_does_not_see_what_is_for_the_county_alone(places, yang, wu, lesson, wei):
    open_one = handed_in(wu, lesson)
    closed = handed_in(yang, lesson, closed=True)
    neighbour = made_trainer(holding("pan", places[HAOHUAHONG], "trainer"))
    holding("pan", places["522730"], "trainer")  # of another county: opens nothing here
    assert list(submissions_visible_to(neighbour)) == [open_one]
    assert set(submissions_visible_to(wei)) == {open_one, closed}


def test_longest_wait_comes_first_and_only_the_newest_waits(yang, wu, lesson, wei):
    handed_in(yang, lesson, days_ago=9)
    newer, older = handed_in(yang, lesson, days_ago=1), handed_in(wu, lesson, days_ago=4)
    assert list(waiting_for(wei)) == [older, newer]
    says(older, wei)
    assert list(waiting_for(wei)) == [newer]


def test_what_was_read_before_the_lock_is_looked_at_again_behind_it(work, wei):
    stale = Submission.objects.get(pk=work.pk)
    says(work, wei)
    assert refused(stale, wei) == [str(SEEN)]


def test_what_was_shown_to_a_teacher_is_a_handing_in_with_its_verdict(yang, lesson, wei):
    task = shown_task(*task_of(lesson), "zh-hans")
    judgement = Judgement(SEEN_SIGNS, passed=True)
    rows = {record_shown(trainee=yang, task=task, by=wei, judgement=judgement).pk for _time in range(2)}
    row = Submission.objects.get(pk__in=rows)
    assert (row.way, row.state, row.words, row.reviews.get().by) == ("shown", "passed", {}, wei)
    kinds = LearningEvent.objects.values_list("kind", flat=True).order_by("pk")
    assert list(kinds) == [Kind.ENROLLED, Kind.TASK_SUBMITTED, Kind.TASK_REVIEWED]
    assert not rebuild_progress(check=True)


def test_what_was_passed_is_not_shown_once_more(yang, lesson, wei, work):
    says(work, wei)
    task = shown_task(*task_of(lesson), "zh-hans")
    with pytest.raises(ValidationError):
        record_shown(trainee=yang, task=task, by=wei, judgement=Judgement(SEEN_SIGNS, passed=True))
    assert Submission.objects.count() == 1


def test_phone_that_is_half_a_year_slow_stands_last_and_waits_since_it_was_received(yang, wu, lesson, wei):
    older = handed_in(wu, lesson, days_ago=4)
    slow = a_handed_in(lesson, at=(timezone.now() - timedelta(days=170)).isoformat())
    receive_events(trainee=yang, bodies=[slow])
    assert [str(one.uuid) for one in waiting_for(wei)] == [str(older.uuid), slow["uuid"]]
    row = rows_of(page_of(waiting_for(wei), None), "en")[1]
    with override("en"):
        assert row.waits == "handed in today"
