"""Cards on paper: a token in a QR that opens with her PIN, and the sheets on which cards are printed."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone


class CardSheet(models.Model):
    """An order of cards: made by a job or at once, fetched by the one who asked, gone after a day.

    `site` is the address that the codes lead to, as the one who asked saw it. The PDF holds tokens and new PINs:
    it lies here and in no file, so that it comes and goes with the cards, and sealed with a key that is not in the
    database. While it is empty it has not been made, or never will be, for the reason in `refused`.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    place = models.ForeignKey("villages.Division", models.PROTECT, related_name="+")
    people = models.ManyToManyField("trainees.Person", related_name="card_sheets")
    site = models.CharField(max_length=200)
    as_keeper = models.BooleanField(default=False)
    new_cards = models.BooleanField(default=False)
    new_pins = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=timezone.now)
    cards_made = models.PositiveIntegerField(default=0)
    pins_made = models.PositiveIntegerField(default=0)
    sealed = models.BinaryField(default=bytes)
    refused = models.CharField(max_length=20, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"card sheet {self.pk}"


class VillageCard(models.Model):
    """A card that was printed for her. With her PIN it signs her in on any phone; one of hers is in force.

    `digest` is that of the long random token in its QR: whoever has the table can print no card.
    """

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="cards")
    digest = models.CharField(max_length=64, unique=True)
    sheet = models.ForeignKey(CardSheet, models.SET_NULL, null=True, related_name="cards")
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    issued_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(revoked_at=None), name="one_card_in_force_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"card {self.pk}"
