"""How much can be brought in at once, said where it is too much."""

from django.utils.translation import gettext as _

from quizzes.exchange.drafts import MOST_QUESTIONS, FileRefused


def too_many() -> FileRefused:
    sentence = _("There are more than %(most)s questions in it. Bring it in in several parts.")
    return FileRefused(sentence % {"most": MOST_QUESTIONS})


def too_many_sheets(most: int) -> FileRefused:
    sentence = _("There are more than %(most)s sheets in it. Copy only the questions into a new workbook.")
    return FileRefused(sentence % {"most": most})


def line_too_long(line: int) -> FileRefused:
    sentence = _("Line %(line)s is far too long for a question. Break it where the next question begins.")
    return FileRefused(sentence % {"line": line})


def too_many_lines() -> FileRefused:
    return FileRefused(_("The text is far too long. Paste only the questions, or bring it in in several parts."))
