"""The notice: read at sign-up, once more when it changes, agreed to by whoever a roster brought. And the age."""

import pytest

from tests.trainees.conftest import HAOHUAHONG, PIN, signed_in_user, signing_up
from tests.trainees.keeping import signed_in
from trainees.ages import ages, is_too_young
from trainees.consent_words import LEARNING, NOTICE_VERSION
from trainees.forms.keeping import NeighbourForm
from trainees.models import Consent, NoticeRead, Person
from trainees.selectors.consents import allows, notice_is_due
from trainees.services import join

NOTICE = "/learn/notice/"


@pytest.fixture
def listed(posters) -> Person:
    """She stands in the register, and nobody has asked her anything."""
    return join(name="罗阿妹", sign="fish", age="18+", village=posters[HAOHUAHONG], pin=PIN, consents=())


def test_who_signs_up_has_read_it_and_is_not_asked_again(client, posters):
    signing_up(client)
    assert client.get("/learn/").status_code == 200
    assert not notice_is_due(Person.objects.get())


def test_new_notice_is_shown_once_before_her_lessons(client, yang):
    Consent.objects.update(version="2026-12")
    signed_in(yang, client)
    assert client.get("/learn/")["Location"] == NOTICE
    assert "Something of this is new" in client.get(f"{NOTICE}?in=en").content.decode()
    assert client.post(NOTICE)["Location"] == "/learn/"
    assert client.get("/learn/").status_code == 200
    read = NoticeRead.objects.get(person=yang)
    assert (read.version, read.language) == (NOTICE_VERSION, "en")
    signed_in(yang, client)
    assert client.get("/learn/").status_code == 200


def test_who_came_by_a_roster_agrees_with_it(client, listed):
    assert (notice_is_due(listed), allows(listed, LEARNING)) == (True, False)
    signed_in(listed, client)
    assert client.get("/learn/")["Location"] == NOTICE
    client.post(NOTICE)
    client.post(NOTICE)  # pressed twice
    assert allows(listed, LEARNING)
    assert (Consent.objects.count(), NoticeRead.objects.count()) == (1, 1)


def test_guest_may_read_it_and_is_asked_nothing(client, posters):
    assert "I agree" not in client.get(f"{NOTICE}?in=en").content.decode()
    assert client.post(NOTICE)["Location"].startswith("/learn/who/")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_notice_in_every_language(client, yang, language):
    client.force_login(yang.user)
    assert client.get(NOTICE, headers={"accept-language": language}).status_code == 200


def test_sixteen_may_join_where_nothing_else_is_said(client, posters):
    signing_up(client, age="16-17")
    assert Person.objects.get().age == Person.Age.YOUTH


def test_county_may_ask_for_eighteen_at_every_door(client, posters, settings):
    settings.MINIMUM_AGE = 18
    assert [value for value, _words in ages()] == ["18+", "under-18"]
    for age in ("16-17", "under-18", "under-16"):
        assert "18 and over" in signing_up(client, age=age).content.decode()
    assert not Person.objects.exists()
    assert signed_in_user(client) is None
    assert is_too_young("16-17")
    assert "age" in NeighbourForm({"name": "罗阿妹", "age": "16-17", "agreed": "on"}).errors
    with pytest.raises(ValueError, match="too young"):
        join(name="罗阿妹", sign="fish", age="16-17", village=posters[HAOHUAHONG])


def test_who_opens_it_by_herself_is_not_told_that_something_is_new(client, yang):
    client.force_login(yang.user)
    assert "Something of this is new" not in client.get(f"{NOTICE}?in=en").text
