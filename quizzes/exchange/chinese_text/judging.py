"""What question is it, and is it whole? One that was taken apart becomes a draft, or is refused with a sentence."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from foundation.hanzi import to_halfwidth
from quizzes.exchange.chinese_text.asked import BLANK, Asked, asked_in, without_blank_at_end
from quizzes.exchange.chinese_text.choices import choices_in
from quizzes.exchange.chinese_text.marks import verdict
from quizzes.exchange.chinese_text.sheet import Choice, Question, joined
from quizzes.exchange.drafts import RIGHT, Answer, Draft, Kind, Option, Pair, Refused
from quizzes.exchange.written import Unreadable, named_choices, number_of, orders_of, shares_of, texts_of

NUMBER_OF_BLANK = re.compile(r"^[（(] ?1 ?[)）] ?(?=\S)(?!.*[（(] ?2 ?[)）])")
LETTERS_ONLY = re.compile(r"[A-J][A-J ,、，;；/和及与]*", re.I)
PAIR = re.compile(r" ?(?:[-—–─]{1,4}>?|→|⇒|=>|＝|=) ?")
EACH_CHOICE = re.compile(r"(?:^[;；,，、 ]*|(?<![;；,，、 ])[;；,，、 ]+)(?=[A-JＡ-Ｊ] ?[．.、:：])")
AROUND = " ;；,，、。."
LONGEST_SHORT = 20
LONGEST_PROMPT = 20_000


def draft_of(question: Question, section_kind: str) -> Draft | Refused:
    whole = joined(question.prompt)
    if len(whole) > LONGEST_PROMPT:
        return Refused(question.line, _("This is too long for one question."), prompt=whole[:LONGEST_PROMPT])
    has_choices, is_answered = bool(question.choices), bool(question.answers)
    asked = asked_in(whole, has_choices=has_choices, section_kind=section_kind, is_answered=is_answered)
    hint = asked.kind or section_kind
    found: Draft | Refused
    kind: Kind = ""
    try:
        if question.fault:
            raise Unreadable(question.fault)
        answer = _answer_of(question, asked)
        kind = _kind_of(question, hint, answer, asked.prompt)
        if not asked.prompt:
            raise Unreadable(_nothing_asked())
        draft = Draft(question.line, kind, prompt=asked.prompt, explanation=joined(question.explanation))
        BUILDERS[kind](draft, question, answer)
        draft.changes += _changes(question, hint, kind)
        found = draft
    except Unreadable as fault:
        found = Refused(question.line, str(fault), kind=kind, prompt=asked.prompt)
    return found


def _nothing_asked() -> str:
    return _("It does not say what is asked. Write the question before the answers.")


def _answer_of(question: Question, asked: Asked) -> str:
    """The one answer, wherever it was written. Two that differ are refused."""
    said = [joined(answer) for answer in question.answers if joined(answer)]
    if "__" in asked.prompt:
        said = [NUMBER_OF_BLANK.sub("", answer) for answer in said]  # `(1) 135`, as platforms write it
    said += [mark for mark in asked.answers if mark]
    if any(LETTERS_ONLY.fullmatch(to_halfwidth(mark)) for mark in question.marks):
        said.append("".join(question.marks))
    else:
        said += question.marks
    said = [_letters_of_words(answer, question.choices) or answer for answer in said]
    different = list({_comparable(answer): answer for answer in said}.values())
    if len(different) > 1:
        both = _("There are two answers that differ: “%(first)s” and “%(second)s”. Keep one.")
        raise Unreadable(both % {"first": different[0][:40], "second": different[1][:40]})
    return different[0] if different else ""


def _letters_of_words(answer: str, choices: list[Choice]) -> str:
    """`A:橙子; C:刺梨;` as AC, where each letter has the words of its choice behind it, `橙子` as A; else nothing."""
    same = [choice.letter for choice in choices if choice.text.strip(AROUND) == answer.strip(AROUND)]
    if len(same) == 1 and not LETTERS_ONLY.fullmatch(to_halfwidth(answer)):
        return same[0]
    written = {choice.letter + choice.text.strip(AROUND): choice.letter for choice in choices}
    said = [each.strip(AROUND) for each in EACH_CHOICE.split(answer) if each.strip()]
    letters = [written.get(to_halfwidth(each[:1]) + each[1:].lstrip(" ．.、:："), "") for each in said]
    return "".join(letters) if all(letters) else ""


def _comparable(answer: str) -> str:
    plain = to_halfwidth(answer).strip(" 。.;；()").upper()
    if LETTERS_ONLY.fullmatch(plain):
        return "".join(sorted(re.sub("[^A-J]", "", plain)))
    return str(verdict(plain)) if verdict(plain) is not None else plain


def _kind_of(question: Question, hint: str, answer: str, prompt: str) -> Kind:
    if question.choices:
        return _kind_with_choices(question, hint, answer)
    if hint in ("essay", "description", "matching", "truefalse"):
        return hint  # type: ignore[return-value]
    if not answer:
        _refuse_several_blanks(prompt)
        raise Unreadable(_("There is no answer. Write it below the question after “答案：”, or in the column “答案”."))
    if hint not in ("blank", "counting") and verdict(answer) is not None:
        return "truefalse"
    if LETTERS_ONLY.fullmatch(to_halfwidth(answer).strip(" 。.")):
        if (found := choices_in(prompt, "A")) and not found[0]:
            raise Unreadable(_nothing_asked())
        raise Unreadable(
            _("The answer is a letter, but there are no choices. Write them below the question with “A．”, “B．”.")
        )
    if number_of(answer):
        return "numeric"
    return "short" if hint == "blank" or len(answer) <= LONGEST_SHORT else "essay"


def _kind_with_choices(question: Question, hint: str, answer: str) -> Kind:
    if hint == "ordering":
        return "ordering"
    verdicts = [verdict(choice.text) for choice in question.choices]
    if sorted(map(str, verdicts)) == ["False", "True"]:
        return "truefalse"
    named = set(re.sub("[^A-J]", "", to_halfwidth(answer).upper()))
    return "multiple" if hint == "multiple" or len(named) > 1 else "single"


def _choosing(draft: Draft, question: Question, answer: str) -> None:
    letters = [choice.letter for choice in question.choices]
    _check_choices(question, letters)
    if not answer:
        raise Unreadable(
            _("There is no answer. Write the letter of the right choice after “答案：”, or in the column “答案”.")
        )
    weights = shares_of(answer, letters) or {letter: RIGHT for letter in named_choices(answer, letters)}
    feedback = {letter: joined(said) for letter, said in question.feedback.items()}
    draft.options = [
        Option(choice.text, weights.get(choice.letter, 0 * RIGHT), feedback.get(choice.letter, ""))
        for choice in question.choices
    ]


def _check_choices(question: Question, letters: list[str]) -> None:
    twice = next((letter for letter in letters if letters.count(letter) > 1), "")
    empty = next((choice.letter for choice in question.choices if not choice.text), "")
    if twice:
        raise Unreadable(_("There are two choices “%(letter)s”. Give each its own letter.") % {"letter": twice})
    if empty:
        raise Unreadable(_("Choice “%(letter)s” is empty. Write what it says.") % {"letter": empty})
    if len(letters) < 2:
        raise Unreadable(_("There is only one choice. Write at least two."))


def _truefalse(draft: Draft, question: Question, answer: str) -> None:
    true = verdict(answer)
    if question.choices and to_halfwidth(answer).strip(" 。.").upper() in [each.letter for each in question.choices]:
        letter = named_choices(answer, [each.letter for each in question.choices])[0]
        true = next(verdict(each.text) for each in question.choices if each.letter == letter)
    if true is None:
        raise Unreadable(_("It does not say whether it is so. Write √ or × as its answer."))
    draft.true = true
    draft.prompt = without_blank_at_end(draft.prompt)


def _refuse_several_blanks(prompt: str) -> None:
    if prompt.count(BLANK) + prompt.count("____") > 1:
        raise Unreadable(_("There are several blanks to fill. Make a question of each."))


def _numeric(draft: Draft, question: Question, answer: str) -> None:
    _refuse_several_blanks(draft.prompt)
    found = number_of(answer)
    if not found:
        raise Unreadable(_("“%(answer)s” is no number.") % {"answer": answer[:40]})
    draft.answers, draft.unit = [found[0]], found[1]


def _short(draft: Draft, question: Question, answer: str) -> None:
    _refuse_several_blanks(draft.prompt)
    draft.answers = [Answer(text) for text in texts_of(answer)]


def _ordering(draft: Draft, question: Question, answer: str) -> None:
    letters = [choice.letter for choice in question.choices]
    _check_choices(question, letters)
    if not answer:
        raise Unreadable(_("There is no answer. Write the letters in their right order, such as “BCA”."))
    first, *others = orders_of(answer, letters)
    said = {choice.letter: choice.text for choice in question.choices}
    draft.options = [Option(said[letter]) for letter in first]
    draft.answers = [Answer(" ".join(str(first.index(letter) + 1) for letter in order)) for order in others]


def _matching(draft: Draft, question: Question, answer: str) -> None:
    asked, *lines = question.prompt
    pairs = [PAIR.split(line, maxsplit=1) for line in lines]
    if len(pairs) < 2 or any(len(pair) != 2 or not all(pair) for pair in pairs):
        raise Unreadable(_("Write each pair on a line of its own, such as “晾架——通风”, at least two of them."))
    draft.prompt = asked_in(asked, has_choices=False).prompt
    draft.pairs = [Pair(left, right) for left, right in pairs]


def _essay(draft: Draft, question: Question, answer: str) -> None:
    draft.explanation = joined([answer, draft.explanation] if answer != draft.explanation else [answer])


def _changes(question: Question, hint: str, kind: Kind) -> list[str]:
    changes = [_("“%(text)s” was left out.") % {"text": aside} for aside in question.asides]
    if hint == "single" and kind == "multiple":
        changes.append(_("Several answers are right, so it was taken as “all that fit”."))
    if hint == "ordering" != kind:
        changes.append(_("It was not taken as “put in order”: write its lines below the question with “A．”, “B．”."))
    if kind == "truefalse" and question.choices and hint != "truefalse":
        changes.append(_("It was taken as “is it so?”."))
    return changes


BUILDERS: dict[str, Callable[[Draft, Question, str], None]] = {
    "single": _choosing,
    "multiple": _choosing,
    "truefalse": _truefalse,
    "numeric": _numeric,
    "short": _short,
    "ordering": _ordering,
    "matching": _matching,
    "essay": _essay,
    "description": _essay,
}
