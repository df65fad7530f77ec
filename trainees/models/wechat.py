"""A trainee's own WeChat, where the site has the keys: one tap there signs her in."""

from django.db import models


class WeChatLink(models.Model):
    """One WeChat account belongs to one person at the most, and she has one at the most.

    Of the account nothing is kept but a keyed digest of the number that WeChat gives it for us: no name, no picture.
    """

    person = models.OneToOneField("trainees.Person", models.CASCADE, related_name="wechat")
    digest = models.CharField(max_length=64, unique=True)
    linked_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"WeChat of {self.person_id}"
