"""Password and one-time code, whatever door a trainer comes to."""

import json
import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import translation

from portal.demo.people import demo_sign_ins, seed_demo_people
from trainees.models import User


@pytest.fixture
def wei(db, settings, tmp_path):
    settings.DEMO = True
    settings.DATA_DIR = tmp_path
    seed_demo_people()
    return next(person for person in demo_sign_ins() if person["role"] == "trainer")


def type_password(client, person, **changes):
    typed = {"login": person["type"]["username"], "password": person["type"]["password"]} | changes
    return client.post("/accounts/login/?next=/cms/", typed)


def sign_in(client, person):
    type_password(client, person)
    return client.post("/accounts/2fa/authenticate/", {"code": person["code"]})


def test_trainer_reaches_the_editor_with_password_and_code(client, wei):
    entered = sign_in(client, wei)
    assert (entered["Location"], list(get_messages(entered.wsgi_request))) == ("/cms/", [])
    assert client.get("/cms/").status_code == 200


def test_the_staff_door_changes_its_language_and_still_knows_where_she_is_going(client, wei):
    door = client.get("/accounts/login/?next=/office/&in=en")
    assert "Sign in" in door.text
    assert 'href="?next=%2Foffice%2F&amp;in=zh-hans"' in door.text
    assert "工作人员" in client.get("/accounts/login/?next=/office/&in=zh-hans").text
    sign_in(client, wei)
    assert "Change the password" in client.get("/accounts/sessions/?in=en").text
    assert client.get("/accounts/no-such-page/").status_code == 404


def test_password_alone_opens_no_staff_room(client, wei):
    assert type_password(client, wei)["Location"].startswith("/accounts/2fa/authenticate/")
    assert client.get("/cms/")["Location"].startswith("/accounts/login/")


def test_who_tries_a_new_password_too_often_reads_what_to_do(client, wei):
    sign_in(client, wei)
    typed = {"oldpassword": "wrong", "password1": "Xy-34-ab-cd", "password2": "Xy-34-ab-cd"}
    answers = [client.post("/accounts/password/change/", typed) for _time in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert "请等一分钟" in answers[-1].text
    assert 'href="/accounts/password/change/"' in answers[-1].text
    assert "no-store" in answers[-1]["Cache-Control"]


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("Xy-34", "密码至少要10个字符"),
        ("8273645120", "不能全是数字"),
        ("password123", "很多人"),
        ("weilaoshi1", "太像"),
    ],
)
def test_what_a_password_lacks_is_said_in_chinese(password, said):
    with translation.override("zh-hans"):
        assert not any("你" in rule or "our" in rule for rule in password_validators_help_texts())
        with pytest.raises(ValidationError) as told:
            validate_password(password, User(username="weilaoshi"))
    assert said in "".join(told.value.messages)
    assert not any("This password" in message for message in told.value.messages)


@pytest.mark.parametrize("address", ["2fa/", "2fa/totp/activate/", "password/change/"])
def test_no_page_about_secrets_stays_in_the_browser(client, wei, address):
    sign_in(client, wei)
    assert "no-store" in client.get(f"/accounts/{address}")["Cache-Control"]


def test_wrong_password_is_told_kindly(client, wei):
    response = type_password(client, wei, password="wrong")
    assert response.status_code == 200
    assert "errorlist" in response.text


def test_five_wrong_passwords_close_the_door_where_they_were_typed_and_nowhere_else(wei):
    stranger, at_her_desk = Client(REMOTE_ADDR="198.51.100.7"), Client(REMOTE_ADDR="203.0.113.7")
    for _ in range(5):
        type_password(stranger, wei, password="wrong")
    refused = type_password(stranger, wei)
    assert refused.status_code == 200
    assert "请等五分钟" in refused.text
    assert "管理员" in refused.text
    assert type_password(at_her_desk, wei).status_code == 302


def test_another_address_of_the_same_line_is_no_other_place(wei):
    for number in range(5):
        type_password(Client(REMOTE_ADDR=f"2001:db8::{number}"), wei, password="wrong")
    assert type_password(Client(REMOTE_ADDR="2001:db8::9"), wei).status_code == 200


def test_wrong_code_does_not_sign_in(client, wei):
    type_password(client, wei)
    tried = [client.post("/accounts/2fa/authenticate/", {"code": "000000"}) for _time in range(6)]
    assert [response.status_code for response in tried] == [200] * 6
    assert "手机丢了，请找管理员" in tried[-1].text
    assert "mfa_webauthn_authenticate" not in tried[-1].text  # she has no passkey
    assert client.get("/cms/").status_code == 302


def test_a_code_works_once(client, wei):
    sign_in(client, wei)
    other = Client()
    assert sign_in(other, wei).status_code == 200
    assert other.get("/cms/").status_code == 302


def clock_at(monkeypatch, moment):
    monkeypatch.setattr(time, "time", lambda: moment)


def test_code_is_good_for_a_slow_hand_and_works_once_even_then(client, wei, monkeypatch):
    half_minute = time.time() // 30 * 30
    clock_at(monkeypatch, half_minute + 1)
    typed = next(person for person in demo_sign_ins() if person["role"] == "trainer")
    clock_at(monkeypatch, half_minute + 31)
    assert sign_in(client, typed)["Location"] == "/cms/"
    other = Client()
    assert sign_in(other, typed).status_code == 200


def test_used_code_stays_used_as_long_as_it_is_good(client, wei, monkeypatch):
    half_minute = time.time() // 30 * 30
    clock_at(monkeypatch, half_minute + 1)
    typed = next(person for person in demo_sign_ins() if person["role"] == "trainer")
    sign_in(client, typed)
    clock_at(monkeypatch, half_minute + 45)
    assert sign_in(Client(), typed).status_code == 200


def test_wagtails_own_forms_lead_to_ours(client, wei):
    for door in ("/cms/login/?next=/cms/pages/", "/zh-hans/_util/login/"):
        response = client.post(door, {"username": "wei", "password": wei["type"]["password"]})
        assert response["Location"].startswith("/accounts/login/")


def test_session_from_another_door_must_give_the_code(client, wei):
    client.force_login(User.objects.get(username="wei"))
    assert client.get("/cms/")["Location"].startswith("/accounts/2fa/reauthenticate/")


def test_staff_without_a_code_must_set_one_up(client, wei):
    Authenticator.objects.all().delete()
    client.force_login(User.objects.get(username="wei"))
    assert client.get("/cms/")["Location"].startswith("/accounts/2fa/totp/activate/")


def test_who_sets_up_the_code_app_has_shown_its_digits_and_is_in(client, wei):
    Authenticator.objects.all().delete()
    type_password(client, wei)
    assert client.get("/cms/")["Location"].startswith("/accounts/2fa/totp/activate/")
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": "x"})
    assert client.get("/cms/")["Location"].startswith("/accounts/2fa/totp/activate/")
    client.post("/accounts/2fa/totp/activate/", {"code": format_hotp_value(hotp_value(secret, int(time.time()) // 30))})
    assert client.get("/cms/").status_code == 200
    assert 'href="/cms/"' in client.get("/accounts/2fa/recovery-codes/").text


def test_who_typed_her_password_long_ago_types_it_again_before_the_code_app(client, wei, settings):
    Authenticator.objects.all().delete()
    type_password(client, wei)
    session = client.session
    for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] -= 301
    session.save()
    assert client.get("/accounts/2fa/totp/activate/")["Location"].startswith("/accounts/reauthenticate/")


def test_who_has_a_second_factor_types_her_password_again_before_she_takes_it_off(client, wei):
    sign_in(client, wei)
    assert "/reauthenticate/" in client.get("/accounts/2fa/totp/deactivate/")["Location"]


def test_nobody_signs_up_by_themselves(client, db):
    assert client.get("/accounts/signup/", follow=True).status_code == 404


def test_secret_of_the_code_is_not_readable_in_the_database(wei, settings):
    kept = json.loads((settings.DATA_DIR / "secrets" / "demo.json").read_text())
    assert kept["wei"]["totp"] not in str(Authenticator.objects.get(user__username="wei").data)


def test_trainer_may_not_see_people(client, wei):
    sign_in(client, wei)
    assert client.get("/cms/users/").status_code == 404


def test_seeding_twice_changes_nothing(wei):
    before = list(User.objects.order_by("pk").values())
    assert seed_demo_people() == 0
    assert list(User.objects.order_by("pk").values()) == before


def test_demo_people_are_refused_without_demo(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("seed_demo")


def test_sign_ins_are_listed_as_json(wei, capsys):
    call_command("demo_signins", "--json")
    people = json.loads(capsys.readouterr().out)
    assert {"role", "name", "address", "type", "code"} <= set(people[0])


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_foreign_address_after_sign_in_is_ignored(client, wei, target):
    response = client.get("/cms/login/", {"next": target})
    assert "evil" not in response["Location"]
    assert "javascript" not in response["Location"]
