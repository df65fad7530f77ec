"""Every address of ours stands in the table of roles, and each role gets there what the table says."""

import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.test import Client
from django.urls import URLResolver, get_resolver

from portal.editor_walls.middleware import OURS, module_of
from tests.house.addresses import OTHERS, ROLES, ROWS
from tests.staff import made_trainer
from tests.trainees.conftest import HAOHUAHONG, holding, make_places
from trainees.models import User
from trainees.services import ensure_village_codes, join

LANGUAGE = "<language>/"


def routes(resolver: URLResolver, before: str = "") -> list[tuple[str, str]]:
    """All (route, module of the view) pairs below the resolver, with the language of an address named as such."""
    found = []
    for pattern in resolver.url_patterns:
        is_language = type(pattern.pattern).__name__ == "LocalePrefixPattern"
        route = before + (LANGUAGE if is_language else str(pattern.pattern))
        found += routes(pattern, route) if isinstance(pattern, URLResolver) else [(route, module_of(pattern.callback))]
    return found


@pytest.fixture
def roles(db) -> dict[str, Client]:
    """Everybody of ROLES, staff with their second factor."""
    places = make_places()
    ensure_village_codes(villages=[places[HAOHUAHONG]])
    trainer = made_trainer(holding("wei", places["522731"], "trainer"))
    staff = {
        "trainer": trainer,
        "official": holding("chen", places["522731"]),
        "stranger": holding("deng", places["522730"]),
        "administrator": User.objects.create_superuser("admin"),
    }
    trainee = Client()
    trainee.force_login(join(name="杨", sign="orange", age="18+", village=places[HAOHUAHONG]).user)
    clients = {"anonymous": Client(), "trainee": trainee} | {role: signed_in(user) for role, user in staff.items()}
    return {role: clients[role] for role in ROLES}


def signed_in(user: User) -> Client:
    """A client that passed password and code."""
    client = Client()
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
    session.save()
    return client


def outcome(client: Client, address: str) -> int | str:
    """The status, and for a redirect the path it leads to."""
    response = client.get(address)
    return f"302 {response['Location'].split('?')[0]}" if response.status_code == 302 else response.status_code


def test_every_address_of_ours_has_a_row():
    ours = {route for route, module in routes(get_resolver()) if module.split(".")[0] in OURS}
    assert ours == {row[0] for row in ROWS}


def test_every_address_of_others_has_a_prefix():
    prefixes = tuple(row[0] for row in OTHERS)
    others = [route for route, module in routes(get_resolver()) if module.split(".")[0] not in OURS]
    assert [route for route in others if not route.startswith(prefixes)] == []


@pytest.mark.parametrize("row", ROWS + OTHERS, ids=lambda row: row[1])
def test_each_role_gets_what_the_table_says(row, roles):
    _route, address, *expected = row
    assert [outcome(client, address) for client in roles.values()] == expected


def test_pages_are_in_every_language_that_is_offered(roles):
    codes = [code for code, _name in settings.LANGUAGES if code in ("zh-hans", "en")]
    assert {outcome(roles["anonymous"], f"/{code}/help/") for code in codes} == {200}
