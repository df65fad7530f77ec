"""What the starter loader wrote, so that it never writes over a trainer's work."""

from django.db import models
from wagtail.models import Page


class StarterRecord(models.Model):
    """One page in one language. While the page's latest revision is `revision_id`, nobody else has touched it."""

    key = models.CharField(max_length=120, unique=True)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    revision_id = models.BigIntegerField(null=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.key
