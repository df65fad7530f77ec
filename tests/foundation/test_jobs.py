"""Promised work is done once, or given up in the open."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from foundation.jobs import Job, JobRefused, enqueue, job, restart, run_job, sweep
from foundation.jobs.running import MAX_ATTEMPTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("handlers")]


def make_due(row: Job) -> None:
    Job.objects.filter(pk=row.pk).update(due_at=timezone.now(), lease_until=timezone.now() - timedelta(seconds=1))


def test_job_of_a_rolled_back_change_was_never_promised():
    with transaction.atomic():
        enqueue(name="ring")
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_same_key_makes_one_job():
    first, second = enqueue(name="ring", key="bell"), enqueue(name="ring", key="bell")
    assert first == second
    assert Job.objects.count() == 1


def test_jobs_without_key_are_each_their_own():
    assert enqueue(name="ring") != enqueue(name="ring")


def test_job_is_done_with_its_payload():
    rung = []
    job("ring")(lambda *, times: rung.append(times))
    row = enqueue(name="ring", payload={"times": 3})
    assert run_job(row.pk)
    row.refresh_from_db()
    assert (rung, row.state, row.attempts) == ([3], Job.State.DONE, 1)


def test_job_that_is_done_is_not_done_again():
    rung = []
    job("ring")(lambda: rung.append(1))
    row = enqueue(name="ring")
    assert [run_job(row.pk), run_job(row.pk)] == [True, False]
    assert rung == [1]


def test_job_that_is_gone_is_nothing():
    assert run_job(4711) is False


def test_effect_and_done_are_written_together_or_not_at_all():
    def effect():
        Job.objects.create(name="written by the effect")
        raise OSError(28, "No space left on device")

    job("ring")(lambda: effect)
    row = enqueue(name="ring")
    run_job(row.pk)
    row.refresh_from_db()
    assert row.state == Job.State.QUEUED
    assert row.last_error == "OSError No space left on device"
    assert not Job.objects.filter(name="written by the effect").exists()


def test_error_text_of_an_exception_is_not_kept():
    def handler():
        raise ValueError("trainee Yang, 13700000001")

    job("ring")(handler)
    row = enqueue(name="ring")
    run_job(row.pk)
    row.refresh_from_db()
    assert row.last_error == "ValueError"


def test_failed_try_waits_before_the_next():
    job("ring")(lambda: 1 / 0)
    row = enqueue(name="ring")
    assert [run_job(row.pk), run_job(row.pk)] == [True, False]


def test_r24_poison_job_is_given_up_and_its_owner_told():
    told = []
    job("ring", give_up=lambda *, reason, bell: told.append((reason, bell)))(lambda *, bell: 1 / 0)
    row = enqueue(name="ring", payload={"bell": "temple"})
    for _ in range(MAX_ATTEMPTS + 2):
        make_due(row)
        run_job(row.pk)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (Job.State.FAILED, MAX_ATTEMPTS)
    assert told == [("ZeroDivisionError", "temple")]


def test_r24_poison_job_does_not_stop_the_next():
    rung = []
    job("poison")(lambda: 1 / 0)
    job("ring")(lambda: rung.append(1))
    for row in (enqueue(name="poison"), enqueue(name="ring")):
        run_job(row.pk)
    assert rung == [1]


def test_refusal_gives_up_at_once():
    def handler():
        raise JobRefused("The bell is gone.")

    job("ring")(handler)
    row = enqueue(name="ring")
    run_job(row.pk)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.last_error) == (Job.State.FAILED, 1, "The bell is gone.")


def test_job_that_nobody_knows_is_kept_and_given_up_in_the_end():
    row = enqueue(name="from a newer release")
    for _ in range(MAX_ATTEMPTS):
        make_due(row)
        run_job(row.pk)
    row.refresh_from_db()
    assert (row.state, row.last_error) == (Job.State.FAILED, "LookupError")


def test_owner_that_cannot_be_told_does_not_keep_the_job_open():
    job("ring", give_up=lambda *, reason: 1 / 0)(lambda: 1 / 0)
    row = enqueue(name="ring")
    Job.objects.update(attempts=MAX_ATTEMPTS - 1)
    run_job(row.pk)
    row.refresh_from_db()
    assert row.state == Job.State.FAILED


def test_given_up_job_can_be_restarted_with_all_its_tries():
    row = enqueue(name="ring")
    Job.objects.update(state=Job.State.FAILED, attempts=MAX_ATTEMPTS)
    assert restart(job=row)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (Job.State.QUEUED, 0)


def test_waiting_job_is_not_restarted():
    assert not restart(job=enqueue(name="ring"))


def test_finished_jobs_are_forgotten_after_months():
    row = enqueue(name="ring")
    Job.objects.update(state=Job.State.DONE, updated_at=timezone.now() - timedelta(days=91))
    sweep()
    assert not Job.objects.filter(pk=row.pk).exists()
