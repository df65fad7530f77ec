"""What becomes of each line of a roster: new, changed, same, doubtful or refused. Nobody is merged in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainees.masks import masked_name, masked_phone
from trainees.register.changes import Change, changes_of, may_change_untold, told_and_untold
from trainees.register.columns import heading
from trainees.register.id_numbers import digest_of
from trainees.register.lines import Line
from trainees.register.standing import Known, Standing

NEW, CHANGED, SAME, DOUBTFUL, REFUSED = "new", "changed", "same", "doubtful", "refused"
STATUSES = (NEW, CHANGED, SAME, DOUBTFUL, REFUSED)
SHOWN_CANDIDATES = 3


@dataclass
class Verdict:
    """`person` is who the line is about; nobody for somebody new, who has a number once the line is saved.

    `untold` are changes that are written and that nobody is told of; `has_untold` says that the line could make some.
    """

    line: Line
    status: str
    person: Known | None = None
    reasons: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    untold: list[Change] = field(default_factory=list)
    has_untold: bool = False
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
    """Judges the lines of one roster in their order. It remembers whom earlier lines are about.

    `untold` are the sensitive categories, for somebody who may see neither them nor ID numbers nor ethnicity: nothing
    that she can read depends on what is kept of these. None for who may.
    """

    def __init__(self, standing: Standing, of_household: frozenset[int], untold: frozenset[int] | None = None) -> None:
        self._standing = standing
        self._untold = untold
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
        return self._compared(line, person)

    def _compared(self, line: Line, person: Known) -> Verdict:
        changes, has_untold = changes_of(line, person), False
        untold: list[Change] = []
        if self._untold is not None:
            has_untold = may_change_untold(line, self._untold)
            changes, untold = told_and_untold(changes, self._untold)
        told = Verdict(line, CHANGED if changes else SAME, person, line.notes, changes)
        told.untold, told.has_untold = untold, has_untold
        return told

    def _person(self, line: Line) -> Known | None:
        found = self._by_number(line) or self._by_id(line) or self._by_triple(line) or self._nearly(line)
        person = found and found.kept
        if person and person.pk in self._taken:
            earlier = self._taken[person.pk]
            raise Wrong(_("Line %(line)s is about the same person already. Delete one of the two.") % {"line": earlier})
        if found and line.answer != "same" and _has_left(line, found):
            raise Doubt(_maybe(line, found))
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
        if "id" not in line.values or self._untold is not None:
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
        if person and self._untold is None and _other_id(line, person) and line.answer != "same":
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
        if line.answer == "same" and len(near) == 1 and not near[0].away:
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


def status_words() -> dict[str, str]:
    return {
        NEW: pgettext("roster", "New"),
        CHANGED: pgettext("roster", "Changed"),
        SAME: pgettext("roster", "The same"),
        DOUBTFUL: pgettext("roster", "Doubtful"),
        REFUSED: pgettext("roster", "Refused"),
    }


def counts_of(verdicts: Iterable[Verdict]) -> dict[str, int]:
    counted = Counter(verdict.status for verdict in verdicts)
    return {status: counted[status] for status in STATUSES}


def _under(column: str, sentence: str) -> str:
    return _("%(column)s: %(sentence)s") % {"column": column, "sentence": sentence}


def shown(person: Known) -> str:
    """`H-0012 杨** 137****0001`, of the entry that is kept."""
    kept = person.kept
    parts = (kept.number, masked_name(kept.values["name"]), masked_phone(kept.values["phone"]))
    return " ".join(filter(None, parts))


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
    same_phone = bool(line.phone) and line.phone == person.values["phone"] and not person.away
    return line.village.pk in {person.values["village"], *person.left} or same_phone


def _has_left(line: Line, found: Known) -> bool:
    """An old file names a village of hers, or of an entry merged into hers, where she does not live any more."""
    earlier = {*found.left, *found.kept.left, found.values["village"]}
    return line.village.pk in earlier and line.village.pk != found.kept.values["village"]


def _maybe(line: Line, found: Known) -> str:
    person = found.kept
    if person.away:
        reason = _("Maybe it is %(who)s, who lived there and is counted elsewhere now. Delete it, or write 另一人.")
    elif line.village.pk in person.left and person.values["village"] != line.village.pk:
        reason = _("Maybe it is %(who)s, who lived there and has moved. Delete the line, or write 同一人 or 另一人.")
    elif person.values["village"] != line.village.pk:
        reason = _("Maybe it is %(who)s, who lives in another village. Write 同一人 or 另一人.")
    elif found.name_key != line.name_key:
        reason = _("Maybe it is %(who)s: the same phone, and the name sounds alike. Write 同一人 or 另一人.")
    else:
        reason = _("Maybe it is %(who)s: the same name and village, another phone or none. Write 同一人 or 另一人.")
    return reason % {"who": shown(person)}


def _several(found: list[Known]) -> str:
    named = "、".join(shown(one) for one in found[:SHOWN_CANDIDATES])
    reason = _("It may be one of several: %(who)s. Write the number of the right one under “%(column)s”, or 另一人.")
    return reason % {"who": named, "column": heading("number")}
