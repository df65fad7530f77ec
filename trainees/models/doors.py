"""Ways in: a village's code on its poster, a phone that knows her, a code of eight digits, a code by SMS."""

from django.db import models

from trainees.models.once_only import OnceOnly, SecretCode


class VillageCode(models.Model):
    """Six digits on the poster of a village. Says where she lives, and signs nobody in."""

    village = models.ForeignKey("villages.Division", models.CASCADE, related_name="codes")
    code = models.CharField(max_length=6, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.code


class RememberedPerson(models.Model):
    """A person whom a phone remembers: there, and only there, her PIN signs her in.

    `phone_digest` is a keyed digest of the random secret in that phone's signed cookie: a stolen table opens no phone.
    """

    phone_digest = models.CharField(max_length=64)
    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="phones")
    remembered_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(auto_now=True)
    name_shown = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["phone_digest", "person"], name="remembered_once_a_phone"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on a phone"


class EntryCode(SecretCode):
    """Eight digits for a new phone or another browser: good once, for some minutes, beside her PIN.

    `issued_by` is the trainer who gave them, or she herself who takes them along.
    """

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="entry_codes")
    new_pin = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"entry code {self.pk}"


class PhoneCode(models.Model):
    """Six digits by SMS, for one phone number and one browser. Five wrong ones burn it.

    `seed` is there until the message is handed over: with `PIN_SECRET`, and only with it, it gives the digits.
    """

    phone = models.CharField(max_length=16)
    browser_digest = models.CharField(max_length=64)
    purpose = models.CharField(max_length=20)
    digest = models.CharField(max_length=128)
    seed = models.CharField(max_length=32, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    wrong = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = OnceOnly.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["browser_digest", "phone"], name="phone_code_of_browser")]

    def __str__(self) -> str:
        return f"phone code {self.pk}"
