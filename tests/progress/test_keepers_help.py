"""The keeper's people, and sitting beside a neighbour: recorded as helped, for an hour, and nothing more opens."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from foundation.audit import AuditEntry
from progress.models import LearningEvent
from progress.services import receive_events
from progress.services.erasing import erase
from tests.learning import (
    a_learning_course,
    a_visit,
)
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, PIN
from tests.trainees.keeping import a_keeper, enrolled, signed_in, the_device, the_post
from trainees.consent_words import CALLS
from trainees.models import Helping, Person
from trainees.pins import matches
from trainees.services import join
from trainees.services.appointing import appoint_keeper, end_keeper
from trainees.services.consents import withdraw
from trainees.services.devices import end_device

YANGS_PIN = "730964"
DAYS = datetime.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("own_limits")


@pytest.fixture
def yang(places) -> Person:
    return join(name="杨小花", sign="orange", age="18+", village=places[HAOHUAHONG], pin=YANGS_PIN, phone="13700000001")


@pytest.fixture
def phone(places) -> Client:
    return enrolled(signed_in(a_keeper(places[HAOHUAHONG])), places[HAOHUAHONG])


def room_of(person: Person, more: str = "") -> str:
    return f"/village/people/{person.trainee_id}/{more}"


def page(response) -> str:
    return response.content.decode()


def help_her(phone: Client, person: Person, **form: str):
    return phone.post(room_of(person, "help/"), form)


def test_people_of_other_villages_are_not_there(phone, places):
    far = join(name="陈远", sign="fish", age="18+", village=places[FENGSHAN], pin=PIN)
    assert "陈远" not in page(phone.get("/village/people/"))
    for more in ("", "number/", "pin/", "picture/", "help/"):
        assert phone.get(room_of(far, more)).status_code == 404
    for more in ("helped/", "help/"):
        assert phone.post(room_of(far, more)).status_code == 404
    assert phone.post(f"/learn/remember/{far.trainee_id}/").status_code == 404


def test_she_sees_who_has_not_started_and_who_goes_no_further(phone, yang, places):
    lesson = a_learning_course()[0]
    new = join(name="吴阿妹", sign="fish", age="18+", village=places[HAOHUAHONG], pin=PIN)
    receive_events(trainee=yang.trainee, bodies=[a_visit(lesson)], now=timezone.now() - 8 * DAYS)
    for state, seen in (("stuck", (True, False)), ("new", (False, True)), ("nonsense", (True, True))):
        shown = page(phone.get(f"/village/people/?state={state}"))
        assert ("杨小花" in shown, new.name in shown) == seen


def test_as_many_questions_for_many_people_as_for_one(phone, yang, places, django_assert_max_num_queries):
    for _ in range(20):
        join(name="许多", sign="fish", age="18+", village=places[HAOHUAHONG], pin="")
    phone.get("/village/people/")
    with django_assert_max_num_queries(24):
        assert page(phone.get("/village/people/")).count("许多") == 20


def test_her_people_stand_by_sound_and_are_found_by_a_part_of_name_sound_or_number(phone, yang, places):
    others = [
        join(name=name, sign="fish", age="18+", village=places[HAOHUAHONG], pin="")
        for name in ("曾三妹", "白云", "白玉", *["许多"] * 18)
    ]
    listed = BeautifulSoup(page(phone.get("/village/people/")), "html.parser")
    names = [one.get_text() for one in listed.select(".row__title")]
    assert names[:2] + names[-2:] == ["白玉", "白云", "杨小花", "曾三妹"]
    for typed, found in (
        ("三妹", ["曾三妹"]),
        ("zengs", ["曾三妹"]),
        ("BY", ["白玉", "白云"]),
        (f" {others[0].trainee.number.lower()} ", ["曾三妹"]),
        ("没有", []),
        ("\0", []),
    ):
        answer = phone.post("/village/people/?for=help", {"whom": typed})
        shown = BeautifulSoup(page(answer), "html.parser")
        assert [one.get_text() for one in shown.select(".row__title")] == found
        assert shown.find("input", {"name": "whom"})
    phone.handler.enforce_csrf_checks = True
    assert "曾三妹" in page(phone.post("/village/people/", {"whom": "zengs"}))


def test_the_phone_is_told_what_lessons_say_while_she_is_helped(phone, yang):
    assert "helping" not in phone.get("/learn/me/").json()
    help_her(phone, yang)
    told = BeautifulSoup(phone.get("/learn/me/").json()["helping"], "html.parser")
    assert "I am helping 杨" in told.get_text()
    assert "杨小花" not in str(told)
    assert told.select_one("form.helping[action='/learn/help/end/'][data-leaving] [name=csrfmiddlewaretoken]")


def test_a_short_list_has_no_field_to_look_for_somebody(phone, yang):
    assert 'name="whom"' not in page(phone.get("/village/people/"))


def test_a_forgotten_pin_is_replaced_on_her_phone_and_written_into_the_trail(phone, yang):
    elsewhere = signed_in(yang, pin=YANGS_PIN)
    assert "918 273" in page(phone.post(room_of(yang, "pin/"), {"take": "918273"}))
    yang.refresh_from_db()
    assert matches("918273", yang.pin)
    assert elsewhere.get("/learn/shelf/").status_code == 302
    entry = AuditEntry.objects.get(what="new-pin")
    assert (entry.by, entry.named.split()) == (the_post().user, [yang.trainee.number])


def test_a_new_number_is_written_down_and_may_be_that_of_a_neighbour(phone, yang, places):
    join(name="吴阿妹", sign="fish", age="18+", village=places[HAOHUAHONG], pin=PIN, phone="13700000002")
    assert "11 digits" in page(phone.post(room_of(yang, "number/"), {"name": "杨小花", "phone": "12"}))
    assert "It is changed" in page(
        phone.post(room_of(yang, "number/"), {"name": "杨小花", "phone": "137 0000 0002"}, follow=True)
    )
    yang.refresh_from_db()
    assert (yang.phone, yang.phone_verified_at) == ("13700000002", None)
    assert AuditEntry.objects.filter(by=the_post().user, named__contains=yang.trainee.number, action="changed").exists()


def test_who_stands_in_the_register_alone_gets_picture_and_pin(phone, yang):
    Person.objects.filter(pk=yang.pk).update(user=None, sign="", pin="")
    assert phone.get(room_of(yang, "pin/"))["Location"] == room_of(yang, "picture/")
    assert phone.post(room_of(yang, "picture/"), {"sign": "sun"})["Location"] == room_of(yang, "pin/")
    phone.post(room_of(yang, "pin/"), {"pin": YANGS_PIN, "again": YANGS_PIN})
    yang.refresh_from_db()
    assert (yang.sign, bool(yang.user), matches(YANGS_PIN, yang.pin)) == ("sun", True, True)


def test_her_picture_joins_the_keepers_on_that_phone(phone, yang):
    phone.post(f"/learn/remember/{yang.trainee_id}/")
    shown = page(phone.get("/learn/who/"))
    assert "orange.svg" in shown
    assert "drum.svg" in shown


def test_help_is_written_down_once_a_day(phone, yang):
    for _ in range(2):
        assert "Written down" in page(phone.post(room_of(yang, "helped/"), follow=True))
    assert AuditEntry.objects.filter(what="helped-day").count() == 1


def test_what_is_done_with_help_is_recorded_as_helped(phone, yang):
    lesson = a_learning_course()[0]
    assert help_her(phone, yang)["Location"] == "/learn/"
    assert "I am helping 杨**" in page(phone.get("/learn/"))
    address = f"/learn/lesson/{lesson.translation_key}/finished/"
    form = BeautifulSoup(phone.get(address).content, "html.parser").find_all("form")[-1]
    phone.post(address, {field["name"]: field["value"] for field in form.find_all("input")})
    events = LearningEvent.objects.filter(trainee=yang.trainee, kind="lesson-finished")
    assert [event.helped for event in events] == [True]


def test_the_phone_is_told_by_dots_that_go_with_the_help(phone, yang):
    help_her(phone, yang)
    phone.get("/learn/")
    assert phone.cookies["learner"].value == f"{yang.trainee.key}.."
    assert int(phone.cookies["learner"]["max-age"]) <= 3600
    phone.post("/learn/help/end/")
    assert phone.cookies["learner"].value == ""


def test_without_her_pin_what_she_handed_in_stays_closed(phone, yang):
    help_her(phone, yang)
    closed = ["shelf/", "take-along/", "task/photo/1/", "my-data/", "phones/", "messages/", "was-it-me/", "forget-me/"]
    assert {phone.get(f"/learn/{room}").status_code for room in closed} == {403}
    assert phone.get("/learn/me/").status_code == 200


def test_with_her_pin_her_tasks_open_and_what_is_hers_alone_does_not(phone, yang):
    assert "That is not the PIN" in page(help_her(phone, yang, pin="111111"))
    help_her(phone, yang, pin=YANGS_PIN)
    assert phone.get("/learn/shelf/").status_code == 200
    assert phone.get("/learn/take-along/").status_code == 403


def test_the_keepers_room_is_closed_while_she_helps_even_another_keeper(phone, yang, places):
    appoint_keeper(person=yang, village=places[HAOHUAHONG], valid_from=timezone.localdate(), valid_to=None, by=None)
    help_her(phone, yang, pin=YANGS_PIN)
    assert phone.get("/village/").status_code == 404
    assert phone.get("/village/this-phone/").status_code == 404


def test_one_tap_ends_it_and_the_keeper_types_her_own_pin(phone, yang):
    help_her(phone, yang)
    door = phone.post("/learn/help/end/")["Location"]
    assert door.startswith("/learn/who/")
    assert phone.get("/village/")["Location"].startswith("/learn/who/")
    assert phone.post(door, {"pin": PIN})["Location"] == "/village/"
    assert phone.get("/village/").status_code == 200


def test_the_day_of_a_help_is_in_the_trail_once(phone, yang):
    help_her(phone, yang)
    phone.post(phone.post("/learn/help/end/")["Location"], {"pin": PIN})
    help_her(phone, yang)
    assert AuditEntry.objects.filter(what="helped-day").count() == 1


def test_no_phone_holds_two_helps_at_once(phone, yang):
    help_her(phone, yang)
    other = Helping.objects.get()
    other.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


@pytest.mark.parametrize("ends", ["hour", "phone", "post"])
def test_help_is_over_with_the_hour_the_phone_or_the_post(phone, yang, ends):
    help_her(phone, yang)
    if ends == "hour":
        Helping.objects.update(until=timezone.now())
    elif ends == "phone":
        end_device(device=the_device(), by=None)
    else:
        end_keeper(post=the_post(), by=None)
    assert phone.get("/learn/")["Location"] == "/learn/help-over/"
    assert "The help is over" in page(phone.get("/learn/help-over/"))
    assert "_auth_user_id" not in dict(phone.session)


def test_a_second_help_ends_the_first_and_each_is_in_the_trail(phone, yang, places):
    wu = join(name="吴阿妹", sign="fish", age="18+", village=places[HAOHUAHONG], pin=PIN)
    help_her(phone, yang)
    door = phone.post("/learn/help/end/")["Location"]
    phone.post(door, {"pin": PIN})
    help_her(phone, wu)
    assert Helping.objects.filter(ended_at=None).count() == 1
    told = AuditEntry.objects.filter(what="help").order_by("number").values_list("named", flat=True)
    assert [named.strip() for named in told] == [yang.trainee.number, wu.trainee.number]


def test_nobody_helps_herself_or_one_who_was_switched_off(phone, yang):
    assert phone.get(room_of(the_post().user.person, "help/")).status_code == 404
    yang.user.is_active = False
    yang.user.save()
    assert help_her(phone, yang).status_code == 404


@pytest.mark.parametrize("erased", ["keeper", "neighbour"])
def test_help_is_over_when_one_of_the_two_had_herself_erased(phone, yang, erased):
    help_her(phone, yang)
    erase(trainee=the_post().user.person.trainee if erased == "keeper" else yang.trainee, by=None)
    assert phone.get("/learn/")["Location"] == "/learn/help-over/"
    assert not Helping.objects.filter(ended_at=None).exists()


def test_what_is_her_own_a_keeper_does_not_change_without_her_pin(phone):
    me = the_post().user.person
    assert {phone.get(room_of(me, room)).status_code for room in ("number/", "picture/", "pin/")} == {404}
    assert phone.post(room_of(me, "pin/"), {"take": YANGS_PIN}).status_code == 404
    shown = page(phone.get(room_of(me)))
    assert "/pin/" not in shown
    assert "?person=" not in shown


def test_who_does_not_want_to_be_called_is_not_offered_to_be(phone, yang):
    assert "tel:13700000001" in page(phone.get(room_of(yang)))
    withdraw(person=yang, purpose=CALLS)
    shown = page(phone.get(room_of(yang)))
    assert "does not want to be called" in shown
    assert "13700000001" not in shown
