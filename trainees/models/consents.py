"""What a person agreed to, in which words, and until when; and which notice she has read or heard."""

from django.db import models
from django.utils import timezone


class Consent(models.Model):
    """One purpose, one version of the words. Withdrawing sets a time; a new agreement is a new row.

    A row that was never agreed to, only refused, was withdrawn in the moment in which it was given.
    """

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"


class NoticeRead(models.Model):
    """She has read or heard one version of the notice, in one language."""

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="notices_read", db_index=False)
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=12)
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "version"], name="notice_read_once")]

    def __str__(self) -> str:
        return f"notice {self.version}"
