"""Places with a code, and which load of them the country is looking at."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from villages.codes import padded
from villages.names import LONGEST_PINYIN, split_aliases


class LoadState(models.Model):
    """One row: the number of the last load that was finished, and who is loading now.

    Rows of a later number are not there yet for anybody (`Division.objects`). So 600,000 rows can arrive in short
    writes and appear all at once, and a killed load leaves nothing that can be seen.
    """

    generation = models.PositiveIntegerField(default=0)
    token = models.CharField(max_length=32, blank=True)
    alive_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"load {self.generation}"


class Arrived(models.Manager):
    """Divisions that were loaded to the end, each with the place around it, for names repeat within a county."""

    def get_queryset(self) -> models.QuerySet:
        finished = Coalesce(Subquery(LoadState.objects.filter(pk=1).values("generation")), 0)
        return super().get_queryset().filter(generation__lte=finished).select_related("parent")


def kinds() -> list:
    """Outside the schema: a new kind needs no migration."""
    return Division.Kind.choices


class Division(models.Model):
    """A province, prefecture, county, township or village. Never deleted: one that ends gets a day and a successor."""

    class Level(models.IntegerChoices):
        PROVINCE = 1, _("province")
        PREFECTURE = 2, _("prefecture")
        COUNTY = 3, _("county")
        TOWNSHIP = 4, _("township")
        VILLAGE = 5, _("village")

    class Kind(models.TextChoices):
        PROVINCE = "province", _("province")
        PREFECTURE = "prefecture", _("prefecture")
        COUNTY = "county", _("county")
        STREET = "street", _("subdistrict")
        TOWN = "town", _("town")
        TOWNSHIP = "township", _("rural township")
        SPECIAL = "special", _("farm, zone or other unit")
        RESIDENTS = "residents", _("residents' committee")
        VILLAGERS = "villagers", _("villagers' committee")
        OTHER = "other", _("other place")

    code = models.CharField(_("code"), max_length=12, unique=True)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("part of"), related_name="children", null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=12, choices=kinds)
    name = models.CharField(_("name"), max_length=100)
    short_name = models.CharField(_("short name"), max_length=100)
    pinyin = models.CharField(_("pinyin"), max_length=LONGEST_PINYIN, blank=True)
    aliases = models.CharField(_("other names"), max_length=300, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("became part of"),
        related_name="predecessors",
        null=True,
        blank=True,
        db_index=False,
    )
    generation = models.PositiveIntegerField(default=0, editable=False)

    objects = Arrived()
    everything = models.Manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["code"]
        default_permissions = ("change", "view")
        indexes = [
            models.Index(fields=["successor"], name="division_successor", condition=Q(successor__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="division_no_own_successor", condition=~Q(successor=F("pk"))),
            models.CheckConstraint(name="division_ends_after_start", condition=~Q(valid_to__lt=F("valid_from"))),
        ]

    def __str__(self) -> str:
        return self.place_name

    @property
    @display(description=_("Place name"))
    def place_name(self) -> str:
        """Township and village, for a village's name alone is not enough: `好花红镇 好花红村`."""
        if self.level == self.Level.VILLAGE and self.parent:
            return f"{self.parent.name} {self.short_name}"
        return self.name

    @cached_property
    def today(self) -> Division:
        """The place that it is part of today; itself when it has no successor, or when they run in a circle.

        Asks nothing where there is no successor. Lists fill it for all their places at once: `know_today`.
        """
        seen, last = {self.pk}, self
        while last.successor_id is not None:
            last = Division.objects.get(pk=last.successor_id)
            if last.pk in seen:
                return self
            seen.add(last.pk)
        return last

    @property
    def padded_code(self) -> str:
        """Twelve digits, for forms."""
        return padded(self.code)

    @property
    def alias_list(self) -> list[str]:
        return split_aliases(self.aliases)
