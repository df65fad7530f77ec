"""What a person agreed to, in which words, and until when."""

from django.db import models
from django.utils import timezone


class Consent(models.Model):
    """One purpose, one version of the words. Withdrawing sets a time; a new agreement is a new row."""

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"
