"""What a county's register says of a person beyond her name: all of it optional, all of it gone when she is."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class AgeBand(models.TextChoices):
    """Never a birth date."""

    YOUTH = "16-17", _("16 to 17")
    TO_25 = "18-25", _("18 to 25")
    TO_35 = "26-35", _("26 to 35")
    TO_45 = "36-45", _("36 to 45")
    TO_55 = "46-55", _("46 to 55")
    TO_65 = "56-65", _("56 to 65")
    OLDER = "66+", _("66 or over")


class Gender(models.TextChoices):
    FEMALE = "f", _("female")
    MALE = "m", _("male")


class Schooling(models.TextChoices):
    NONE = "none", _("no schooling")
    PRIMARY = "primary", _("primary school")
    MIDDLE = "middle", _("middle school")
    HIGH = "high", _("high or vocational school")
    COLLEGE = "college", _("college")
    UNIVERSITY = "university", _("university or more")


def age_bands() -> list:
    """These three lie outside the schema: another way of asking needs no migration."""
    return AgeBand.choices


def genders() -> list:
    return Gender.choices


def schoolings() -> list:
    return Schooling.choices


class Household(models.Model):
    """Those who live at one door, by the number that the village gave them. `head` is one of them, or nobody."""

    village = models.ForeignKey("villages.Division", models.PROTECT, related_name="+")
    number = models.CharField(_("household number"), max_length=20)
    head = models.ForeignKey("trainees.Person", models.SET_NULL, related_name="+", null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["village", "number"], name="household_once_a_village")]

    def __str__(self) -> str:
        return f"household {self.pk}"


class RegisterEntry(models.Model):
    """One person's line. The ID number is kept only where it was asked for: sealed, as a keyed digest, and its end.

    `told_apart`: somebody said that she is another person than the one with the same name, village and phone.
    """

    person = models.OneToOneField("trainees.Person", models.CASCADE, related_name="register_entry")
    hamlet = models.CharField(_("hamlet"), max_length=40, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=genders, blank=True)
    age_band = models.CharField(_("age band"), max_length=5, choices=age_bands, blank=True)
    ethnicity = models.CharField(_("ethnicity"), max_length=20, blank=True)
    schooling = models.CharField(_("schooling"), max_length=12, choices=schoolings, blank=True)
    occupation = models.CharField(_("occupation"), max_length=40, blank=True)
    household = models.ForeignKey(Household, models.SET_NULL, related_name="entries", null=True, blank=True)
    id_sealed = models.TextField(blank=True)
    id_digest = models.CharField(max_length=64, blank=True)
    id_end = models.CharField(max_length=4, blank=True)
    told_apart = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["id_digest"], name="register_id_digest", condition=~Q(id_digest=""))]

    def __str__(self) -> str:
        return f"register entry {self.pk}"


class Category(models.Model):
    """A word that a programme counts people by. Rows, not code: such words change with the years.

    Nothing is collected under one that is not in use. What is sensitive appears in tables alone, and never below five.
    """

    class Of(models.TextChoices):
        PERSON = "person", _("person")
        HOUSEHOLD = "household", _("household")

    key = models.SlugField(_("key"), max_length=40, unique=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=60)
    other_names = models.CharField(
        _("other names in rosters"), max_length=200, blank=True, help_text=_("With 、 between them.")
    )
    of = models.CharField(_("of what"), max_length=10, choices=Of, default=Of.PERSON)
    is_sensitive = models.BooleanField(_("sensitive: only in tables, and never below five people"), default=False)
    in_use = models.BooleanField(_("in use"), default=False)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(name="category_ends_after_start", condition=~Q(valid_to__lt=F("valid_from"))),
        ]

    def __str__(self) -> str:
        return self.name_zh if (get_language() or "").startswith("zh") else self.name_en


class CategoryMembership(models.Model):
    """Somebody, or everybody at one door, is in a category from a day on, until a day or still. The last day counts."""

    category = models.ForeignKey(Category, models.PROTECT, related_name="memberships")
    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="categories", null=True, blank=True)
    household = models.ForeignKey(Household, models.CASCADE, related_name="categories", null=True, blank=True)
    valid_from = models.DateField(default=timezone.localdate)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="category_of_person_or_household", condition=Q(person=None) ^ Q(household=None)
            ),
            models.UniqueConstraint(
                fields=["category", "person"],
                condition=Q(valid_to=None, person__isnull=False),
                name="category_open_once_a_person",
            ),
            models.UniqueConstraint(
                fields=["category", "household"],
                condition=Q(valid_to=None, household__isnull=False),
                name="category_open_once_a_household",
            ),
        ]

    def __str__(self) -> str:
        return f"category {self.category_id}"
