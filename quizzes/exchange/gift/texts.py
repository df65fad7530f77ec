"""The words of GIFT: escapes, and the format that a text says it has."""

import html
import re
from dataclasses import dataclass, field

from quizzes.exchange.plain_text import plain_text_of, without_controls

ESCAPED = re.compile(r"\\([:~=#{}n\\])")
TO_ESCAPE = re.compile(r"[:~=#{}\\]")
FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]", re.I)
EMPHASIS = re.compile(r"\*\*([^*\n]+)\*\*")
AUTOMATIC = "moodle"

# What is escaped is passed over.
OPENED, CLOSED = re.compile(r"\\.|(\{)", re.S), re.compile(r"\\.|(\})", re.S)
NAME_END = re.compile(r"\\.|(::)", re.S)
MARK, TILDE, ARROW = re.compile(r"\\.|([=~])", re.S), re.compile(r"\\.|(~)", re.S), re.compile(r"\\.|(->)", re.S)
HASH, EXPLANATION = re.compile(r"\\.|(#)", re.S), re.compile(r"\\.|(####)(?!#)", re.S)


class Unreadable(Exception):
    """A question that cannot be taken, and what to do about it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass
class Words:
    """Reads the texts of one question and gathers what was lost. Answers have its format unless they say another."""

    format: str = AUTOMATIC
    lost: list[str] = field(default_factory=list)

    def prompt(self, raw: str) -> str:
        if found := FORMAT.match(raw.strip()):
            self.format = found[1].lower()
        return self.text(raw)

    def text(self, raw: str) -> str:
        raw, chosen = raw.strip(), self.format
        if found := FORMAT.match(raw):
            raw, chosen = raw[found.end() :], found[1].lower()
        text = unescaped(raw)
        if chosen == "plain":
            return without_controls(text).strip()
        plain = plain_text_of(text, is_html=chosen == "html")
        self.lost += [sentence for sentence in plain.lost if sentence not in self.lost]
        return EMPHASIS.sub(r"\1", plain.text) if chosen == "markdown" else plain.text


def unescaped(raw: str) -> str:
    return ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], raw)


def escaped(text: str) -> str:
    r"""With `\` before every sign, and a line end as `\n`: a blank line would end the question."""
    return TO_ESCAPE.sub(r"\\\g<0>", text).replace("\n", r"\n")


def written(text: str, *, without: str = "") -> str:
    """The text so that `Words` reads it back; `without` is a sign that must not stand in it."""
    if without and without in text:
        return f"[{AUTOMATIC}]" + escaped(html.escape(text, quote=False))
    is_itself = Words().text(escaped(text)) == text and not text.startswith("//")
    return escaped(text) if is_itself else "[plain]" + escaped(text)


def first(sign: re.Pattern, raw: str) -> int:
    """Where an unescaped sign (one of the patterns above) stands first; -1 if it does not."""
    return next((found.start() for found in sign.finditer(raw) if found[1]), -1)


def last(sign: re.Pattern, raw: str) -> int:
    return max((found.start() for found in sign.finditer(raw) if found[1]), default=-1)
