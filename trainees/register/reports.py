"""What was found, line by line: as it is shown, kept for a week, and printed by the command. Phones and IDs masked."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from foundation.atomic_files import write_atomically
from trainees.masks import masked_id, masked_name, masked_phone
from trainees.models import AgeBand, Category, Gender, Schooling, Trainee
from trainees.register.columns import heading
from trainees.register.verdicts import Change, Verdict
from villages.models import Division

WORDS = {"gender": Gender, "schooling": Schooling, "age": AgeBand}


@dataclass(frozen=True)
class Told:
    """One line of the report. `changes` maps a column to what it was and what it becomes."""

    line: int
    status: str
    reason: str
    trainee: str
    changes: dict[str, list[str]]
    name: str = ""

    @property
    def named_changes(self) -> list[tuple[str, str, str]]:
        return [(heading(key), before, after) for key, (before, after) in self.changes.items()]


class Teller:
    """Puts verdicts into words; looks names of places and categories up once."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        wanted = {value for one in verdicts for change in one.changes if _is_place(change) for value in change[1:]}
        self._places = {
            place.pk: str(place) for place in Division.objects.filter(pk__in=[pk for pk in wanted if pk != ""])
        }
        self._categories = {one.pk: str(one) for one in Category.objects.all() if not one.is_sensitive}

    def tell(self, verdict: Verdict) -> Told:
        line = verdict.line
        return Told(
            line=line.line,
            status=verdict.status,
            reason=" ".join(verdict.reasons),
            trainee=_number(verdict),
            changes={change.key: self._words(change) for change in verdict.changes},
            name=line.values.get("name", ""),
        )

    def _words(self, change: Change) -> list[str]:
        """Two empty ones where only tables may tell: a roster is no glass to read it by."""
        if change.key == "categories":
            return ["、".join(filter(None, map(self._categories.get, keys))) for keys in change[1:]]
        if change.key == "ethnicity":
            return ["", ""]
        if change.key == "name":
            return [masked_name(change.before), change.after]
        return [self._shown(change.key, value) for value in (change.before, change.after)]

    def _shown(self, key: str, value: Any) -> str:
        if key in ("village", "registered"):
            return self._places.get(value, "")
        if key == "phone":
            return masked_phone(value)
        if key == "id":
            return masked_id(value)
        if key == "head":
            return _("yes") if value else _("no")
        return str(WORDS[key](value).label) if key in WORDS and value else str(value)


def told(verdicts: list[Verdict]) -> list[Told]:
    teller = Teller(verdicts)
    return [teller.tell(verdict) for verdict in verdicts]


def digest_of(verdicts: Iterable[Verdict]) -> str:
    """The same as long as the same would become of each line: what was confirmed is what is saved.

    Keyed, for it outlives the file: a number could be guessed from a plain one.
    """
    whole = hmac.new(settings.SECRET_KEY.encode(), digestmod=hashlib.sha256)
    for one in verdicts:
        person = one.person.pk if one.person else 0
        whole.update(repr((one.line.line, one.status, person, one.changes, _said(one))).encode())
    return whole.hexdigest()


def _said(verdict: Verdict) -> list[tuple[str, Any]]:
    """What will be written of somebody new, too: a village or a category may have got another meaning meanwhile."""
    values = verdict.line.values.items()
    return sorted(
        (key, sorted(value) if isinstance(value, set) else getattr(value, "pk", value)) for key, value in values
    )


def write_report(path: Path, rows: Iterable[Told]) -> None:
    lines = "\n".join(json.dumps(row.__dict__, ensure_ascii=False) for row in rows)
    write_atomically(path, lines.encode())


def read_report(path: Path) -> Iterator[Told]:
    """Nothing once the files are gone."""
    if path.exists():
        with path.open(encoding="utf-8") as file:
            yield from (Told(**json.loads(line)) for line in file)


def as_json(rows: Iterable[Told], counts: dict[str, int], notes: Sequence[str] = ()) -> dict[str, Any]:
    """What `import_roster --json` prints: no name, for what is printed ends up in logs."""
    lines = [
        {
            "line": row.line,
            "status": row.status,
            "reason": row.reason,
            "trainee": row.trainee or None,
            "changes": {key: _unnamed(key, *change) for key, change in row.changes.items()},
        }
        for row in rows
    ]
    return {"rows": lines, "counts": counts, "notes": list(notes)}


def _unnamed(key: str, before: str, after: str) -> dict[str, str | None]:
    if key == "name":
        return {"from": masked_name(before), "to": masked_name(after)}
    return {"from": before, "to": after} if before or after else {"from": None, "to": None}


def _number(verdict: Verdict) -> str:
    if verdict.person:
        return verdict.person.number
    return Trainee(pk=verdict.trainee_id).number if verdict.trainee_id else ""


def _is_place(change: Change) -> bool:
    return change.key in ("village", "registered")
