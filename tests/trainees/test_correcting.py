"""What is kept of her is put right, by herself or by whoever looks after her; nothing else changes with it."""

from foundation.audit import AuditEntry
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG
from tests.trainees.keeping import shis_phone
from trainees.services.correcting import correct


def told() -> list[str]:
    return list(AuditEntry.objects.filter(action="changed").order_by("number").values_list("what", flat=True))


def test_what_she_puts_right_herself_is_hers_in_the_trail(yang):
    assert correct(person=yang, by=yang.user, name="杨大花")
    assert told() == ["own-words"]


def test_what_somebody_else_puts_right_is_not_said_to_be_hers(yang, wu):
    assert correct(person=yang, by=wu.user, name="杨大花")
    assert told() == ["neighbours-words"]


def test_registration_that_is_not_named_stays(yang, places):
    correct(person=yang, by=yang.user, registered_village=places[FENGSHAN])
    correct(person=yang, by=None, name="杨大花")
    yang.trainee.refresh_from_db()
    assert yang.trainee.registered_village == places[FENGSHAN]


def test_registration_is_taken_away_where_that_is_said(yang, places):
    correct(person=yang, by=yang.user, registered_village=places[HAOHUAHONG])
    assert correct(person=yang, by=yang.user, registered_village=None)
    yang.trainee.refresh_from_db()
    assert yang.trainee.registered_village is None


def test_the_keeper_changes_name_and_number_alone(yang, posters):
    phone = shis_phone(posters)
    correct(person=yang, by=yang.user, registered_village=posters[FENGSHAN])
    address = f"/village/people/{yang.trainee_id}/number/"
    phone.post(address, {"name": "杨大花", "phone": ""})
    yang.trainee.refresh_from_db()
    assert (yang.trainee.registered_village, told()[-1]) == (posters[FENGSHAN], "neighbours-words")
