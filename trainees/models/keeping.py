"""What a keeper's room rests on: a phone that the county enrolled, and the times when she helped a neighbour."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from trainees.models.once_only import SecretCode


class EnrolledDevice(models.Model):
    """A phone on which the keeper of one village does her work. Her rights hold there and nowhere else.

    `digest` is that of the random secret in the phone's signed cookie: a stolen table enrols no phone.
    """

    village = models.ForeignKey("villages.Division", models.PROTECT, verbose_name=_("village"), related_name="+")
    label = models.CharField(_("which phone"), max_length=40, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    enrolled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    enrolled_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"device {self.pk}"


class DeviceCode(SecretCode):
    """Eight digits that enrol one phone for one village: good once, for a quarter of an hour."""

    village = models.ForeignKey("villages.Division", models.CASCADE, related_name="+")
    label = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"device code {self.pk}"


class Helping(models.Model):
    """A keeper sits beside a neighbour: from when to when, on which phone, and whether the neighbour gave her PIN.

    What is done in that time is recorded as helped. Between pseudonyms, so that it outlives their names.
    """

    keeper = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="+")
    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="helpings")
    device = models.ForeignKey(EnrolledDevice, models.PROTECT, related_name="+")
    with_pin = models.BooleanField()
    began_at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["device"], condition=models.Q(ended_at=None), name="one_help_on_a_phone")
        ]

    def __str__(self) -> str:
        return f"{self.keeper_id} helps {self.trainee_id}"


class HelpedDay(models.Model):
    """Somebody of the house wrote down that she helped a trainee on a day. Once a day and helper."""

    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="helped_days")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    day = models.DateField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "by", "day"], name="helped_once_a_day")]

    def __str__(self) -> str:
        return f"{self.trainee_id} helped on {self.day}"
