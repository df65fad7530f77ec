"""Whoever says after a list was made that she wants no calls is not called, and the list still comes to its end."""

import pytest

from foundation.audit import AuditEntry
from progress.models import CallSession
from progress.services.calling import Wanted, settle_refusals, show_number, start_calls
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG
from trainees.consent_words import CALLS
from trainees.models import Trainee
from trainees.services.consents import withdraw

ROOM = "/office/calls/"


@pytest.fixture
def called(yang) -> Trainee:
    """The first one on the list."""
    return yang


@pytest.fixture
def session(chen, called, wu, places) -> CallSession:
    return start_calls(by=chen, wanted=Wanted(places[HAOHUAHONG], "training"))


def test_who_says_so_meanwhile_needs_no_call_and_the_list_comes_to_its_end(chen, called, session):
    withdraw(person=called.person, purpose=CALLS)
    text = at_desk(chen, "en").get(f"{ROOM}{session.pk}/").text
    assert ("1 called, 1 to go" in text, text.count("Show the number<")) == (True, 1)
    reply = at_desk(chen, "en").post(f"{ROOM}{session.pk}/", {"place": 1})
    hers = session.listed.get(place=1)
    assert ("She has said since" in reply.text, hers.outcome, hers.called_at) == (True, "no-calls", None)
    assert session.listed.filter(outcome="").count() == 1
    assert AuditEntry.objects.filter(what="calls.outcome", named=f" {called.number} ").count() == 1


def test_what_came_of_a_call_is_written_though_she_says_so_while_her_number_is_open(chen, called, session):
    show_number(by=chen, session=session, place=1)
    withdraw(person=called.person, purpose=CALLS)
    at_desk(chen).post(f"{ROOM}{session.pk}/", {"place": 1, "outcome": "answered"})
    assert session.listed.get(place=1).outcome == "answered"


def test_a_list_of_another_is_not_settled(chen, deng, called, session):
    withdraw(person=called.person, purpose=CALLS)
    settle_refusals(by=deng, session=session)
    assert session.listed.get(place=1).outcome == ""
