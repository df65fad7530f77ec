"""An auditor only reads; and what was made ready for somebody ends with her post."""

import datetime

import pytest

from tests.trainees.conftest import DAY, HAOHUAHONG, LIANHUA, holding
from trainees.models import Post, Trainee, User
from trainees.selectors import (
    divisions_read_by,
    divisions_visible_to,
    may_still_fetch,
    trainees_read_by,
    trainees_visible_to,
)

YESTERDAY = {"valid_to": DAY}


@pytest.fixture
def mo(places) -> User:
    """Auditor of Huishui county."""
    return holding("mo", places["522731"], "auditor", valid_to=datetime.date(2099, 1, 1))


def test_an_auditor_reads_her_area_and_answers_for_nothing(mo, places):
    hers = Trainee.objects.create(village=places[HAOHUAHONG])
    Trainee.objects.create(village=places[LIANHUA])
    assert list(trainees_read_by(mo)) == [hers]
    assert not divisions_visible_to(mo).exists()
    assert not trainees_visible_to(mo).exists()


def test_a_trainer_who_audits_another_county_does_nothing_there(places):
    wei = holding("wei", places["522731"], "trainer")
    holding("wei", places["522730"], "auditor")
    assert LIANHUA in set(divisions_read_by(wei).values_list("code", flat=True))
    assert LIANHUA not in set(divisions_visible_to(wei).values_list("code", flat=True))


def test_a_keeper_reads_nothing_of_the_office(places):
    shi = holding("shi", places[HAOHUAHONG], "keeper")
    assert not divisions_read_by(shi).exists()


def test_a_file_is_fetched_by_those_who_answer_for_its_place(chen, deng, places):
    village = places[HAOHUAHONG]
    shi = holding("shi", village, "keeper")
    assert [may_still_fetch(user, village) for user in (chen, shi, deng, None)] == [True, True, False, False]
    assert not may_still_fetch(shi, places["522731102201"])


@pytest.mark.parametrize("role", ["official", "trainer", "keeper"])
def test_a_file_is_not_fetched_once_the_post_has_ended(places, role):
    user = holding("luo", places[HAOHUAHONG], role)
    assert may_still_fetch(user, places[HAOHUAHONG])
    Post.objects.filter(user=user).update(**YESTERDAY)
    assert not may_still_fetch(user, places[HAOHUAHONG])


def test_who_was_switched_off_meanwhile_fetches_nothing_whatever_the_session_remembers(chen, places):
    User.objects.filter(pk=chen.pk).update(is_active=False)
    assert chen.is_active
    assert not may_still_fetch(chen, places["522731"])


def test_an_auditor_fetches_no_file_with_people(mo, places):
    assert not may_still_fetch(mo, places["522731"])
