"""Everyone sees the places of her posts, and no other."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from tests.trainees.conftest import DAY, FENGSHAN, HAOHUAHONG, LIANHUA, holding
from trainees.models import Trainee, User
from trainees.selectors import divisions_visible_to, posts_of, trainees_visible_to
from villages.models import Division

IN_HUISHUI = {
    *("522731", "522731001", "522731102", FENGSHAN, "522731102201", HAOHUAHONG),
}


def seen(user, day: datetime.date | None = None) -> set[str]:
    return {division.code for division in divisions_visible_to(user, day)}


@pytest.fixture
def trainees(places) -> dict[str, Trainee]:
    return {code: Trainee.objects.create(village=places[code]) for code in (HAOHUAHONG, FENGSHAN, LIANHUA)}


def test_nobody_sees_nothing(places, trainees):
    plain = User.objects.create_user("plain")
    for visitor in (AnonymousUser(), plain):
        assert not divisions_visible_to(visitor).exists()
        assert not trainees_visible_to(visitor).exists()


def test_the_official_of_another_county_sees_nothing_of_ours(deng, trainees):
    assert not seen(deng) & IN_HUISHUI
    assert [trainee.village.code for trainee in trainees_visible_to(deng)] == [LIANHUA]


def test_a_county_post_opens_the_county_and_nothing_above_it(chen, trainees):
    assert seen(chen) == IN_HUISHUI
    assert set(trainees_visible_to(chen)) == {trainees[HAOHUAHONG], trainees[FENGSHAN]}


def test_a_township_post_opens_that_township_alone(places, trainees):
    official = holding("luo", places["522731102"])
    assert seen(official) == {"522731102", "522731102201", HAOHUAHONG}
    assert list(trainees_visible_to(official)) == [trainees[HAOHUAHONG]]


def test_two_posts_open_both_places(places):
    user = holding("wei", places[FENGSHAN], role="trainer")
    assert seen(holding(user.username, places[HAOHUAHONG])) == {FENGSHAN, HAOHUAHONG}


def test_a_post_that_ended_or_has_not_begun_opens_nothing(places):
    last = DAY + datetime.timedelta(days=30)
    user = holding("ran", places["522731"], valid_to=last)
    day = datetime.timedelta(days=1)
    assert seen(user, last) == IN_HUISHUI
    assert seen(user, last + day) == seen(user, DAY - day) == set()
    assert not posts_of(user, last + day).exists()


def test_a_post_cannot_end_before_it_begins(places):
    with pytest.raises(IntegrityError), transaction.atomic():
        holding("ran", places["522731"], valid_to=DAY - datetime.timedelta(days=1))


def test_a_user_who_was_switched_off_sees_nothing(chen):
    User.objects.update(is_active=False)
    chen.refresh_from_db()
    assert seen(chen) == set()


def test_an_administrator_sees_everything(places, trainees):
    admin = User.objects.create_superuser("admin")
    assert seen(admin) == set(places)
    assert trainees_visible_to(admin).count() == 3


def test_an_administrator_who_was_switched_off_sees_nothing(places):
    assert seen(User.objects.create_superuser("admin", is_active=False)) == set()


def test_a_merged_village_is_seen_where_its_successor_lies(places, chen, deng, trainees):
    Division.objects.filter(code=LIANHUA).update(successor=places[HAOHUAHONG], valid_to=DAY)
    assert seen(chen) == IN_HUISHUI | {LIANHUA}
    assert LIANHUA not in seen(deng)
    assert trainees[LIANHUA] in trainees_visible_to(chen)
    assert not trainees_visible_to(deng).exists()


def test_what_a_user_sees_costs_three_queries(chen, trainees, django_assert_num_queries):
    with django_assert_num_queries(3):
        list(trainees_visible_to(chen))


def test_what_is_for_the_county_alone_asks_for_a_post_of_the_county(places, trainees):
    user = holding("wei", places["522731102"], role="trainer")
    county = Division.Level.COUNTY
    assert not trainees_visible_to(user, narrowest=county).exists()
    holding("wei", places["522730"], role="trainer")
    assert list(trainees_visible_to(user, narrowest=county)) == [trainees[LIANHUA]]
    assert set(trainees_visible_to(user)) == {trainees[HAOHUAHONG], trainees[LIANHUA]}
