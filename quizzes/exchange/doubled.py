"""The same question twice: in one file, or in the file and in the quiz."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from quizzes.exchange.drafts import Draft, Refused


def asked(draft: Draft) -> str:
    """What is asked and answered, whatever is said about it."""
    options = [(option.text, option.weight > 0) for option in draft.options]
    if draft.kind != "ordering":
        options.sort()
    answers = [(answer.value, answer.low, answer.high) for answer in draft.answers]
    pairs = [(pair.left, pair.right) for pair in draft.pairs]
    return repr((draft.kind, " ".join(draft.prompt.split()), options, draft.true, answers, pairs))


def mark_doubled(found: Iterable[Draft | Refused]) -> None:
    """Say of each question that stands in the file before it where it does."""
    first: dict[str, int] = {}
    for draft in found:
        if isinstance(draft, Draft) and (line := first.setdefault(asked(draft), draft.line)) != draft.line:
            draft.is_doubled = True
            draft.changes.append(_("The file has this question already, in line %(line)s.") % {"line": line})
