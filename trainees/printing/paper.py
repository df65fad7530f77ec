"""A sheet of A4 with a font that every machine has, because it comes with us."""

from __future__ import annotations

import io
import logging
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import TextMode

# They write down each letter that they draw: those of names and of PINs.
for talker in ("fontTools", "fpdf"):
    logging.getLogger(talker).setLevel(logging.ERROR)

FONT = Path(__file__).parent / "fonts" / "NotoSansSC-Medium.ttf"
MM_OF_A_POINT = 25.4 / 72
WIDEST = 166.0
LINE = 1.25  # height of a line as a multiple of its letters


class Paper(FPDF):
    """Measures are millimetres from the upper left corner; ink is black."""

    def __init__(self) -> None:
        super().__init__(format="A4")
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.add_font("sheet", fname=FONT)
        self.set_font("sheet")
        self.c_margin = 0

    def line_of(self, text: str, *, at: tuple[float, float], points: float, heavy: bool = False) -> None:
        """One line of text whose letters begin at the height of `at`."""
        self.set_font("sheet", size=points)
        with self.local_context(text_mode=TextMode.FILL_STROKE if heavy else TextMode.FILL, line_width=points * 0.012):
            self.text(at[0], at[1] + points * MM_OF_A_POINT * 0.88, text)

    def lines_in(self, text: str, *, box: tuple[float, float, float, float], largest: float, smallest: float) -> bool:
        """Write the text as large as it fits into the box (x, y, width, height); False, and nothing, if it does not."""
        x, y, width, height = box
        points = largest
        while points >= smallest:
            lines = self.broken(text, width, points)
            step = points * MM_OF_A_POINT * LINE
            if len(lines) * step <= height:
                for number, line in enumerate(lines):
                    self.line_of(line, at=(x, y + number * step), points=points, heavy=True)
                return True
            points -= 0.5
        return False

    def broken(self, text: str, width: float, points: float) -> list[str]:
        """Lines that are no wider; words of letters stay whole where they can, Chinese breaks anywhere."""
        self.set_font("sheet", size=points)
        lines, line = [], ""
        for piece in _pieces(text, lambda piece: self.get_string_width(piece) <= width):
            if line and self.get_string_width(line + piece.rstrip()) > width:
                lines.append(line.rstrip())
                line = ""
            line += piece if line else piece.lstrip()
        return [*lines, line.rstrip()] if line.strip() else lines

    def centred(self, text: str, *, middle: float, y: float, points: float, heavy: bool = False) -> None:
        """One line, made smaller until it is no wider than the frame of a sheet."""
        self.set_font("sheet", size=points)
        if (width := self.get_string_width(text)) > WIDEST:
            points *= WIDEST / width
            self.set_font("sheet", size=points)
        self.line_of(text, at=(middle - self.get_string_width(text) / 2, y), points=points, heavy=heavy)

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.output(out)
        return out.getvalue()


@cache
def _written() -> frozenset[int]:
    return frozenset(TTFont(FONT, lazy=True).getBestCmap())


def is_writable(text: str) -> bool:
    """Whether the font has every letter: what it lacks would come out as an empty box, and stands for another name."""
    return all(ord(sign) in _written() for sign in text)


def _pieces(text: str, fits) -> list[str]:
    """Where a line may break: after each Chinese character and each space; anywhere in a word that is too long."""
    pieces: list[str] = []
    for sign in text:
        together = bool(pieces) and not pieces[-1].endswith(" ") and _in_a_word(pieces[-1][-1]) and _in_a_word(sign)
        if pieces and (sign == " " or (together and fits(pieces[-1] + sign))):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _in_a_word(sign: str) -> bool:
    return sign != " " and ord(sign) < 0x2E80
