"""Inside Django: a thousand people whose sessions are still good, and what each did while there was no signal.

`python -m tests.bench.crowd` makes them in the data folder of the measurement and prints the fields of
`phones_part.Crowd` as JSON.
"""

import json
import sys
from importlib import import_module

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the set-up
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402

from courses.models import LessonPage  # noqa: E402
from courses.selectors import open_courses  # noqa: E402
from portal.demo.scenario.syllabus import syllabus  # noqa: E402
from quizzes.models import QuizPage  # noqa: E402
from tests.bench.learners import BATCH, events  # noqa: E402
from trainees.models import Person  # noqa: E402
from trainees.services import Newcomer, join_many  # noqa: E402
from trainees.signing_in import BACKEND  # noqa: E402
from villages.selectors import villages_under  # noqa: E402

PEOPLE = 1000
Sessions = import_module(settings.SESSION_ENGINE).SessionStore


def main() -> None:
    villages = list(villages_under("522731"))
    newcomers = [
        Newcomer(name="韦", sign="fern", age="18+", village=villages[number % len(villages)], pin="")
        for number in range(PEOPLE)
    ]
    people = join_many(newcomers=newcomers)
    lessons = syllabus(open_courses()[0], settings.LANGUAGE_CODE)
    crowd = {
        "people": [{"key": str(person.trainee.key), "session": session_of(person)} for person in people],
        "batch": [event for lesson in lessons for event in events(lesson)][:BATCH],
        "pages": [page.get_url() for model in (LessonPage, QuizPage) for page in model.objects.live()],
    }
    json.dump(crowd, sys.stdout)


def session_of(person: Person) -> str:
    """As signing in leaves it, without a thousand requests."""
    session = Sessions()
    session[SESSION_KEY] = str(person.user.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = person.user.get_session_auth_hash()
    session.create()
    return session.session_key


if __name__ == "__main__":
    main()
