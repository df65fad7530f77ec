"""Taken apart again, each has what follows from her own events, and nothing that rested on the other's."""

from progress.models import Enrolment, LearningEvent
from progress.services import rebuild_progress, receive_events
from progress.services.merging import merge, undo_merge
from progress.services.reviewing import Judgement, review_submission
from tests.learning import a_finish, a_handed_in, an_attempt, course_key_of, quiz_of
from trainees.models import Trainee

VERDICTS = ["course-completed", "course-passed", "enrolled", "lesson-completed", "task-reviewed"]


def verdicts_of(trainee: Trainee) -> list[tuple]:
    """What was found of her, and of when."""
    found = LearningEvent.objects.filter(trainee=trainee, kind__in=VERDICTS).order_by("kind", "occurred_at")
    return [(str(one.kind), one.object_key, one.occurred_at) for one in found]


def kinds_of(trainee: Trainee) -> list[str]:
    return [kind for kind, _key, _at in verdicts_of(trainee)]


def learn(trainee: Trainee, *lessons: object) -> list[LearningEvent]:
    """She finishes them and passes their quizzes; gives the attempts, in order."""
    for lesson in lessons:
        receive_events(trainee=trainee, bodies=[a_finish(lesson), an_attempt(quiz_of(lesson))])
    return list(LearningEvent.objects.filter(trainee=trainee, kind="attempt-submitted").order_by("pk"))


def test_a_lesson_that_both_did_is_the_kept_ones_too_and_she_is_registered(yang, wu, lessons, chen):
    learn(wu, lessons[0])
    row = merge(kept=yang, other=wu, by=chen)
    [_of_wu, attempt] = learn(yang, lessons[0])
    undo_merge(merge=row, by=chen)
    assert kinds_of(yang) == kinds_of(wu) == ["enrolled", "lesson-completed"]
    found = LearningEvent.objects.get(trainee=yang, kind="lesson-completed")
    assert (found.cause, found.occurred_at) == (attempt.uuid, attempt.occurred_at)
    enrolment = Enrolment.objects.get(trainee=yang, course_key=course_key_of(lessons[0]))
    assert enrolment.started_on is not None
    assert enrolment.registered_on == enrolment.first_lesson_on
    assert rebuild_progress(check=True) == []


def test_a_course_that_she_passed_by_herself_since_then_stays_passed(yang, wu, lessons, chen):
    learn(wu, lessons[1])
    learn(yang, lessons[0])
    row = merge(kept=yang, other=wu, by=chen)
    last = learn(yang, lessons[1])[-1]
    undo_merge(merge=row, by=chen)
    assert kinds_of(yang) == ["course-completed", "course-passed", "enrolled", *["lesson-completed"] * 2]
    assert set(LearningEvent.objects.filter(kind="course-passed").values_list("trainee", "cause", "occurred_at")) == {
        (yang.pk, last.uuid, last.occurred_at)
    }
    assert rebuild_progress(check=True) == []


def test_a_course_that_rested_on_the_others_lessons_is_passed_no_more(yang, wu, lessons, chen):
    learn(wu, lessons[0])
    row = merge(kept=yang, other=wu, by=chen)
    learn(yang, lessons[1])
    assert "course-passed" in kinds_of(yang)
    undo_merge(merge=row, by=chen)
    assert kinds_of(yang) == kinds_of(wu) == ["enrolled", "lesson-completed"]
    learn(yang, lessons[0])
    assert "course-passed" in kinds_of(yang)
    assert rebuild_progress(check=True) == []


def test_work_that_goes_back_takes_along_what_the_teacher_said_since(yang, wu, lesson, wei, chen):
    receive_events(trainee=wu, bodies=[a_handed_in(lesson)])
    work = wu.submissions.get()
    row = merge(kept=yang, other=wu, by=chen)
    work.refresh_from_db()
    review_submission(submission=work, by=wei, judgement=Judgement([True], passed=True))
    undo_merge(merge=row, by=chen)
    assert (kinds_of(yang), kinds_of(wu)) == ([], ["enrolled", "task-reviewed"])
    assert rebuild_progress(check=True) == []


def test_merged_and_taken_apart_again_and_again_nothing_comes_twice(yang, wu, lessons, chen):
    learn(wu, *lessons)
    row = merge(kept=yang, other=wu, by=chen)
    learn(yang, *lessons)
    undo_merge(merge=row, by=chen)
    before = verdicts_of(yang), verdicts_of(wu)
    for _again in range(2):
        undo_merge(merge=merge(kept=yang, other=wu, by=chen), by=chen)
        assert (verdicts_of(yang), verdicts_of(wu)) == before
        assert rebuild_progress(check=True) == []
