"""The progress app."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "progress"
    verbose_name = "学习进度"
    default_auto_field = "django.db.models.BigAutoField"
