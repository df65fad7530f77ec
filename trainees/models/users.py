"""People who sign in."""

import re
from typing import ClassVar

from django.contrib.auth.models import AbstractUser

HAN = re.compile(r"[\u3400-\u9fff]")


class User(AbstractUser):  # type: ignore[django-manager-missing] # Wagtail's image manager is unknown to it
    """A sign-in identity. It is never a phone number, and a trainee never needs an e-mail address."""

    REQUIRED_FIELDS: ClassVar[list[str]] = []  # nor is the first administrator asked for one

    def get_full_name(self) -> str:
        """The family name first, where the name is a Chinese one."""
        is_chinese = HAN.match(self.last_name) and HAN.match(self.first_name)
        return f"{self.last_name}{self.first_name}".strip() if is_chinese else super().get_full_name()
