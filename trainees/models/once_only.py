"""Codes that are good once, and for some minutes."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class OnceOnly(models.QuerySet):
    """Rows with `used_at` and `expires_at`. They stay: each says who let whom in, and when."""

    def good(self) -> Self:
        """Those that are not used, replaced or too old."""
        return self.filter(used_at=None, expires_at__gt=timezone.now())

    def end(self) -> None:
        """From now on none of them is good."""
        self.good().update(expires_at=timezone.now())

    def use(self, pk: int) -> bool:
        """Use this one up. False when somebody was faster, or time was."""
        return bool(self.good().filter(pk=pk).update(used_at=timezone.now()))


class SecretCode(models.Model):
    """Eight digits that somebody was given, as a digest. `issued_by` is who gave them."""

    digest = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    issued_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    objects = OnceOnly.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()
