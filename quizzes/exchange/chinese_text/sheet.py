"""An examination text as it is taken apart: its sections, its questions, its keys. Nothing is judged yet."""

from dataclasses import dataclass, field

from quizzes.exchange.chinese_text.lines import Line


@dataclass
class Choice:
    letter: str
    line: int
    said: list[str]

    @property
    def text(self) -> str:
        return joined(self.said)


@dataclass
class Question:
    """What was gathered of one question. `writing` is the list that the next line without a mark goes on."""

    line: int
    section: int
    number: int | None = None
    style: str = ""
    kind: str = ""
    prompt: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    answers: list[list[str]] = field(default_factory=list)
    explanation: list[str] = field(default_factory=list)
    feedback: dict[str, list[str]] = field(default_factory=dict)
    asides: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    fault: str = ""
    step: int = 0
    answered_first: bool = False
    is_abreast: bool = False
    writing: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writing = self.prompt

    @property
    def last_asked(self) -> str:
        """The last line of what is asked; empty where nothing is."""
        return self.prompt[-1] if self.prompt else ""

    @property
    def is_ended(self) -> bool:
        return bool(self.answers or self.explanation)

    @property
    def may_have_choices(self) -> bool:
        """Behind the answer stand none, unless the first of them did too."""
        return not (self.is_ended and self.choices) or self.answered_first

    @property
    def is_answered(self) -> bool:
        return bool(self.is_ended or self.marks)


@dataclass
class KeyEntry:
    """What a key at the end says of one number. `explanation` may stand beside it."""

    line: int
    number: int
    answer: str
    explanation: str = ""
    fault: str = ""


@dataclass
class KeyGroup:
    """Entries below one heading, or up to where the numbers begin anew. `after` is the section that it follows.

    Where the entries have no numbers, `questions` are those that they answer, one by one.
    """

    after: int
    kind: str = ""
    entries: list[KeyEntry] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


@dataclass
class Sheet:
    """`sections` has the kind that each heading announced; the first is what stands before any heading.

    Below a heading of `by_letter`, A is true and B is false. Lines that belong to no question are `left`,
    and what a key says of numbers that none has is `unasked`.
    """

    sections: list[str] = field(default_factory=lambda: [""])
    questions: list[Question] = field(default_factory=list)
    key: list[KeyGroup] = field(default_factory=list)
    by_letter: set[int] = field(default_factory=set)
    left: list[Line] = field(default_factory=list)
    unasked: list[KeyEntry] = field(default_factory=list)


def joined(said: list[str]) -> str:
    """Lines as one text: Chinese needs no space where a line was broken, Latin words do."""
    text = ""
    for part in filter(None, said):
        text += (" " if text and text[-1].isascii() and part[0].isascii() else "") + part
    return text.strip()
