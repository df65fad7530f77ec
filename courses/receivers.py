"""What follows when a course is made or goes, whoever did it."""

from django.db.models.signals import post_delete, post_save

from courses.models import CoursePage
from courses.teams.services import ensure_team, forget_team


def connect() -> None:
    post_save.connect(give_team, sender=CoursePage, dispatch_uid="courses-team")
    post_delete.connect(take_team_away, sender=CoursePage, dispatch_uid="courses-no-team")


def give_team(instance: CoursePage, created: bool, raw: bool = False, **_signal: object) -> None:
    if created and not raw:
        ensure_team(course=instance, is_new=True)


def take_team_away(instance: CoursePage, **_signal: object) -> None:
    forget_team(course_key=instance.translation_key)
