"""A roster on its way into the register: kept, looked through, confirmed, and saved whole or not at all."""

from __future__ import annotations

import datetime
import secrets
import shutil
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from foundation.audit import Action, record
from foundation.jobs import enqueue
from foundation.sheets import SheetError
from trainees.audited import ROSTER
from trainees.models import RosterImport, Trainee, User
from trainees.register.examining import Examined, TooLongForNow, examine
from trainees.register.reports import digest_of, told, write_report
from trainees.register.standing import standing_of
from trainees.register.verdicts import CHANGED, NEW
from trainees.register.workbooks import unpacked_size
from trainees.selectors.posts import is_administrator, looked_up_anew
from trainees.selectors.rosters import may_bring_in, moved_away, named_villages, trainees_of_area, villages_today
from trainees.services.register_writing import hold, write
from trainees.services.roster_files import REPORT, SOURCE, ending_of, file_of, promise_to_forget

READ_JOB, SAVE_JOB = "read-roster", "save-roster"
LARGEST = 25 * 1024 * 1024
AT_ONCE = 500  # so many lines are read while she waits; more by a worker
AT_ONCE_BYTES = 200_000
AT_ONCE_UNPACKED = 500_000  # a workbook costs what it holds, not what it weighs
AT_ONCE_SECONDS = 30  # and if it was not read by then, a worker does it
KEEP_FILES = datetime.timedelta(days=7)
STRAY_AFTER = datetime.timedelta(days=1)


class RegisterMoved(Exception):
    """Somebody changed the register between reading it and writing it: to be judged anew."""


class NotConfirmable(Exception):
    """`sentence` says why this roster cannot be confirmed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def bring_in(*, by: User, area: str, name: str, pieces: Iterable[bytes], with_ids: bool) -> RosterImport:
    """Keep the file privately and look it through: at once if it is short, else by a worker.

    A worker is promised in any case, with the row: what goes wrong while she waits is tried again. Whoever dies before
    that leaves a folder without a row, which is swept.
    """
    folder = secrets.token_hex(16)
    roster = RosterImport(by=by, area=area, file_name=ending_of(name), folder=folder, with_ids=with_ids)
    _keep(file_of(roster, SOURCE), pieces)
    is_short = _is_short(roster)
    with transaction.atomic():
        roster.save()
        _promise(READ_JOB, roster, after=AT_ONCE_SECONDS if is_short else 0)
    if is_short:
        try:
            look_through(roster=roster, at_most=AT_ONCE)()
        except TooLongForNow:
            _promise(READ_JOB, roster)
    return roster


def read(*, roster: int) -> Callable[[], object] | None:
    """The worker's look at it; nothing when it was looked through while she waited."""
    waiting = RosterImport.objects.filter(pk=roster, state=RosterImport.State.READING).first()
    return look_through(roster=waiting) if waiting else None


def look_through(*, roster: RosterImport, at_most: int | None = None) -> Callable[[], object]:
    """Read and judge every line, outside any transaction; what comes back writes down what was found."""
    try:
        found = _examined(roster, at_most=at_most)
    except SheetError as error:
        return partial(_refuse, roster, _whole(error))
    write_report(file_of(roster, REPORT), told(found.verdicts))
    return partial(_lay_out, roster, found)


def confirm(*, roster: RosterImport, by: User) -> None:
    """Save what the report says, by a worker if it is long. Raises NotConfirmable."""
    if not may_bring_in(by, roster.area):
        raise NotConfirmable(_("You do not answer for this place any more. Nothing was saved."))
    if roster.state != RosterImport.State.READY or roster.files_deleted_at:
        raise NotConfirmable(_gone())
    if roster.counts.get("refused") or roster.counts.get("doubtful"):
        raise NotConfirmable(_("Some lines have to be corrected first. Nothing was saved."))
    if roster.total > AT_ONCE or not _is_short(roster):
        with transaction.atomic():
            _begin(roster)
            _promise(SAVE_JOB, roster)
        return
    effect = judge_again(roster=roster)
    try:
        with transaction.atomic():
            _begin(roster)
            effect()
    except RegisterMoved:
        raise NotConfirmable(_("Somebody is changing the register right now. Confirm once more.")) from None


def _is_short(roster: RosterImport) -> bool:
    """It may be read while she waits."""
    source = file_of(roster, SOURCE)
    return source.stat().st_size <= AT_ONCE_BYTES and unpacked_size(source) <= AT_ONCE_UNPACKED


def _begin(roster: RosterImport) -> None:
    """One conditional UPDATE: of two who confirm at once, one does."""
    waiting = RosterImport.objects.filter(pk=roster.pk, state=RosterImport.State.READY, files_deleted_at=None)
    if not waiting.update(state=RosterImport.State.SAVING, sentence="", done=0):
        raise NotConfirmable(_gone())
    roster.state = RosterImport.State.SAVING


def _gone() -> str:
    return _("This roster is saved already, or its file is gone. Bring it in again.")


def judge_again(*, roster: RosterImport) -> Callable[[], object]:
    """Read it anew; what comes back writes all lines or, when they are not those that were confirmed, none."""
    found = _examined(roster)
    if digest_of(found.verdicts) != roster.looked_at:
        write_report(file_of(roster, REPORT), told(found.verdicts))
        return partial(_lay_out, roster, found, _("The register has changed since. Look at the lines again."))
    return partial(_save, roster, found)


def bring_in_without_asking(path: Path, *, area: str, with_ids: bool) -> Examined:
    """What the command does: all lines or, when one is refused or doubtful, none. May raise RegisterMoved."""
    found = examine(path, area=area, with_ids=with_ids)
    if found.can_be_saved and not found.changes_nothing:
        with transaction.atomic():
            _write(found, area, None)
    return found


def give_up(*, reason: str, roster: int, language: str) -> None:
    """Nothing was saved, and nobody waits for it any more."""
    busy = RosterImport.objects.filter(pk=roster, state__in=(RosterImport.State.READING, RosterImport.State.SAVING))
    sentence = _("This did not work, and nothing was saved. Bring the roster in again.")
    busy.update(state=RosterImport.State.REFUSED, sentence=sentence)


def forget_stray_files() -> int:
    """Remove folders that no row names, a day old: a process was killed between file and row. Returns how many."""
    folders = list((Path(settings.DATA_DIR) / "rosters").glob("*"))
    named = set(RosterImport.objects.filter(files_deleted_at=None).order_by().values_list("folder", flat=True))
    since = time.time() - STRAY_AFTER.total_seconds()
    strays = [folder for folder in folders if folder.name not in named and folder.stat().st_mtime < since]
    for folder in strays:
        shutil.rmtree(folder, ignore_errors=True)
    return len(strays)


def _promise(job: str, roster: RosterImport, after: float = 0) -> None:
    enqueue(name=job, payload={"roster": roster.pk, "language": get_language() or ""}, after=after)


def _keep(path: Path, pieces: Iterable[bytes]) -> int:
    path.parent.mkdir(parents=True, mode=0o700)
    size = 0
    with path.open("xb") as file:
        for piece in pieces:
            size += file.write(piece)
    return size


def _save(roster: RosterImport, found: Examined) -> None:
    if not may_bring_in(roster.by, roster.area):
        _lay_out(roster, found, _("You do not answer for this place any more. Nothing was saved."))
        return
    _write(found, roster.area, roster.by)
    _put(roster, state=RosterImport.State.SAVED, saved_at=timezone.now(), done=roster.total)
    promise_to_forget(roster)


def _write(found: Examined, area: str, by: User | None) -> None:
    """In a transaction. The register is looked at once more, held by us: what was judged must still stand."""
    hold(found.verdicts, area)
    now = standing_of(trainees_of_area(area), villages_today(named_villages(area)), moved_away(area))
    if now.digest != found.standing.digest:
        raise RegisterMoved
    written = write(found.verdicts)
    for one, person in written:
        one.trainee_id = person.trainee_id
    added = [Trainee(pk=person.trainee_id).number for one, person in written if one.status == NEW]
    # Who may have been changed untold is in the trail with the others, or the trail would tell it.
    changed = [one.person.number for one in found.verdicts if one.person and (one.status == CHANGED or one.has_untold)]
    for named, action in ((added, Action.ADDED), (changed, Action.CHANGED)):
        if named:
            record(by=by, action=action, what=ROSTER, area=area, people=len(named), objects=named)


def _lay_out(roster: RosterImport, found: Examined, sentence: str = "") -> None:
    many = len(found.verdicts)
    counts = found.counts | ({"untold": found.untold} if found.untold else {})
    said: dict[str, Any] = {"counts": counts, "notes": found.notes, "total": many, "done": many}
    said |= {"sentence": sentence, "looked_at": digest_of(found.verdicts)}
    _put(roster, state=RosterImport.State.READY, **said)


def _examined(roster: RosterImport, *, at_most: int | None = None) -> Examined:
    """Its page says how far the reading is."""
    return examine(
        file_of(roster, SOURCE),
        area=roster.area,
        with_ids=roster.with_ids,
        tells_all=_is_told_all(roster),
        progress=partial(_tell, roster.pk),
        at_most=at_most,
    )


def _is_told_all(roster: RosterImport) -> bool:
    """As she is now: a post or a role may have ended since."""
    by = looked_up_anew(roster.by)
    return by is not None and is_administrator(by)


def _refuse(roster: RosterImport, sentence: str) -> None:
    _put(roster, state=RosterImport.State.REFUSED, sentence=sentence[:300])


def _put(roster: RosterImport, **said: Any) -> None:
    """Unless it stands elsewhere by now: somebody else was faster."""
    if RosterImport.objects.filter(pk=roster.pk, state=roster.state).update(**said):
        for name, value in said.items():
            setattr(roster, name, value)


def _whole(error: SheetError) -> str:
    if error.line is None:
        return error.sentence
    return _("Line %(line)s: %(sentence)s") % {"line": error.line, "sentence": error.sentence}


def _tell(roster: int, done: int) -> None:
    RosterImport.objects.filter(pk=roster).update(done=done)
