"""Calling trainees: one reason, one list fixed when it is made, one day; each number that is shown is written down."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CallReason(models.TextChoices):
    """Why anybody is called at all: nobody rings up without one of these."""

    TRAINING = "training", _("check whether the training took place")
    QUALITY = "quality", _("ask how good the courses are")
    HELP = "help", _("help somebody who is stuck")


CHECKING = (CallReason.TRAINING,)  # all that an auditor rings anybody up for


class CallOutcome(models.TextChoices):
    """What came of a call. Not being reached says nothing about anybody."""

    ANSWERED = "answered", pgettext_lazy("call", "answered")
    TOOK_PART = "took-part", pgettext_lazy("call", "took part")
    NO_MEMORY = "no-memory", pgettext_lazy("call", "does not remember")
    SAYS_NOT = "says-not", pgettext_lazy("call", "says she did not take part")
    NOT_REACHED = "not-reached", pgettext_lazy("call", "not reached")
    WRONG_NUMBER = "wrong-number", pgettext_lazy("call", "the number is wrong")
    NO_NUMBER = "no-number", pgettext_lazy("call", "there is no number")
    NO_CALLS = "no-calls", pgettext_lazy("call", "does not want calls")


def reasons() -> list:
    """Outside the schema, like the outcomes: another one needs no migration."""
    return CallReason.choices


def outcomes() -> list:
    return CallOutcome.choices


def outcomes_for(reason: str) -> list:
    """Whether she took part is asked when the training is checked, and then alone."""
    asked = (CallOutcome.TOOK_PART, CallOutcome.NO_MEMORY, CallOutcome.SAYS_NOT)
    others = [(value, words) for value, words in CallOutcome.choices if value not in asked]
    return [(one.value, one.label) for one in asked] + others if reason == CallReason.TRAINING else others


class CallSession(models.Model):
    """One list of one place, called by one user on one day; at midnight, or when she ends it, all is masked again.

    `seed` drew the list by lot out of `population` people, whose pseudonyms hash to `population_hash`: who has the
    seed can draw the same again. Without a seed everybody of the choice is on the list.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    division = models.ForeignKey("villages.Division", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=reasons)
    choice = models.CharField(max_length=12, blank=True)
    seed = models.CharField(max_length=40, blank=True)
    population = models.PositiveIntegerField()
    population_hash = models.CharField(max_length=64)
    left_out = models.PositiveIntegerField(default=0)
    day = models.DateField()
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    showing = models.ForeignKey("progress.ListedPerson", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["by", "day"], name="calls_by_day")]

    def __str__(self) -> str:
        return f"calls {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and self.day == timezone.localdate()


class ListedPerson(models.Model):
    """A trainee on a list of calls. `shown_at` is when her number was last shown to the one who calls."""

    session = models.ForeignKey(CallSession, models.CASCADE, related_name="listed")
    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    shown_at = models.DateTimeField(null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=outcomes, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["session", "place"], name="one_person_at_a_place"),
            models.UniqueConstraint(fields=["session", "trainee"], name="called_once_a_list"),
        ]

    def __str__(self) -> str:
        return f"{self.place} of calls {self.session_id}"


class CallNote(models.Model):
    """What was said on the phone, in a few words. Hangs on the person: it goes with her."""

    listed = models.OneToOneField(ListedPerson, models.CASCADE, related_name="note")
    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="+")
    words = models.CharField(max_length=200)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"note {self.pk}"
