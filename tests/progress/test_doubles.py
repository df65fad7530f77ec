"""Entries that may be one person are listed with why, for a human; what she says is kept."""

import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from foundation.audit import AuditEntry
from progress.looking_after.telling_apart import names_of
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA, holding
from trainees.models import Household, Merge, NotTheSame, Person, RegisterEntry, Trainee, User
from trainees.selectors.doubles import alike_in_sound, likely_doubles
from trainees.services import join, move

ROOM = "/cms/doubles/"
PHONE = "13700000001"


@pytest.fixture
def wei(places) -> User:
    return made_trainer(holding("wei", places["522731"], "trainer"))


@pytest.fixture
def desk(wei) -> Client:
    return at_desk(wei, "en")


def person(places, name: str, village: str = HAOHUAHONG, phone: str = "") -> Person:
    return join(name=name, sign="orange", age="18+", village=places[village], phone=phone)


def found(user: User) -> list[tuple[str, str, set[str]]]:
    return [(pair.first.name, pair.second.name, pair.reasons) for pair in likely_doubles(user)]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("杨小花", "杨晓花", True), ("小花", "杨小花", True), ("杨小花", "吴阿妹", False), ("李", "李小莉", False)],
)
def test_names_that_sound_alike(one, other, alike):
    assert alike_in_sound(one, other) is alike


def test_the_same_name_in_one_village_is_listed_and_in_another_is_not(places, wei):
    for village in (HAOHUAHONG, HAOHUAHONG, FENGSHAN):
        person(places, "杨小花", village)
    assert found(wei) == [("杨小花", "杨小花", {"name"})]


def test_the_same_name_where_she_lived_before_is_listed(places, wei):
    one = person(places, "杨小花")
    move(trainee=one.trainee, village=places[FENGSHAN])
    person(places, "杨小花")
    person(places, "吴阿妹")
    assert found(wei) == [("杨小花", "杨小花", {"moved"})]
    move(trainee=one.trainee, village=places[HAOHUAHONG])
    assert found(wei) == [("杨小花", "杨小花", {"name"})]


def test_one_phone_is_a_family_unless_the_names_sound_alike(places, wei):
    for name, village in (("杨小花", HAOHUAHONG), ("杨晓花", FENGSHAN), ("吴阿妹", HAOHUAHONG)):
        person(places, name, village, PHONE)
    assert found(wei) == [("杨小花", "杨晓花", {"phone"})]


def test_half_a_pair_in_another_county_is_no_pair(places, wei):
    for village in (HAOHUAHONG, LIANHUA):
        person(places, "杨小花", village, PHONE)
    assert found(wei) == []


def test_two_people_are_told_apart_once_and_never_offered_again(places, wei, desk):
    one, other = person(places, "杨小花"), person(places, "杨小花")
    asked = {"first": one.trainee_id, "second": other.trainee_id, "apart": "1"}
    for _tap in range(2):
        desk.post(ROOM, asked)
    assert (NotTheSame.objects.count(), found(wei)) == (1, [])
    assert AuditEntry.objects.filter(what="not-the-same").count() == 1


def test_she_says_which_entry_stays_and_takes_it_back(places, wei, desk):
    one, other = person(places, "杨小花"), person(places, "杨小花")
    page = desk.get(ROOM).text
    assert one.trainee.number in page
    assert "小花" not in page
    asked = {"first": one.trainee_id, "second": other.trainee_id, "same": "second"}
    page = desk.post(ROOM, asked).text  # nothing is done before it was asked once more
    assert (Merge.objects.exists(), 'name="sure"' in page, "小花" in page) == (False, True, False)
    asked["sure"] = "1"
    assert other.trainee.number in desk.post(ROOM, asked, follow=True).text
    merge = Merge.objects.get()
    assert (merge.kept, merge.other, found(wei)) == (other.trainee, one.trainee, [])
    assert desk.post(ROOM, asked).status_code == 404  # from a page that is old
    assert "each has again what was hers" in desk.post(ROOM, {"undo": merge.pk}, follow=True).text
    assert len(found(wei)) == 1


def test_two_rows_can_be_told_apart_and_no_name_is_opened(places, wei, desk):
    one, other = person(places, "韦小花", phone=PHONE), person(places, "韦晓花", FENGSHAN, PHONE)
    home = Household.objects.create(village=places[HAOHUAHONG], number="7")
    RegisterEntry.objects.create(person=one, hamlet="上寨", household=home, id_end="123X")
    page = desk.get(ROOM).text
    for told in ("137****0001 · ID ****123X · 上寨 · household 7", "differ in one character: number 2"):
        assert told in page
    for open_one in (PHONE, "小花", "晓花"):
        assert open_one not in page
    for each in (one, other):
        assert desk.get(f"/cms/people/{each.trainee_id}/").status_code == 200
        assert f'href="/cms/people/{each.trainee_id}/"' in page


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("韦小花", "韦小花", "the same"),
        ("韦小花", "小花", "longer by 1 "),
        ("韦小花", "杨晓花", "characters 1, 2"),
    ],
)
def test_where_names_differ_is_said_in_words(first, second, said):
    with override("en"):
        assert said in names_of(Person(name=first), Person(name=second))


@pytest.mark.parametrize("told", [{}, {"first": "x", "second": "9" * 40}, {"undo": "0"}, {"undo": "x"}])
def test_nonsense_is_not_there(desk, told):
    assert desk.post(ROOM, told).status_code == 404


def test_somebody_of_another_county_merges_and_undoes_nothing(places, wei, desk):
    one, other = person(places, "杨小花"), person(places, "杨小花")
    stranger = at_desk(made_trainer(holding("mo", places["522730"], "trainer")))
    asked = {"first": one.trainee_id, "second": other.trainee_id, "same": "first", "sure": "1"}
    assert stranger.post(ROOM, asked).status_code == 404
    desk.post(ROOM, asked)
    assert stranger.post(ROOM, {"undo": Merge.objects.get().pk}).status_code == 404
    assert Merge.objects.get().undone_at is None


def test_the_list_asks_no_more_often_for_more_people(places, wei, desk):
    counts = []
    for name in ("杨小花", "吴阿妹"):
        for _n in range(4):
            person(places, name, phone=PHONE)
        desk.get(ROOM)
        with CaptureQueriesContext(connection) as captured:
            desk.get(ROOM)
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.hard
def test_who_moved_is_compared_with_her_old_village_and_not_everybody_with_everybody(places, wei):
    moved = person(places, "韦小花")
    others = [Trainee(village=places[HAOHUAHONG]) for _n in range(12_000)]
    Trainee.objects.bulk_create(others)
    Person.objects.bulk_create(Person(trainee=one, name=f"罗{one.pk}") for one in others)
    person(places, "韦小花")
    move(trainee=moved.trainee, village=places[FENGSHAN])
    begun = time.process_time()
    assert found(wei) == [("韦小花", "韦小花", {"moved"})]
    assert time.process_time() - begun < 2
