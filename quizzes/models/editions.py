"""What a quiz was marked by, for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.append_only import AppendOnly


class QuizEdition(AppendOnly):
    """The marking of a quiz as it was published: ids, kinds, keys, tolerances, pass mark; no prose.

    Never changed and never deleted, not even with the quiz: attempts point here. `canonical` is what
    `quizzes.grading.mark` reads; its shape stands in docs/quiz-editions.md. `parent_key` is the translation key of the
    page that the quiz stood under (a lesson, or a course for its test) on that day.
    """

    quiz_key = models.UUIDField(_("quiz"))
    number = models.PositiveIntegerField(_("number"))
    parent_key = models.UUIDField()
    canonical = models.JSONField()
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        ordering = ["quiz_key", "number"]
        constraints = [models.UniqueConstraint(fields=["quiz_key", "number"], name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.quiz_key} {self.number}"

    @property
    def is_test(self) -> bool:
        """Of a course: its key never leaves the server, and it is answered by a ticket."""
        return "test" in self.canonical
