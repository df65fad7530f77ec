"""What becomes of each line of a roster: new, changed, same, doubtful or refused. Nobody is merged in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from trainees.masks import masked_name, masked_phone
from trainees.names import unpadded
from trainees.register.columns import heading
from trainees.register.id_numbers import digest_of
from trainees.register.lines import Line
from trainees.register.standing import FIELDS, Known, Standing

NEW, CHANGED, SAME, DOUBTFUL, REFUSED = "new", "changed", "same", "doubtful", "refused"
STATUSES = (NEW, CHANGED, SAME, DOUBTFUL, REFUSED)
SHOWN_CANDIDATES = 3


class Change(NamedTuple):
    """`before` and `after` as they are kept; the report masks them."""

    key: str
    before: Any
    after: Any


@dataclass
class Verdict:
    """`person` is who the line is about; nobody for somebody new, who has a number once the line is saved."""

    line: Line
    status: str
    person: Known | None = None
    reasons: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    told_apart: bool = False
    trainee_id: int | None = None


class Doubt(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Wrong(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Judge:
    """Judges the lines of one roster in their order. It remembers whom earlier lines are about."""

    def __init__(self, standing: Standing, of_household: frozenset[int]) -> None:
        self._standing = standing
        self._taken: dict[int, int] = {}
        self._new: dict[tuple[str, int], int] = {}
        self._new_ids: dict[str, int] = {}
        self._of_household = of_household
        self._homes: dict[tuple[int, str, int], tuple[bool, int]] = {}

    def judge(self, line: Line) -> Verdict:
        if line.problems:
            return Verdict(line, REFUSED, reasons=[_under(*each) for each in line.problems])
        try:
            person = self._person(line)
            if person is None:
                self._refuse_double_lines(line)
            self._refuse_two_answers(line, person)
        except Doubt as doubt:
            return Verdict(line, DOUBTFUL, reasons=[doubt.reason])
        except Wrong as wrong:
            return Verdict(line, REFUSED, reasons=[wrong.reason])
        if person is None:
            return Verdict(line, NEW, None, line.notes, told_apart=line.answer == "other")
        self._taken[person.pk] = line.line
        changes = changes_of(line, person)
        return Verdict(line, CHANGED if changes else SAME, person, line.notes, changes)

    def _person(self, line: Line) -> Known | None:
        found = self._by_number(line) or self._by_id(line) or self._by_triple(line) or self._nearly(line)
        person = found and found.kept
        if person and person.pk in self._taken:
            earlier = self._taken[person.pk]
            raise Wrong(_("Line %(line)s is about the same person already. Delete one of the two.") % {"line": earlier})
        return person

    def _by_number(self, line: Line) -> Known | None:
        if "number" not in line.values:
            return None
        person = self._standing.by_trainee.get(line.values["number"])
        if person is None:
            raise Wrong(_("No trainee where you bring people in has this number. Correct it, or leave it empty."))
        if line.answer == "other":
            raise Wrong(_("A trainee's number and “another person” do not go together. Empty one of them."))
        return self._fitting(line, person)

    def _by_id(self, line: Line) -> Known | None:
        if "id" not in line.values:
            return None
        found = _people(self._standing.by_id.get(digest_of(line.values["id"]), []))
        if len(found) > 1:
            raise Doubt(_several(found))
        if found and line.answer == "other":
            raise Wrong(_("One ID number never belongs to two people. Compare it with the card."))
        return self._fitting(line, found[0]) if found else None

    def _fitting(self, line: Line, person: Known) -> Known:
        """A number alone may stand in the wrong line: name or phone must speak for her too, or somebody must."""
        if line.answer == "same" or any(_speaks_for(line, one) for one in (person, person.kept)):
            return person
        reason = _("The number belongs to %(who)s, with another name and another phone. Is it the same person?")
        raise Doubt(reason % {"who": shown(person)})

    def _by_triple(self, line: Line) -> Known | None:
        """The same name, village and phone; of several such people each line is about the next one."""
        found = self._standing.by_triple.get((line.name_key, line.village.pk, line.phone), [])
        if line.answer == "other":
            found = [one for one in found if one.values["told_apart"]]
        free = [one for one in sorted(found, key=_told_apart) if one.kept.pk not in self._taken]
        person = free[0] if free else (found[0] if found and line.answer != "other" else None)
        if person and _other_id(line, person) and line.answer != "same":
            reason = _("Maybe it is %(who)s, who has another ID number. Is it the same person?")
            raise Doubt(reason % {"who": shown(person)})
        return person

    def _nearly(self, line: Line) -> Known | None:
        """Somebody who may be her: only who filled the line in can say."""
        if line.answer == "other":
            return None
        near = [one for one in self._standing.by_name.get(line.name_key, []) if _is_near(line, one)]
        near = _people([*near, *self._standing.sounding_alike(line.name_key, line.phone)])
        if not near:
            return None
        if line.answer == "same" and len(near) == 1:
            return near[0]
        raise Doubt(_several(near) if len(near) > 1 else _maybe(line, near[0]))

    def _refuse_double_lines(self, line: Line) -> None:
        """Two new people of one name in one village, or with one ID number, are two only if somebody says so."""
        number = line.values.get("id", "")
        if number and (earlier := self._new_ids.setdefault(number, line.line)) != line.line:
            raise Wrong(_("Line %(line)s has the same ID number. Compare both with the cards.") % {"line": earlier})
        if line.answer == "other":
            return
        earlier = self._new.setdefault((line.name_key, line.village.pk), line.line)
        if earlier != line.line:
            reason = _("Line %(line)s has the same name and village. Delete one, or write 另一人 (another person).")
            raise Doubt(reason % {"line": earlier})

    def _refuse_two_answers(self, line: Line, person: Known | None) -> None:
        """Of one household two lines must not say both that it is in a category and that it is not."""
        home = line.values.get("household") or (person.values["household"] if person else "")
        for category in (line.values["joined"] | line.values["left"]) & self._of_household:
            joins = category in line.values["joined"]
            said, earlier = self._homes.setdefault((line.village.pk, home, category), (joins, line.line))
            if home and said != joins:
                raise Wrong(_("Line %(line)s says the opposite of this household. Correct one.") % {"line": earlier})


def counts_of(verdicts: Iterable[Verdict]) -> dict[str, int]:
    counted = Counter(verdict.status for verdict in verdicts)
    return {status: counted[status] for status in STATUSES}


def changes_of(line: Line, person: Known) -> list[Change]:
    """What the line says otherwise than the register does; what it leaves empty is no change."""
    given = {key: _kept(line.values[key]) for key in FIELDS if key in line.values and key != "household"}
    changes = [Change(key, person.values[key], new) for key, new in given.items() if new != _stood(key, person)]
    if (home := _home(line, person)) != person.home:
        changes.append(Change("household", person.home[1], home[1]))
    if line.values.get("head", person.is_head) != person.is_head:
        changes.append(Change("head", person.is_head, line.values["head"]))
    if "id" in line.values and digest_of(line.values["id"]) != person.values["id_digest"]:
        changes.append(Change("id", person.values["id_end"], line.values["id"][-4:]))
    joined = line.values["joined"] - person.categories
    left = line.values["left"] & person.categories
    if joined or left:
        changes.append(Change("categories", sorted(left), sorted(joined)))
    return changes


def _stood(key: str, person: Known) -> Any:
    """A name that was kept with a space to pad it is no other name."""
    value = person.values[key]
    return unpadded(value) if key == "name" else value


def _home(line: Line, person: Known) -> tuple[Any, str]:
    """The household that she is in by this line. Nobody takes that of her old village along."""
    if "household" in line.values:
        return line.village.pk, line.values["household"]
    return ("", "") if line.village.pk != person.values["village"] else person.home


def _under(column: str, sentence: str) -> str:
    return _("%(column)s: %(sentence)s") % {"column": column, "sentence": sentence}


def shown(person: Known) -> str:
    """`H-0012 杨** 137****0001`, of the entry that is kept."""
    kept = person.kept
    parts = (kept.number, masked_name(kept.values["name"]), masked_phone(kept.values["phone"]))
    return " ".join(filter(None, parts))


def _kept(value: Any) -> Any:
    return getattr(value, "pk", value)


def _people(entries: list[Known]) -> list[Known]:
    """One entry of each person, and the kept one where both are there."""
    return list({one.kept.pk: one for one in sorted(entries, key=lambda one: one.meant is None)}.values())


def _speaks_for(line: Line, person: Known) -> bool:
    return line.name_key == person.name_key or bool(line.phone and line.phone == person.values["phone"])


def _told_apart(person: Known) -> tuple[bool, int]:
    return bool(person.values["told_apart"]), person.pk


def _other_id(line: Line, person: Known) -> bool:
    known = person.kept.values["id_digest"]
    return bool(known) and "id" in line.values and digest_of(line.values["id"]) != known


def _is_near(line: Line, person: Known) -> bool:
    same_phone = bool(line.phone) and line.phone == person.values["phone"]
    return person.values["village"] == line.village.pk or same_phone


def _maybe(line: Line, person: Known) -> str:
    if person.values["village"] != line.village.pk:
        reason = _("Maybe it is %(who)s, who lives in another village. Write 同一人 or 另一人.")
    elif person.name_key != line.name_key:
        reason = _("Maybe it is %(who)s: the same phone, and the name sounds alike. Write 同一人 or 另一人.")
    else:
        reason = _("Maybe it is %(who)s: the same name and village, another phone or none. Write 同一人 or 另一人.")
    return reason % {"who": shown(person)}


def _several(found: list[Known]) -> str:
    named = "、".join(shown(one) for one in found[:SHOWN_CANDIDATES])
    reason = _("It may be one of several: %(who)s. Write the number of the right one under “%(column)s”, or 另一人.")
    return reason % {"who": named, "column": heading("number")}
