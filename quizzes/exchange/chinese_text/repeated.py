"""Papers that are printed once more with their answers: `参考答案与试题解析`, then every question again."""

from quizzes.exchange.chinese_text.sheet import Question, Sheet, joined

FEWEST_SIGNS = 4


def fold_repeats(sheet: Sheet) -> None:
    """A question that waits for its answer takes it from the one that says the same further down."""
    waiting: dict[tuple[str, ...], Question] = {}
    kept = []
    for question in sheet.questions:
        said = _said(question)
        first = waiting.get(said)
        if first and question.is_answered:
            first.answers, first.explanation, first.marks = question.answers, question.explanation, question.marks
            del waiting[said]
            continue
        if not question.is_answered and len(said[0]) >= FEWEST_SIGNS:
            waiting.setdefault(said, question)
        kept.append(question)
    sheet.questions = kept


def _said(question: Question) -> tuple[str, ...]:
    return (joined(question.prompt), *(choice.text for choice in question.choices))
