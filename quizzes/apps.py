"""The quizzes app."""

from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "quizzes"
    verbose_name = "测验"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quizzes import receivers  # noqa: PLC0415 - models are there only now

        receivers.connect()
