"""What the tables of groups have shown: one row for each county, month and question. Nothing hidden is kept."""

from django.db import models
from django.utils import timezone


class GroupMonth(models.Model):
    """The people who were there on the first day of a month, counted once and never again.

    `subject` is a field of the register, or `category:` and its key. `rows` are the rows that this month shows, by the
    code of the place; `people` how many lived in each village. What it does not show stands as an earlier one did.
    """

    county = models.CharField(max_length=6)
    month = models.DateField()
    subject = models.CharField(max_length=60)
    columns = models.JSONField(default=list)
    rows = models.JSONField(default=dict)
    people = models.JSONField(default=dict)
    counted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["month"]
        constraints = [
            models.UniqueConstraint(fields=["county", "subject", "month"], name="groups_counted_once_a_month"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} of {self.county}, {self.month}"
