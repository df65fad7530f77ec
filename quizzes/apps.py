"""The quizzes app."""

from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "quizzes"
    verbose_name = "测验"
    default_auto_field = "django.db.models.BigAutoField"
