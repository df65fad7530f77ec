"""Papers that are printed once more with their answers: `参考答案与试题解析`, then every question again."""

from quizzes.exchange.chinese_text.asked import asked_in
from quizzes.exchange.chinese_text.sheet import Question, Sheet, joined

FEWEST_SIGNS = 4


def fold_repeats(sheet: Sheet) -> None:
    """A question that waits for its answer takes it from the one that says the same further down."""
    waiting: dict[tuple[str, ...], Question] = {}
    kept = []
    for question in sheet.questions:
        said = _said(question)
        first = waiting.get(said)
        if first and question.is_answered and not _answers_itself(first, sheet):
            first.answers, first.explanation, first.marks = question.answers, question.explanation, question.marks
            del waiting[said]
            continue
        if not question.is_answered and len(said[0]) >= FEWEST_SIGNS:
            waiting.setdefault(said, question)
        kept.append(question)
    sheet.questions = kept


def _answers_itself(question: Question, sheet: Sheet) -> bool:
    """`橙子要晾。（√）` waits for nothing: what says the same is the same question once more."""
    kind = sheet.sections[question.section]
    return bool(asked_in(joined(question.prompt), has_choices=bool(question.choices), section_kind=kind).answers)


def _said(question: Question) -> tuple[str, ...]:
    return (joined(question.prompt), *(choice.text for choice in question.choices))
