"""From drafts to a text that `reading` reads back without a change."""

from collections.abc import Iterable
from decimal import Decimal

from quizzes.exchange.drafts import RIGHT, WRONG, Draft

LETTERS = "ABCDEFGHIJ"
TAGS = {
    "single": "单选题",
    "multiple": "多选题",
    "truefalse": "判断题",
    "numeric": "计算题",
    "short": "填空题",
    "ordering": "排序题",
    "matching": "连线题",
    "essay": "简答题",
    "description": "说明文字",
}


def write(drafts: Iterable[Draft]) -> str:
    return "\n".join(_question(number, draft) for number, draft in enumerate(drafts, start=1))


def _question(number: int, draft: Draft) -> str:
    """One question; a line break within its texts would begin another thing, so it becomes a space."""
    lines = [f"{number}．【{TAGS[draft.kind]}】{draft.prompt}"]
    lines += [f"{letter}．{option.text}" for letter, option in zip(LETTERS, draft.options, strict=False)]
    lines += [f"{pair.left}——{pair.right}" for pair in draft.pairs]
    if answer := answer_of(draft):
        lines.append(f"答案：{answer}")
    lines += [
        f"反馈{letter}：{option.feedback}"
        for letter, option in zip(LETTERS, draft.options, strict=False)
        if option.feedback
    ]
    if draft.explanation:
        lines.append(f"解析：{draft.explanation}")
    return "\n".join(" ".join(line.split()) for line in lines) + "\n"


def answer_of(draft: Draft) -> str:
    """The answer as it is written after “答案：” or in a cell."""
    if draft.kind in ("single", "multiple"):
        return _letters(draft)
    if draft.kind == "truefalse":
        return "√" if draft.true else "×"
    if draft.kind == "ordering":
        first = LETTERS[: len(draft.options)]
        orders = ["".join(first[int(place) - 1] for place in answer.value.split()) for answer in draft.answers]
        return " 或 ".join([first, *orders])
    if draft.kind == "numeric" and draft.answers:
        return _number(draft)
    return " 或 ".join(answer.value for answer in draft.answers)


def _letters(draft: Draft) -> str:
    lettered = list(zip(LETTERS, draft.options, strict=False))
    if all(option.weight in (RIGHT, WRONG) for option in draft.options):
        return "".join(letter for letter, option in lettered if option.weight == RIGHT)
    return "，".join(f"{letter} {_plain(option.weight * 100)}%" for letter, option in lettered if option.weight)


def _number(draft: Draft) -> str:
    answer = draft.answers[0]
    value = Decimal(answer.value)
    low, high = answer.low if answer.low is not None else value, answer.high if answer.high is not None else value
    off_by = (high - low) / 2
    if not off_by:
        return f"{answer.value}{draft.unit}"
    return f"{answer.value}±{_plain(off_by)}{draft.unit}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
