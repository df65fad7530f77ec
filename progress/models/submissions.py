"""What somebody handed in for a practice task, and what teachers said of it: originals, like the events."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TaskPhoto(models.Model):
    """A photo that a trainee sent for her tasks, as it came out of intake: a JPEG with nothing in it but the picture.

    `sha256` is of the bytes as they were sent: by that her phone names it. `name` is below MEDIA_ROOT, where nobody is
    served but she and those who review. One that no submission took is forgotten after some days.
    """

    trainee = models.ForeignKey("trainees.Trainee", models.PROTECT, related_name="task_photos", db_index=False)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=80)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    bytes = models.PositiveIntegerField()
    received_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "sha256"], name="photo_once_a_trainee")]

    def __str__(self) -> str:
        return f"photo {self.pk}"


class Submission(models.Model):
    """One handing in of a task, which is known by lesson key and card id in every language.

    `uuid` is that of its event. `words` holds what its card asked for and nothing else; `shelf` is what the card said
    then that it becomes. Each handing in is a row of its own: the newest one of a task counts, and alone is waited for.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for a teacher")
        PASSED = "passed", _("Passed")
        AGAIN = "again", pgettext_lazy("task", "Once more")

    class Way(models.TextChoices):
        PHONE = "phone", _("Handed in")
        SHOWN = "shown", _("Shown to a teacher")

    uuid = models.UUIDField()
    trainee = models.ForeignKey("trainees.Trainee", models.PROTECT, related_name="submissions", db_index=False)
    lesson_key = models.UUIDField()
    course_key = models.UUIDField(null=True)
    card = models.UUIDField()
    shelf = models.CharField(max_length=10, blank=True)
    words = models.JSONField(default=dict)
    photos = models.ManyToManyField(TaskPhoto, through="SubmissionPhoto", related_name="submissions")
    only_county = models.BooleanField(default=False)
    way = models.CharField(max_length=6, choices=Way, default=Way.PHONE)
    helped = models.BooleanField(default=False)
    language = models.CharField(max_length=12, blank=True)
    handed_in_at = models.DateTimeField()
    received_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    is_newest = models.BooleanField(default=True)

    class Meta:
        permissions = [("review_submission", "Can review submissions")]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["trainee", "uuid"], name="handed_in_once"),
            models.UniqueConstraint(
                fields=["trainee", "lesson_key", "card"],
                condition=models.Q(is_newest=True),
                name="one_newest_of_a_task",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "is_newest", "handed_in_at"], name="submissions_waiting"),
            models.Index(fields=["trainee", "lesson_key", "card", "handed_in_at"], name="submissions_of_a_task"),
        ]

    def __str__(self) -> str:
        return f"submission {self.pk}"

    @property
    def same_task(self) -> dict[str, Any]:
        """By which all that this trainee handed in for the same task is found, and whether she passed it."""
        return {"trainee": self.trainee, "lesson_key": self.lesson_key, "card": self.card}

    @property
    def ordered_photos(self) -> list[TaskPhoto]:
        """In the order in which she chose them. Prefetch `placed__photo` for many."""
        return [placed.photo for placed in self.placed.all()]


class SubmissionPhoto(models.Model):
    """Where a photo stands in a submission."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="placed", db_index=False)
    photo = models.ForeignKey(TaskPhoto, models.PROTECT, related_name="placed")
    position = models.PositiveSmallIntegerField()

    class Meta:
        default_permissions = ()
        ordering = ["submission", "position"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "position"], name="one_photo_a_position"),
        ]

    def __str__(self) -> str:
        return f"photo {self.photo_id} of submission {self.submission_id}"


class Review(models.Model):
    """What a teacher saw. Only ever added to: who sees it otherwise later writes another one; her voice alone follows.

    `uuid` is that of the form in which it was given, and that of its event is made of it: twice is once. `ticks` are in
    the order of the card's signs. `voice_sent` is the file as it was recorded, `voice` (AAC, below MEDIA_ROOT) what the
    worker made of it, `voice_trouble` why it could not.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="reviews")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ticks = models.JSONField(default=list)
    passed = models.BooleanField()
    comment = models.CharField(max_length=300, blank=True)
    voice_sent = models.CharField(max_length=80, blank=True)
    voice = models.CharField(max_length=80, blank=True)
    voice_seconds = models.FloatField(default=0)
    voice_trouble = models.CharField(max_length=200, blank=True)
    reviewed_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        ordering = ["reviewed_at", "pk"]

    def __str__(self) -> str:
        return f"review {self.pk}"
