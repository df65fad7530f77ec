"""The one number that every kept page depends on."""

from django.db import models


class ContentGeneration(models.Model):
    """A single row: how often content has changed. Raised in the transaction of the change, so a crash cannot lose it."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
