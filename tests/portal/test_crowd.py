"""However many phones send at once, some threads are left for those who read."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from portal.crowd import CrowdMiddleware

PLACES = 2


class Door:
    """What stands behind the middleware: holds whoever comes in until it is opened."""

    def __init__(self) -> None:
        self.inside, self.opened = threading.Semaphore(0), threading.Event()

    def __call__(self, _request: HttpRequest) -> HttpResponse:
        self.inside.release()
        self.opened.wait(20)
        return HttpResponse("stored")


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def crowd(door, settings) -> CrowdMiddleware:
    settings.WEB_THREADS = PLACES * 2
    return CrowdMiddleware(door)


@pytest.fixture
def senders(crowd, door) -> Iterator[list]:
    """As many as there are places, all inside."""
    with ThreadPoolExecutor(PLACES) as threads:
        sent = [threads.submit(crowd, batch()) for _place in range(PLACES)]
        assert all(door.inside.acquire(timeout=20) for _place in range(PLACES))
        yield sent
        door.opened.set()


def batch() -> HttpRequest:
    return RequestFactory().post(reverse("learn-events"), "{}", "application/json")


def test_one_more_phone_is_told_to_come_again(crowd, senders):
    answer = crowd(batch())
    assert (answer.status_code, answer.content, answer["Retry-After"]) == (503, b'{"error": "later"}', "5")


def test_those_who_are_inside_are_answered_and_make_room(crowd, door, senders):
    door.opened.set()
    assert [sent.result(20).content for sent in senders] == [b"stored"] * PLACES
    assert crowd(batch()).status_code == 200


@pytest.mark.parametrize("address", ["/zh-hans/", reverse("learn-fragment"), reverse("learn-events")])
def test_whoever_reads_needs_no_place(crowd, door, senders, address):
    door.opened.set()
    assert crowd(RequestFactory().get(address)).status_code == 200


class Broken(Exception):
    pass


def test_batch_that_fails_gives_its_place_back(settings):
    def broken(_request: HttpRequest) -> HttpResponse:
        raise Broken

    settings.WEB_THREADS = 2
    crowd = CrowdMiddleware(broken)
    for _again in range(2):
        with pytest.raises(Broken):
            crowd(batch())


def test_crowd_fills_no_log(client, monkeypatch, caplog):
    monkeypatch.setattr(threading.BoundedSemaphore, "acquire", lambda _places, **_how: False)
    assert client.post(reverse("learn-events"), "{}", "application/json").status_code == 503
    assert caplog.records == []
