"""A process that dies while a roster is brought in: nobody waits for ever, and nothing is left lying about."""

import datetime
import os
import time
from pathlib import Path

import pytest
from django.utils import timezone

from foundation.jobs import Job, run_job
from tests.trainees.rosters import YANG, names, written
from trainees.models import RosterImport
from trainees.services import rosters
from trainees.services.rosters import REPORT, bring_in, confirm, file_of, forget_stray_files, give_up

DAYS = 2 * 24 * 3600


def brought(by, path: Path, pieces=None) -> RosterImport:
    return bring_in(by=by, area="522731", name=path.name, pieces=pieces or [path.read_bytes()], with_ids=False)


def run_jobs() -> None:
    Job.objects.update(due_at=timezone.now() - datetime.timedelta(seconds=1))
    for job in Job.objects.filter(state=Job.State.QUEUED):
        run_job(job.pk)


def test_what_went_wrong_while_she_waited_is_read_by_a_worker(chen, tmp_path):
    path = written(tmp_path, YANG)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rosters, "REPORT", ".")  # cannot be written, as on a full disk
        with pytest.raises(IsADirectoryError):
            brought(chen, path)
    assert RosterImport.objects.get().state == "reading"
    run_jobs()
    assert RosterImport.objects.get().state == "ready"


def test_worker_who_comes_after_her_changes_nothing_that_she_confirmed(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG))
    confirm(roster=one, by=chen)
    run_jobs()
    give_up(reason="late", roster=one.pk, language="en")
    one.refresh_from_db()
    assert (one.state, names()) == ("saved", ["杨小花"])


def test_look_that_ends_after_another_one_did_changes_nothing(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG))
    slow = RosterImport.objects.get(pk=one.pk)
    slow.state = RosterImport.State.READING
    lay_out = rosters.look_through(roster=slow)
    confirm(roster=one, by=chen)
    lay_out()
    one.refresh_from_db()
    assert one.state == "saved"


def test_folder_that_no_row_names_goes_after_a_day_and_others_stay(chen, tmp_path):
    def breaking_off():
        yield b"a name"
        raise InterruptedError

    with pytest.raises(InterruptedError):
        brought(chen, written(tmp_path, YANG), breaking_off())
    one = brought(chen, written(tmp_path, YANG))
    assert (forget_stray_files(), len(list((tmp_path / "rosters").iterdir()))) == (0, 2)
    for folder in (tmp_path / "rosters").iterdir():
        os.utime(folder, (time.time() - DAYS, time.time() - DAYS))
    assert (forget_stray_files(), forget_stray_files()) == (1, 0)
    assert file_of(one, REPORT).exists()
