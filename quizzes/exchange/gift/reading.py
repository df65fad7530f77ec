"""A GIFT file as drafts, in its order."""

import re

from django.utils.translation import gettext as _

from quizzes.exchange.drafts import Draft, Refused
from quizzes.exchange.gift.answers import fill
from quizzes.exchange.gift.splitting import Sheet, sheets_in
from quizzes.exchange.gift.texts import CLOSED, NAME_END, OPENED, Unreadable, Words, first, unescaped
from quizzes.exchange.plain_text import without_controls

LONGEST = 20_000
GAP = "_____"

# `How much is a box? {#30} yuan`: behind a whole sentence one word is the unit, else the number stands in a gap.
STOP = re.compile(r"\s*[.。]\s*")
ENDED = re.compile(r"[?!.:？！。：…\n)）]\s*$")
UNIT = re.compile(r"\s*(?:\\.|[^\s.,;:!?。，；：！？\\]){1,10}\s*")


def read(text: str) -> list[Draft | Refused]:
    """Raises FileRefused for more questions than a file may have."""
    return [_question(sheet) for sheet in sheets_in(without_controls(text.lstrip("\ufeff")))]


def _question(sheet: Sheet) -> Draft | Refused:
    draft = Draft(line=sheet.line, kind="description", category=sheet.category)
    try:
        _read_into(draft, sheet)
    except Unreadable as fault:
        return Refused(sheet.line, fault.sentence, draft.kind, draft.name, draft.prompt)
    return draft


def _read_into(draft: Draft, sheet: Sheet) -> None:
    if len(sheet.text) > LONGEST:
        draft.kind = ""
        raise Unreadable(_("This is too long for one question. Is there a blank line missing?"))
    opened = first(OPENED, sheet.text)
    before = sheet.text if opened < 0 else sheet.text[:opened]
    draft.name, asked = _name_and_rest(before)
    words = Words()
    if sheet.fault:
        draft.kind, draft.prompt = "", words.prompt(asked)
        raise Unreadable(sheet.fault)
    inside, behind = _inside_and_behind(sheet.text[opened + 1 :]) if opened >= 0 else ("", "")
    draft.prompt = words.prompt(asked)
    if opened >= 0:
        fill(draft, inside, words)
    if draft.kind == "numeric" and UNIT.fullmatch(behind) and ENDED.search(asked):
        draft.unit = unescaped(behind).strip()
    elif behind.strip() and not (STOP.fullmatch(behind) and ENDED.search(asked)):
        draft.prompt = words.prompt(f"{asked}{GAP}{behind}")
    if not draft.prompt:
        raise Unreadable(_("Nothing is asked. Write the question before the “{”."))
    draft.changes += words.lost


def _inside_and_behind(rest: str) -> tuple[str, str]:
    closed = first(CLOSED, rest)
    return rest[:closed], rest[closed + 1 :]


def _name_and_rest(before: str) -> tuple[str, str]:
    if not before.startswith("::"):
        return "", before
    end = first(NAME_END, before[2:])
    return ("", before) if end < 0 else (unescaped(before[2:][:end]).strip(), before[2:][end + 2 :])
