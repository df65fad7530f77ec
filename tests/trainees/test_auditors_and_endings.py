"""An auditor only reads; and what was made ready for somebody ends with her post."""

import datetime

import pytest

from tests.trainees.conftest import DAY, HAOHUAHONG, LIANHUA, holding
from trainees.models import Post, Trainee, User
from trainees.selectors import divisions_read_by, divisions_visible_to, trainees_read_by, trainees_visible_to
from trainees.selectors.cards import may_print_for

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


def test_cards_of_a_village_are_printed_by_its_trainers_and_its_keeper(chen, places):
    village = places[HAOHUAHONG]
    wei, shi = holding("wei", places["522731"], "trainer"), holding("shi", village, "keeper")
    by_role = [(wei, False), (shi, True), (wei, True), (shi, False), (chen, False)]
    assert [may_print_for(user, village, as_keeper=so) for user, so in by_role] == [True, True, False, False, False]
    assert not may_print_for(shi, places["522731102201"], as_keeper=True)


@pytest.mark.parametrize("role", ["trainer", "keeper"])
def test_no_card_is_printed_once_the_post_has_ended(places, role):
    user, village = holding("luo", places[HAOHUAHONG], role), places[HAOHUAHONG]
    assert may_print_for(user, village, as_keeper=role == "keeper")
    Post.objects.filter(user=user).update(**YESTERDAY)
    assert not may_print_for(user, village, as_keeper=role == "keeper")


def test_who_was_switched_off_meanwhile_prints_nothing_whatever_the_session_remembers(places):
    wei = holding("wei", places["522731"], "trainer")
    User.objects.filter(pk=wei.pk).update(is_active=False)
    assert wei.is_active
    assert not may_print_for(wei, places[HAOHUAHONG], as_keeper=False)


def test_an_auditor_prints_no_cards(mo, places):
    assert not may_print_for(mo, places[HAOHUAHONG], as_keeper=False)
