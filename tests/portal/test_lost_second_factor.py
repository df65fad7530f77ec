"""Who lost her phone gets a new second factor by an administrator and nobody else; who has the phone is out."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from foundation.audit import AuditEntry
from tests.staff import at_desk
from tests.trainees.conftest import holding, make_places
from trainees.models import User

ROOM = "/cms/second-factors/"


@pytest.fixture
def chen(db) -> User:
    user = holding("chen", make_places()["522731"])
    TOTP.activate(user, generate_totp_secret())
    return user


@pytest.fixture
def admin(db) -> User:
    return User.objects.create_superuser("admin")


def test_the_lost_phone_opens_nothing_more_and_she_sets_up_another(chen, admin):
    lost, desk = at_desk(chen), at_desk(admin)
    assert lost.get("/office/522731/").status_code == 200
    assert "chen" in desk.get(ROOM).content.decode()
    assert desk.post(ROOM, {"user": chen.pk, "sure": 1}).status_code == 302
    assert not Authenticator.objects.filter(user=chen).exists()
    assert lost.get("/office/522731/")["Location"].startswith("/accounts/login/")
    again = Client()
    again.force_login(chen)
    assert again.get("/office/522731/")["Location"].startswith("/accounts/2fa/totp/activate/")


def test_it_asks_once_more_before_it_takes_anything_away(chen, admin):
    reply = at_desk(admin).post(ROOM, {"user": chen.pk})
    assert (reply.status_code, 'name="sure"' in reply.content.decode()) == (200, True)
    assert Authenticator.objects.filter(user=chen).exists()


def test_it_is_in_the_trail(chen, admin):
    at_desk(admin).post(ROOM, {"user": chen.pk, "sure": 1})
    assert list(AuditEntry.objects.values_list("by", "action", "what", "named")) == [
        (admin.pk, "changed", "second-factor", f" user:{chen.pk} ")
    ]


@pytest.mark.parametrize("sent", ["", "x", "9" * 400, "0"])
def test_rubbish_takes_nothing_away(chen, admin, sent):
    assert at_desk(admin).post(ROOM, {"user": sent, "sure": 1}).status_code == 404
    assert Authenticator.objects.filter(user=chen).exists()


def test_an_administrator_does_not_lock_herself_out(admin):
    TOTP.activate(admin, generate_totp_secret())
    assert at_desk(admin).post(ROOM, {"user": admin.pk, "sure": 1}).status_code == 404


def test_an_official_takes_nobodys_second_factor(chen):
    at_desk(chen).post(ROOM, {"user": chen.pk, "sure": 1})
    assert Authenticator.objects.filter(user=chen).exists()
