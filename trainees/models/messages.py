"""What a trainer wrote to a trainee. It goes with the person."""

from django.conf import settings
from django.db import models


class Message(models.Model):
    """A few words for one person, read and heard in the app alone. `sending` is one for all whom they went to."""

    person = models.ForeignKey("trainees.Person", models.CASCADE, related_name="messages")
    sending = models.UUIDField()
    words = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["-sent_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "sending"], name="sent_once_a_person")]

    @property
    def language(self) -> str:
        """For the voice that reads it: her page may be in another language than her teacher wrote."""
        return "zh-Hans" if any("\u4e00" <= sign <= "\u9fff" for sign in self.words) else "en"

    def __str__(self) -> str:
        return f"message {self.pk}"
