"""Her own file: what the county and her teachers wrote of her stands there in words, not as data alone."""

import datetime
from uuid import uuid4

import pytest
from django.utils.translation import override

from progress.my_data.file import pieces_of_file
from tests.progress.test_erasing import a_class
from tests.trainees.conftest import HAOHUAHONG
from trainees.models import Category, CategoryMembership, Household, Message, Person, RegisterEntry
from trainees.services import join

pytestmark = pytest.mark.django_db


@pytest.fixture
def gui(places) -> Person:
    return join(name="杨桂花", sign="drum", age="18+", village=places[HAOHUAHONG])


def shown(person: Person) -> str:
    with override("en"):
        return "".join(pieces_of_file(person.trainee, "en")).split('<script id="data"')[0]


def test_who_stands_in_no_register_and_no_class_reads_of_none(gui):
    assert "register of your class" not in shown(gui)
    assert "<h2>Classes" not in shown(gui)


def test_what_stands_in_the_register_in_classes_and_messages_is_read(gui, places):
    household = Household.objects.create(village=places[HAOHUAHONG], number="W-07")
    RegisterEntry.objects.create(person=gui, hamlet="上院", schooling="middle", household=household)
    category = Category.objects.create(name_zh="合作社户", name_en="cooperative household", of="household")
    CategoryMembership.objects.create(household=household, category=category, valid_from=datetime.date(2026, 3, 1))
    a_class(places["522731"], until=datetime.date(2029, 12, 31), member=gui.trainee)
    Message.objects.create(person=gui, sending=uuid4(), words="下周三我来村里")
    read = shown(gui)
    for words in ("上院", "middle school", "W-07", "cooperative household", "1 March 2026", "2029", "下周三我来村里"):
        assert words in read
