"""Who lost her phone gets a new second factor by an administrator and nobody else; who has the phone is out."""

import re
import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from foundation.audit import AuditEntry, AuditHead
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


def asked_again(user: User) -> Client:
    """At her desk, and just now asked once more who she is."""
    desk = at_desk(user)
    session = desk.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] += [{"method": "mfa", "at": time.time(), "reauthenticated": True}]
    session.save()
    return desk


def of_own() -> list[tuple]:
    return list(AuditEntry.objects.order_by("number").values_list("by", "action", "what", "named"))


def test_who_removes_her_own_code_app_and_spare_codes_is_in_the_trail(chen):
    desk = asked_again(chen)
    for page in ("recovery-codes/generate", "recovery-codes/generate", "totp/deactivate"):
        assert desk.post(f"/accounts/2fa/{page}/").status_code == 302
    assert not Authenticator.objects.filter(user=chen).exists()
    named = f" user:{chen.pk} "
    assert of_own() == [
        (chen.pk, "added", "own-spare-codes", named),
        (chen.pk, "changed", "own-spare-codes", named),
        (chen.pk, "deleted", "own-code-app", named),
        (chen.pk, "deleted", "own-spare-codes", named),
    ]


def test_who_removes_her_own_passkey_is_in_the_trail_and_looking_at_it_is_not(chen):
    passkey = Authenticator.objects.create(user=chen, type="webauthn", data={"name": "红色的"})
    desk, address = asked_again(chen), f"/accounts/2fa/passkeys/{passkey.pk}/remove/"
    assert "红色的" in desk.get(address).text
    assert of_own() == []
    assert desk.post(address).status_code == 302
    assert of_own() == [(chen.pk, "deleted", "own-passkey", f" user:{chen.pk} ")]


def test_what_cannot_be_written_down_is_not_removed(chen):
    desk = asked_again(chen)
    desk.post("/accounts/2fa/recovery-codes/generate/")
    AuditHead.objects.all().delete()  # somebody meddled with the trail
    desk.raise_request_exception = False
    assert desk.post("/accounts/2fa/totp/deactivate/").status_code == 500
    assert Authenticator.objects.filter(user=chen).count() == 2


ALLAUTHS = ("Authenticator", "Two-Factor", "Recovery", "security key", "authenticate", "Confirm Access")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(
    "page",
    [
        *("2fa/", "2fa/totp/deactivate/", "2fa/recovery-codes/", "2fa/recovery-codes/generate/", "2fa/passkeys/"),
        *("reauthenticate/", "2fa/reauthenticate/", "password/change/", "logout/", "sessions/"),
    ],
)
def test_pages_about_her_own_sign_in_speak_our_words(chen, page, language):
    RecoveryCodes.activate(chen)
    desk = asked_again(chen)
    text = desk.get(f"/accounts/{page}", headers={"accept-language": language}).text
    shown = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)
    assert [word for word in ALLAUTHS if word in shown] == []
    if language == "zh-hans":
        assert set(re.findall(r"[A-Za-z]{4,}", shown)) <= {"English", "chen"}
