"""Reading captions strictly: WebVTT, SRT as many programs save it, or plain lines as a trainer types them.

A typed line is a time and what is said from then on: `0:05 把橙子擦干`, full-width signs too. Whatever came in, we
write WebVTT of our own from it: times, plain words and the marks `b`, `i`, `u`; nothing else of a stranger's file
reaches a browser.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

LARGEST = 200 * 1024  # bytes
MOST = 1000
LONGEST_TEXT, MOST_LINES = 200, 4
SHOWN = 6.0  # seconds that a typed line stands, where the next one does not come first

ARROW = "-->"
CLOCK = r"(?:(\d{1,2})[:：](?=[0-5０-５]?\d[:：]))?(\d{1,2})[:：]([0-5０-５]\d)(?:[.,](\d{1,3}))?"
TIMING = re.compile(rf"\s*{CLOCK}\s+-->\s+{CLOCK}(?:\s.*)?\Z")
TYPED = re.compile(rf"\s*[\[【(（]?{CLOCK}(?!\d|[:：]\d)[\]】)）]?[\s,，、:：]*(\S.*)\Z")
LEFT_OUT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|\Z)")
MARK = re.compile(r"</?([^\s<>/][^<>]*)>")
ALLOWED = {"b", "i", "u"}

SENTENCES = {
    "too-big": _("These captions are too long (%(size)s). %(limit)s is the most."),
    "not-text": _("This is no text that we can read. Save the captions as UTF-8 and send them again."),
    "empty": _("There is no caption in it. Write a time and what is said, like: 0:05 Wipe the oranges dry."),
    "time": _("Line %(line)s: write the time as minutes:seconds, like 0:05, then what is said."),
    "order": _("Line %(line)s: this time is earlier than the one before, or it ends before it begins."),
    "late": _("Line %(line)s: the video is over by then."),
    "long": _("Line %(line)s: this is too much to read at once. Make two captions of it."),
    "mark": _("Line %(line)s: only words may stand here, no %(mark)s."),
    "many": _("There are more than %(limit)s captions in it."),
}


class Cue(NamedTuple):
    start: float
    end: float
    text: str


def read_captions(content: bytes | str, *, seconds: float) -> list[Cue]:
    """The captions of a video that is so long (0: nobody knows yet). Raises ValidationError with one sentence."""
    size = len(content if isinstance(content, bytes) else content.encode())
    if size > LARGEST:
        raise _refusal("too-big", size=filesizeformat(size), limit=filesizeformat(LARGEST))
    text = _decoded(content) if isinstance(content, bytes) else content
    lines = re.split(r"\r\n|\r|\n", text.lstrip("\ufeff"))
    if any(sign < " " and sign != "\t" for line in lines for sign in line):
        raise _refusal("not-text")
    is_timed = lines[0].startswith("WEBVTT") or any(ARROW in line for line in lines)
    timed = list(_timed(lines) if is_timed else _typed(lines))
    if not timed:
        raise _refusal("empty")
    if len(timed) > MOST:
        raise _refusal("many", limit=MOST)
    _check_times(timed, seconds)
    cues = [cue for _line, cue in timed]
    if (size := len(as_webvtt(cues).encode())) > LARGEST:
        raise _refusal("too-big", size=filesizeformat(size), limit=filesizeformat(LARGEST))
    return cues


def as_webvtt(cues: list[Cue]) -> str:
    """The one way in which we write them."""
    return "WEBVTT\n" + "".join(f"\n{_clock(cue.start)} --> {_clock(cue.end)}\n{cue.text}\n" for cue in cues)


def as_typed(cues: list[Cue]) -> str:
    """As a trainer types them; the whole WebVTT where typed lines could not say the same."""
    lines = "\n".join(f"{_short_clock(cue.start)} {unescape(cue.text)}" for cue in cues)
    try:
        is_same = as_webvtt(read_captions(lines, seconds=0)) == as_webvtt(cues)
    except ValidationError:
        is_same = False
    return lines if is_same else as_webvtt(cues)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refusal("not-text")


def _timed(lines: list[str]) -> Iterator[tuple[int, Cue]]:
    """Blocks between empty lines: perhaps a name, a line with both times, the words."""
    for first, block in _blocks(lines):
        if block[0].startswith("WEBVTT") or LEFT_OUT.match(block[0]):
            continue
        at = next((number for number, line in enumerate(block[:2]) if ARROW in line), None)
        found = TIMING.match(block[at]) if at is not None else None
        if at is None or found is None:
            raise _refusal("time", line=first + (at or 0))
        clocks = found.groups()
        line = first + at
        if words := _words(block[at + 1 :], line + 1):
            yield line, Cue(_seconds(clocks[:4]), _seconds(clocks[4:]), words)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield number - len(block), block
            block = []


def _typed(lines: list[str]) -> Iterator[tuple[int, Cue]]:
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            match = TYPED.match(line)
            if match is None:
                raise _refusal("time", line=number)
            if words := _words([match[5]], number):
                found.append((number, _seconds(match.groups()[:4]), words))
    starts = [start for _line, start, _text in found[1:]]
    for (number, start, text), following in zip(found, [*starts, None], strict=False):
        end = start + SHOWN if following is None or following <= start else min(start + SHOWN, following)
        yield number, Cue(start, end, text)


def _check_times(timed: list[tuple[int, Cue]], seconds: float) -> None:
    before = 0.0
    for line, cue in timed:
        if cue.start < before or cue.end <= cue.start:
            raise _refusal("order", line=line)
        if seconds and cue.start > seconds:
            raise _refusal("late", line=line)
        before = cue.start


def _words(lines: list[str], first: int) -> str:
    if len(lines) > MOST_LINES or sum(len(unescape(line)) for line in lines) > LONGEST_TEXT:
        raise _refusal("long", line=first)
    return "\n".join(filter(None, (_safe(line, first + number) for number, line in enumerate(lines))))


def _safe(line: str, number: int) -> str:
    """Marks that we know as they are, everything else as the sign that it is, all on one line."""
    said: list[str] = []
    at = 0
    for mark in MARK.finditer(line):
        if mark[1] not in ALLOWED:
            raise _refusal("mark", line=number, mark=mark[0][:20])
        said += [_escaped(line[at : mark.start()]), mark[0]]
        at = mark.end()
    return " ".join("".join([*said, _escaped(line[at:])]).split())


def _escaped(text: str) -> str:
    return unescape(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = clock
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + int((rest or "0").ljust(3, "0")) / 1000


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, thousandths = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{thousandths // 1000:02}.{thousandths % 1000:03}"


def _short_clock(seconds: float) -> str:
    hours, minutes, rest = _clock(seconds).split(":")
    told = f"{int(hours)}:{minutes}" if int(hours) else f"{int(minutes)}"
    return f"{told}:{rest.removesuffix('.000')}"


def _refusal(code: str, **words: object) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code, params=words)
