"""Officials and trainers look after the keepers and phones of their own area, in the office."""

import pytest
from django.test import Client

from tests.staff import at_desk
from tests.trainees.conftest import DAY, HAOHUAHONG, LIANHUA, holding
from tests.trainees.keeping import a_keeper, signed_in
from trainees.models import EnrolledDevice, Person, Post
from trainees.services import join
from trainees.services.appointing import appoint_keeper
from trainees.services.devices import enrol_device, issue_device_code

KEEPERS = "/office/keepers/"

pytestmark = pytest.mark.usefixtures("own_limits")


@pytest.fixture
def yang(places) -> Person:
    return join(name="杨小花", sign="orange", age="18+", village=places[HAOHUAHONG], pin="482915")


@pytest.fixture
def chen(places) -> Client:
    return at_desk(holding("chen", places["522731"]), "en")


def appointing(yang: Person, **changed: str) -> dict:
    return {
        "do": "appoint",
        "number": yang.trainee.number,
        "village": "好花红",
        "valid_from": "2026-01-01",
        "valid_to": "",
        **changed,
    }


def test_an_official_appoints_a_keeper_by_her_number_and_ends_her_post(chen, yang):
    assert chen.post(KEEPERS, appointing(yang)).status_code == 302
    post = Post.objects.get(role="keeper")
    assert (post.user, post.division.code) == (yang.user, HAOHUAHONG)
    shown = chen.get(KEEPERS).content.decode()
    assert "杨**" in shown
    assert "杨小花" not in shown
    chen.post(KEEPERS, {"do": "end-keeper", "number": post.pk})
    assert "杨**" not in chen.get(KEEPERS).content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"number": "H-999999"}, "You answer for nobody with this number"),
        ({"number": "yang"}, "You answer for nobody with this number"),
        ({"village": "莲花村"}, "No place of yours is called so"),
        ({"village": "好花红镇"}, "No place of yours is called so"),
        ({"village": ""}, "Please write the name of the place"),
        ({"valid_from": "soon"}, "2026-03-31"),
        ({"valid_to": "2025-01-01"}, "The post ends before it begins"),
        ({"valid_to": "2026-01-02"}, "This day is over"),
    ],
)
def test_what_cannot_be_is_said_and_appoints_nobody(chen, yang, changed, said):
    assert said in chen.post(KEEPERS, appointing(yang, **changed)).content.decode()
    assert not Post.objects.filter(role="keeper").exists()


def test_a_village_that_may_be_several_is_tapped(chen, yang):
    unclear, tapped = appointing(yang, village="村"), {"village_code": HAOHUAHONG}
    button = f'form="appointing" name="village_code" value="{HAOHUAHONG}">'
    assert button in chen.post(KEEPERS, unclear).text
    assert 'type="hidden" name="village_code"' in chen.post(KEEPERS, unclear | tapped | {"number": ""}).text
    assert chen.post(KEEPERS, unclear | tapped | {"village": "莲花"}).status_code == 200
    assert chen.post(KEEPERS, unclear | tapped).status_code == 302
    assert 'form="enrolling"' in chen.post(KEEPERS, {"do": "code", "village": "村"}).text
    assert "keeper-code" in chen.post(KEEPERS, {"do": "code", "village": "村"} | tapped).text
    assert Post.objects.get(role="keeper").division.code == HAOHUAHONG


def test_another_countys_official_sees_and_ends_nothing_of_ours(places, yang):
    deng = at_desk(holding("deng", places["522730"]), "en")
    post = appoint_keeper(person=yang, village=places[HAOHUAHONG], valid_from=DAY, valid_to=None, by=None)
    digits = issue_device_code(village=places[HAOHUAHONG], label="红色", by=None)
    phone = enrol_device(digits=digits, keeper=yang.user, device_digest="a", former=None)
    assert "好花红" not in deng.get(KEEPERS).content.decode()
    for told in ({"do": "end-keeper", "number": post.pk}, {"do": "end-phone", "number": phone.pk}):
        assert deng.post(KEEPERS, told).status_code == 404
    assert "You answer for nobody" in deng.post(KEEPERS, appointing(yang, village="莲花")).content.decode()
    deng.post(KEEPERS, {"do": "code", "village": HAOHUAHONG})
    assert EnrolledDevice.objects.get().ended_at is None


def test_who_answers_for_a_township_enrols_phones_and_appoints_nobody(places, yang):
    luo = at_desk(holding("luo", places["522731102"], role="trainer"), "en")
    assert luo.post(KEEPERS, appointing(yang)).status_code == 404
    assert "keeper-code" in luo.post(KEEPERS, {"do": "code", "village": "好花红"}).content.decode()


def test_a_code_from_the_office_enrols_the_keepers_phone_and_ends_it(chen, places):
    phone = signed_in(a_keeper(places[HAOHUAHONG]))
    shown = chen.post(KEEPERS, {"do": "code", "village": HAOHUAHONG, "label": "站里的，红色"})
    phone.post("/village/this-phone/", {"code": shown.context["digits"]})
    assert phone.get("/village/").status_code == 200
    assert "站里的，红色" in chen.get(KEEPERS).content.decode()
    chen.post(KEEPERS, {"do": "end-phone", "number": EnrolledDevice.objects.get().pk})
    assert phone.get("/village/").status_code == 403


def test_an_auditor_and_a_plain_user_have_no_such_room(places):
    auditor = at_desk(holding("auditor", places["522731"], role="auditor"), "en")
    assert auditor.get(KEEPERS).status_code == 404
    assert auditor.post(KEEPERS, {"do": "code", "village": LIANHUA}).status_code == 404


def test_as_many_questions_for_one_keeper_as_for_many(chen, places, django_assert_max_num_queries, yang):
    for _ in range(12):
        a_keeper(places[HAOHUAHONG])
    chen.get(KEEPERS)
    with django_assert_max_num_queries(30):
        chen.get(KEEPERS)
