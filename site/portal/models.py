"""The one mark that every kept page depends on."""

from django.db import models


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
