"""A trainer's classes: made for her own places, joined by QR with one tap, and told of before anything is kept."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from foundation.audit import AuditEntry
from tests.house.test_addresses import signed_in
from tests.staff import made_trainer
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, WORDS, holding, phone_of
from trainees.models import Cohort, CohortMember
from trainees.selectors.restricted import kept_register
from trainees.services import join_cohort, leave_cohort

TODAY = timezone.localdate()
WHEN = {"starts_on": TODAY.isoformat(), "funded": "no"}


@pytest.fixture
def cohort(places) -> Cohort:
    return Cohort.objects.create(name="绣坊班", division=places[HAOHUAHONG], starts_on=TODAY, code="306158")


def test_a_trainer_makes_a_class_and_the_sheet_shows_its_code(wei):
    desk = signed_in(wei)
    made = desk.post("/cms/classes/new/", {"name": "绣坊班", "place": "好花红村", "organisation": "阿依绣坊"} | WHEN)
    cohort = Cohort.objects.get()
    assert (made["Location"], cohort.division.code) == (f"/cms/classes/{cohort.pk}/", HAOHUAHONG)
    sheet = desk.get(f"/cms/classes/{cohort.pk}/sheet/").text
    assert "<svg" in sheet
    assert f"/g/{cohort.code}/" in sheet
    assert AuditEntry.objects.filter(what="class", action="added", area=HAOHUAHONG).exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": " "}, "name of the class"),
        ({"place": "莲花村"}, "No place of yours"),  # of another county
        ({"place": ""}, "Please write the name of the place"),
        ({"starts_on": "yesterday"}, "choose a day"),
        ({"ends_on": "2020-01-01"}, "ends before it begins"),
        ({"ends_on": "2030-01-01", "funded": "yes", "register_until": "2029-01-01"}, "at least until the class ends"),
        ({"funded": ""}, "whether public money pays"),
        ({"funded": "yes"}, "until when the register is kept"),
        ({"register_until": "2099-01-01"}, "Tap “yes”"),
        ({"name": "班" * 61}, "at most 60"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_stays(wei, changed, said):
    words = {"name": "绣坊班", "place": HAOHUAHONG, "organisation": "阿依绣坊"} | WHEN | changed
    answer = signed_in(wei).post("/cms/classes/new/", words, headers={"accept-language": "en"})
    assert (answer.status_code, Cohort.objects.count()) == (400, 0)
    assert said in answer.text
    assert "阿依绣坊" in answer.text


def test_a_place_that_may_be_several_is_tapped_and_stays_so_while_something_else_is_put_right(wei):
    desk, words = signed_in(wei), {"name": "", "place": "村"} | WHEN
    asked = desk.post("/cms/classes/new/", words, headers={"accept-language": "en"}).text
    assert ("Please tap it" in asked, f'name="place_code" value="{HAOHUAHONG}">' in asked) == (True, True)
    words["place_code"] = HAOHUAHONG
    assert f'value="{HAOHUAHONG}" checked' in desk.post("/cms/classes/new/", words).text
    assert desk.post("/cms/classes/new/", words | {"name": "绣坊班", "place": "莲花村"}).status_code == 400
    desk.post("/cms/classes/new/", words | {"name": "绣坊班"})
    assert Cohort.objects.get().division.code == HAOHUAHONG


def test_the_class_of_another_county_is_not_there(places, cohort):
    other = signed_in(made_trainer(holding("mo", places["522730"], "trainer")))
    paths = ("", "change/", "sheet/")
    assert {other.get(f"/cms/classes/{cohort.pk}/{path}").status_code for path in paths} == {404}
    assert "绣坊班" not in other.get("/cms/classes/").text


def test_a_guest_who_scans_is_led_through_the_sign_up_and_back(posters, cohort):
    phone = Client(headers={"accept-language": "en"})
    page = phone.get("/g/306158/", follow=True)
    assert "绣坊班" in page.text
    assert f"/learn/join/?village={HAOHUAHONG}&amp;next=%2Flearn%2Fclass%2F306158%2F" in page.text
    answer = phone.post("/learn/join/", WORDS | {"next": "/learn/class/306158/"})
    assert answer["Location"] == "/learn/class/306158/"
    assert not CohortMember.objects.exists()
    phone.post("/learn/class/306158/")
    assert cohort.members.get().trainee.person.name == WORDS["name"]


def test_opening_puts_nobody_in_and_tapping_twice_is_once(cohort, yang):
    phone = phone_of(yang)
    assert "Yes, this is my class" in phone.get("/learn/class/306158/").text
    assert not CohortMember.objects.exists()
    for _tap in range(2):
        assert phone.post("/learn/class/306158/").status_code == 302
    assert cohort.members.count() == 1
    assert "You are in this class" in phone.get("/learn/class/306158/").text


def test_an_unknown_code_and_a_class_that_is_over_say_so(cohort, yang):
    phone = phone_of(yang)
    assert "No class has this code" in phone.get("/learn/class/999999/").text
    Cohort.objects.update(starts_on="2020-01-01", ends_on=TODAY - datetime.timedelta(days=1))
    assert "This class is over" in phone.get("/learn/class/306158/").text
    assert "This class is over" in phone.post("/learn/class/306158/").text
    assert not CohortMember.objects.exists()


def test_she_is_told_of_the_register_before_she_joins_and_a_later_change_binds_her_not(cohort, yang):
    day = datetime.date(2029, 12, 31)
    Cohort.objects.update(register_until=day, register_words="财政局三年内会核对名册。")
    told = phone_of(yang).get("/learn/class/306158/").text
    assert "Public money pays for this class" in told
    assert told.count("data-say") >= 4  # who does not read hears it before she joins
    assert "财政局三年内会核对名册。" in told
    join_cohort(cohort=Cohort.objects.get(), trainee=yang.trainee)
    Cohort.objects.update(register_until=datetime.date(2040, 1, 1), register_words="再留十年。")
    join_cohort(cohort=Cohort.objects.get(), trainee=yang.trainee)  # a second tap
    kept = kept_register(yang.trainee)
    assert kept is not None
    assert (kept.until, kept.words) == (day, "财政局三年内会核对名册。")


def test_who_never_joined_has_no_day(yang):
    assert kept_register(yang.trainee) is None


def test_a_trainer_sees_members_in_part_and_takes_one_out(wei, cohort, yang, wu):
    for person in (yang, wu):
        join_cohort(cohort=cohort, trainee=person.trainee)
    desk = signed_in(wei)
    page = desk.get(f"/cms/classes/{cohort.pk}/").text
    assert "杨**" in page
    assert "杨小花" not in page
    assert AuditEntry.objects.get(what="people-of-a-class").people == 2
    member = cohort.members.get(trainee=yang.trainee)
    desk.post(f"/cms/classes/{cohort.pk}/", {"member": member.pk})
    assert yang.trainee.number not in desk.get(f"/cms/classes/{cohort.pk}/").text
    with pytest.raises(ValidationError):
        join_cohort(cohort=Cohort(pk=cohort.pk, ends_on=TODAY - datetime.timedelta(days=1)), trainee=yang.trainee)
    assert join_cohort(cohort=cohort, trainee=yang.trainee)


def test_who_lives_elsewhere_is_seen_by_number_alone(places, cohort, yang):
    yang.trainee.village = places[FENGSHAN]
    yang.trainee.save()
    join_cohort(cohort=cohort, trainee=yang.trainee)
    desk = signed_in(made_trainer(holding("long", places["522731102"], "trainer")))
    page = desk.get(f"/cms/classes/{cohort.pk}/").text
    assert yang.trainee.number in page
    assert "杨**" not in page


@pytest.mark.parametrize("member", ["", "x", "0", "9" * 40])
def test_nobody_can_be_taken_out_who_is_not_in(wei, cohort, member):
    assert signed_in(wei).post(f"/cms/classes/{cohort.pk}/", {"member": member}).status_code == 404


def test_leaving_twice_is_written_down_once(wei, cohort, yang):
    join_cohort(cohort=cohort, trainee=yang.trainee)
    for _time in range(2):
        leave_cohort(member=CohortMember.objects.get(), by=wei)
    assert AuditEntry.objects.filter(what="class-membership").count() == 1
