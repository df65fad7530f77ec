"""The courses app."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = "课程"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from courses import receivers  # noqa: PLC0415 - models are there only now
        from courses.tools import spoken  # noqa: PLC0415 - likewise
        from courses.translating.syncing import keep_translations_whole  # noqa: PLC0415 - likewise
        from media.phrases import say_too  # noqa: PLC0415 - likewise

        receivers.connect()
        say_too(spoken.phrases)
        keep_translations_whole()
