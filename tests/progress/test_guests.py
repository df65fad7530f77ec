"""What a guest did waits on the phone, is credited only to one who says so, and only once."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from progress.models import Attempt, GuestEvent, LearningEvent
from progress.services import claim_guest_events, keep_guest_events
from tests.learning import a_finish, an_attempt, quiz_of

PHONE, OTHER_PHONE = "a" * 64, "b" * 64


@pytest.fixture
def waiting(lessons) -> list[dict]:
    bodies = [an_attempt(quiz_of(lessons[0])), a_finish(lessons[1])]
    keep_guest_events(guest_digest=PHONE, bodies=bodies)
    return bodies


def uuids(bodies: list[dict]) -> list[UUID]:
    return [UUID(body["uuid"]) for body in bodies]


def test_guest_work_is_credited_to_nobody(waiting, yang):
    assert not LearningEvent.objects.exists()
    assert GuestEvent.objects.count() == 2


def test_claimed_work_is_hers_and_waits_no_longer(waiting, yang):
    receipt = claim_guest_events(trainee=yang, guest_digest=PHONE, uuids=uuids(waiting))
    assert len(receipt.stored) == 2
    assert (Attempt.objects.get().trainee, GuestEvent.objects.filter(credited=False).count()) == (yang, 0)


def test_part_of_it_leaves_the_rest_waiting(waiting, yang):
    claim_guest_events(trainee=yang, guest_digest=PHONE, uuids=uuids(waiting[:1]))
    assert list(GuestEvent.objects.filter(credited=False).values_list("uuid", flat=True)) == uuids(waiting[1:])


def test_second_person_is_credited_with_nothing_that_was_claimed(waiting, yang, wu):
    for trainee in (yang, wu):
        claim_guest_events(trainee=trainee, guest_digest=PHONE, uuids=uuids(waiting))
    assert set(LearningEvent.objects.values_list("trainee", flat=True)) == {yang.pk}


def test_work_of_another_phone_cannot_be_claimed(waiting, yang):
    receipt = claim_guest_events(trainee=yang, guest_digest=OTHER_PHONE, uuids=uuids(waiting))
    assert (receipt.stored, GuestEvent.objects.count()) == ([], 2)


def test_same_guest_event_twice_waits_once(waiting):
    assert keep_guest_events(guest_digest=PHONE, bodies=waiting).doubled == [body["uuid"] for body in waiting]
    assert GuestEvent.objects.count() == 2


def test_credited_event_sent_again_waits_for_nobody_else(waiting, yang, wu):
    claim_guest_events(trainee=yang, guest_digest=PHONE, uuids=uuids(waiting))
    assert len(keep_guest_events(guest_digest=PHONE, bodies=waiting).doubled) == 2
    assert claim_guest_events(trainee=wu, guest_digest=PHONE, uuids=uuids(waiting)).stored == []


def test_what_waits_holds_nothing_that_was_typed(lessons):
    body = an_attempt(quiz_of(lessons[0]), name="杨", village="522731102213", passed=True)
    body["payload"]["responses"][1]["answer"] = "我家住在河边\x00"
    keep_guest_events(guest_digest=PHONE, bodies=[body])
    kept = GuestEvent.objects.get().body
    assert kept["payload"]["responses"][1]["answer"] == "?"
    assert not {"name", "village", "passed"} & kept.keys()


def test_guest_events_are_judged_by_the_same_rules(lessons):
    bad = an_attempt(quiz_of(lessons[0])) | {"edition": 9}
    assert keep_guest_events(guest_digest=PHONE, bodies=[bad]).refused == [(bad["uuid"], "edition")]


def test_time_of_claimed_work_is_bounded_by_when_it_came(waiting, yang):
    came = timezone.now() - timedelta(days=20)
    GuestEvent.objects.update(received_at=came)
    claim_guest_events(trainee=yang, guest_digest=PHONE, uuids=uuids(waiting))
    assert Attempt.objects.get().occurred_at == came


def test_one_phone_cannot_fill_the_table(lessons):
    bodies = [a_finish(lessons[0]) for _ in range(305)]
    receipt = keep_guest_events(guest_digest=PHONE, bodies=bodies)
    assert (len(receipt.stored), {code for _, code in receipt.refused}) == (300, {"too-many"})
