"""What breaks under a job: the queue, the worker, the lease, the once-only delivery."""

import os
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from foundation.jobs import Job, enqueue, job, run_job, sweep
from foundation.jobs.claims import is_orphaned, new_claim
from foundation.jobs.running import MAX_ATTEMPTS

pytestmark = pytest.mark.usefixtures("committing", "handlers")


@pytest.fixture
def queue(broker, settings, tmp_path: Path) -> Path:
    """Celery's file system queue in a folder of this test's own."""
    folder = tmp_path / "queue"
    options = {"data_folder_in": folder, "data_folder_out": folder, "control_folder": folder / "control"}
    broker(settings.CELERY_BROKER_URL, {name: str(path) for name, path in options.items()})
    return folder


def in_another_thread(pk: int) -> bool:
    try:
        return run_job(pk)
    finally:
        connection.close()


def test_nudge_is_sent_only_after_the_commit(queue: Path):
    with transaction.atomic():
        enqueue(name="ring")
        assert not list(queue.glob("*.msg"))
    assert len(list(queue.glob("*.msg"))) == 1


def test_r23_job_delivered_eight_times_at_once_is_done_once():
    done, gate = [], threading.Barrier(8, timeout=20)

    def handler():
        time.sleep(0.2)
        return lambda: done.append(1)

    job("ring")(handler)
    row = enqueue(name="ring")

    def deliver() -> bool:
        gate.wait()
        return in_another_thread(row.pk)

    with ThreadPoolExecutor(8) as threads:
        ran = [future.result() for future in [threads.submit(deliver) for _ in range(8)]]
    assert (sum(ran), done) == (1, [1])


def test_worker_that_lost_its_lease_leaves_no_trace():
    written = []

    def slow():
        Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
        job("ring")(lambda: lambda: written.append("second"))
        in_thread = threading.Thread(target=in_another_thread, args=[row.pk])
        in_thread.start()
        in_thread.join()
        return lambda: written.append("first")

    job("ring")(slow)
    row = enqueue(name="ring")
    run_job(row.pk)
    row.refresh_from_db()
    assert (written, row.state) == (["second"], Job.State.DONE)


def test_r20_dead_redis_stops_nobody(broker, caplog):
    broker("redis://127.0.0.1:9/0", {"socket_connect_timeout": 1, "socket_timeout": 10, "max_retries": 0})
    started = time.monotonic()
    row = enqueue(name="ring")
    assert time.monotonic() - started < 3
    assert row.state == Job.State.QUEUED
    assert "No nudge for job" in caplog.text


def test_r21_lost_nudge_is_sent_again(queue: Path):
    row = enqueue(name="ring")
    for message in queue.glob("*.msg"):
        message.unlink()
    assert sweep() == 0  # it may still be on its way
    Job.objects.filter(pk=row.pk).update(nudged_at=timezone.now() - timedelta(minutes=1))
    assert [sweep(), sweep()] == [1, 0]
    assert len(list(queue.glob("*.msg"))) == 1


def test_job_that_is_not_due_yet_is_not_sent():
    enqueue(name="ring")
    Job.objects.update(nudged_at=timezone.now() - timedelta(hours=1), due_at=timezone.now() + timedelta(minutes=1))
    assert sweep() == 0


def test_r22_job_of_a_killed_worker_is_taken_over_at_once():
    process = subprocess.Popen(["sleep", "60"])
    claim = new_claim().replace(f"/{os.getpid()}/", f"/{process.pid}/")
    assert not is_orphaned(claim)
    process.kill()
    process.wait()
    row = enqueue(name="ring")
    lease = timezone.now() + timedelta(hours=1)
    Job.objects.update(state=Job.State.RUNNING, claim=claim, lease_until=lease, attempts=1)
    assert sweep() == 1
    row.refresh_from_db()
    assert row.state == Job.State.QUEUED


def test_job_of_a_worker_on_another_machine_waits_for_its_lease():
    enqueue(name="ring")
    lease = timezone.now() + timedelta(hours=1)
    Job.objects.update(state=Job.State.RUNNING, claim="elsewhere/1/x", lease_until=lease, attempts=1)
    assert sweep() == 0
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert sweep() == 1


def test_job_that_kills_every_worker_is_given_up():
    told = []
    job("ring", give_up=lambda *, reason: told.append(reason))(lambda: None)
    row = enqueue(name="ring")
    past = timezone.now() - timedelta(seconds=1)
    Job.objects.update(state=Job.State.RUNNING, claim="gone/1/x", lease_until=past, attempts=MAX_ATTEMPTS)
    sweep()
    row.refresh_from_db()
    assert (row.state, len(told)) == (Job.State.FAILED, 1)
