"""What can be wrong with a file as a whole."""

from __future__ import annotations


class SheetError(Exception):
    """The file is no table. `sentence` says in the reader's language what to do; `line` where."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line
