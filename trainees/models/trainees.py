"""The pseudonym that learns."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from villages.models import Division


class Trainee(models.Model):
    """All progress hangs here. Holds nobody's name: that stands in `Person`, and may be erased without losing a count.

    `merged_into` is the one who she turned out to be: everything of hers is there, and she learns no more.
    `village` is where she lives and is counted, once; `registered_village` (户籍) is shown and filtered, never added.
    `erased_at`: the person behind it had herself erased; nothing is added to it any more.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    village = models.ForeignKey(
        "villages.Division", models.PROTECT, verbose_name=_("place of living"), related_name="trainees"
    )
    registered_village = models.ForeignKey(
        "villages.Division",
        models.PROTECT,
        verbose_name=_("place of registration"),
        related_name="+",
        null=True,
        blank=True,
        db_index=False,
    )
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now, editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, related_name="merged", null=True, blank=True, editable=False
    )
    erased_at = models.DateTimeField(_("erased at"), null=True, editable=False)

    class Meta:
        verbose_name = _("trainee")
        verbose_name_plural = _("trainees")
        default_permissions = ()

    def __str__(self) -> str:
        return self.number

    @property
    def home(self) -> Division:
        """Where she lives, as it is called today: the village, or the one that it became part of."""
        return self.village.today

    @property
    def number(self) -> str:
        """What people call the pseudonym on paper and screen: `H-1632`."""
        return f"H-{self.pk:04d}"
