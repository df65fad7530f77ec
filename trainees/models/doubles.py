"""Two entries that may be one person: said to be different, or merged; who lived elsewhere, or asks to be moved."""

from django.conf import settings
from django.db import models


class NotTheSame(models.Model):
    """Somebody looked: these two are two people. `first` is the one with the smaller number."""

    first = models.ForeignKey("trainees.Person", models.CASCADE, related_name="+")
    second = models.ForeignKey("trainees.Person", models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="said_once_of_two")]

    def __str__(self) -> str:
        return f"two people {self.pk}"


class Merge(models.Model):
    """`other` was found to be `kept`. `moved` says of each row that went over what it was before: undoing reads it.

    It holds keys and numbers alone.
    """

    kept = models.ForeignKey("trainees.Trainee", models.PROTECT, related_name="merges")
    other = models.ForeignKey("trainees.Trainee", models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    merged_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    moved = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["other"], condition=models.Q(undone_at=None), name="merged_once"),
        ]

    def __str__(self) -> str:
        return f"merge {self.pk}"


class FormerVillage(models.Model):
    """Where she lived before: an older roster, or whoever writes her down there once more, still means her."""

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="former_villages", db_index=False)
    village = models.ForeignKey("villages.Division", models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "village"], name="left_once")]

    def __str__(self) -> str:
        return f"former village {self.pk}"


class MoveRequest(models.Model):
    """She lives elsewhere now, says she or her keeper: a trainer of the place where she is counted decides.

    `reason` is what the trainer writes who does not agree. A request that was taken back is over without a yes or no.
    """

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="move_requests")
    village = models.ForeignKey("villages.Division", models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(decided_at=None), name="one_open_request"),
        ]

    def __str__(self) -> str:
        return f"request to move {self.pk}"
