"""Who a trainee is: the part that goes when she asks."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sign(models.TextChoices):
    """A drawing that she chose: her tile on a shared phone."""

    ORANGE = "orange", _("Orange")
    BUTTERFLY = "butterfly", _("Butterfly")
    BUFFALO = "buffalo", _("Buffalo")
    FERN = "fern", _("Fern")
    DRUM = "drum", _("Drum")
    FISH = "fish", _("Fish")
    FLOWER = "flower", _("Flower")
    BIRD = "bird", _("Bird")
    SUN = "sun", pgettext_lazy("drawn sign", "Sun")  # by itself it is the day of the week
    MOON = "moon", _("Moon")
    BAMBOO = "bamboo", _("Bamboo")
    UMBRELLA = "umbrella", _("Umbrella")
    BASKET = "basket", _("Basket")


def signs() -> list:
    """Outside the schema: a new drawing needs no migration."""
    return Sign.choices


class Person(models.Model):
    """Name, phone, sign and PIN of one trainee. Several people may have one phone number, and one person none.

    Who stands in the register alone has no sign-in, no sign and no PIN until somebody lets her in, and may be of an age
    that nobody wrote down.
    """

    class Age(models.TextChoices):
        """A band and never a birth date."""

        ADULT = "18+", _("18 or over")
        YOUTH = "16-17", _("16 or 17")

    trainee = models.OneToOneField("trainees.Trainee", models.CASCADE, related_name="person")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="person", null=True, blank=True)
    name = models.CharField(_("name"), max_length=30)
    sign = models.CharField(_("sign"), max_length=20, choices=signs, blank=True)
    pin = models.CharField(max_length=128, blank=True)
    age = models.CharField(_("age"), max_length=5, choices=Age, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True, db_index=True)
    phone_verified_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        default_permissions = ()

    @property
    def may_sign_in(self) -> bool:
        """She has a sign-in, and nobody switched it off."""
        return self.user is not None and self.user.is_active

    def __str__(self) -> str:
        return self.trainee.number  # never the name: this ends up in logs
