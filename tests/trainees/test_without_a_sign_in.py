"""Somebody who stands in the register alone, until she is let in; a keeper's post, which opens no list of people."""

import pytest

from tests.trainees.conftest import HAOHUAHONG, holding
from trainees.models import Person, Post, Trainee
from trainees.pins import matches
from trainees.selectors import divisions_visible_to, remembered_on, trainees_visible_to, villages_kept_by
from trainees.services import give_sign_in, remember

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_the_register(places) -> Person:
    trainee = Trainee.objects.create(village=places[HAOHUAHONG])
    return Person.objects.create(trainee=trainee, name="石示范")


def test_she_is_seen_in_the_register_without_a_sign_in(in_the_register, chen):
    assert in_the_register.trainee in trainees_visible_to(chen)
    assert in_the_register.user is None


def test_no_phone_shows_her_sign_before_she_may_sign_in(in_the_register):
    remember(person=in_the_register, phone_digest="a phone")
    assert not remembered_on("a phone").exists()


def test_given_a_sign_in_twice_she_has_one(in_the_register):
    first = give_sign_in(person=in_the_register, sign="drum", pin="493716")
    second = give_sign_in(person=in_the_register)
    person = Person.objects.get(pk=in_the_register.pk)
    assert (first, person.user) == (second, first)
    assert person.sign == "drum"
    assert matches("493716", person.pin)


def test_a_keepers_post_shows_nobody_outside_her_own_room(in_the_register, places):
    keeper = holding("keeper", places[HAOHUAHONG], Post.Role.KEEPER)
    assert not divisions_visible_to(keeper).exists()
    assert not trainees_visible_to(keeper).exists()
    assert [village.code for village in villages_kept_by(keeper)] == [places[HAOHUAHONG].code]
