"""What she sees of herself, and what she may do about it, under `/learn/my-data/`."""

import datetime
import json
import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from foundation.audit import Action, AuditEntry, record
from media.phrases import PHRASES, phrases
from progress.audited import A_PERSON
from progress.models import LearningEvent, Review, Submission, TaskPhoto
from progress.my_data.kept import TOPICS, untold
from progress.my_data.rows import tables_about
from progress.my_data.seen import seen_of
from progress.office.audited import PEOPLE_OF_A_VILLAGE
from progress.selectors.photo_days import last_day_after, photo_days_of
from progress.services import keep_photo, receive_events
from progress.services.retention import keep_no_longer
from progress.services.reviewing import Judgement, review_submission
from tests.learning import a_sent_photo, a_visit
from tests.progress.test_erasing import a_class
from tests.reviewing import handed_in
from tests.trainees.conftest import HAOHUAHONG, holding
from trainees.audited import KEEPERS, ROSTER_LINES
from trainees.consent_words import CALLS, PURPOSES, TASKS
from trainees.models import Consent, Person, Trainee, User
from trainees.selectors.consents import allows, people_who_refuse
from trainees.services import join

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]
PIN, ROOM = "482915", "/learn/my-data/"
ROOMS = ("", "kept/", "seen/", "agreed/", "put-right/", "take-away/", "erase/")


@pytest.fixture
def gui(places) -> Person:
    return join(name="杨桂花", sign="drum", age="18+", village=places[HAOHUAHONG], pin=PIN, phone="13700000071")


@pytest.fixture
def phone(gui, client) -> Client:
    """She is signed in, and her phone speaks English."""
    client.force_login(gui.user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def page(client: Client, room: str = "") -> str:
    return client.get(f"{ROOM}{room}").content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("room", ROOMS)
def test_every_room_opens_in_every_language_and_is_kept_nowhere(phone, room, language):
    answer = phone.get(f"{ROOM}{room}", headers={"accept-language": language})
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)


ALOUD = {"kept/": "Why?", "seen/": "Nobody", "agreed/": "If you say no", "erase/": "photos", "put-right/": "Mobile"}


@pytest.mark.parametrize(("room", "words"), ALOUD.items())
def test_what_a_room_says_can_be_heard_and_its_subject_tells_nothing_of_her(phone, room, words):
    said = BeautifulSoup(page(phone, room), "html.parser").select("[data-say]")
    assert {one["data-say"] for one in said if not one["data-say"].startswith("phrase:")} <= {"own"}
    assert any(words in one.text for one in said)


def test_every_table_about_her_is_told_in_plain_words():
    about = {one.related_model for owner in (Person, Trainee, User) for one in tables_about(owner) if owner is not User}
    assert untold(about | {Person, Trainee, User}) == []


def test_what_can_be_heard_is_what_stands_there():
    with override(None):
        assert [str(PHRASES[f"agree-{one.key}"]) for one in PURPOSES] == [str(one.words) for one in PURPOSES]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_what_is_kept_of_her_is_among_what_a_neighbour_records_in_the_words_that_stand_there(phone, language):
    said = BeautifulSoup(phone.get(f"{ROOM}kept/", headers={"accept-language": language}).text, "html.parser")
    shown = {one["data-say"]: "".join(one.text.split()) for one in said.select("[data-say^='phrase:kept-']")}
    with override(language):
        recorded = {f"phrase:{key}": "".join(words.split()) for key, words in phrases().items()}
    assert len(shown) == len(TOPICS)
    assert shown.items() <= recorded.items()


def test_she_reads_who_looked_by_role_and_day_and_never_by_name(gui, places):
    chen = holding("chen", places["522731"])
    chen.first_name = "陈"
    record(by=chen, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area=HAOHUAHONG, people=12)
    record(by=chen, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area=HAOHUAHONG, people=12)
    record(by=gui.user, action=Action.CHANGED, what=A_PERSON, area=HAOHUAHONG, people=1, objects=[gui.trainee.number])
    with override("en"):
        told = [(str(one.who), one.alone) for one in seen_of(gui.trainee)]
    assert told == [("you", True), ("the county", False)]


def test_what_was_done_with_others_is_not_told_her(gui, wu, places):
    deng = holding("deng", places["522730"])
    record(by=deng, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area="522730101201", people=3)
    record(by=deng, action=Action.CHANGED, what=A_PERSON, area=HAOHUAHONG, people=1, objects=[wu.number])
    assert seen_of(gui.trainee) == []


def test_lists_in_which_she_cannot_stand_are_not_told_her(gui, wu, places):
    chen = holding("chen", places["522731"])
    record(by=chen, action=Action.SAW, what=KEEPERS, area="522731", people=4)
    record(by=chen, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area=HAOHUAHONG, people=3)
    Trainee.objects.filter(pk=gui.trainee.pk).update(joined_at=timezone.now() + datetime.timedelta(seconds=1))
    assert seen_of(Trainee.objects.get(pk=gui.trainee.pk)) == []
    record(by=chen, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area=HAOHUAHONG, whom=[wu.number, gui.trainee.number])
    record(by=chen, action=Action.SAW, what=ROSTER_LINES, area=HAOHUAHONG, people=7)
    with override("en"):
        told = [(one.what, one.alone, one.certain) for one in seen_of(gui.trainee)]
    assert told == [("the list of people of a village", False, True), ("the list of people of a village", False, False)]


def test_as_many_questions_however_much_was_seen(gui, places, django_assert_num_queries):
    for number in range(8):
        user = holding(f"official-{number}", places["522731"])
        record(by=user, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area=HAOHUAHONG, people=number + 1)
    with django_assert_num_queries(4):
        seen_of(gui.trainee)


def test_she_says_no_to_calls_and_yes_again(phone, gui):
    assert allows(gui, CALLS)
    phone.post(f"{ROOM}agreed/", {"purpose": CALLS})
    assert (allows(gui, CALLS), list(people_who_refuse(CALLS))) == (False, [gui])
    phone.post(f"{ROOM}agreed/", {"purpose": CALLS, "yes": "1"})
    assert (allows(gui, CALLS), list(people_who_refuse(CALLS))) == (True, [])
    assert Consent.objects.filter(person=gui, purpose=CALLS).count() == 2


def test_no_to_photos_deletes_hers_with_her_pin_and_takes_no_more(phone, gui, wu, lesson):
    mine = handed_in(gui.trainee, lesson, "orange")
    review_submission(submission=mine, by=None, judgement=Judgement([True], passed=True))
    handed_in(wu, lesson, "orange")
    for told in ({}, {"pin": ""}, {"pin": "000000"}):
        answer = phone.post(f"{ROOM}agreed/", {"purpose": TASKS} | told)
        assert ("deleted at once" in answer.text, TaskPhoto.objects.count()) == (True, 2)
        assert ("That is not the PIN" in answer.text) == bool(told)
    phone.post(f"{ROOM}agreed/", {"purpose": TASKS, "pin": PIN})
    assert [photo.trainee for photo in TaskPhoto.objects.all()] == [wu]
    assert Submission.objects.get(pk=mine.pk).words
    assert Review.objects.get(submission=mine).passed
    answer = phone.post("/learn/task/photos/", a_sent_photo("red"), content_type="image/jpeg")
    assert (answer.status_code, answer.json()["photo"], answer.json()["why"]) == (200, None, "consent")
    assert "this one was not" in answer.json()["words"]


def test_learning_is_taken_back_by_erasing_alone(phone, gui):
    assert phone.post(f"{ROOM}agreed/", {"purpose": "learning"}).status_code == 404
    assert phone.post(f"{ROOM}agreed/", {"purpose": "anything"}).status_code == 404
    assert allows(gui, "learning")


RIGHT = {"name": "杨桂花", "sign": "drum", "phone": "13700000071", "registered": ""}


def test_she_puts_her_name_and_number_right(phone, gui):
    Person.objects.update(phone_verified_at=timezone.now())
    phone.post(f"{ROOM}put-right/", RIGHT | {"name": "杨贵花", "phone": "13700000072", "registered": "凤山"})
    gui.refresh_from_db()
    assert (gui.name, gui.phone, gui.phone_verified_at) == ("杨贵花", "13700000072", None)
    assert gui.trainee.registered_village.short_name == "凤山"
    assert AuditEntry.objects.get().what == "own-words"


@pytest.mark.parametrize("wrong", [{"name": "<b>"}, {"phone": "12"}, {"sign": "gold"}, {"registered": "没有这个村"}])
def test_what_cannot_be_keeps_everything_she_typed_and_changes_nothing(phone, gui, wrong):
    answer = phone.post(f"{ROOM}put-right/", RIGHT | {"name": "杨贵花"} | wrong)
    assert "What you typed is still there" in answer.content.decode()
    gui.refresh_from_db()
    assert (gui.name, AuditEntry.objects.count()) == ("杨桂花", 0)


def test_where_she_lives_is_not_hers_to_change_alone(phone, gui, places):
    phone.post(f"{ROOM}put-right/", RIGHT | {"village": "522731001001"})
    assert Trainee.objects.get().village.code == HAOHUAHONG


def test_form_that_lay_open_comes_back_with_what_she_typed(gui):
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    strict.force_login(gui.user)
    answer = strict.post(f"{ROOM}put-right/", RIGHT | {"name": "杨贵花"})
    assert "杨贵花" in answer.content.decode()
    assert "press once more" in answer.content.decode()


def taken(client: Client) -> str:
    answer = client.post(f"{ROOM}take-away/", {"pin": PIN})
    assert answer["Content-Disposition"].startswith("attachment")
    return b"".join(answer.streaming_content).decode()


def test_file_holds_her_words_photos_and_answers_and_opens_no_door(phone, gui, wu, lesson):
    record(by=wu.person.user, action=Action.SAW, what=PEOPLE_OF_A_VILLAGE, area=HAOHUAHONG, people=2)
    receive_events(trainee=gui.trainee, bodies=[a_visit(lesson)])
    mine = handed_in(gui.trainee, lesson, "orange")
    review_submission(submission=mine, by=None, judgement=Judgement([True], passed=True, comment="很清楚"))
    keep_photo(trainee=wu, content=a_sent_photo("red"))
    file = taken(phone)
    assert all(
        text in file for text in ("杨桂花", "13700000071", mine.words["text"], "很清楚", "data:image/jpeg;base64,")
    )
    data = json.loads(re.search(r'<script id="data" type="application/json">(.*)</script>', file)[1])
    assert (len(data["learningevent"]), len(data["taskphoto"])) == (
        LearningEvent.objects.filter(trainee=gui.trainee).count(),
        1,
    )
    assert "you may stand in it" in file
    assert gui.pin not in file
    assert not re.search(r'"(pin|digest|phone_digest)"', file)
    assert AuditEntry.objects.get(what="own-file").action == Action.EXPORTED


def test_neither_file_nor_erasing_without_her_pin(phone, gui):
    for room in ("take-away/", "erase/"):
        assert "That is not the PIN" in phone.post(f"{ROOM}{room}", {"pin": "000000", "sure": "1"}).content.decode()
    assert "That is not the PIN" in phone.post(f"{ROOM}erase/", {"sure": "1"}).content.decode()
    assert Person.objects.filter(pk=gui.pk).exists()


def test_five_wrong_pins_and_she_waits(phone, gui):
    for _try in range(5):
        phone.post(f"{ROOM}erase/", {"pin": "111111"})
    assert "wait ten minutes" in phone.post(f"{ROOM}erase/", {"pin": PIN}).content.decode()


def test_pin_and_one_more_tap_and_she_is_erased_and_out(phone, gui):
    assert phone.post(f"{ROOM}erase/", {"pin": PIN})["Location"] == f"{ROOM}erase/"
    assert "One more tap" in page(phone, "erase/")
    told = phone.post(f"{ROOM}erase/", {"sure": "1"}).content.decode()
    assert "You are erased" in told
    assert str(gui.trainee.key) in told
    assert "杨桂花" not in told
    assert not Person.objects.filter(pk=gui.pk).exists()
    assert phone.get(ROOM)["Location"].startswith("/learn/who/")


def test_pin_for_the_file_is_none_for_erasing(phone, gui):
    taken(phone)
    assert "This goes for good" in page(phone, "erase/")
    assert "That is not the PIN" in phone.post(f"{ROOM}erase/", {"sure": "1"}).content.decode()
    assert Person.objects.filter(pk=gui.pk).exists()


def test_pin_of_an_hour_ago_erases_nobody(phone, gui):
    phone.post(f"{ROOM}erase/", {"pin": PIN})
    session = phone.session
    session["my-data-pin"] = [gui.trainee.pk, f"{ROOM}erase/", int(timezone.now().timestamp()) - 3600]
    session.save()
    assert "That is not the PIN" in phone.post(f"{ROOM}erase/", {"sure": "1"}).content.decode()
    assert Person.objects.filter(pk=gui.pk).exists()


def test_she_is_told_what_stays_and_until_when(phone, gui, places):
    until = timezone.localdate() + datetime.timedelta(days=300)
    a_class(places["522731"], until=until, member=gui.trainee)
    assert str(until.year) in page(phone, "erase/")
    assert "locked away" in page(phone, "erase/")


def looked_at(submission: Submission, day: str) -> None:
    review_submission(submission=submission, by=None, judgement=Judgement([True], passed=True, comment="好"))
    at = timezone.make_aware(datetime.datetime.fromisoformat(f"{day}T23:59"))
    submission.reviews.update(reviewed_at=at)


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-hans", "2027年5月31日"), ("en", "1 photo: until 31 May 2027")],
)
def test_she_reads_to_which_day_her_photos_are_kept_as_a_day_of_her_language(gui, phone, lesson, language, words):
    submission = handed_in(gui.trainee, lesson, "orange")
    text = phone.get(f"{ROOM}kept/", headers={"accept-language": "en"}).text
    assert "1 photo waits for your teacher." in text
    looked_at(submission, "2026-05-31")
    text = phone.get(f"{ROOM}kept/", headers={"accept-language": language}).text
    assert words in text
    assert "23:59" not in text
    until = photo_days_of(gui.trainee)[0].until
    for day, there in ((until, 1), (until + datetime.timedelta(days=1), 0)):
        keep_no_longer(now=timezone.make_aware(datetime.datetime.combine(day, datetime.time(12))))
        assert TaskPhoto.objects.count() == there
    assert photo_days_of(gui.trainee) == []


@pytest.mark.parametrize(("looked", "last"), [("2026-08-31", "2027-02-28"), ("2026-02-28", "2026-08-31")])
def test_the_day_that_is_told_is_that_of_the_round_at_the_end_of_short_months_too(settings, looked, last):
    settings.KEEP_TASK_FILES_MONTHS = 6
    assert last_day_after(datetime.date.fromisoformat(looked)) == datetime.date.fromisoformat(last)
