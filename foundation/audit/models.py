"""The trail: entries that are never changed, each holding the hash of the one before; and where it ends."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.append_only import AppendOnly


class Action(models.TextChoices):
    """All that can be done with what people have entrusted to us."""

    SAW = "saw", pgettext_lazy("audit", "saw")
    PRINTED = "printed", pgettext_lazy("audit", "printed")
    EXPORTED = "exported", pgettext_lazy("audit", "took away as a file")
    LET_IN = "let-in", pgettext_lazy("audit", "let somebody in")
    ADDED = "added", pgettext_lazy("audit", "added")
    CHANGED = "changed", pgettext_lazy("audit", "changed")
    DELETED = "deleted", pgettext_lazy("audit", "deleted")


def actions() -> list:
    """Outside the schema: a new action needs no migration."""
    return Action.choices


class AuditEntry(AppendOnly):
    """Somebody did something with what we hold of people. Numbers and codes only: never a name, a phone, a free text.

    `by` keeps the number of the user even when the user is gone: there is no foreign key in the database that could
    refuse the deletion or empty the field. Nobody at all is a command at the server. `area` is the code of a place as
    it was on that day, empty for what belongs to no place. `named` are pseudonyms between spaces (` H-0012 user:3 `).
    `concerned` is the digest of all whom it was about, who stand in `AuditedPeople`; empty in the oldest entries.
    `before` and `digest` make the chain; two entries cannot follow the same one.
    """

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        verbose_name=_("who"),
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    action = models.CharField(max_length=12, choices=actions)
    what = models.CharField(max_length=40)
    area = models.CharField(max_length=12, blank=True)
    people = models.PositiveIntegerField(default=0)
    named = models.CharField(max_length=400, blank=True)
    concerned = models.CharField(max_length=64, blank=True, default="")
    before = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["by", "at"], name="audit_by_at"),
            models.Index(fields=["area", "number"], name="audit_area"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.what}"


class AuditedPeople(AppendOnly):
    """The pseudonyms of one block of a thousand numbers whom an entry concerned, between spaces (` 1012 1877 `)."""

    entry = models.ForeignKey(AuditEntry, models.PROTECT, related_name="lists")
    block = models.PositiveIntegerField()
    numbers = models.TextField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["block", "entry"], name="audit_people_block")]

    def __str__(self) -> str:
        return f"whom entry {self.entry_id} concerned, of block {self.block}"


class AuditHead(models.Model):
    """The last entry, in one row: whoever adds to the trail holds it, and comes after whoever held it before."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"the trail ends at {self.number}"
