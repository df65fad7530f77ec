"""Calling trainees: one reason, one list, one day, one number at a time; each is written down, all others masked."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from foundation.audit import AuditEntry
from progress.lots import drawn
from progress.models import CallNote, CallSession
from progress.services.calling import CannotCall, Wanted, end_calls, note_call, show_number, start_calls
from progress.services.merging import merge
from tests.staff import at_desk
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, holding
from trainees.consent_words import CALLS
from trainees.models import Post, Trainee, User
from trainees.services import join
from trainees.services.consents import agree, withdraw

ROOM = "/office/calls/"
NAMES = ("杨小花", "吴秀英", "罗阿妹")
PHONES = ("13700000001", "13700000002", "13700000003")


@pytest.fixture
def people(places) -> list[Trainee]:
    village = places[HAOHUAHONG]
    known = zip(NAMES, PHONES, strict=True)
    return [join(name=name, sign="fern", age="18+", village=village, phone=phone).trainee for name, phone in known]


@pytest.fixture
def session(chen, people, places) -> CallSession:
    return start_calls(by=chen, wanted=Wanted(places[HAOHUAHONG], "training"))


@pytest.fixture
def mo(places) -> User:
    """Auditor of Huishui county."""
    return holding("mo", places["522731"], "auditor", valid_to=datetime.date(2099, 1, 1))


def page(user: User, session: CallSession, language: str = "zh-hans") -> str:
    reply = at_desk(user, language).get(f"{ROOM}{session.pk}/")
    assert (reply.status_code, "no-store" in reply["Cache-Control"]) == (200, True)
    return reply.content.decode()


def seen(text: str) -> tuple[list[str], list[str]]:
    return [name for name in NAMES if name in text], [phone for phone in PHONES if phone in text]


def why_not(**call: object) -> str:
    with pytest.raises(CannotCall) as refused:
        show_number(**call)
    return refused.value.reason


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_one_name_and_number_is_open_and_the_next_closes_it(chen, session, language):
    assert seen(page(chen, session, language)) == ([], [])
    desk = at_desk(chen, language)
    for place in (1, 2):
        assert desk.post(f"{ROOM}{session.pk}/", {"place": place}).status_code == 302
        assert seen(page(chen, session, language)) == ([NAMES[place - 1]], [PHONES[place - 1]])


def test_what_came_of_it_masks_her_again(chen, session):
    desk, address = at_desk(chen), f"{ROOM}{session.pk}/"
    desk.post(address, {"place": 1})
    desk.post(address, {"place": 1, "outcome": "answered", "note": "说得出地点"})
    text = page(chen, session)
    assert (seen(text), "接通了" in text, "说得出地点" in text) == (([], []), True, True)


def test_a_list_with_calls_to_make_is_not_ended_by_one_press(chen, session):
    assert "不能再接着打" in page(chen, session)
    for place in range(1, len(NAMES) + 1):
        note_call(by=chen, session=session, place=place, outcome="answered")
    assert "不能再接着打" not in page(chen, session)


@pytest.mark.parametrize("over", ["ended", "midnight"])
def test_a_list_that_is_over_shows_nothing_and_opens_nothing(chen, session, over):
    show_number(by=chen, session=session, place=1)
    if over == "ended":
        end_calls(by=chen, session=session)
    else:
        CallSession.objects.update(day=timezone.localdate() - datetime.timedelta(days=1))
    assert seen(page(chen, session)) == ([], [])
    reply = at_desk(chen).post(f"{ROOM}{session.pk}/", {"place": 2})
    assert (reply.status_code, seen(reply.content.decode())) == (200, ([], []))
    assert why_not(by=chen, session=session, place=2) == "over"


def test_the_list_goes_with_the_post(chen, session):
    show_number(by=chen, session=session, place=1)
    Post.objects.filter(user=chen).update(valid_to=datetime.date(2026, 1, 2))
    assert at_desk(chen).get(f"{ROOM}{session.pk}/").status_code == 404
    assert at_desk(chen).get(ROOM).status_code == 404
    assert why_not(by=chen, session=session, place=2) == "gone"


def test_a_list_of_others_is_not_there_while_it_is_called(chen, deng, session, places):
    luo, second = holding("luo", places["522731102"]), holding("second", places["522731"])
    for user in (luo, deng, second):
        assert at_desk(user).get(f"{ROOM}{session.pk}/").status_code == 404
        assert at_desk(user).post(f"{ROOM}{session.pk}/", {"place": 1}).status_code == 404
        assert why_not(by=user, session=session, place=1) == "over"
    end_calls(by=chen, session=session)
    assert [at_desk(user).get(f"{ROOM}{session.pk}/").status_code for user in (luo, deng, second)] == [404, 404, 200]
    assert seen(page(second, session)) == ([], [])


def test_who_does_not_want_calls_is_on_no_list(chen, people, places):
    withdraw(person=people[0].person, purpose=CALLS)
    withdraw(person=people[1].person, purpose=CALLS)
    agree(person=people[1].person, purpose=CALLS)
    made = start_calls(by=chen, wanted=Wanted(places[HAOHUAHONG], "quality"))
    assert [one.trainee for one in made.listed.all()] == people[1:]
    assert made.left_out == 1


def test_who_says_so_meanwhile_is_not_shown_any_more(chen, people, session):
    withdraw(person=people[0].person, purpose=CALLS)
    assert why_not(by=chen, session=session, place=1) == "refuses"


def test_who_says_so_is_not_shown_again_nor_while_her_number_is_open(chen, people, session):
    note_call(by=chen, session=session, place=1, outcome="no-calls")
    assert why_not(by=chen, session=session, place=1) == "refuses"
    show_number(by=chen, session=session, place=2)
    withdraw(person=people[1].person, purpose=CALLS)
    assert seen(page(chen, session)) == ([], [])


def test_what_came_of_a_call_can_be_corrected_when_she_wants_none_any_more(chen, session):
    note_call(by=chen, session=session, place=1, outcome="no-calls")
    note_call(by=chen, session=session, place=1, outcome="wrong-number")
    assert session.listed.get(place=1).outcome == "wrong-number"


def test_an_unknown_outcome_opens_nothing_and_says_so(chen, session):
    reply = at_desk(chen).post(f"{ROOM}{session.pk}/", {"place": 1, "outcome": "paid"})
    assert (reply.status_code, seen(reply.content.decode())) == (200, ([], []))
    assert not AuditEntry.objects.filter(action="saw", named__gt="").exists()


def test_an_entry_that_was_merged_is_not_called_again(chen, people, session):
    merge(kept=people[0], other=people[1], by=chen)
    assert why_not(by=chen, session=session, place=2) == "gone"


def test_saying_so_on_the_phone_withdraws_her_consent(chen, people, session, places):
    show_number(by=chen, session=session, place=1)
    note_call(by=chen, session=session, place=1, outcome="no-calls")
    end_calls(by=chen, session=session)
    again = start_calls(by=chen, wanted=Wanted(places[HAOHUAHONG], "quality"))
    assert people[0] not in [one.trainee for one in again.listed.all()]


@pytest.mark.parametrize(
    "note",
    ["电话 137 0000 0009", "１３７０００００００９", "138.0013.8000", "杨小花说在", "小花说在", "好" * 201],
)
def test_a_note_that_tells_too_much_changes_nothing_and_is_given_back(chen, session, note):
    desk, address = at_desk(chen), f"{ROOM}{session.pk}/"
    desk.post(address, {"place": 1})
    reply = desk.post(address, {"place": 1, "outcome": "answered", "note": note})
    assert (reply.status_code, note in reply.content.decode()) == (200, True)
    assert not CallNote.objects.exists()
    assert session.listed.get(place=1).outcome == ""


def test_a_note_goes_with_the_person(chen, people, session):
    note_call(by=chen, session=session, place=1, outcome="answered", words="说得出地点")
    people[0].person.delete()
    assert not CallNote.objects.exists()
    assert (seen(page(chen, session)), people[0].number in page(chen, session)) == (([], []), True)


def test_the_lot_is_drawn_again_by_its_seed(chen, people, places):
    made = start_calls(by=chen, wanted=Wanted(places["522731"], "training", many=2, seed="20261120"))
    keys = [one.trainee.key for one in made.listed.all()]
    assert keys == drawn(reversed([one.key for one in people]), 2, "20261120")
    assert (made.population, len(made.population_hash)) == (3, 64)


def test_an_auditor_calls_people_drawn_by_lot_and_no_others(mo, people):
    desk, form = at_desk(mo), {"reason": "training", "place": HAOHUAHONG, "choice": "", "many": "", "seed": ""}
    assert desk.post(ROOM, form).status_code == 200
    assert not CallSession.objects.exists()
    assert desk.post(ROOM, form | {"many": "2", "seed": "7"}).status_code == 302
    session = CallSession.objects.get()
    desk.post(f"{ROOM}{session.pk}/", {"place": 1})
    assert [len(found) for found in seen(page(mo, session))] == [1, 1]


def test_an_auditor_draws_neither_everybody_nor_three_times_a_day(mo, people, places):
    def refused(many: int) -> str:
        try:
            end_calls(by=mo, session=start_calls(by=mo, wanted=Wanted(places[HAOHUAHONG], "training", many=many)))
        except CannotCall as refusal:
            return refusal.reason
        return ""

    assert [refused(many) for many in (3, 5, 0, 2, 1, 1)] == ["whole", "whole", "whole", "", "", "often"]
    assert CallSession.objects.count() == 2


def test_whether_she_took_part_is_asked_when_the_training_is_checked(chen, session, places):
    desk, taking_part = at_desk(chen), {"place": 1, "outcome": "says-not"}
    assert desk.post(f"{ROOM}{session.pk}/", taking_part).status_code == 302
    end_calls(by=chen, session=session)
    other = start_calls(by=chen, wanted=Wanted(places[HAOHUAHONG], "quality"))
    assert desk.post(f"{ROOM}{other.pk}/", taking_part).status_code == 200
    assert [one.listed.get(place=1).outcome for one in (session, other)] == ["says-not", ""]


def test_a_place_that_may_be_several_is_tapped(chen, people):
    desk, form = at_desk(chen), {"reason": "training", "place": "村", "choice": "", "many": "2", "seed": ""}
    assert f'form="calling" name="place_code" value="{HAOHUAHONG}">' in desk.post(ROOM, form).text
    assert desk.post(ROOM, form | {"place_code": HAOHUAHONG}).status_code == 302
    assert CallSession.objects.get().division.code == HAOHUAHONG


@pytest.mark.parametrize("wrong", [{"place": "莲花"}, {"place": "522730101201"}, {"place": ""}, {"reason": "curious"}])
def test_a_list_needs_a_reason_and_a_place_of_hers(chen, people, wrong):
    form = {"reason": "training", "place": HAOHUAHONG, "choice": "", "many": "", "seed": ""}
    reply = at_desk(chen).post(ROOM, form | wrong)
    assert (reply.status_code, "errorlist" in reply.content.decode()) == (200, True)
    assert not CallSession.objects.exists()


@pytest.mark.parametrize(("wanted", "reason"), [({"choice": "trained"}, "nobody"), ({"many": 61}, "too-many")])
def test_a_list_that_cannot_be_made_leaves_nothing_behind(chen, people, places, wanted, reason):
    with pytest.raises(CannotCall) as refused:
        start_calls(by=chen, wanted=Wanted(places["522731"], "help", **wanted))
    assert refused.value.reason == reason
    assert not CallSession.objects.exists()


def test_there_is_one_open_list_at_a_time(chen, session, places):
    with pytest.raises(CannotCall) as refused:
        start_calls(by=chen, wanted=Wanted(places[FENGSHAN], "help"))
    assert refused.value.reason == "open"


def test_each_number_is_in_the_trail_by_pseudonym(chen, people, session):
    show_number(by=chen, session=session, place=1)
    note_call(by=chen, session=session, place=1, outcome="not-reached")
    show_number(by=chen, session=session, place=1)
    said = AuditEntry.objects.order_by("number").values_list("action", "what", "area", "people", "named")
    hers = (HAOHUAHONG, 1, f" {people[0].number} ")
    assert list(said) == [
        ("added", "calls", HAOHUAHONG, 3, ""),
        ("saw", "calls.number", *hers),
        ("changed", "calls.outcome", *hers),
        ("saw", "calls.number", *hers),
    ]


def test_the_county_does_not_see_in_the_trail_whom_an_auditor_calls_until_her_list_is_over(chen, mo, people, places):
    made = start_calls(by=mo, wanted=Wanted(places[HAOHUAHONG], "training", many=2))
    number = made.listed.get(place=1).trainee.number

    def named_for(user: User) -> bool:
        return number in at_desk(user).get("/office/audit/").content.decode()

    show_number(by=mo, session=made, place=1)
    boss = User.objects.create(username="boss", is_superuser=True)
    assert [named_for(user) for user in (chen, mo, boss)] == [False, True, True]
    end_calls(by=mo, session=made)
    assert named_for(chen)


@pytest.mark.parametrize("sent", [{}, {"place": "x"}, {"place": "9" * 400}, {"place": "1", "outcome": "paid"}])
def test_rubbish_opens_nothing_but_what_it_names(chen, session, sent):
    reply = at_desk(chen).post(f"{ROOM}{session.pk}/", sent)
    assert reply.status_code in (200, 302)
    assert session.listed.exclude(outcome="").count() == 0


def test_a_long_list_asks_the_database_no_more(chen, people, places):
    def asked(many: int) -> int:
        made = start_calls(by=chen, wanted=Wanted(places[HAOHUAHONG], "training", many=many))
        desk = at_desk(chen)
        desk.get(f"{ROOM}{made.pk}/")
        with CaptureQueriesContext(connection) as captured:
            desk.get(f"{ROOM}{made.pk}/")
        end_calls(by=chen, session=made)
        return len(captured)

    assert asked(1) == asked(3)
