"""Writing what quizzes are marked by."""

from django.db import transaction
from wagtail.models import Locale, Page

from quizzes.canonical import canonical_of, digest_of
from quizzes.models import QuizEdition, QuizPage
from quizzes.selectors import latest_edition


@transaction.atomic
def write_edition(*, quiz: QuizPage) -> QuizEdition | None:
    """The next edition of a quiz that was just published, or None if it is marked as before.

    Only the source language has a key. A quiz that was moved to another lesson gets an edition too, for attempts are
    counted for the lesson that stands in theirs.
    """
    if quiz.locale_id != Locale.get_default().pk:
        return None
    Page.objects.select_for_update().get(pk=quiz.pk)  # two who publish at once take their numbers one after the other
    latest = latest_edition(quiz.translation_key)
    questions = quiz.questions.get_prep_value()
    canonical = canonical_of(quiz.pass_mark, questions, quiz.rules_of_test, in_parts=quiz.part_points)
    digest, parent_key = digest_of(canonical), quiz.get_parent().translation_key
    if latest and (latest.digest, latest.parent_key) == (digest, parent_key):
        return None
    return QuizEdition.objects.create(
        quiz_key=quiz.translation_key,
        number=latest.number + 1 if latest else 1,
        parent_key=parent_key,
        canonical=canonical,
        digest=digest,
    )
