"""Text out of HTML, as question banks carry it: what can be said in words stays, and what is lost is told.

The result is text, shown escaped like any other: nothing is made safe here because nothing needs to be. Each pattern
looks at a character once, so that a hostile file costs no more than its length.
"""

import html
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]*)(?![A-Za-z0-9:])[^<>]*>")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}

LINES = {
    "br",
    "p",
    "div",
    "li",
    "tr",
    "ul",
    "ol",
    "table",
    "pre",
    "hr",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
CELLS = {"td", "th"}
PICTURES = {"img", "svg", "picture", "canvas"}
SOUNDS = {"audio", "video", "iframe", "object", "embed"}
NOT_SHOWN = {"script", "style"}
QUIET = LINES | CELLS | NOT_SHOWN | {"span", "html", "head", "body", "tbody", "thead", "o:p"}
SHAPES = {
    "a",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "small",
    "big",
    "sub",
    "sup",
    "font",
    "code",
    "strike",
    "del",
    "mark",
}
KNOWN = QUIET | PICTURES | SOUNDS | SHAPES


@dataclass
class PlainText:
    """`lost` are sentences about what could not be kept."""

    text: str
    lost: list[str] = field(default_factory=list)


def without_controls(text: str) -> str:
    """One kind of line end, and no character that no text has."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)


def plain_text_of(text: str, *, is_html: bool) -> PlainText:
    """What is said in `text`. In what only may be HTML, lines stay as they are, and so does an unknown `<tag>`."""
    text = _without_comments(text)
    if is_html:
        text = re.sub(r"\s+", " ", text)
    pieces, tags, position, hidden = [], set(), 0, ""
    for found in TAG.finditer(text):
        name = found[2].lower()
        if not is_html and name not in KNOWN:
            continue
        if not hidden:
            pieces += [text[position : found.start()], _instead_of(name)]
        position = found.end()
        tags.add(name)
        hidden = _hidden_after(hidden, name, closing=bool(found[1]))
    rest = "" if hidden else text[position:]
    plain = ENTITY.sub(lambda entity: html.unescape(entity[0]), "".join((*pieces, rest)))
    return PlainText(_tidy(without_controls(plain), tags, is_html=is_html), _lost(tags))


def _without_comments(text: str) -> str:
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    return "".join((*kept, text[position:]))


def _instead_of(name: str) -> str:
    return "\n" if name in LINES else " " if name in CELLS else ""


def _hidden_after(hidden: str, name: str, *, closing: bool) -> str:
    """The name of what is not shown until it is closed, if such a thing is open."""
    if hidden:
        return "" if closing and name == hidden else hidden
    return name if name in NOT_SHOWN and not closing else ""


def _tidy(text: str, tags: set[str], *, is_html: bool) -> str:
    if not is_html and not tags:
        return text.strip()
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _lost(tags: set[str]) -> list[str]:
    sentences = [
        (tags & PICTURES, _("A picture was left out: put it in again in the question.")),
        (tags & SOUNDS, _("A recording or film was left out.")),
        (tags - QUIET - PICTURES - SOUNDS, _("Bold, colours, links and the like were left out.")),
    ]
    return [sentence for is_so, sentence in sentences if is_so]
