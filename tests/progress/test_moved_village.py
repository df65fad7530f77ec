"""A village that moved to another township and got another name: who lives there lives in today's place, everywhere."""

import datetime

import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from foundation.audit import AuditEntry
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import HAOHUAHONG, PIN, holding
from tests.trainees.keeping import a_keeper, enrolled, sign_up, signed_in
from tests.trainees.rosters import examined, statuses
from trainees.models import CardSheet, Person, Trainee, User, VillageCode
from trainees.selectors.doors import code_of_village
from trainees.selectors.trainees import area_of
from trainees.services import ensure_village_codes, join
from trainees.services.correcting import correct
from trainees.services.moving import agree_to_move, ask_to_move, move_people
from trainees.services.register_export import export_register
from villages.models import Division
from villages.selectors import villages_under

NOW, TODAY, BEFORE = "522731001213", "新桥", "好花红"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_limits")]


@pytest.fixture
def lived_in(places) -> Division:
    """As it was when she joined."""
    ensure_village_codes(villages=villages_under("522731"))
    return places[HAOHUAHONG]


@pytest.fixture
def gui(lived_in) -> Person:
    return join(name="杨桂花", sign="fish", age="18+", village=lived_in, pin=PIN, registered_village=lived_in)


@pytest.fixture
def keeper(lived_in) -> Client:
    return enrolled(signed_in(a_keeper(lived_in)), lived_in)


@pytest.fixture
def moved(places, gui) -> Division:
    """By way of a place that was there for a while."""
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    known = {"level": 5, "kind": "villagers", "parent": places["522731001"]}
    now = Division.objects.create(code=NOW, name="新桥村村民委员会", short_name=TODAY, **known)
    between = known | {"valid_to": yesterday, "successor": now}
    between = Division.objects.create(code="522731001212", name="过桥村", short_name="过桥", **between)
    old = places[HAOHUAHONG]
    old.successor, old.valid_to = between, yesterday
    old.save()
    return now


@pytest.fixture
def wei(places, lesson) -> User:
    return made_trainer(holding("wei", places["522731"], "trainer"))


def assert_named_today(client: Client, rooms: list[str]) -> None:
    pages = {room: client.get(room).content.decode() for room in rooms}
    assert {room: (TODAY in page, BEFORE in page) for room, page in pages.items()} == dict.fromkeys(
        rooms, (True, False)
    )


def words_on(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "".join(sheet.get_textpage().get_text_range() for sheet in document)


def test_the_keepers_room_names_todays_place_and_she_enrols_into_it(keeper, gui, moved):
    rooms = ["", "poster/", "people/", "cards/", "moves/", "enrol/", f"people/{gui.trainee.pk}/moved/"]
    assert_named_today(keeper, [f"/village/{room}" for room in rooms])
    assert "杨桂花" in keeper.get("/village/people/").content.decode()
    sign_up(keeper)
    assert Trainee.objects.get(person__name="韦二姐").village == moved


def test_posters_and_cards_are_printed_with_todays_place_and_the_digits_that_lead_there(keeper, lived_in, moved):
    digits = code_of_village(lived_in)
    poster = words_on(keeper.get("/village/poster/poster.pdf").content)
    assert (TODAY in poster, BEFORE in poster, digits.replace(" ", "") in poster.replace(" ", "")) == (
        True,
        False,
        True,
    )
    keeper.post("/village/cards/", {"everybody": "1", "sure": "1"})
    cards = words_on(keeper.get(f"/village/cards/{CardSheet.objects.get().key}/cards.pdf").content)
    assert (f"涟江街道 {TODAY}" in cards, BEFORE in cards) == (True, False)


def test_once_it_has_digits_of_its_own_they_are_printed(lived_in, moved):
    ensure_village_codes(villages=[moved])
    assert code_of_village(lived_in) == code_of_village(moved) != VillageCode.objects.get(village=lived_in).code


def test_a_phone_can_be_enrolled_by_whoever_kept_the_village_before(lived_in, moved):
    phone = enrolled(signed_in(a_keeper(lived_in)), moved)
    assert TODAY in phone.get("/village/").content.decode()


def test_her_own_pages_name_todays_place(gui, moved, client):
    client.force_login(gui.user)
    assert_named_today(client, [f"/learn/{room}" for room in ("my-data/", "my-data/put-right/", "my-village/")])
    assert client.post("/learn/my-village/", {"village": NOW}).status_code == 400


def test_to_live_in_what_ones_village_became_is_no_move_and_no_correction(gui, moved, wei):
    assert not correct(person=gui, by=gui.user, registered_village=moved)
    assert move_people(trainees=[gui.trainee], village=moved, by=wei) == 0


def test_who_asked_for_a_village_that_moved_meanwhile_gets_todays(gui, lived_in, moved, wei, places):
    ping = join(name="平", sign="moon", age="18+", village=places["522731102201"])
    asked = ask_to_move(person=ping, village=lived_in, by=wei)
    agree_to_move(asked=asked, seen=HAOHUAHONG, by=wei)
    asked.refresh_from_db()
    assert (Trainee.objects.get(person=ping).village, asked.agreed) == (moved, True)


def test_the_trainers_desk_names_todays_place(gui, moved, wei):
    number, desk = gui.trainee.pk, at_desk(wei)
    rooms = ["people/", f"people/{number}/", "entry-codes/?q=涟江", f"cards/{HAOHUAHONG}/", "moves/"]
    rooms += [f"moves/{HAOHUAHONG}/", "reviews/shown/", f"reviews/shown/?village={NOW}", f"people/?village={NOW}"]
    assert_named_today(desk, [f"/cms/{room}" for room in rooms])
    cards = desk.get("/cms/cards/").content.decode()
    assert (f"/cards/{NOW}/" in cards, f"/cards/{HAOHUAHONG}/" in cards, "<td>1</td>" in cards) == (True, False, True)
    assert all(gui.trainee.number in desk.get(f"/cms/{room}").content.decode() for room in rooms[-2:])
    assert set(AuditEntry.objects.filter(by=wei.pk).values_list("area", flat=True)) == {NOW}


def test_the_office_names_todays_place(keeper, gui, moved, chen):
    desk = at_desk(chen)
    assert_named_today(desk, ["/office/keepers/"])
    assert TODAY in desk.post("/office/erase/", {"number": gui.trainee.number}).content.decode()


def test_the_register_goes_out_with_todays_place_and_comes_back_without_a_change(gui, moved, wei, places, tmp_path):
    people = Trainee.objects.filter(person=gui)
    content = export_register(by=wei, place=places["522731"], people=people, reason="correcting")
    (tmp_path / "taken.xlsx").write_bytes(content)
    assert statuses(examined(tmp_path / "taken.xlsx")) == ["same"]
    cells = " ".join(str(cell.value) for row in load_workbook(tmp_path / "taken.xlsx").active for cell in row)
    assert (cells.count(f"涟江街道 {TODAY}"), cells.count(NOW), BEFORE in cells) == (2, 2, False)


def test_more_people_of_a_moved_village_cost_no_more_queries(gui, moved, lived_in):
    join(name="吴", sign="fish", age="18+", village=lived_in)
    with CaptureQueriesContext(connection) as queries:
        assert area_of(Trainee.objects.select_related("village__parent")) == NOW
    assert len(queries) == 3
