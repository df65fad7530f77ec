"""What each line of a PO file would do here, before anything is written. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from courses.translating.po import Entry
from courses.translating.sentences import Place, Sentence
from courses.unseen import seen_line

NEW, CHANGED, SAME, LEFT, UNKNOWN, REFUSED = "new", "changed", "same", "left", "unknown", "refused"

BECOMES: dict[str, str | Promise] = {
    NEW: pgettext_lazy("translation", "new"),
    CHANGED: gettext_lazy("changed"),
    SAME: gettext_lazy("as before"),
    LEFT: gettext_lazy("empty or fuzzy, left"),
    UNKNOWN: gettext_lazy("stands here no longer, left"),
    REFUSED: gettext_lazy("refused"),
}

LONGEST = 2000


class Word(NamedTuple):
    """A sentence to write: the page, the place on it, the text there, how it is said, and how it was said before."""

    key: str
    path: str
    text: str
    translated: str
    before: str


class Told(NamedTuple):
    line: int
    text: str
    translated: str
    before: str
    becomes: str
    reason: str = ""

    @property
    def told_becomes(self) -> str:
        return str(BECOMES[self.becomes])


@dataclass
class Weighed:
    words: list[Word] = field(default_factory=list)
    lines: list[Told] = field(default_factory=list)

    @property
    def counts(self) -> list[tuple[str, int]]:
        counted = Counter(line.becomes for line in self.lines)
        return [(str(told), counted[becomes]) for becomes, told in BECOMES.items() if counted[becomes]]

    @property
    def news(self) -> list[Told]:
        """What somebody should look at: what is refused first, then what is unknown, then what is new."""
        order = (REFUSED, UNKNOWN, CHANGED, NEW)
        return [line for becomes in order for line in self.lines if line.becomes == becomes]


def weigh(entries: Iterable[Entry], sentences: Iterable[Sentence], said: dict[tuple[Place, str], str]) -> Weighed:
    """Of two lines for one sentence the last one counts, one that is empty or refused too."""
    there = {(str(sentence.place), sentence.text): sentence for sentence in sentences}
    found = Weighed()
    words: dict[tuple[Place, str], Word] = {}
    for entry in entries:
        sentence = there.get((entry.context, entry.text))
        before = said.get(sentence.at, "") if sentence else ""
        translated = before if entry.translated == before else tidied(entry.translated, entry.text)
        becomes, reason = _becomes(entry, translated, sentence, before)
        found.lines.append(Told(entry.line, entry.text, translated, before, becomes, reason))
        if sentence:
            words.pop(sentence.at, None)
        if sentence and becomes in (NEW, CHANGED):
            place = sentence.place
            words[sentence.at] = Word(str(place.key), place.path, sentence.text, translated, before)
    found.words = list(words.values())
    return found


def tidied(translated: str, text: str) -> str:
    """Without what nobody sees; on as many lines as it likes only where the source has several."""
    lines = translated.splitlines() if "\n" in text else [translated]
    return "\n".join(line for line in map(seen_line, lines) if line)


def too_long(translated: str, most: int | None) -> str:
    """What there is to say of a translation for which there is no room."""
    room = min(most or LONGEST, LONGEST)
    if len(translated) <= room:
        return ""
    told = {"count": len(translated), "most": room}
    return _("%(count)s characters are too many: there is room for %(most)s.") % told


def _becomes(entry: Entry, translated: str, sentence: Sentence | None, before: str) -> tuple[str, str]:
    if not translated or entry.is_fuzzy:
        return LEFT, ""
    if sentence is None:
        return UNKNOWN, ""
    if fault := too_long(translated, sentence.most):
        return REFUSED, fault
    if translated == before:
        return SAME, ""
    return (CHANGED, "") if before else (NEW, "")
