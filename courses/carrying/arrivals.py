"""Files of courses that somebody sent through the browser, while they are looked at and brought in.

Each lies in a folder of its own below `arrivals`, which is served to nobody: the file, and `state.json` with what
became of it. What is slow is done by a worker; the job is the promise, the folder the state.
"""

import json
import re
import shutil
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from courses.carrying.importing import import_course
from courses.carrying.report import Report
from foundation.atomic_files import write_atomically
from foundation.jobs import enqueue
from media.intake import SENTENCES, check_room

JOB = "bring-in-course"
KEPT = 24 * 3600  # seconds after which what nobody confirmed is forgotten
TOKEN = re.compile(r"[0-9a-f]{32}")
LOOKING, LOOKED, WRITING, DONE, REFUSED, STOPPED = "looking", "looked", "writing", "done", "refused", "stopped"


@dataclass(frozen=True)
class Arrival:
    """`lines` is the report of what would become, or became, of each part; `sentence` says why it was refused."""

    token: str
    owner: int
    language: str
    state: str = LOOKING
    sentence: str = ""
    lines: list[dict] = field(default_factory=list)

    @property
    def report(self) -> Report:
        return Report.from_json(self.lines)

    @property
    def is_waiting(self) -> bool:
        return self.state in (LOOKING, WRITING)


def receive(*, content: Iterable[bytes], size: int, owner: int) -> Arrival:
    """Keep what was sent and promise to look at it, in place of what she sent before and has not yet said yes to.

    Raises ValidationError where there is no room.
    """
    _forget_old()
    _forget_earlier(owner)
    check_room(needed=2 * size)  # the file, and what is taken out of it
    arrival = Arrival(uuid4().hex, owner, get_language() or settings.LANGUAGE_CODE)
    path = _file(arrival.token)
    try:
        path.parent.mkdir(parents=True)
        with path.open("wb") as out:
            out.writelines(content)
        _write(arrival)
    except OSError as error:
        shutil.rmtree(path.parent, ignore_errors=True)
        raise ValidationError(SENTENCES["no-room"]) from error
    _promise(arrival)
    return arrival


def confirm(arrival: Arrival) -> Arrival:
    """Promise to bring it in; only what was looked at can be."""
    if arrival.state != LOOKED:
        return arrival
    writing = replace(arrival, state=WRITING)
    _write(writing)
    _promise(writing)
    return writing


def arrival_of(token: str, owner: int) -> Arrival | None:
    """Somebody's own one; nothing for everybody else."""
    found = _read(token) if TOKEN.fullmatch(token) else None
    return found if found and found.owner == owner else None


def work_on(*, token: str) -> None:
    """Look at the file, or bring it in. Doing it twice does no harm: bringing in again changes nothing."""
    arrival = _read(token)
    if arrival is None or not arrival.is_waiting:
        return
    user = get_user_model().objects.filter(pk=arrival.owner).first()
    with override(arrival.language):
        try:
            report = import_course(_file(token), dry_run=arrival.state == LOOKING, user=user or AnonymousUser())
            state = LOOKED if arrival.state == LOOKING else DONE
            became = replace(arrival, state=state, lines=report.as_json())
        except ValidationError as refusal:
            became = replace(arrival, state=REFUSED, sentence=refusal.messages[0])
    if not _file(token).parent.is_dir():
        return  # she has sent another meanwhile
    _write(became)
    if became.state in (DONE, REFUSED):
        _file(token).unlink(missing_ok=True)


def give_up(*, token: str, reason: str) -> None:
    """Say so where she waits for it; `reason` is for administrators."""
    arrival = _read(token)
    if arrival is not None:
        with override(arrival.language):
            sentence = _("Something went wrong on the server, and nothing was brought in. Try again later.")
            if arrival.state == WRITING:
                sentence = _("It stopped in the middle. Bring the file in again: what is here stays, the rest comes.")
            state = STOPPED if arrival.state == WRITING else REFUSED
            _write(replace(arrival, state=state, sentence=sentence))
        _file(token).unlink(missing_ok=True)


def _promise(arrival: Arrival) -> None:
    enqueue(name=JOB, payload={"token": arrival.token}, key=f"{JOB}:{arrival.state}:{arrival.token}")


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "arrivals"


def _file(token: str) -> Path:
    return _folder() / token / "course.zip"


def _write(arrival: Arrival) -> None:
    told = json.dumps(asdict(arrival), ensure_ascii=False).encode()
    write_atomically(_file(arrival.token).with_name("state.json"), told)


def _read(token: str) -> Arrival | None:
    try:
        return Arrival(**json.loads(_file(token).with_name("state.json").read_bytes()))
    except FileNotFoundError:
        return None


def _forget_earlier(owner: int) -> None:
    for folder in _folder().glob("*"):
        earlier = arrival_of(folder.name, owner)
        if earlier and earlier.state in (LOOKING, LOOKED):
            shutil.rmtree(folder, ignore_errors=True)


def _forget_old() -> None:
    before = time.time() - KEPT
    for folder in _folder().glob("*"):
        if folder.stat().st_mtime < before:
            shutil.rmtree(folder, ignore_errors=True)
