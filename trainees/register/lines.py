"""One line of a roster: what each cell says once it is cleaned, or what has to be corrected in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from django.utils.translation import gettext as _

from foundation.sheets import Row
from trainees.names import name_key
from trainees.register import cells, id_numbers
from trainees.register.category_words import CategoryWords
from trainees.register.cells import BadCell
from trainees.register.columns import NOT_READ, heading
from trainees.register.village_names import VillageNames, code_in
from villages.models import Division
from villages.selectors import division_by_code

WORDS = {"hamlet": 40, "ethnicity": 20, "occupation": 40, "household": 20}


@dataclass
class Line:
    """`values` holds what the line gives; what it leaves empty is not in there, and stays as it is in the register.

    `problems` are headings with a sentence each; `notes` say what was not kept though nothing is wrong.
    """

    line: int
    cells: list[str]
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    headings: Mapping[str, str] = field(default_factory=dict)

    def refuse(self, key: str, sentence: str) -> None:
        """Under the heading that the file itself has for it."""
        self.problems.append((self.headings.get(key) or heading(key), sentence))

    @property
    def name(self) -> str:
        return self.values.get("name", "")

    @cached_property
    def name_key(self) -> str:
        return name_key(self.name)

    @property
    def phone(self) -> str:
        return self.values.get("phone", "")

    @property
    def answer(self) -> str:
        return self.values.get("answer", "")

    @property
    def village(self) -> Division:
        return self.values["village"]


@dataclass(frozen=True)
class LineReader:
    """How the lines of one roster are read: its columns, the villages it may name, what may be collected."""

    keys: Sequence[str]
    headings: Sequence[str]
    villages: VillageNames
    categories: CategoryWords
    with_ids: bool
    today: datetime.date
    elsewhere: dict[str, Division | None] = field(default_factory=dict)

    @cached_property
    def named(self) -> dict[str, str]:
        return dict(zip(self.keys, self.headings, strict=True))

    def read(self, row: Row) -> Line:
        line = Line(row.line, row.cells, headings=self.named)
        texts = self._texts(row, line)
        self._read_simple(texts, line)
        self._read_places(texts, line)
        self._read_household(texts, line)
        self._read_categories(row, texts, line)
        if "name" not in line.values and not line.problems:
            line.refuse("name", _("Write her name."))
        return line

    def _texts(self, row: Row, line: Line) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, text in zip(self.keys, row.cells, strict=False):
            if key and text and key not in NOT_READ and not (key != "phone" and cells.DASHES.fullmatch(text)):
                _into(found, key, partial(_after, found.get(key, ""), text), line)
        return {key: text for key, text in found.items() if text}

    def _read_simple(self, texts: dict[str, str], line: Line) -> None:
        ways: dict[str, Callable[[str], Any]] = {
            "name": cells.name,
            "phone": cells.phone,
            "number": cells.trainee,
            "answer": cells.answer,
            "gender": cells.gender,
            "schooling": cells.schooling,
            "age": lambda text: cells.age(text, self.today),
            "birth": lambda text: cells.birth(text, self.today),
            **{key: partial(cells.words, longest=most) for key, most in WORDS.items()},
            "ethnicity": partial(cells.ethnicity, longest=WORDS["ethnicity"]),
        }
        for key, way in ways.items():
            if key in texts:
                _into(line.values, key, partial(way, texts[key]), line)
        if "birth" in line.values:  # says more than an age that somebody worked out
            line.values["age"] = line.values.pop("birth")
        if self.with_ids and "id" in texts and id_numbers.end_of_masked(texts["id"]) is None:
            _into(line.values, "id", lambda: cells.id_number(texts["id"], self.today), line)

    def _read_places(self, texts: dict[str, str], line: Line) -> None:
        code, named = _place(texts)
        try:
            village, beyond = self.villages.meant(code, *named, texts.get("county", ""))
        except BadCell as bad:
            line.refuse("code" if code else "village", _unsaid(texts) or bad.sentence)
        else:
            line.values["village"] = village
            if beyond and ("hamlet" not in line.values or texts.get("hamlet") in named):
                _into(line.values, "hamlet", lambda: cells.words(beyond, WORDS["hamlet"]), line)
        self._read_registered(texts, line)

    def _read_registered(self, texts: dict[str, str], line: Line) -> None:
        """Where she is registered may be anywhere: a place that we do not know is told and not kept."""
        text, code = (
            texts.get("registered", ""),
            code_in(texts.get("registered_code", "") or texts.get("registered", "")),
        )
        if not text and not code:
            return
        try:
            line.values["registered"] = self.villages.meant(code, "", "" if code else text, text)[0]
        except BadCell:
            if found := self._elsewhere(code):
                line.values["registered"] = found
            else:
                line.notes.append(_("The place of registration is no village of ours: not kept."))

    def _elsewhere(self, code: str) -> Division | None:
        if code not in self.elsewhere:
            found = division_by_code(code) if code else None
            self.elsewhere[code] = found if found and found.level == Division.Level.VILLAGE else None
        return self.elsewhere[code]

    def _read_household(self, texts: dict[str, str], line: Line) -> None:
        said = texts.get("head")
        if said is None:
            return
        if "household" not in line.values:
            line.notes.append(_("Without a household number it is not kept who its head is."))
        elif name_key(said) == line.name_key or said.lower() in cells.YES:
            line.values["head"] = True
        elif said.lower() in cells.NO:
            line.values["head"] = False

    def _read_categories(self, row: Row, texts: dict[str, str], line: Line) -> None:
        """One column with words between commas, and columns of 是 and 否, each for one category."""
        joined: set[int] = set()
        left: set[int] = set()
        if "categories" in texts:
            try:
                joined, resting = self.categories.of_cell(texts["categories"])
                if resting:
                    line.notes.append(_("Not collected, so not kept: %(words)s.") % {"words": "、".join(resting)})
            except BadCell as bad:
                line.refuse("categories", bad.sentence)
        for key, name, text in zip(self.keys, self.headings, row.cells, strict=False):
            asked = not key and text and not cells.DASHES.fullmatch(text)
            category = self.categories.of_heading(name) if asked else None
            if category is not None:
                said: dict[str, bool] = {}
                _into(said, name, partial(_yes, text), line)
                for answer in said.values():
                    (joined if answer else left).add(category)
        line.values |= {"joined": joined - left, "left": left}


def _place(texts: Mapping[str, str]) -> tuple[str, tuple[str, str, str]]:
    """The code, and township, village and address; each is looked for also in the column next to its own."""
    code = cells.written_out(texts.get("code", ""))
    township, village, address = (texts.get(key, "") for key in ("township", "village", "address"))
    if code and not any(map(str.isdigit, code)):
        code, address = "", code + address
    if not village and not address and not code:
        village = texts.get("hamlet", "")
    code = code_in(code) or code or code_in(village)
    return code, (township, village.replace(code, "") if code else village, address)


def _unsaid(texts: Mapping[str, str]) -> str:
    """Paper rosters ask for 户口所在地 alone; where somebody lives is not guessed from it."""
    if not texts.get("registered") or any(map(texts.get, ("code", "village", "township", "address"))):
        return ""
    return _("Only the place of registration is here. Add a column “%(column)s” that says where she lives now.") % {
        "column": heading("village")
    }


def _after(before: str, text: str) -> str:
    """Parts of an address stand in several columns: 自然寨 and 村民小组."""
    return " ".join(filter(None, (before, cells.plain(text))))


def _yes(text: str) -> bool:
    return cells.yes(cells.plain(text))


def _into(values: dict[str, Any], key: str, read: Callable[[], Any], line: Line) -> None:
    try:
        values[key] = read()
    except BadCell as bad:
        line.refuse(key, bad.sentence)
