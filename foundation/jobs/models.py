"""One row for each piece of work that was promised."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """A promise to do something. `payload` is the handler's keyword arguments: ids, never people's names."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RUNNING = "running", _("Being done")
        DONE = "done", _("Done")
        FAILED = "failed", _("Given up")

    name = models.CharField(_("what"), max_length=80)
    payload = models.JSONField(_("for what"), default=dict)
    key = models.CharField(_("key"), max_length=200, unique=True, null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    nudged_at = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    # Names the one try that may finish the job: a worker that lost its lease finds another name here.
    claim = models.CharField(max_length=200, blank=True)
    last_error = models.CharField(_("what went wrong"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        verbose_name = _("piece of work")
        verbose_name_plural = _("work in the background")
        indexes = [
            models.Index(
                fields=["state", "due_at"], name="job_open", condition=models.Q(state__in=["queued", "running"])
            ),
            models.Index(fields=["updated_at"], name="job_updated"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.pk}"
