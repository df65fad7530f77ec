"""A trainer lets a trainee in on another phone, and nobody lets in whom she must not."""

import datetime
import secrets

import pytest
from django.test import Client
from django.utils import timezone

from tests.house.test_addresses import signed_in
from tests.staff import made_trainer
from tests.trainees.conftest import HAOHUAHONG, PIN, holding, page, signed_in_user
from trainees.models import EntryCode, Person, Trainee
from trainees.services import UnknownCode, issue_entry_code, use_entry_code

ENTER = "/learn/enter/?in=en"
ROOM = "/cms/entry-codes/"


def typed_in(client: Client, code: str, pin: str = ""):
    answer = client.post(ENTER, {"code": code})
    return client.post(ENTER, {"pin": pin}) if pin and answer.status_code == 302 else answer


def trainer_of(place, username: str = "wei") -> Client:
    return signed_in(made_trainer(holding(username, place, role="trainer")))


def test_code_and_pin_together_let_her_in_on_a_new_phone(client, yang):
    code = issue_entry_code(person=yang, issued_by=None)
    assert typed_in(client, f"{code[:4]} {code[4:]}", PIN)["Location"] == "/learn/"
    assert signed_in_user(client) == str(yang.user_id)
    assert "orange.svg" in page(client.get("/learn/who/"))


def test_neither_code_nor_pin_alone_lets_anybody_in(client, yang):
    code = issue_entry_code(person=yang, issued_by=None)
    assert "Your six digits" in page(client.post(ENTER, {"code": code}, follow=True))
    assert signed_in_user(client) is None
    assert Client().post(ENTER, {"pin": PIN}).status_code == 200
    assert signed_in_user(Client()) is None


@pytest.mark.parametrize("code", ["", "12345678", "x", "9" * 5000, "\x00"])
def test_a_wrong_code_is_told(client, yang, code):
    issue_entry_code(person=yang, issued_by=None)
    assert "This code is not good" in page(typed_in(client, code))


def test_an_old_code_a_replaced_one_and_a_used_one_look_like_no_code(yang):
    replaced = issue_entry_code(person=yang, issued_by=None)
    used = issue_entry_code(person=yang, issued_by=None)
    assert typed_in(Client(), used, PIN).status_code == 302
    old = issue_entry_code(person=yang, issued_by=None)
    EntryCode.objects.filter(used_at=None).update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    for code in (replaced, used, old):
        assert "This code is not good" in page(typed_in(Client(), code))


def test_a_code_that_another_session_typed_is_not_this_ones(yang):
    first, second = Client(), Client()
    first.post(ENTER, {"code": issue_entry_code(person=yang, issued_by=None)})
    assert "This code is not good" in page(second.post(ENTER, {"pin": PIN}))
    assert signed_in_user(second) is None


def test_a_code_works_once_even_when_typed_twice_at_once(yang):
    issue_entry_code(person=yang, issued_by=None)
    code = EntryCode.objects.get()
    use_entry_code(code=code)
    with pytest.raises(UnknownCode):
        use_entry_code(code=code)


def test_five_wrong_pins_burn_the_code(client, yang):
    code = issue_entry_code(person=yang, issued_by=None)
    for _ in range(5):
        typed_in(client, code, "000001")
    assert "take a new code where you had this one" in page(typed_in(client, code, PIN))
    assert signed_in_user(client) is None


def test_who_forgot_her_pin_chooses_a_new_one_and_an_easy_one_is_refused(client, yang):
    code = issue_entry_code(person=yang, issued_by=None, new_pin=True)
    assert "easy to guess" in page(typed_in(client, code, "123456"))
    assert "chosen__digits" in page(client.post(ENTER, {"choose-pin": "1", "pin": ""}))
    assert client.post(ENTER, {"pin": "618402"}).status_code == 302
    yang.refresh_from_db()
    assert typed_in(Client(), issue_entry_code(person=yang, issued_by=None), "618402").status_code == 302


def from_address(number: int) -> Client:
    return Client(REMOTE_ADDR=f"198.51.100.{number}")


def test_codes_guessed_from_many_addresses_are_soon_guessed_slowly(yang, monkeypatch):
    monkeypatch.setattr("trainees.views.entering.WRONG_IN_ALL", 6)
    for number in range(6):
        typed_in(from_address(number), "12345678")
    answers = [typed_in(from_address(99), "12345678").status_code for _ in range(12)]
    assert answers == [200] * 10 + [429] * 2


def test_while_somebody_guesses_a_class_behind_one_address_still_comes_in(yang, monkeypatch):
    monkeypatch.setattr("trainees.views.entering.WRONG_IN_ALL", 1)
    for number in range(3):
        typed_in(from_address(number), "12345678")
    for _ in range(15):
        mistyped = typed_in(from_address(99), "87654321")
        code = issue_entry_code(person=yang, issued_by=None)
        assert (mistyped.status_code, typed_in(from_address(99), code, PIN).status_code) == (200, 302)


def test_guessing_is_told_once_and_without_the_digits(yang, monkeypatch, caplog):
    monkeypatch.setattr("trainees.views.entering.WRONG_IN_ALL", 1)
    for number in range(4):
        typed_in(from_address(number), "12345678")
    told = [record.getMessage() for record in caplog.records if record.name == "trainees.views.entering"]
    assert len(told) == 1
    assert "12345678" not in told[0]


def test_the_table_does_not_hold_the_digits(yang):
    code = issue_entry_code(person=yang, issued_by=None)
    assert code not in str(list(EntryCode.objects.values()))


def test_a_trainer_sees_her_people_in_part_and_lets_them_in(places, yang):
    wei = trainer_of(places["522731"])
    listed = page(wei.get(ROOM))
    assert "杨**" in listed
    assert "杨小花" not in listed
    answer = wei.post(ROOM, {"trainee": yang.trainee.pk})
    issued = EntryCode.objects.get()
    assert (issued.person, issued.issued_by.username) == (yang, "wei")
    code = (
        next(word for word in page(answer).split("<p") if "letter-spacing" in word).split(">")[1][:9].replace(" ", "")
    )
    assert typed_in(Client(), "".join(code), PIN).status_code == 302


@pytest.mark.parametrize("query", ["H-{pk}", "{pk}", "h{pk}", "好花红村", "好花红镇"])
def test_a_trainer_finds_by_number_and_by_village(places, yang, query):
    wei = trainer_of(places["522731"])
    assert _row_of(yang) in page(wei.get(ROOM, {"q": query.format(pk=yang.trainee.pk)}))
    assert _row_of(yang) not in page(wei.get(ROOM, {"q": "凤山"}))


def test_a_trainer_of_another_county_neither_finds_nor_lets_in(places, yang):
    other = trainer_of(places["522730"])
    assert _row_of(yang) not in page(other.get(ROOM, {"q": str(yang.trainee.pk)}))
    assert _row_of(yang) not in page(other.get(ROOM))
    assert other.post(ROOM, {"trainee": yang.trainee.pk}).status_code == 404
    assert not EntryCode.objects.exists()


def test_who_stands_in_the_register_alone_is_found_and_led_to_a_card(places, yang):
    person = Person.objects.create(trainee=Trainee.objects.create(village=places[HAOHUAHONG]), name="石示范")
    wei, number = trainer_of(places["522731"]), person.trainee_id
    listed = page(wei.get(ROOM, {"q": person.trainee.number}))
    assert _row_of(person) in listed
    assert (f'name="trainee" value="{number}"' in listed, f"?for={number}" in listed) == (False, True)
    everybody = page(wei.get(ROOM))
    assert everybody.index(_row_of(yang)) < everybody.index(_row_of(person))
    answer = wei.post(ROOM, {"trainee": number})
    assert (answer.status_code, EntryCode.objects.exists()) == (409, False)
    card = page(wei.get(f"/cms/cards/{HAOHUAHONG}/", {"for": number}))
    assert f'aria-label="{person.trainee.number}" checked' in card
    assert card.count("checked") == 1
    assert card.index(_row_of(person)) < card.index(_row_of(yang))


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 40])
def test_a_number_of_nobody_is_not_there(places, yang, number):
    assert trainer_of(places["522731"]).post(ROOM, {"trainee": number}).status_code == 404


def test_an_official_without_a_trainers_post_has_no_such_room(places, yang):
    user = made_trainer(holding("luo", places[HAOHUAHONG], role="official"))
    assert signed_in(user).get(ROOM).status_code == 404


def test_a_trainee_is_nobody_in_the_staffs_rooms(client, yang):
    client.force_login(yang.user)
    for address in ("/cms/", ROOM, "/accounts/2fa/totp/activate/", f"/posters/{HAOHUAHONG}/"):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/")
    assert client.get("/accounts/login/").status_code == 200


def test_posters_are_for_those_who_may_see_the_village(places, yang):
    chen, deng = signed_in(holding("chen", places["522731"])), signed_in(holding("deng", places["522730"]))
    shown = chen.get(f"/posters/{HAOHUAHONG}/")
    assert "<svg" in page(shown)
    assert "no-store" in shown["Cache-Control"]
    assert deng.get(f"/posters/{HAOHUAHONG}/").status_code == 404
    assert Client().get(f"/posters/{HAOHUAHONG}/")["Location"].startswith("/accounts/login/")
    assert [chen.get(f"/posters/{code}/").status_code for code in ("522731", "x", "522730101201")] == [404] * 3


def _row_of(person: Person) -> str:
    return f"<td>{person.trainee.number}</td>"


def test_digits_that_were_used_before_are_drawn_anew(yang, monkeypatch):
    drawn = iter([12_345_678, 12_345_678, 87_654_321])
    monkeypatch.setattr(secrets, "randbelow", lambda _most: next(drawn))
    assert [issue_entry_code(person=yang, issued_by=None) for _code in range(2)] == ["12345678", "87654321"]
