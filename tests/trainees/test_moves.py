"""People live elsewhere now: one by one, a part of a village, or because they asked."""

import pytest
from django.test import Client

from foundation.audit import AuditEntry
from tests.house.test_addresses import signed_in
from tests.staff import made_trainer
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA, holding, phone_of
from tests.trainees.keeping import a_keeper, enrolled, shis_phone, the_post
from tests.trainees.keeping import signed_in as in_her_room
from trainees.models import MoveRequest, Post, RegisterEntry
from trainees.services import ask_to_move, move_people
from trainees.services.appointing import end_keeper

NONGYUAN = "522731102201"
ROOM = f"/cms/moves/{HAOHUAHONG}/"
WHY = "她还在村里摆摊。"


@pytest.fixture
def desk(wei) -> Client:
    return signed_in(wei)


def home_of(person) -> str:
    person.trainee.refresh_from_db()
    return person.trainee.village.code


def test_ticked_people_move_and_the_others_stay(desk, yang, wu):
    answer = desk.post(ROOM, {"who": yang.trainee.pk, "to": "好花红镇 弄苑村"})
    assert (answer.status_code, home_of(yang), home_of(wu)) == (302, NONGYUAN, HAOHUAHONG)
    entry = AuditEntry.objects.get(what="move")
    assert (entry.area, entry.people, entry.named) == (HAOHUAHONG, 1, f" {yang.trainee.number} ")


@pytest.mark.parametrize(
    ("to", "said"),
    [("", "Please write the name"), ("莲花村", "do not know this village"), ("522731102", "many|Which one")],
)
def test_a_place_that_is_not_clear_moves_nobody_and_keeps_what_was_ticked(desk, yang, to, said):
    answer = desk.post(ROOM, {"who": yang.trainee.pk, "to": to}, headers={"accept-language": "en"})
    assert (answer.status_code, home_of(yang)) == (400, HAOHUAHONG)
    assert any(words in answer.text for words in said.split("|"))
    assert f'value="{yang.trainee.pk}" checked' in answer.text


def test_of_two_villages_of_one_name_one_is_tapped(desk, places, yang):
    type(places[FENGSHAN]).objects.filter(code=FENGSHAN).update(name="弄苑村村民委员会", short_name="弄苑村")
    sent = {"who": yang.trainee.pk, "to": "弄苑村"}
    answer = desk.post(ROOM, sent)
    assert (answer.status_code, home_of(yang)) == (400, HAOHUAHONG)
    assert all(f'name="to_code" value="{code}"' in answer.text for code in (NONGYUAN, FENGSHAN))
    assert desk.post(ROOM, sent | {"to": "惠水县好花红镇弄苑村", "to_code": FENGSHAN}).status_code == 302
    assert home_of(yang) == NONGYUAN  # what she wrote after she had tapped
    desk.post(f"/cms/moves/{NONGYUAN}/", sent | {"to_code": FENGSHAN})
    assert home_of(yang) == FENGSHAN


def test_a_hamlet_is_shown_alone(desk, yang, wu):
    RegisterEntry.objects.create(person=yang, hamlet="上寨")
    page = desk.get(f"{ROOM}?hamlet=上寨").text
    assert yang.trainee.number in page
    assert wu.trainee.number not in page


def test_what_she_asked_for_is_decided_where_she_is_counted(desk, places, yang, wei):
    ask_to_move(person=yang, village=places[NONGYUAN], by=yang.user)
    asked = ask_to_move(person=yang, village=places[FENGSHAN], by=yang.user)
    assert MoveRequest.objects.count() == 1
    stranger = signed_in(made_trainer(holding("mo", places["522730"], "trainer")))
    said = {"asked": asked.pk, "village": FENGSHAN, "agree": "1"}
    assert stranger.post("/cms/moves/", said).status_code == 404
    page = desk.get("/cms/moves/").text
    assert "杨**" in page
    assert "杨小花" not in page
    desk.post("/cms/moves/", said)
    asked.refresh_from_db()
    assert (home_of(yang), asked.agreed, asked.decided_by) == (FENGSHAN, True, wei)


def test_a_request_that_is_declined_moves_nobody_and_is_settled(desk, places, yang):
    asked = ask_to_move(person=yang, village=places[FENGSHAN], by=yang.user)
    said = {"asked": asked.pk, "village": FENGSHAN}
    desk.post("/cms/moves/", said | {"decline": "1", "reason": WHY})
    asked.refresh_from_db()
    assert (home_of(yang), asked.agreed, asked.reason) == (HAOHUAHONG, False, WHY)
    assert AuditEntry.objects.get(what="move-refused").named == f" {yang.trainee.number} "
    assert desk.post("/cms/moves/", said | {"agree": "1"}).status_code == 409


@pytest.mark.parametrize("decision", ["agree", "decline"])
def test_nobody_decides_on_a_village_that_she_did_not_see(desk, places, yang, decision):
    asked = ask_to_move(person=yang, village=places[FENGSHAN], by=yang.user)
    assert f'name="village" value="{FENGSHAN}"' in desk.get("/cms/moves/").text
    ask_to_move(person=yang, village=places[NONGYUAN], by=yang.user)  # she asks anew before the trainer taps
    said = {"asked": asked.pk, "village": FENGSHAN, decision: "1", "reason": WHY}
    answer = desk.post("/cms/moves/", said, headers={"accept-language": "en"})
    assert (answer.status_code, "asked for another village" in answer.text) == (409, True)
    asked.refresh_from_db()
    assert (home_of(yang), asked.decided_at) == (HAOHUAHONG, None)


def test_what_she_asked_for_another_village_stays_to_be_decided(places, wei, yang):
    asked = ask_to_move(person=yang, village=places[NONGYUAN], by=yang.user)
    move_people(trainees=[yang.trainee], village=places[FENGSHAN], by=wei)
    asked.refresh_from_db()
    assert asked.decided_at is None
    move_people(trainees=[yang.trainee], village=places[NONGYUAN], by=wei)
    asked.refresh_from_db()
    assert asked.agreed


def test_nobody_of_another_county_is_moved(places, yang, wei):
    stranger = signed_in(made_trainer(holding("mo", places["522730"], "trainer")))
    assert stranger.get(ROOM).status_code == 404
    assert stranger.post(f"/cms/moves/{LIANHUA}/", {"who": yang.trainee.pk, "to": FENGSHAN}).status_code == 302
    assert home_of(yang) == HAOHUAHONG
    assert not AuditEntry.objects.filter(what="move").exists()


def test_moving_twice_is_moving_once(places, wei, yang):
    for _time in range(2):
        move_people(trainees=[yang.trainee], village=places[FENGSHAN], by=wei)
    assert AuditEntry.objects.filter(what="move").count() == 1


def test_nobody_asks_to_live_in_a_township(places, yang):
    with pytest.raises(ValueError, match="not a village"):
        ask_to_move(person=yang, village=places["522731102"], by=yang.user)
    assert not MoveRequest.objects.exists()


def test_she_asks_herself_and_her_trainer_sees_it(desk, posters, yang):
    phone = phone_of(yang)
    assert f'value="{FENGSHAN}"' in phone.get("/learn/my-village/?q=凤山").text
    assert phone.post("/learn/my-village/", {"village": FENGSHAN}).status_code == 302
    assert "You asked for" in phone.get("/learn/my-village/").text
    assert (home_of(yang), "凤山" in desk.get("/cms/moves/").text) == (HAOHUAHONG, True)


@pytest.mark.parametrize("village", ["", "x", LIANHUA, HAOHUAHONG, "522731"])
def test_she_asks_for_nothing_that_is_no_other_village_of_ours(posters, yang, village):
    assert phone_of(yang).post("/learn/my-village/", {"village": village}).status_code == 400
    assert not MoveRequest.objects.exists()


@pytest.mark.parametrize(("reason", "said"), [("", "write why"), ("打13700000001", "no phone number")])
def test_who_does_not_agree_says_why_and_what_was_typed_stays(desk, places, yang, reason, said):
    asked = ask_to_move(person=yang, village=places[FENGSHAN], by=yang.user)
    form = {"asked": asked.pk, "village": FENGSHAN, "decline": "1", "reason": reason}
    answer = desk.post("/cms/moves/", form, headers={"accept-language": "en"})
    asked.refresh_from_db()
    assert (answer.status_code, said in answer.text, reason in answer.text) == (400, True, True)
    assert asked.decided_at is None


@pytest.fixture
def keeper(posters) -> Client:
    """Shi, who keeps Haohuahong, in her room."""
    return shis_phone(posters)


def page_of(person, more: str = "") -> str:
    return f"/village/people/{person.trainee_id}/{more}"


def test_her_keeper_asks_once_and_everybody_reads_it(desk, keeper, yang):
    room = page_of(yang, "moved/")
    assert f'value="{FENGSHAN}"' in keeper.get(f"{room}?q=凤山").text
    for _time in range(2):
        assert keeper.post(room, {"village": FENGSHAN})["Location"] == page_of(yang)
    assert "Her trainer looks at it" in keeper.get(page_of(yang)).text
    assert "Your keeper said that you live in" in phone_of(yang).get("/learn/my-village/").text
    listed = desk.get("/cms/moves/", headers={"accept-language": "en"}).text
    assert (listed.count("Her keeper asked"), home_of(yang)) == (1, HAOHUAHONG)
    entry = AuditEntry.objects.get(what="move-asked")
    assert (entry.by, entry.action, entry.named.split()) == (the_post().user, "added", [yang.trainee.number])


def test_the_keeper_reads_what_came_of_it(desk, keeper, places, yang, wu):
    for person in (yang, wu):
        keeper.post(page_of(person, "moved/"), {"village": FENGSHAN})
    hers, other = (MoveRequest.objects.get(person=person) for person in (yang, wu))
    desk.post("/cms/moves/", {"asked": hers.pk, "village": FENGSHAN, "agree": "1"})
    desk.post("/cms/moves/", {"asked": other.pk, "village": FENGSHAN, "decline": "1", "reason": WHY})
    assert keeper.get(page_of(yang)).status_code == 404
    assert WHY in keeper.get(page_of(wu)).text
    listed = keeper.get("/village/moves/").text
    assert ("she is counted in" in listed, WHY in listed) == (True, True)
    assert WHY in phone_of(wu).get("/learn/my-village/").text


def test_the_keeper_takes_back_what_she_asked_and_nobody_moves_her(desk, keeper, yang):
    room = page_of(yang, "moved/")
    keeper.post(room, {"village": FENGSHAN})
    asked = MoveRequest.objects.get()
    assert 'name="take_back"' in keeper.get(room).text
    for _time in range(2):
        assert keeper.post(room, {"take_back": "1"})["Location"] == page_of(yang)
    said = {"asked": asked.pk, "village": FENGSHAN, "agree": "1"}
    late = desk.post("/cms/moves/", said, headers={"accept-language": "en"})
    assert (late.status_code, "taken back" in late.text, home_of(yang)) == (409, True, HAOHUAHONG)
    assert "lives in" not in keeper.get(page_of(yang)).text
    assert "You have said of nobody" in keeper.get("/village/moves/").text
    assert AuditEntry.objects.filter(what="move-asked", action="deleted").count() == 1
    keeper.post(room, {"village": FENGSHAN})
    assert MoveRequest.objects.filter(decided_at=None).count() == 1


def test_what_a_neighbour_asked_herself_only_she_takes_back(keeper, places, yang):
    ask_to_move(person=yang, village=places[FENGSHAN], by=yang.user)
    room, hers = page_of(yang, "moved/"), phone_of(yang)
    assert 'name="take_back"' not in keeper.get(room).text
    keeper.post(room, {"take_back": "1"})
    assert MoveRequest.objects.filter(decided_at=None).exists()
    assert 'name="take_back"' in hers.get("/learn/my-village/").text
    assert hers.post("/learn/my-village/", {"take_back": "1"}).status_code == 302
    assert not MoveRequest.objects.filter(decided_at=None).exists()
    assert "You asked for" not in hers.get("/learn/my-village/").text


@pytest.mark.parametrize("village", ["", "x", LIANHUA, HAOHUAHONG, "522731"])
def test_a_keeper_asks_for_no_place_that_is_no_other_village_of_ours(keeper, yang, village):
    assert keeper.post(page_of(yang, "moved/"), {"village": village}).status_code == 400
    assert not MoveRequest.objects.exists()


@pytest.mark.parametrize("gone", ["elsewhere", "merged", "erased", "herself"])
def test_a_keeper_asks_for_nobody_who_is_not_hers(keeper, places, yang, wu, gone):
    if gone == "elsewhere":
        move_people(trainees=[yang.trainee], village=places[FENGSHAN], by=yang.user)
    elif gone == "merged":
        type(yang.trainee).objects.filter(pk=yang.trainee_id).update(merged_into=wu.trainee)
    elif gone == "erased":
        yang.delete()
    person = the_post().user.person if gone == "herself" else yang
    assert keeper.get(page_of(person, "moved/")).status_code == 404
    assert keeper.post(page_of(person, "moved/"), {"village": FENGSHAN}).status_code == 404
    assert not MoveRequest.objects.exists()


def test_a_request_goes_with_who_was_merged_or_erased(desk, keeper, yang, wu):
    for person in (yang, wu):
        keeper.post(page_of(person, "moved/"), {"village": FENGSHAN})
    asked = MoveRequest.objects.get(person=yang)
    type(yang.trainee).objects.filter(pk=yang.trainee_id).update(merged_into=wu.trainee)
    wu.delete()
    assert "You have said of nobody" in keeper.get("/village/moves/").text
    assert desk.post("/cms/moves/", {"asked": asked.pk, "village": FENGSHAN, "agree": "1"}).status_code == 404


def test_a_keeper_of_another_village_and_one_whose_post_or_phone_ended_ask_for_nobody(keeper, posters, yang):
    other = enrolled(in_her_room(a_keeper(posters[FENGSHAN], name="罗站长")), posters[FENGSHAN])
    assert other.post(page_of(yang, "moved/"), {"village": FENGSHAN}).status_code == 404
    assert yang.name not in other.get("/village/moves/").text
    elsewhere = in_her_room(the_post_of(posters[HAOHUAHONG]).user.person)
    assert elsewhere.post(page_of(yang, "moved/"), {"village": FENGSHAN}).status_code == 403
    end_keeper(post=the_post_of(posters[HAOHUAHONG]), by=None)
    assert keeper.post(page_of(yang, "moved/"), {"village": FENGSHAN}).status_code == 404
    assert not MoveRequest.objects.exists()


def the_post_of(village) -> Post:
    return Post.objects.get(role=Post.Role.KEEPER, division=village)
