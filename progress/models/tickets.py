"""A try of a course's test, from the moment it was begun: what is asked in it, and until when it may arrive."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.append_only import AppendOnly
from quizzes.models import QuizEdition
from quizzes.selectors import narrowed_edition


def end_of_day(begun_at: datetime, days: int) -> datetime:
    """The last moment, in China, of the day that comes so many days after this one: the whole of it is told her."""
    day_after = timezone.localdate(begun_at) + timedelta(days=days + 1)
    return timezone.make_aware(datetime.combine(day_after, time())) - timedelta(microseconds=1)


class Occasion(models.TextChoices):
    """A test before the course counts for nothing; it shows later what was gained."""

    BEFORE = "before", _("before the course")
    AFTER = "after", _("after the course")


class Ticket(AppendOnly):
    """Handed out when she begins, on line: that is when a try is counted.

    `uuid` is that of the event in which she hands in, so a ticket is good for one attempt, whichever way it comes.
    `questions` are the ids drawn for her, in their order.
    """

    uuid = models.UUIDField(unique=True)
    trainee = models.ForeignKey("trainees.Trainee", models.PROTECT, related_name="tickets", db_index=False)
    quiz_key = models.UUIDField()
    edition = models.ForeignKey("quizzes.QuizEdition", models.PROTECT, related_name="+", db_index=False)
    occasion = models.CharField(max_length=6, choices=Occasion)
    number = models.PositiveSmallIntegerField()
    questions = models.JSONField()
    begun_at = models.DateTimeField()
    due_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["trainee", "quiz_key", "occasion", "number"], name="try_counted_once")
        ]

    def __str__(self) -> str:
        return f"ticket {self.uuid}"

    @property
    def sheet(self) -> QuizEdition:
        """The edition with what is asked in this try alone: it is shown and marked by that."""
        return narrowed_edition(self.edition, self.questions)


class ExtraTry(models.Model):
    """One more try that a teacher gave one person, beyond those that the author allows everybody.

    `had` is how many she had begun by then: so it is one more than these, whatever becomes of the author's number.
    """

    trainee = models.ForeignKey("trainees.Trainee", models.PROTECT, related_name="extra_tries")
    quiz_key = models.UUIDField()
    had = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=200, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"extra try {self.pk}"
