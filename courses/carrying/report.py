"""What became of each part of a file, for the person who brought it in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.utils.translation import gettext_lazy as _

MADE, CHANGED, UNCHANGED, LEFT_ALONE, LEFT_OUT = "made", "changed", "unchanged", "left alone", "left out"

BECAME = {
    MADE: _("new"),
    CHANGED: _("changed"),
    UNCHANGED: _("as before"),
    LEFT_ALONE: _("left as it is here"),
    LEFT_OUT: _("left out"),
}

KINDS = {
    "course": _("Course"),
    "module": _("Module"),
    "lesson": _("Lesson"),
    "quiz": _("Quiz"),
    "recording": _("Recording"),
    "language": _("Language"),
}


@dataclass(frozen=True)
class Line:
    """One page in one language, one recording: its name, what became of it, and a sentence where that needs one."""

    kind: str
    name: str
    language: str
    became: str
    sentence: str = ""

    @property
    def told_became(self) -> str:
        return str(BECAME[self.became])

    @property
    def told_language(self) -> str:
        """By its own name; of a recording it is that of the voice already."""
        return str(dict(settings.LANGUAGES).get(self.language, self.language))

    @property
    def told_kind(self) -> str:
        return str(KINDS[self.kind])


@dataclass
class Report:
    lines: list[Line] = field(default_factory=list)

    def add(self, *told: str) -> None:
        self.lines.append(Line(*told))

    def counted(self) -> dict[str, int]:
        """How many parts became what, in the order of BECAME."""
        counted = Counter(line.became for line in self.lines)
        return {became: counted[became] for became in BECAME if counted[became]}

    @property
    def writes(self) -> bool:
        """Whether bringing the file in would make or change anything."""
        return any(line.became in (MADE, CHANGED) for line in self.lines)

    @classmethod
    def from_json(cls, lines: list[dict]) -> "Report":
        return cls([Line(**line) for line in lines])

    def as_json(self) -> list[dict]:
        return [asdict(line) for line in self.lines]


def without_repeating(lines: Iterable[Line]) -> list[tuple[Line, int]]:
    """Each line that says something else, and how often it stood there: a lesson has many recordings."""
    return list(Counter(lines).items())


def told_counts(report: Report) -> str:
    return " · ".join(f"{told} {count}" for told, count in counts(report))


def counts(report: Report) -> list[tuple[str, int]]:
    """In words, how many parts became what."""
    return [(str(BECAME[became]), count) for became, count in report.counted().items()]
