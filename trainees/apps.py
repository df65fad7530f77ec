"""The trainees app."""

from django.apps import AppConfig


class TraineesConfig(AppConfig):
    name = "trainees"
    verbose_name = "人员"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from trainees import checks, receivers  # noqa: F401, PLC0415 - checks register themselves; models are there

        receivers.connect()
