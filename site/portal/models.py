"""The mark that every kept page depends on, the steps of a start, and where staff are signed in."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class ContentGeneration(models.Model):
    """A single row: how often content has changed, raised in the transaction of the change, so a crash cannot lose it.

    `token` is new at every change, so a restored backup never meets pages kept under the same number before.
    """

    number = models.PositiveBigIntegerField(default=0)
    token = models.CharField(max_length=16)

    def __str__(self) -> str:
        return f"{self.number}-{self.token}"


class PreparedStep(models.Model):
    """A finished step of `manage.py run` whose result is rows; beside them, so that a backup brings back both."""

    name = models.CharField(max_length=50, unique=True)
    inputs = models.CharField(max_length=64)
    finished_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class StaffSession(models.Model):
    """Where one of the staff is signed in. `device` says it in words that she knows; addresses are not kept.

    `sealed_key` is the session's key, encrypted: with it she ends a session on another machine, and whoever stole the
    database alone enters none.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="staff_sessions")
    sealed_key = models.CharField(max_length=200)
    device = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"session {self.pk}"
