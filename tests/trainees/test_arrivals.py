"""Very many new people in a day: the county's officials are told, nobody is refused, and no address is written down."""

import uuid

from django.test import Client

from tests.trainees.conftest import HAOHUAHONG, signing_up
from trainees.models import Person, Trainee
from trainees.selectors.arrivals import FROM_AN_ADDRESS, IN_A_VILLAGE, very_many_today
from trainees.selectors.keeping import joined_today
from trainees.services import Newcomer, join_many
from trainees.services.arrivals import count_arrival


def newcomers(village, many: int) -> None:
    people = [Newcomer(name="杨小花", sign="fern", age="18+", village=village, key=uuid.uuid4()) for _ in range(many)]
    join_many(newcomers=people)


def test_a_village_with_more_than_sixty_in_a_day_is_named_with_its_number(posters):
    newcomers(posters[HAOHUAHONG], IN_A_VILLAGE)
    assert not very_many_today(posters["522731"])
    newcomers(posters[HAOHUAHONG], 1)
    assert very_many_today(posters["522731"]).villages == [("好花红村", IN_A_VILLAGE + 1)]
    assert not very_many_today(posters["522730"])


def test_those_of_yesterday_are_not_counted(posters):
    newcomers(posters[HAOHUAHONG], IN_A_VILLAGE + 1)
    Trainee.objects.update(joined_at="2026-01-01T00:00+08:00")
    assert not very_many_today(posters["522731"])


def test_whom_an_official_brought_in_by_a_roster_did_not_sign_up(posters):
    newcomers(posters[HAOHUAHONG], IN_A_VILLAGE + 1)
    Person.objects.update(user=None)  # as a roster writes them: nobody is given a sign-in
    assert not very_many_today(posters["522731"])
    assert joined_today(posters[HAOHUAHONG]) == 0


def test_entries_that_were_merged_into_another_are_not_counted(posters):
    newcomers(posters[HAOHUAHONG], IN_A_VILLAGE + 1)
    first, second = Trainee.objects.order_by("pk")[:2]
    Trainee.objects.filter(pk=second.pk).update(merged_into=first)
    assert not very_many_today(posters["522731"])


def test_more_than_thirty_from_one_address_are_told_without_it_and_nobody_is_refused(posters):
    for _ in range(FROM_AN_ADDRESS - 1):
        count_arrival(village=posters[HAOHUAHONG], address="127.0.0.1")
    assert signing_up(Client()).status_code == 302
    assert not very_many_today(posters["522731"])
    assert signing_up(Client(), name="吴阿妹").status_code == 302
    arrivals = very_many_today(posters["522731"])
    assert (arrivals.villages, arrivals.one_address) == ([], True)
    assert not very_many_today(posters["522730"])
