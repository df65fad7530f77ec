"""What is wrong with the files, line by line."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_KEPT = 1000


class Problem(NamedTuple):
    file: str
    line: int | None
    sentence: str

    def __str__(self) -> str:
        if self.line is None:
            return f"{self.file}: {self.sentence}"
        return _("%(file)s, line %(line)s: %(sentence)s") % self._asdict()


class LoadRefusedError(Exception):
    """Nothing was loaded. `problems` are the first 1,000 in the order of the files; `count` counts all of them."""

    def __init__(self, sentence: str, problems: list[Problem] | None = None, count: int = 0) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.problems = problems or []
        self.count = count


class Problems:
    """Collects what is wrong, so that the person who mends the file sees all of it at once."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self.count = 0

    def add(self, file: str, line: int | None, sentence: str) -> None:
        self.count += 1
        if len(self.kept) < MOST_KEPT:
            self.kept.append(Problem(file, line, sentence))

    def refuse_if_any(self) -> None:
        """Raises LoadRefusedError when there is anything wrong."""
        if self.count:
            sentence = ngettext(
                "Nothing was loaded: %(count)s mistake in the files.",
                "Nothing was loaded: %(count)s mistakes in the files.",
                self.count,
            )
            raise LoadRefusedError(sentence % {"count": self.count}, self.kept, self.count)
