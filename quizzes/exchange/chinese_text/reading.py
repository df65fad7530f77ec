"""From a text to drafts."""

from quizzes.exchange.chinese_text.abreast import one_by_one, refuse_mingled
from quizzes.exchange.chinese_text.bank_labels import without_names
from quizzes.exchange.chinese_text.boxes import with_letters
from quizzes.exchange.chinese_text.glued import refuse_glued
from quizzes.exchange.chinese_text.judging import draft_of
from quizzes.exchange.chinese_text.keyed import give_keys, refused_entries
from quizzes.exchange.chinese_text.left_over import with_what_was_left
from quizzes.exchange.chinese_text.lines import lines_of
from quizzes.exchange.chinese_text.lone_letters import with_their_words
from quizzes.exchange.chinese_text.matched_by_letter import as_pairs
from quizzes.exchange.chinese_text.ordering import letter_lines
from quizzes.exchange.chinese_text.repeated import fold_repeats
from quizzes.exchange.chinese_text.side_by_side import untangle
from quizzes.exchange.chinese_text.splitting import Splitter
from quizzes.exchange.chinese_text.unnumbered import refuse_what_may_be_a_key
from quizzes.exchange.drafts import Draft, Refused


def read(text: str) -> list[Draft | Refused]:
    """Every question of the text, in its order."""
    lines = as_pairs(without_names(lines_of(text)))
    sheet = Splitter(one_by_one(with_their_words(with_letters(lines)))).split()
    with_own = [question for question in sheet.questions if question.answers]
    give_keys(sheet)
    refuse_what_may_be_a_key(sheet, with_own)
    fold_repeats(sheet)
    refuse_glued(sheet)
    refuse_mingled(sheet.questions)
    for question in sheet.questions:
        untangle(question)
        letter_lines(question, sheet.sections[question.section])
    found = [draft_of(question, sheet.sections[question.section]) for question in sheet.questions]
    return [*with_what_was_left(found, sheet), *refused_entries(sheet)]
