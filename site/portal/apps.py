"""The roof as an installed app: its templates, static files, commands and seeding."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "乡店学堂"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal import compared, editor_words, job_words  # noqa: PLC0415
        from portal.editor_walls import people, sign_ins  # noqa: PLC0415 - models are there only now
        from portal.page_cache import signals  # noqa: PLC0415
        from portal.staff_sign_in import sessions  # noqa: PLC0415

        signals.connect()
        sessions.connect()
        people.limit_filters()
        sign_ins.leave_trainees_out()
        sign_ins.ask_for_what_staff_have()
        compared.say_what_was_changed()
        editor_words.say_search_to_each_in_her_language()
        editor_words.say_days_in_figures()
        editor_words.call_the_root_by_a_name()
        editor_words.call_her_by_her_whole_name()
        editor_words.name_what_was_found()
        job_words.call_jobs_by_words()
