"""The register of a class that public money paid for: it outlives an erasing, to the day that she was told before."""

from django.db import models
from django.utils import timezone


class RestrictedRecord(models.Model):
    """Who stood behind a pseudonym whose person was erased: name, phone and village, and nothing of what she learned.

    Written by an erasing alone, and only when she was told, before she joined the class, until which day it is kept.
    Read by administrators and auditors who say why; deleted on that day. `basis` is what she was told.
    """

    trainee = models.OneToOneField("trainees.Trainee", models.PROTECT, related_name="restricted_record")
    name = models.CharField(max_length=30)
    phone = models.CharField(max_length=16, blank=True)
    village = models.ForeignKey("villages.Division", models.PROTECT, related_name="+")
    basis = models.CharField(max_length=300)
    kept_until = models.DateField(db_index=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"register of {self.trainee_id}"  # never the name: this ends up in logs
