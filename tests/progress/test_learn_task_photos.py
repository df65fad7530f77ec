"""`POST /learn/task/photos/`, as docs/events.md promises it."""

import hashlib
import json

import pytest
from django.http import HttpResponse
from django.test import Client

from progress.models import Submission, TaskPhoto
from progress.views.photos import LARGEST
from tests.answering import phone_of
from tests.learning import a_handed_in, a_practice_course, a_sent_photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT, settings.LIMITS_DIR = tmp_path / "uploads", tmp_path / "limits"


def send(client: Client, content: bytes, kind: str = "image/jpeg", **headers: str) -> HttpResponse:
    return client.post("/learn/task/photos/", content, kind, headers=headers)


def test_photo_is_named_by_the_digest_of_what_was_sent_however_often_it_comes(yang):
    client, photo = phone_of(yang), a_sent_photo()
    said = [send(client, photo).json() for _ in range(2)]
    assert said == [{"photo": hashlib.sha256(photo).hexdigest()}] * 2
    assert TaskPhoto.objects.count() == 1


def test_photo_and_its_task_go_one_after_the_other(yang):
    client, lesson = phone_of(yang), a_practice_course()[0]
    photo = send(client, a_sent_photo()).json()["photo"]
    sent = json.dumps({"events": [a_handed_in(lesson, photo)]})
    assert client.post("/learn/events/", sent, "application/json").json()["stored"]
    assert Submission.objects.get().ordered_photos == [TaskPhoto.objects.get()]


def test_guest_is_refused_and_nothing_is_kept(db):
    answer = send(Client(), a_sent_photo())
    assert (answer.status_code, answer.json()) == (401, {"error": "sign-in"})
    assert not TaskPhoto.objects.exists()


def test_photo_recorded_for_somebody_else_stays_on_the_phone(yang, wu):
    answer = send(phone_of(yang), a_sent_photo(), **{"X-Person": str(wu.key)})
    assert (answer.status_code, answer.json()) == (409, {"error": "other-person"})
    assert not TaskPhoto.objects.exists()


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        (b"no photo", "image/jpeg", 400, "picture"),
        (b"x", "application/json", 415, "type"),
        (b"x", "image/svg+xml", 415, "type"),
        (b"x" * (LARGEST + 1), "image/jpeg", 413, "too-large"),
    ],
)
def test_what_is_refused_says_so_in_our_own_json(yang, content, kind, status, code):
    answer = send(phone_of(yang), content, kind)
    assert (answer.status_code, answer.json()) == (status, {"error": code})
    assert "no-store" in answer["Cache-Control"] or status == 413


def test_old_token_is_answered_as_for_events(yang):
    client = Client(enforce_csrf_checks=True)
    client.force_login(yang.person.user)
    assert send(client, a_sent_photo()).json() == {"error": "token"}
    token = client.get("/learn/me/").json()["token"]
    assert send(client, a_sent_photo(), **{"X-CSRFToken": token}).status_code == 200
