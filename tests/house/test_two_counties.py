"""Everything of one county, tried by everybody of another: no page shows it, no form changes it.

Addresses come from the resolver and rows from the tables, so that whatever is new is tried too.
"""

import itertools
import re
from collections.abc import Iterator
from copy import deepcopy
from http.cookies import SimpleCookie
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import models, transaction
from django.test import Client
from django.urls import get_resolver

from portal.editor_walls.middleware import OURS
from tests.house.furnished import furnish, tables
from tests.house.test_addresses import LANGUAGE, routes
from tests.staff import at_desk, made_trainer
from tests.trainees.conftest import HAOHUAHONG, LIANHUA, PIN, holding, make_places
from tests.trainees.keeping import a_keeper, enrolled, signed_in
from trainees.masks import masked_name
from trainees.models import Person, RememberedPerson, Trainee, User
from trainees.services import ensure_village_codes, join

pytestmark = pytest.mark.hard

NAME, PHONE = "欧阳青禾", "13700000077"
ARGUMENT = re.compile(r"<(?:(\w+):)?\w+>")
MOST = 60  # addresses of one route
ACTORS = ("anonymous", "trainee", "keeper", "trainer", "official", "auditor")


@pytest.fixture
def hers(db, settings, tmp_path) -> Person:
    """A trainee of Huishui, of whom there is a row in every table."""
    settings.LIMITS_DIR = tmp_path / "limits"
    places = make_places()
    ensure_village_codes(villages=[places[HAOHUAHONG], places[LIANHUA]])
    for _ in range(41):  # low numbers stand in forms as examples
        join(name="吴", sign="fern", age="18+", village=places[LIANHUA])
    person = join(name=NAME, sign="orange", age="18+", village=places[HAOHUAHONG], phone=PHONE, pin=PIN)
    empty = furnish(person, holding("chen", places["522731"]))
    assert [model.__name__ for model in empty] == []
    return person


@pytest.fixture
def actors(hers) -> dict[str, Client]:
    """All of Longli, each as well equipped as can be."""
    places = {place.code: place for place in type(hers.trainee.village).objects.all()}
    village, county = places[LIANHUA], places["522730"]
    trainee = Client()
    trainee.force_login(join(name="吴", sign="fern", age="18+", village=village).user)
    clients = {
        "anonymous": Client(),
        "trainee": trainee,
        "keeper": enrolled(signed_in(a_keeper(village)), village),
        "trainer": at_desk(made_trainer(holding("luo", county, "trainer"))),
        "official": at_desk(holding("deng", county)),
        "auditor": at_desk(holding("long", county, "auditor")),
    }
    for client in clients.values():
        client.raise_request_exception = False
    return clients


def words_of(kind: str) -> list[str]:
    """What stands in rows of Huishui and fits into an address."""
    found: set[str] = set()
    for model in [*tables(), type(Trainee.objects.first().village)]:
        for row in model._base_manager.all()[:20]:
            found |= {word for field in model._meta.concrete_fields if (word := _word(field, row, kind))}
    return sorted(found)


def _word(field: models.Field, row: models.Model, kind: str) -> str:
    value = field.value_from_object(row)
    if kind == "int":
        return str(value) if field.primary_key and isinstance(value, int) else ""
    if kind == "uuid":
        return str(value) if isinstance(field, models.UUIDField) else ""
    fits = isinstance(value, str) and re.fullmatch(r"[\w-]{2,40}", value, re.ASCII)
    return value if fits and (field.unique or field.name == "code") else ""


def addresses() -> Iterator[tuple[str, str]]:
    known = {kind: words_of(kind) for kind in ("int", "uuid", "slug")}
    for route, module in routes(get_resolver()):
        kinds = [kind or "slug" for kind in ARGUMENT.findall(route.replace(LANGUAGE, ""))]
        if module.split(".")[0] not in OURS or "(" in route:
            continue
        pattern = ARGUMENT.sub("{}", route.replace(LANGUAGE, "zh-hans/"))
        choices = itertools.product(*(known.get(kind, known["slug"]) for kind in kinds))
        for words in itertools.islice(choices, MOST):
            yield route, "/" + pattern.format(*words)


def everything() -> dict[tuple[str, object], tuple]:
    """All rows there are, without who was let in where: that keepers of Longli do for their own."""
    kept = {}
    for model in tables():
        rows = model._base_manager.all()
        if model in (User, RememberedPerson):
            rows = rows.exclude(person__trainee__village__code=LIANHUA)
        fields = [field.attname for field in model._meta.concrete_fields]
        kept |= {(model.__name__, row[0]): row[1:] for row in rows.values_list("pk", *fields)}
    return kept


@pytest.mark.parametrize("who", ACTORS)
def test_nobody_of_another_county_reads_a_word_of_her(who, hers, actors):
    secrets = {NAME, PHONE, masked_name(NAME), hers.trainee.number, str(hers.trainee.key)}
    told, broken = set(), set()
    for route, address in addresses():
        response = actors[who].get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        told |= {(route, word) for word in secrets if word.encode() in body and word not in address}
        broken |= {(route, address)} if response.status_code >= 500 else set()
    assert (told, broken) == (set(), set())


def come_back(client: Client, cookies: SimpleCookie, session: dict) -> None:
    """As she was: one of the addresses may have signed her out, which is not undone with the rows."""
    client.cookies = deepcopy(cookies)
    if session and client.session.get(SESSION_KEY) != session[SESSION_KEY]:
        again = import_module(settings.SESSION_ENGINE).SessionStore()
        again.update(session)
        again.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = again.session_key


@pytest.mark.parametrize("who", ACTORS)
def test_nobody_of_another_county_changes_a_row_of_hers(who, hers, actors):
    client, changed, broken = actors[who], set(), set()
    cookies, session = deepcopy(client.cookies), dict(client.session.items()) if client.cookies else {}
    before = everything()
    for route, address in addresses():
        with transaction.atomic():
            response = client.post(address, {})
            after = everything()
            changed |= {(route, key[0]) for key, row in before.items() if after.get(key) != row}
            broken |= {(route, address)} if response.status_code >= 500 else set()
            transaction.set_rollback(True)
        come_back(client, cookies, session)
    assert (changed, broken) == (set(), set())
