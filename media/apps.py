"""The media app."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = "图片和录音"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from media import receivers  # noqa: PLC0415 - models are there only now

        receivers.connect()
