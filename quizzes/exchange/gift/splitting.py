"""Where does a question begin and end? Comments and categories are taken out on the way.

A brace that is never closed must not swallow the questions behind it: when another question begins after a blank line,
the first one is cut at that line and read no further. No line is looked at more than twice.
"""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from quizzes.exchange.drafts import MOST_QUESTIONS, FileRefused

BRACE = re.compile(r"\\.|([{}])")
CATEGORY = "$CATEGORY:"


@dataclass
class Sheet:
    """The lines of one question. `fault` is what is wrong with its braces, as a sentence."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    category: str = ""
    fault: str = ""
    is_open: bool = False
    is_closed: bool = False
    first_blank: int = -1

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def take(self, line: str, number: int) -> None:
        self.line = self.line or number + 1
        self.lines.append(line)
        for found in BRACE.finditer(line):
            if found[1]:
                self._count(found[1])

    def _count(self, brace: str) -> None:
        if self.is_open:
            self.is_open, self.is_closed = brace == "{", brace == "}"
        elif brace == "}":
            self.fault = self.fault or _("There is a “}” without a “{” before it. Write \\} for a brace that is text.")
        elif self.is_closed:
            self.fault = self.fault or _("There are two pairs of braces. Leave a blank line between two questions.")
        else:
            self.is_open = True


def sheets_in(text: str) -> list[Sheet]:
    return _Splitting(text.split("\n")).done()


class _Splitting:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.sheets: list[Sheet] = []
        self.sheet = Sheet()

    def done(self) -> list[Sheet]:
        number = 0
        while number <= len(self.lines):
            if self._must_go_back(number):
                number = self._cut()
            elif number < len(self.lines):
                self._take(number)
            number += 1
        self._finish()
        return self.sheets

    def _must_go_back(self, number: int) -> bool:
        """Another question, or the end, where a brace was still open before a blank line."""
        if not self.sheet.is_open or self.sheet.first_blank < 0:
            return False
        if number == len(self.lines):
            return True
        line = self.lines[number].lstrip()
        begins = line.startswith(("::", CATEGORY)) or any(found[1] == "{" for found in BRACE.finditer(line))
        return begins and not line.startswith("//")

    def _cut(self) -> int:
        """The line to go on behind."""
        blank = self.sheet.first_blank
        kept = [line for line in self.lines[self.sheet.line - 1 : blank] if not line.lstrip().startswith("//")]
        self.sheet.lines = kept
        self._finish()
        return blank

    def _take(self, number: int) -> None:
        line = self.lines[number].strip()
        if line.startswith("//"):
            return
        if self.sheet.is_open:
            if not line and self.sheet.first_blank < 0:
                self.sheet.first_blank = number
            self.sheet.take(line, number)
        elif line.startswith(CATEGORY):
            self._finish()
            self.sheet.category = line.removeprefix(CATEGORY).strip()
        elif not line:
            self._finish()
        else:
            if line.startswith("::") and self.sheet.is_closed:
                self._finish()
            self.sheet.take(line, number)

    def _finish(self) -> None:
        if self.sheet.lines:
            if self.sheet.is_open:
                self.sheet.fault = _("A “{” is never closed. Put a “}” behind the last answer.")
            self.sheets.append(self.sheet)
        if len(self.sheets) > MOST_QUESTIONS:
            raise FileRefused(
                _("There are more than %d questions in this file. Bring them in with several files.") % MOST_QUESTIONS
            )
        self.sheet = Sheet(category=self.sheet.category)
