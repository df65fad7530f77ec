"""Entries merged by way of another one are hers like any: what they recorded arrives, and they go with her."""

import pytest

from foundation.audit import AuditEntry
from progress.services import receive_events
from progress.services.erasing import erase
from progress.services.merging import merge
from tests.learning import a_visit
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG
from trainees.models import Person, Trainee
from trainees.selectors import earlier_keys
from trainees.services import join
from trainees.services.doubles import tell_apart


@pytest.fixture
def three(places, chen) -> list[Trainee]:
    """The first was merged into the second, and the second into the third."""
    villages = [places[code] for code in (HAOHUAHONG, FENGSHAN, HAOHUAHONG)]
    found = [join(name="杨小花", sign="drum", age="18+", village=village).trainee for village in villages]
    merge(kept=found[1], other=found[0], by=chen)
    merge(kept=found[2], other=found[1], by=chen)
    return list(Trainee.objects.order_by("pk"))


def test_what_the_first_ones_phone_recorded_arrives_as_hers(three, lessons):
    first, second, third = three
    assert earlier_keys(third) == {str(first.key), str(second.key)}
    sent = a_visit(lessons[0], person=str(first.key))
    assert receive_events(trainee=third, bodies=[sent]).stored == [sent["uuid"]]


@pytest.mark.parametrize("said", [0, 1, 2])
def test_erasing_any_of_them_erases_the_one_person_that_they_are(three, chen, said):
    assert erase(trainee=three[said], by=chen)
    assert not Person.objects.exists()
    assert not Trainee.objects.filter(erased_at=None).exists()
    assert not erase(trainee=three[said], by=chen)


def test_the_trail_of_erasing_names_the_place_that_holds_all_of_them(three, chen):
    erase(trainee=three[2], by=chen)
    entry = AuditEntry.objects.get(what="person")
    assert (entry.area, entry.people) == ("522731", 1)
    assert set(entry.named.split()) == {one.number for one in three}


def test_the_trail_of_a_merge_names_the_place_that_holds_both(three):
    assert set(AuditEntry.objects.filter(what="merge").values_list("area", flat=True)) == {"522731"}


def test_the_trail_of_two_people_names_the_place_that_holds_both(places, chen):
    one, other = (join(name="杨小花", sign="drum", age="18+", village=places[at]) for at in (HAOHUAHONG, FENGSHAN))
    tell_apart(one=one, other=other, by=chen)
    assert AuditEntry.objects.get(what="not-the-same").area == "522731"
