"""The progress app."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "progress"
    verbose_name = "学习进度"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from media.phrases import say_too  # noqa: PLC0415 - models can be read only once Django is set up
        from progress import receivers  # noqa: PLC0415 - likewise
        from progress.my_data.kept import said_of_topics  # noqa: PLC0415 - likewise
        from progress.office.courses import course_titles  # noqa: PLC0415 - likewise
        from trainees.programmes import told_by  # noqa: PLC0415 - likewise

        receivers.connect()
        told_by(course_titles)
        say_too(said_of_topics)
