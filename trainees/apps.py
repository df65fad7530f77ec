"""The trainees app."""

from django.apps import AppConfig


class TraineesConfig(AppConfig):
    name = "trainees"
    verbose_name = "人员"
    default_auto_field = "django.db.models.BigAutoField"
