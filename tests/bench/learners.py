"""Inside Django: people who can sign in, forms and batches that are ready to be sent, and the queries that they cost.

`python -m tests.bench.learners` makes the people in the data folder of the measurement and prints the fields of
`learning_part.Ready` as JSON.
"""

import json
import secrets
import sys
from collections.abc import Callable
from random import Random
from uuid import uuid4

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the set-up
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from courses.selectors import open_courses  # noqa: E402
from portal.demo.scenario.answering import answers_to  # noqa: E402
from portal.demo.scenario.syllabus import Taught, syllabus  # noqa: E402
from trainees import pins  # noqa: E402
from trainees.models import Person  # noqa: E402
from trainees.services import Newcomer, join_many, remember  # noqa: E402
from trainees.signing_in import BACKEND  # noqa: E402
from trainees.this_phone import THIS_PHONE  # noqa: E402
from villages.selectors import villages_under  # noqa: E402

PEOPLE = 48
BATCH = 50  # events
Fields = list[tuple[str, str]]


def main() -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    lessons = syllabus(open_courses()[0], settings.LANGUAGE_CODE)
    quizzes = [sheet(lesson) for lesson in lessons if lesson.quiz]
    batch = [event for lesson in lessons for event in events(lesson)][:BATCH]
    village = villages_under("522731").first()
    pin = pins.chosen_pin()
    joining = [Newcomer(name="韦", sign="fern", age="18+", village=village, pin=pin) for _number in range(PEOPLE)]
    people = join_many(newcomers=joining)
    ready = {
        "people": [equipped(person) | {"pin": pin} for person in people],
        "quizzes": quizzes,
        "batch": batch,
        "sql": sql(people[0], quizzes[0], batch),
    }
    json.dump(ready, sys.stdout)


def equipped(person: Person) -> dict:
    """With a session, and with a phone that knows her."""
    phone, secret, response = Client(), secrets.token_urlsafe(24), HttpResponse()
    phone.force_login(person.user, backend=BACKEND)
    row = remember(person=person, phone_digest=THIS_PHONE.digest_of_secret(secret))
    THIS_PHONE.keep(response, secret)
    return {
        "key": str(person.trainee.key),
        "session": phone.cookies[settings.SESSION_COOKIE_NAME].value,
        "phone": f"{THIS_PHONE.name}={response.cookies[THIS_PHONE.name].coded_value}",
        "tile": reverse("pin", args=[row.pk]),
    }


def sheet(lesson: Taught) -> dict:
    """A quiz, all of it right, as the fields of its form."""
    edition = lesson.quiz
    fields: Fields = [("edition", str(edition.number)), ("started", "0"), ("language", settings.LANGUAGE_CODE)]
    for response in answers_to(edition.canonical, 1, Random(1)).responses:
        fields.extend(fields_of(f"q-{response['question']}", response["answer"], edition.canonical))
    return {"address": reverse("learn-quiz", args=[edition.quiz_key]), "fields": fields}


def fields_of(name: str, answer: str | list | dict, canonical: dict) -> Fields:
    kind = next(question["kind"] for question in canonical["questions"] if f"q-{question['id']}" == name)
    if kind == "ordering":
        return [(f"{name}-{item}", str(place)) for place, item in enumerate(answer, 1)]
    if isinstance(answer, dict):
        return [(f"{name}-{left}", right) for left, right in answer.items()]
    return [(name, one) for one in (answer if isinstance(answer, list) else [answer])]


def events(lesson: Taught) -> list[dict]:
    """A visit, an end and an attempt, without the UUIDs."""
    left = {"card": lesson.cards[0], "position": 1, "seconds": 40}
    said = [
        {"kind": "lesson-left", "object": str(lesson.key), "payload": left},
        {"kind": "lesson-finished", "object": str(lesson.key), "payload": {"seconds": 60}},
    ]
    if quiz := lesson.quiz:
        payload = {"responses": answers_to(quiz.canonical, 1, Random(1)).responses, "seconds": 60}
        about = {"object": str(quiz.quiz_key), "edition": quiz.number}
        said.append({"kind": "attempt-submitted", "payload": payload, **about})
    return said


def sql(person: Person, quiz: dict, batch: list[dict]) -> dict[str, int]:
    phone = Client()
    phone.force_login(person.user, backend=BACKEND)
    form = {"person": str(person.trainee.key)} | dict(quiz["fields"])
    sent = {"events": [event | {"uuid": str(uuid4())} for event in batch]}
    mine = reverse("my-lessons")
    phone.get(mine)  # the first one also renews the session
    return {
        "submit": queries(lambda: phone.post(quiz["address"], form | {"attempt": str(uuid4())})),
        "batch": queries(lambda: phone.post(reverse("learn-events"), sent, "application/json")),
        "mine": queries(lambda: phone.get(mine)),
    }


def queries(ask: Callable[[], HttpResponse]) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = ask()
    if answer.status_code not in (200, 303):
        sys.exit(f"answered {answer.status_code}")
    return len(captured)


if __name__ == "__main__":
    main()
