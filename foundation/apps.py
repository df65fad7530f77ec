"""The foundation as an installed app."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "foundation"
    verbose_name = "基础"
    default_auto_field = "django.db.models.BigAutoField"
