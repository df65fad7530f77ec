"""People who sign in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):  # type: ignore[django-manager-missing] # Wagtail's image manager is unknown to it
    """A sign-in identity. It is never a phone number, and a trainee never needs an e-mail address."""
