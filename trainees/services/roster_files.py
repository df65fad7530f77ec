"""The private files of rosters: they go as soon as nobody needs them, for they name everybody."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.jobs import enqueue
from trainees.models import RosterImport
from trainees.register.reports import read_report

FORGET_JOB = "forget-roster-files"
SOURCE, REPORT = "source", "report.jsonl"
LONGEST_ENDING = 10


def file_of(roster: RosterImport, name: str) -> Path:
    return Path(settings.DATA_DIR) / "rosters" / roster.folder / name


def ending_of(name: str) -> str:
    """All that is kept of what a file was called: people name files after people."""
    return Path(name).suffix[:LONGEST_ENDING]


def promise_to_forget(roster: RosterImport) -> None:
    """In the transaction after which nobody needs its files."""
    enqueue(name=FORGET_JOB, payload={"roster": roster.pk})


def forget_files(rosters: Iterable[RosterImport]) -> int:
    """Files first: a machine that dies in between finds the rows again. What came of each line stays as numbers."""
    many = 0
    for roster in rosters:
        shutil.rmtree(file_of(roster, SOURCE).parent, ignore_errors=True)
        many += RosterImport.objects.filter(pk=roster.pk).update(files_deleted_at=timezone.now(), file_name="")
    return many


def forget_rosters_naming(*, name: str, number: str, area: str) -> int:
    """Within the transaction that erases her: what waits with her in it, or was never read, goes too."""
    waiting = RosterImport.objects.filter(files_deleted_at=None).exclude(state=RosterImport.State.SAVED)
    found = [one for one in waiting if area.startswith(one.area) and _names(one, {name, number})]
    sentence = _("Somebody in it was erased meanwhile, and its file was deleted. Bring in a new one without her.")
    for one in found:
        RosterImport.objects.filter(pk=one.pk).update(state=RosterImport.State.REFUSED, sentence=sentence)
        promise_to_forget(one)
    return len(found)


def _names(roster: RosterImport, wanted: Collection[str]) -> bool:
    report = file_of(roster, REPORT)
    return not report.exists() or any(told.name in wanted or told.trainee in wanted for told in read_report(report))
