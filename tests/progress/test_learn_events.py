"""`POST /learn/events/` and `GET /learn/me/`, as docs/events.md promises them."""

import json
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from progress.models import Attempt, GuestEvent, LearningEvent, LessonPlace
from tests.answering import phone_of
from tests.learning import a_finish, a_visit, an_attempt, quiz_of


def send(client: Client, *bodies: object, **headers: str) -> HttpResponse:
    return client.post("/learn/events/", json.dumps({"events": bodies}), "application/json", headers=headers)


def test_fragment_names_nobody_to_a_guest(db):
    said = Client().get("/learn/me/")
    assert said.json()["person"] is None
    assert said.json()["token"]
    assert "no-store" in said["Cache-Control"]


def test_fragment_names_the_pseudonym_and_nothing_else(yang, lessons):
    assert set(phone_of(yang).get("/learn/me/").json().items()) >= {("person", str(yang.key))}
    assert "杨" not in phone_of(yang).get("/learn/me/").content.decode()


def test_events_are_stored_and_named(yang, lessons):
    visit, attempt = a_visit(lessons[0]), an_attempt(quiz_of(lessons[0]))
    said = send(phone_of(yang), visit, attempt)
    assert said.json() == {"stored": [visit["uuid"], attempt["uuid"]], "doubled": [], "refused": []}
    assert (LessonPlace.objects.count(), Attempt.objects.count()) == (1, 1)


def test_bad_event_harms_none_of_its_neighbours(yang, lessons):
    good = a_visit(lessons[0])
    said = send(phone_of(yang), 7, {"uuid": "x", "kind": "attempt-marked"}, good).json()
    assert said["stored"] == [good["uuid"]]
    assert said["refused"] == [{"uuid": "", "code": "shape"}, {"uuid": "x", "code": "kind"}]


def test_same_event_from_two_people_counts_for_each(yang, wu, lessons):
    event = a_finish(lessons[0])
    assert [send(phone_of(who), event).json()["stored"] for who in (yang, wu)] == [[event["uuid"]]] * 2


def test_event_recorded_for_somebody_else_stays_on_the_phone(yang, wu, lessons):
    event = a_finish(lessons[0], person=str(wu.key))
    assert send(phone_of(yang), event).json()["refused"] == [{"uuid": event["uuid"], "code": "other-person"}]


def test_event_of_her_whose_session_ended_stays_on_the_phone_and_harms_no_neighbour(yang, lessons):
    """Kept as a guest's it would be shown to whoever signs in next."""
    hers, nobodys = a_finish(lessons[0], person=str(yang.key)), a_finish(lessons[1], person="")
    said = send(Client(), hers, nobodys).json()
    assert said["refused"] == [{"uuid": hers["uuid"], "code": "other-person"}]
    assert said["stored"] == [nobodys["uuid"]]


def test_event_of_a_guest_is_not_hers_who_signed_in_meanwhile(yang, lessons):
    assert send(phone_of(yang), a_finish(lessons[0], person="")).json()["stored"]
    assert (GuestEvent.objects.count(), LearningEvent.objects.filter(kind="lesson-finished").count()) == (1, 0)


def test_two_batches_sent_at_once_are_of_one_guest(lessons):
    """Both left the phone before either answer came: with the cookies that it had then."""
    client = Client()
    client.get("/learn/me/")
    had = dict(client.cookies)
    for lesson in lessons:
        client.cookies.update(had)
        send(client, a_finish(lesson))
    assert len(set(GuestEvent.objects.values_list("guest_digest", flat=True))) == 1


def test_guest_is_known_by_her_phone_from_the_first_event_on(lessons):
    client, event = Client(), a_finish(lessons[0])
    assert [send(client, event).json()[what] for what in ("stored", "doubled")] == [[event["uuid"]]] * 2
    assert GuestEvent.objects.count() == 1


def test_clock_ten_years_off_does_not_date_the_event(yang, lessons):
    wrong = timezone.now() - timedelta(days=3650)
    send(phone_of(yang), a_finish(lessons[0], at=wrong.isoformat()))
    assert timezone.now() - LessonPlace.objects.get().finished_at < timedelta(minutes=2)


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        (b"", 400, "json"),
        (b"\xff\xfe", 400, "json"),
        (b"[" * 20_000, 400, "json"),
        (b'{"events": ' + b"1" * 5000 + b"}", 400, "json"),
        (b"[]", 400, "shape"),
        (b'{"events": {}}', 400, "shape"),
        (b'{"events": [' + b",".join([b"1"] * 51) + b"]}", 413, "too-many"),
        (b'{"events": ["' + b"x" * 5_000_000 + b'"]}', 413, "too-large"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_cannot_be_read_is_answered_in_json(body, status, error, yang, lessons):
    said = phone_of(yang).post("/learn/events/", body, "application/json")
    assert (said.status_code, said.json()) == (status, {"error": error})


@pytest.mark.parametrize("value", ["NaN", "1e999", '"\\u0000"', '"\\ud800"', "[" * 400 + "]" * 400])
def test_strange_json_of_a_guest_is_no_failure_of_ours(value, lessons):
    event = json.dumps(a_finish(lessons[0]))[:-1]
    body = '{"events": [' + event + ', "more": ' + value + "}]}"
    said = Client().post("/learn/events/", body, "application/json")
    assert said.status_code == 200
    assert len(said.json()["stored"] + said.json()["refused"]) == 1


@pytest.mark.parametrize("said", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_is_not_said_to_be_json_is_answered_in_json_and_not_read(said, yang, lessons):
    answer = phone_of(yang).post("/learn/events/", json.dumps({"events": [a_finish(lessons[0])]}), said)
    assert (answer.status_code, answer.json()) == (415, {"error": "type"})
    assert not LearningEvent.objects.filter(kind="lesson-finished").exists()


def test_without_a_token_the_answer_is_json(yang, lessons):
    said = send(phone_of(yang, enforce_csrf_checks=True), a_finish(lessons[0]))
    assert (said.status_code, said.json()) == (403, {"error": "token"})


def test_from_another_site_the_answer_is_json(yang, lessons):
    client = phone_of(yang, enforce_csrf_checks=True)
    token = client.get("/learn/me/").json()["token"]
    ours = send(client, a_finish(lessons[0]), **{"x-csrftoken": token})
    theirs = send(client, a_finish(lessons[0]), **{"x-csrftoken": token, "origin": "https://elsewhere.example"})
    assert (ours.status_code, theirs.status_code, theirs.json()) == (200, 403, {"error": "token"})


def test_many_new_phones_from_one_address_are_asked_to_come_later(lessons, monkeypatch, settings, tmp_path):
    settings.LIMITS_DIR = tmp_path / "limits"
    monkeypatch.setattr("progress.guest_phone.NEW_ONES", 2)
    statuses = [send(Client(), a_finish(lessons[0])).status_code for _phone in range(3)]
    assert statuses == [200, 200, 429]


def test_one_person_cannot_fill_the_disk_and_nobody_else_waits_for_that(
    yang, wu, lessons, monkeypatch, settings, tmp_path
):
    settings.LIMITS_DIR = tmp_path / "limits"
    monkeypatch.setattr("progress.views.events.REQUESTS", 2)
    hers = phone_of(yang)
    answers = [send(hers, a_finish(lessons[0])) for _ in range(3)]
    assert [said.status_code for said in answers] == [200, 200, 429]
    assert answers[2].json() == {"error": "later"}
    assert send(phone_of(wu), a_finish(lessons[0])).status_code == 200


def test_new_phones_behind_a_proxy_of_ours_are_not_all_of_one_address(lessons, monkeypatch, settings, tmp_path):
    settings.LIMITS_DIR, settings.ALLAUTH_TRUSTED_PROXY_COUNT = tmp_path / "limits", 1
    monkeypatch.setattr("progress.guest_phone.NEW_ONES", 1)
    from_each = [{"x-forwarded-for": f"198.51.100.{phone}"} for phone in range(3)]
    assert [send(Client(), a_finish(lessons[0]), **said).status_code for said in from_each] == [200] * 3
