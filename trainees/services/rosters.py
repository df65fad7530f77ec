"""A roster on its way into the register: kept, looked through, confirmed, and saved whole or not at all."""

from __future__ import annotations

import datetime
import secrets
import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from foundation.audit import Action, record
from foundation.jobs import enqueue
from foundation.sheets import SheetError
from trainees.audited import ROSTER
from trainees.models import Household, RosterImport, Trainee, User
from trainees.register.examining import Examined, TooLongForNow, examine
from trainees.register.reports import digest_of, told, write_report
from trainees.register.standing import standing_of
from trainees.register.verdicts import CHANGED, NEW
from trainees.selectors.rosters import may_bring_in, named_villages, trainees_of_area, villages_today
from trainees.services.register_writing import hold, write

READ_JOB, SAVE_JOB = "read-roster", "save-roster"
LARGEST = 25 * 1024 * 1024
AT_ONCE = 500  # so many lines are read while she waits; more by a worker
AT_ONCE_BYTES = 200_000
KEEP_FILES = datetime.timedelta(days=7)
SOURCE, REPORT = "source", "report.jsonl"


class RegisterMoved(Exception):
    """Somebody changed the register between reading it and writing it: to be judged anew."""


class NotConfirmable(Exception):
    """`sentence` says why this roster cannot be confirmed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def file_of(roster: RosterImport, name: str) -> Path:
    return Path(settings.DATA_DIR) / "rosters" / roster.folder / name


def bring_in(*, by: User, area: str, name: str, pieces: Iterable[bytes], with_ids: bool) -> RosterImport:
    """Keep the file privately and look it through: at once if it is short, else by a worker."""
    folder = secrets.token_hex(16)
    roster = RosterImport(by=by, area=area, file_name=name[-100:], folder=folder, with_ids=with_ids)
    size = _keep(file_of(roster, SOURCE), pieces)
    roster.save()
    if size <= AT_ONCE_BYTES:
        try:
            look_through(roster=roster, at_most=AT_ONCE)()
            return roster
        except TooLongForNow:
            pass
    enqueue(name=READ_JOB, payload={"roster": roster.pk, "language": get_language() or ""})
    return roster


def look_through(*, roster: RosterImport, at_most: int | None = None) -> Callable[[], object]:
    """Read and judge every line, outside any transaction; what comes back writes down what was found."""
    try:
        found = examine(
            file_of(roster, SOURCE),
            area=roster.area,
            with_ids=roster.with_ids,
            progress=partial(_tell, roster.pk),
            at_most=at_most,
        )
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
    if roster.total > AT_ONCE:
        with transaction.atomic():
            _begin(roster)
            enqueue(name=SAVE_JOB, payload={"roster": roster.pk, "language": get_language() or ""})
        return
    effect = judge_again(roster=roster)
    try:
        with transaction.atomic():
            _begin(roster)
            effect()
    except RegisterMoved:
        raise NotConfirmable(_("Somebody is changing the register right now. Confirm once more.")) from None


def _begin(roster: RosterImport) -> None:
    """One conditional UPDATE: of two who confirm at once, one does."""
    waiting = RosterImport.objects.filter(pk=roster.pk, state=RosterImport.State.READY, files_deleted_at=None)
    if not waiting.update(state=RosterImport.State.SAVING, sentence="", done=0):
        raise NotConfirmable(_gone())


def _gone() -> str:
    return _("This roster is saved already, or its file is gone. Bring it in again.")


def judge_again(*, roster: RosterImport) -> Callable[[], object]:
    """Read it anew; what comes back writes all lines or, when they are not those that were confirmed, none."""
    found = examine(
        file_of(roster, SOURCE), area=roster.area, with_ids=roster.with_ids, progress=partial(_tell, roster.pk)
    )
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
    row = RosterImport.objects.get(pk=roster)
    row.state = RosterImport.State.REFUSED
    row.sentence = _("This did not work, and nothing was saved. Bring the roster in again.")
    row.save(update_fields=["state", "sentence"])


def forget_old_rosters() -> int:
    """Files that are a week old go, and households in which nobody is left. Running it twice changes nothing."""
    old = RosterImport.objects.filter(files_deleted_at=None, made_at__lt=timezone.now() - KEEP_FILES)
    for roster in old:
        shutil.rmtree(file_of(roster, SOURCE).parent, ignore_errors=True)
        RosterImport.objects.filter(pk=roster.pk).update(files_deleted_at=timezone.now(), file_name="")
    Household.objects.filter(entries=None).delete()
    return len(old)


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
    roster.state, roster.saved_at, roster.done = RosterImport.State.SAVED, timezone.now(), roster.total
    roster.save(update_fields=["state", "saved_at", "done"])


def _write(found: Examined, area: str, by: User | None) -> None:
    """In a transaction. The register is looked at once more when nobody else can change it: what was judged must stand."""
    hold(found.verdicts, area)
    now = standing_of(trainees_of_area(area), villages_today(named_villages(area)))
    if now.digest != found.standing.digest:
        raise RegisterMoved
    written = write(found.verdicts)
    for one, person in written:
        one.trainee_id = person.trainee_id
    for status, action in ((NEW, Action.ADDED), (CHANGED, Action.CHANGED)):
        people = [person for one, person in written if one.status == status]
        if people:
            named = [Trainee(pk=person.trainee_id).number for person in people]
            record(by=by, action=action, what=ROSTER, area=area, people=len(people), objects=named)


def _lay_out(roster: RosterImport, found: Examined, sentence: str = "") -> None:
    roster.state, roster.sentence = RosterImport.State.READY, sentence
    roster.counts, roster.notes = found.counts, found.notes
    roster.total = roster.done = len(found.verdicts)
    roster.looked_at = digest_of(found.verdicts)
    roster.save(update_fields=["state", "sentence", "counts", "notes", "total", "done", "looked_at"])


def _refuse(roster: RosterImport, sentence: str) -> None:
    roster.state, roster.sentence = RosterImport.State.REFUSED, sentence[:300]
    roster.save(update_fields=["state", "sentence"])


def _whole(error: SheetError) -> str:
    if error.line is None:
        return error.sentence
    return _("Line %(line)s: %(sentence)s") % {"line": error.line, "sentence": error.sentence}


def _tell(roster: int, done: int) -> None:
    RosterImport.objects.filter(pk=roster).update(done=done)
