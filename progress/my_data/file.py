"""The file that she takes away: one page that every phone opens without a signal, photos and voices in it.

Below what is read lies the same as data, table by table, for whoever she gives it to.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils.html import json_script

from courses.models import LessonPage
from progress.models import LearningEvent, Submission
from progress.my_data.kept import topics
from progress.my_data.rows import rows_about
from progress.my_data.seen import seen_of
from progress.my_data.standing_in import standing_in
from progress.selectors import my_courses
from trainees.models import Trainee
from trainees.selectors.consents import standings_of


def pieces_of_file(trainee: Trainee, language: str) -> Iterator[str]:
    """One task after the other, so that a hundred photos need no more memory than one."""
    context = {
        "trainee": trainee,
        "person": trainee.person,
        "courses": my_courses(trainee=trainee, language=language),
        "events": LearningEvent.objects.filter(trainee=trainee).count(),
        "standings": standings_of(trainee.person),
        "topics": topics(),
        "seen": seen_of(trainee),
        **standing_in(trainee),
    }
    yield render_to_string("progress/my_data/file_head.html", context)
    titles = _titles(trainee, language)
    for submission in _submissions(trainee):
        yield render_to_string("progress/my_data/file_task.html", _told(submission, titles))
    yield render_to_string("progress/my_data/file_foot.html", {})
    yield json_script(dict(rows_about(trainee)), "data", DjangoJSONEncoder)
    yield "</body></html>\n"


def _submissions(trainee: Trainee) -> Iterator[Submission]:
    rows = Submission.objects.filter(trainee=trainee).prefetch_related("placed__photo", "reviews")
    yield from rows.order_by("handed_in_at", "pk").iterator(chunk_size=20)


def _titles(trainee: Trainee, language: str) -> dict[UUID, str]:
    keys = Submission.objects.filter(trainee=trainee).order_by().values("lesson_key")
    found = LessonPage.objects.filter(translation_key__in=keys)
    told = found.values_list("translation_key", "title", "locale__language_code")
    return dict((key, title) for key, title, code in sorted(told, key=lambda one: one[2] == language))


def _told(submission: Submission, titles: dict[UUID, str]) -> dict:
    return {
        "mine": submission,
        "title": titles.get(submission.lesson_key, ""),
        "photos": [_inside("image/jpeg", photo.name) for photo in submission.ordered_photos],
        "reviews": [
            {"row": review, "voice": _inside("audio/mp4", review.voice) if review.voice else ""}
            for review in submission.reviews.all()
        ],
    }


def _inside(kind: str, name: str) -> str:
    """A file as part of the page; nothing for one that is gone."""
    path = Path(settings.MEDIA_ROOT) / name
    if not path.is_file():
        return ""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
