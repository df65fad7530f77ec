"""A roster that somebody brought in: its files for a week, its numbers for good."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RosterImport(models.Model):
    """One file on its way into the register. What stands in it lies in private files and never in this row.

    `looked_at` is the digest of the register as it stood when the rows were judged: by it a change in between is seen.
    """

    class State(models.TextChoices):
        READING = "reading", _("being read")
        READY = "ready", _("looked through, nothing is saved yet")
        SAVING = "saving", _("being saved")
        SAVED = "saved", _("saved")
        REFUSED = "refused", _("not taken")

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    area = models.CharField(max_length=12, blank=True)
    file_name = models.CharField(max_length=100, blank=True)
    folder = models.CharField(max_length=40)
    with_ids = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    sentence = models.CharField(max_length=300, blank=True)
    counts = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    looked_at = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(null=True, blank=True)
    files_deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["-pk"]
        indexes = [models.Index(fields=["by", "-id"], name="roster_import_by")]

    def __str__(self) -> str:
        return f"roster {self.pk}"
