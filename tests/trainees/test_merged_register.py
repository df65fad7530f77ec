"""What the register says of the other one is the kept one's, where hers is empty, as long as they are one."""

import pytest

from progress.services.merging import merge, undo_merge
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG
from trainees.models import Category, CategoryMembership, Household, Person, RegisterEntry, Trainee
from trainees.register.standing import standing_of
from trainees.services import join

HERS = {"gender": "f", "schooling": "middle", "hamlet": "上寨", "id_sealed": "s", "id_digest": "d", "id_end": "1234"}
PHONE = "13700000001"


@pytest.fixture
def kept(places) -> Person:
    """She signed up by herself."""
    return join(name="杨小花", sign="orange", age="18+", village=places[HAOHUAHONG])


@pytest.fixture
def listed(places) -> Person:
    """The roster's line, of a head of a household, in a category."""
    trainee = Trainee.objects.create(village=places[HAOHUAHONG], registered_village=places[FENGSHAN])
    person = Person.objects.create(trainee=trainee, name="杨小花", phone=PHONE)
    home = Household.objects.create(village=places[HAOHUAHONG], number="7", head=person)
    RegisterEntry.objects.create(person=person, household=home, **HERS)
    category = Category.objects.create(key="told", name_zh="搬迁", name_en="resettled", in_use=True)
    CategoryMembership.objects.create(category=category, person=person)
    return person


def register() -> list:
    rows = (Household, CategoryMembership, Person, Trainee)
    entries = list(RegisterEntry.objects.order_by("pk").values(*HERS, "person", "household"))
    return [entries, *(list(model.objects.order_by("pk").values()) for model in rows)]


def test_what_is_empty_is_filled_and_taken_back_exactly(kept, listed, chen):
    before = register()
    row = merge(kept=kept.trainee, other=listed.trainee, by=chen)
    known = standing_of(Trainee.objects.filter(pk=kept.trainee_id), {}).people[kept.pk]
    said = {"gender": "f", "household": "7", "id_end": "1234", "phone": PHONE}
    said["registered"] = listed.trainee.registered_village_id
    assert {key: known.values[key] for key in said} == said
    assert (known.is_head, len(known.categories)) == (True, 1)
    assert "上寨" not in str(row.moved)
    assert PHONE not in str(row.moved)
    undo_merge(merge=row, by=chen)
    assert register() == before


def test_what_is_known_of_her_or_changed_since_stays(kept, listed, chen):
    mine = RegisterEntry.objects.create(person=kept, gender="m")
    row = merge(kept=kept.trainee, other=listed.trainee, by=chen)
    mine.refresh_from_db()
    assert (mine.gender, mine.schooling) == ("m", "middle")
    RegisterEntry.objects.filter(pk=mine.pk).update(schooling="high")
    Person.objects.filter(pk=kept.pk).update(phone="13700000002")
    undo_merge(merge=row, by=chen)
    mine.refresh_from_db()
    kept.refresh_from_db()
    assert (mine.gender, mine.schooling, mine.id_digest, kept.phone) == ("m", "high", "", "13700000002")


def test_nobody_takes_along_the_household_of_another_village(kept, listed, chen, places):
    Trainee.objects.filter(pk=kept.trainee_id).update(village=places[FENGSHAN])
    merge(kept=kept.trainee, other=listed.trainee, by=chen)
    mine = RegisterEntry.objects.get(person=kept)
    assert (mine.household, mine.hamlet, mine.gender) == (None, "", "f")
    assert Household.objects.get().head == listed
