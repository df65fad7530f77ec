"""What is there once somebody has joined."""

import datetime

import pytest
from django.utils import timezone

from tests.trainees.conftest import HAOHUAHONG
from trainees import pins
from trainees.models import Consent, Person, Trainee, User
from trainees.selectors import trainee_of
from trainees.services import Newcomer, join, join_many

YANG = {"name": "杨", "sign": "orange", "age": "18+"}


def test_who_joins_has_a_pseudonym_a_person_and_no_password(places):
    person = join(**YANG, pin="482915", village=places[HAOHUAHONG], phone="13700000001", language="zh-hans")
    assert person.trainee.village == places[HAOHUAHONG]
    assert trainee_of(person.user) == person.trainee
    assert not person.user.has_usable_password()
    assert "13700000001" not in person.user.username
    assert not person.user.is_staff
    assert pins.matches("482915", person.pin)
    assert list(person.consents.values_list("purpose", flat=True)) == ["learning"]


def test_nobody_joins_a_township(places):
    with pytest.raises(ValueError, match="not a village"):
        join(**YANG, pin="482915", village=places["522731102"])
    assert not User.objects.exists()


def test_two_people_may_have_one_phone_and_one_may_have_none(places):
    village = places[HAOHUAHONG]
    phones = ["13700000001", "13700000001", ""]
    join_many(newcomers=[Newcomer(**YANG, village=village, phone=phone) for phone in phones])
    assert sorted(Person.objects.values_list("phone", flat=True)) == ["", "13700000001", "13700000001"]


def test_a_thousand_people_join_in_a_few_statements(places, django_assert_max_num_queries):
    day = timezone.now() - datetime.timedelta(days=90)
    newcomers = [Newcomer(**YANG, village=places[HAOHUAHONG], joined_at=day) for _ in range(1000)]
    with django_assert_max_num_queries(40):
        people = join_many(newcomers=newcomers)
    assert [Model.objects.count() for Model in (User, Trainee, Person, Consent)] == [1000] * 4
    assert people[0].trainee.joined_at == day


def test_without_a_pin_nothing_matches(places):
    [person] = join_many(newcomers=[Newcomer(**YANG, village=places[HAOHUAHONG])])
    assert not pins.matches("", person.pin)
    assert not pins.matches("000000", person.pin)


def test_staff_are_no_trainees(db):
    assert trainee_of(User.objects.create_user("wei")) is None
