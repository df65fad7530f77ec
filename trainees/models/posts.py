"""The division that a user answers for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    OFFICIAL = "official", _("official")
    TRAINER = "trainer", _("trainer")
    KEEPER = "keeper", _("keeper")
    AUDITOR = "auditor", _("auditor")


def roles() -> list:
    """Outside the schema: a new role needs no migration."""
    return Role.choices


class Post(models.Model):
    """Who answers for which division, as what, from when to when. Opens that division and all below it, and no other.

    The last day still counts. A keeper's post opens nothing but the keeper's own room: she is a trainee who looks after
    the people of her village, on a phone that the county enrolled. `course_key` is the one course for which an auditor
    reads the division; empty for every course, as it is in posts from before there was a choice.
    """

    Role = Role

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("who"), related_name="posts")
    division = models.ForeignKey("villages.Division", models.PROTECT, verbose_name=_("place"), related_name="+")
    role = models.CharField(_("as"), max_length=12, choices=roles)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)
    course_key = models.UUIDField(_("course that is checked"), null=True, blank=True)

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.CheckConstraint(
                name="post_ends_after_start", condition=~models.Q(valid_to__lt=models.F("valid_from"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.division}"
