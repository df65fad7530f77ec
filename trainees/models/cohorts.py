"""Classes of people: who learns together, in a village or at a workplace, and until when their register is kept."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Cohort(models.Model):
    """People only: what they learn, and where they lived when they enrolled in it, stands elsewhere.

    `code` is on the class's QR. `register_until` is the day up to which the register of a class that public money pays
    for is kept, also when somebody has her data erased: she is told it, in `register_words`, before she joins.
    """

    name = models.CharField(_("name of the class"), max_length=60)
    division = models.ForeignKey("villages.Division", models.PROTECT, verbose_name=_("place"), related_name="+")
    organisation = models.CharField(_("workplace or organisation"), max_length=60, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    code = models.CharField(max_length=6, unique=True)
    register_until = models.DateField(_("register kept until"), null=True, blank=True)
    register_words = models.CharField(_("what she is told of it"), max_length=200, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="cohort_ends_after_start", condition=~models.Q(ends_on__lt=models.F("starts_on"))
            ),
        ]

    @property
    def is_over(self) -> bool:
        """Its last day still counts."""
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    def __str__(self) -> str:
        return self.name


class CohortMember(models.Model):
    """A trainee in a class. `told_until` and `told_words` are what she was told when she joined, of the register.

    A later change of the class binds her not.
    """

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="members")
    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="memberships")
    joined_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True, blank=True)
    told_until = models.DateField(null=True, blank=True)
    told_words = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["cohort", "trainee"], name="in_a_class_once")]

    def __str__(self) -> str:
        return f"member {self.pk}"
