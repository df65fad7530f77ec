"""Two entries of one person: the kept one has all that both did, and it can be taken apart exactly."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from foundation.audit import AuditEntry
from progress.counts import CountedVillages, Period, counts_by_village, summed
from progress.models import (
    Attempt,
    Enrolment,
    LearningEvent,
    LessonCompletion,
    LessonPlace,
    Submission,
    SubmissionPhoto,
    TaskPhoto,
    Ticket,
)
from progress.services import begin_try, keep_photo, rebuild_progress, receive_events
from progress.services.merging import merge, undo_merge
from tests.counted import recounted
from tests.learning import a_course_test, a_finish, a_handed_in, a_sent_photo, a_visit, an_attempt, quiz_of
from tests.trainees.conftest import FENGSHAN
from trainees.consent_words import CALLS, MESSAGES, TASKS
from trainees.models import Cohort, CohortMember, Consent, Message, Post, Trainee, User
from trainees.selectors import cohorts_visible_to, members_of, trainees_visible_to
from trainees.selectors.consents import allows, people_who_refuse
from trainees.services import issue_entry_code, join_cohort, remember
from trainees.services.consents import agree, withdraw

TABLES = (Attempt, Enrolment, LearningEvent, LessonCompletion, LessonPlace)
TABLES += (Submission, SubmissionPhoto, TaskPhoto, Ticket, CohortMember, Message, Consent)


def everything() -> dict:
    """Every row, without the keys that making a fold anew gives."""
    derived = (Attempt, Enrolment, LessonCompletion, LessonPlace)
    return {
        model.__name__: sorted(
            str(sorted((name, value) for name, value in row.items() if name != "id" or model not in derived))
            for row in model._base_manager.values()
        )
        for model in TABLES
    }


def both_learn(yang: Trainee, wu: Trainee, lessons: list) -> None:
    receive_events(trainee=yang, bodies=[a_visit(lessons[0]), an_attempt(quiz_of(lessons[0]), right=False)])
    receive_events(trainee=wu, bodies=[a_finish(lessons[1]), an_attempt(quiz_of(lessons[1]))])


def test_the_kept_one_has_what_both_did_and_everything_follows_from_the_events(yang, wu, lessons, chen):
    both_learn(yang, wu, lessons)
    many = LearningEvent.objects.count()
    merge(kept=yang, other=wu, by=chen)
    assert (LearningEvent.objects.filter(trainee=yang).count(), LearningEvent.objects.count()) == (many, many)
    assert (yang.attempts.count(), wu.attempts.count(), wu.enrolments.count()) == (2, 0, 0)
    assert rebuild_progress(check=True) == []
    assert AuditEntry.objects.get(what="merge").named == f" {yang.number} {wu.number} "


def test_undone_everything_is_exactly_as_it_was(yang, wu, lessons, chen):
    both_learn(yang, wu, lessons)
    before = everything()
    undo_merge(merge=merge(kept=yang, other=wu, by=chen), by=chen)
    assert everything() == before
    assert rebuild_progress(check=True) == []
    wu.refresh_from_db()
    assert (wu.merged_into, User.objects.get(person__trainee=wu).is_active) == (None, True)


def test_what_came_after_the_merge_stays_with_the_kept_one(yang, wu, lessons, chen):
    both_learn(yang, wu, lessons)
    row = merge(kept=yang, other=wu, by=chen)
    later = an_attempt(quiz_of(lessons[0]))
    receive_events(trainee=yang, bodies=[later])
    undo_merge(merge=row, by=chen)
    assert LearningEvent.objects.get(uuid=later["uuid"]).trainee == yang
    assert wu.attempts.count() == 1
    assert rebuild_progress(check=True) == []


def test_what_a_phone_still_holds_under_the_old_key_lands_on_the_kept_one_once(yang, wu, lessons, chen):
    sent = a_finish(lessons[0], person=str(wu.key))
    receive_events(trainee=wu, bodies=[sent])
    merge(kept=yang, other=wu, by=chen)
    waiting = a_visit(lessons[1], person=str(wu.key))
    receipt = receive_events(trainee=yang, bodies=[sent, waiting])
    assert (receipt.doubled, receipt.stored, receipt.refused) == ([sent["uuid"]], [waiting["uuid"]], [])
    assert LearningEvent.objects.get(uuid=waiting["uuid"]).trainee == yang


def test_what_is_on_its_way_at_that_moment_is_sent_again_and_not_lost(yang, wu, lessons, chen):
    merge(kept=yang, other=wu, by=chen)
    late = a_finish(lessons[0], person=str(wu.key))
    assert receive_events(trainee=wu, bodies=[late]).refused == [(late["uuid"], "other-person")]
    assert receive_events(trainee=yang, bodies=[late]).stored == [late["uuid"]]
    assert rebuild_progress(check=True) == []


def test_the_key_of_a_stranger_is_refused_as_before(yang, wu, lessons):
    receipt = receive_events(trainee=yang, bodies=[a_finish(lessons[0], person=str(wu.key))])
    assert [code for _uuid, code in receipt.refused] == ["other-person"]


def test_the_same_event_of_both_counts_once_and_is_dropped_nowhere(yang, wu, lessons, chen):
    body = an_attempt(quiz_of(lessons[0]))
    for trainee in (yang, wu):
        receive_events(trainee=trainee, bodies=[body])
    before = everything()
    row = merge(kept=yang, other=wu, by=chen)
    assert (yang.attempts.count(), LearningEvent.objects.filter(uuid=body["uuid"]).count()) == (1, 2)
    assert rebuild_progress(check=True) == []
    undo_merge(merge=row, by=chen)
    assert everything() == before


def test_numbers_equal_a_recount_before_and_after(yang, wu, lessons, chen, places):
    wu.village = places[FENGSHAN]
    wu.save()
    both_learn(yang, wu, lessons)
    today = timezone.localdate()
    period = Period(today, today)
    row = merge(kept=yang, other=wu, by=chen)
    for _before_and_after in range(2):
        tally = summed(counts_by_village(CountedVillages("522731"), period).values())
        counted = recounted("522731", period)
        assert {name: getattr(tally, name) for name in counted} == counted
        undo_merge(merge=row, by=chen)
    assert tally.registered == 2


def test_a_course_that_only_both_together_completed_is_completed_until_it_is_undone(yang, wu, lessons, chen):
    for trainee, lesson in ((yang, lessons[0]), (wu, lessons[1])):
        receive_events(trainee=trainee, bodies=[a_finish(lesson), an_attempt(quiz_of(lesson))])
    before = everything()
    row = merge(kept=yang, other=wu, by=chen)
    assert {one.completed_on for one in yang.enrolments.all()} == {timezone.localdate()}
    assert rebuild_progress(check=True) == []
    undo_merge(merge=row, by=chen)
    assert everything() == before
    merge(kept=yang, other=wu, by=chen)
    assert rebuild_progress(check=True) == []


def test_tries_of_a_test_are_all_counted(yang, wu, lessons, chen):
    test = a_course_test(lessons[0].course, tries="3")
    for trainee in (yang, wu):
        begin_try(trainee=trainee, quiz_key=test.translation_key, occasion="after")
    before = everything()
    row = merge(kept=yang, other=wu, by=chen)
    assert sorted(Ticket.objects.filter(trainee=yang).values_list("number", flat=True)) == [1, 2]
    undo_merge(merge=row, by=chen)
    assert everything() == before


def test_work_handed_in_by_both_waits_once_and_keeps_its_photos(yang, wu, lesson, chen, uploads):
    photo = a_sent_photo()
    for trainee in (yang, wu):
        kept = keep_photo(trainee=trainee, content=photo)
        receive_events(trainee=trainee, bodies=[a_handed_in(lesson, kept.sha256)])
    before = everything()
    row = merge(kept=yang, other=wu, by=chen)
    mine = Submission.objects.filter(trainee=yang)
    assert (mine.count(), mine.filter(is_newest=True).count()) == (2, 1)
    assert {one.photo.trainee for one in SubmissionPhoto.objects.all()} == {yang}
    undo_merge(merge=row, by=chen)
    assert everything() == before


def test_classes_and_messages_go_over_and_come_back(yang, wu, places, chen):
    one = Cohort.objects.create(name="一", division=places["522731"], starts_on="2026-01-01", code="111111")
    two = Cohort.objects.create(name="二", division=places["522731"], starts_on="2026-01-01", code="222222")
    for cohort, trainee in ((one, yang), (one, wu), (two, wu)):
        join_cohort(cohort=cohort, trainee=trainee)
    CohortMember.objects.filter(trainee=wu).update(told_until="2030-01-01", told_words="县里要留。")
    Message.objects.create(person=wu.person, sending=yang.key, words="明天上课。")
    before = everything()
    row = merge(kept=yang, other=wu, by=chen)
    held = {(one.cohort.name, str(one.told_until), one.told_words) for one in yang.memberships.all()}
    assert held == {("一", "2030-01-01", "县里要留。"), ("二", "2030-01-01", "县里要留。")}
    assert (members_of(one).count(), [each.people for each in cohorts_visible_to(chen)]) == (1, [1, 1])
    assert yang.person.messages.count() == 1
    undo_merge(merge=row, by=chen)
    assert everything() == before


def test_a_no_of_either_is_a_no_of_the_one_that_is_kept_until_it_is_undone(yang, wu, chen):
    agree(person=yang.person, purpose=CALLS)
    for person, purpose in ((wu.person, CALLS), (wu.person, MESSAGES), (yang.person, TASKS)):
        withdraw(person=person, purpose=purpose)
    before = everything()
    row = merge(kept=yang, other=wu, by=chen)
    assert [allows(yang.person, purpose) for purpose in (CALLS, MESSAGES, TASKS)] == [False] * 3
    undo_merge(merge=row, by=chen)
    assert everything() == before


def test_what_she_says_after_the_merge_stays_said_when_it_is_undone(yang, wu, chen):
    agree(person=yang.person, purpose=CALLS)
    withdraw(person=wu.person, purpose=CALLS)
    row = merge(kept=yang, other=wu, by=chen)
    agree(person=yang.person, purpose=CALLS)
    withdraw(person=yang.person, purpose=CALLS)
    undo_merge(merge=row, by=chen)
    assert not allows(yang.person, CALLS)
    assert list(people_who_refuse(CALLS).order_by("pk")) == [yang.person, wu.person]


def test_an_entry_that_holds_a_post_is_merged_into_no_other_until_it_ends(yang, wu, chen, places):
    post = Post.objects.create(
        user=wu.person.user, division=places[FENGSHAN], role=Post.Role.KEEPER, valid_from=timezone.localdate()
    )
    with pytest.raises(ValidationError, match=wu.number):
        merge(kept=yang, other=wu, by=chen)
    assert User.objects.get(person__trainee=wu).is_active
    undo_merge(merge=merge(kept=wu, other=yang, by=chen), by=chen)
    post.delete()
    assert merge(kept=yang, other=wu, by=chen).kept == yang


def test_the_other_ones_way_in_ends_and_she_stands_in_no_list(client, yang, wu, chen):
    client.force_login(wu.person.user)
    remember(person=wu.person, phone_digest="x")
    merge(kept=yang, other=wu, by=chen)
    assert client.get("/learn/me/").json()["person"] is None
    assert list(trainees_visible_to(chen)) == [yang]


def test_signing_in_tells_the_phone_under_which_keys_it_may_have_recorded(client, own_limits, yang, wu, chen):
    merge(kept=yang, other=wu, by=chen)
    code = issue_entry_code(person=yang.person, issued_by=None, new_pin=True)
    client.post("/learn/enter/", {"code": code})
    client.post("/learn/enter/", {"pin": "482915"})
    assert client.cookies["learner-was"].value == str(wu.key)


@pytest.mark.parametrize("wrong", ["same", "merged", "erased"])
def test_what_cannot_be_merged_is_refused_in_words_and_nothing_changes(yang, wu, lessons, chen, wrong):
    both_learn(yang, wu, lessons)
    if wrong == "merged":
        Trainee.objects.filter(pk=wu.pk).update(merged_into=yang)
    if wrong == "erased":
        Trainee.objects.filter(pk=wu.pk).update(erased_at=timezone.now())
    before = everything()
    with pytest.raises(ValidationError):
        merge(kept=yang, other=yang if wrong == "same" else wu, by=chen)
    assert everything() == before


def test_merges_are_undone_from_the_last_one_back(yang, wu, lessons, chen, places):
    third = Trainee.objects.create(village=places[FENGSHAN])
    first, second = merge(kept=wu, other=third, by=chen), merge(kept=yang, other=wu, by=chen)
    with pytest.raises(ValidationError, match=r"undo|撤销"):
        undo_merge(merge=first, by=chen)
    for row in (second, first, first):  # twice is once
        undo_merge(merge=row, by=chen)
    assert not Trainee.objects.exclude(merged_into=None).exists()
