"""What people did, and the verdicts on it. Only ever added to."""

from django.db import models

from foundation.append_only import AppendOnly


class Kind(models.TextChoices):
    """Kinds of event. The first five come from phones, the others the server writes in the same transaction."""

    LESSON_LEFT = "lesson-left"
    LESSON_FINISHED = "lesson-finished"
    CHECK_ANSWERED = "check-answered"
    ATTEMPT_SUBMITTED = "attempt-submitted"
    TASK_SUBMITTED = "task-submitted"
    ENROLLED = "enrolled"
    ATTEMPT_MARKED = "attempt-marked"
    TASK_REVIEWED = "task-reviewed"
    LESSON_COMPLETED = "lesson-completed"
    COURSE_PASSED = "course-passed"
    COURSE_COMPLETED = "course-completed"


class LearningEvent(AppendOnly):
    """One thing that happened, or one verdict: written once, and kept when the person behind the trainee is gone.

    `uuid` was made where it happened. `object_key` is the translation key of a lesson, quiz or course. `course_key` was
    looked up once, at receipt. `said_at` is the phone's clock, `occurred_at` the time that counts: bounded and fixed at
    receipt. `digest` is of the body as it was sent, so that the same UUID with another body is known. `cause` is the
    event that a verdict follows from. Payloads hold no free text, names or files.
    """

    uuid = models.UUIDField()
    trainee = models.ForeignKey("trainees.Trainee", models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20)
    object_key = models.UUIDField()
    course_key = models.UUIDField(null=True)
    edition = models.ForeignKey("quizzes.QuizEdition", models.PROTECT, null=True, related_name="+", db_index=False)
    said_at = models.DateTimeField(null=True)
    occurred_at = models.DateTimeField()
    received_at = models.DateTimeField()
    device = models.CharField(max_length=36, blank=True)
    counter = models.PositiveBigIntegerField(null=True)
    language = models.CharField(max_length=12, blank=True)
    helped = models.BooleanField(default=False)
    payload = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True)
    cause = models.UUIDField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["trainee", "uuid"], name="event_once_a_trainee")]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"


class GuestEvent(models.Model):
    """What somebody did on a phone before signing in: waits there until a person says that it was hers, or 30 days.

    `guest_digest` is the digest of the random secret in the phone's cookie. `body` is the event with nothing but the
    fields that its kind knows, and no text that somebody typed. What was credited stays as an empty body, so that the
    same event, sent again, waits for nobody else.
    """

    guest_digest = models.CharField(max_length=64)
    uuid = models.UUIDField()
    body = models.JSONField()
    received_at = models.DateTimeField(db_index=True)
    credited = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["guest_digest", "uuid"], name="guest_event_once")]

    def __str__(self) -> str:
        return f"guest event {self.uuid}"
