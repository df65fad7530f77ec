"""The cast of the county, all made up, in a handful of real places."""

import datetime

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.staff import made_trainer
from trainees.models import Person, Post, User
from trainees.services import ensure_village_codes, join
from villages.models import Division
from villages.selectors import villages_under

PLACES = [
    ("52", "贵州省", "province"),
    ("5227", "黔南布依族苗族自治州", "prefecture"),
    ("522730", "龙里县", "county"),
    ("522731", "惠水县", "county"),
    ("522730101", "龙山镇", "town"),
    ("522730101201", "莲花村村民委员会", "villagers"),
    ("522731001", "涟江街道", "street"),
    ("522731102", "好花红镇", "town"),
    ("522731001001", "凤山社区居民委员会", "residents"),
    ("522731102201", "弄苑村村民委员会", "villagers"),
    ("522731102213", "好花红村村民委员会", "villagers"),
]
HAOHUAHONG = "522731102213"
FENGSHAN = "522731001001"
LIANHUA = "522730101201"
DAY = datetime.date(2026, 1, 1)


@pytest.fixture
def places(db) -> dict[str, Division]:
    """Two counties, by code."""
    return make_places()


def make_places() -> dict[str, Division]:
    levels = {2: 1, 4: 2, 6: 3, 9: 4, 12: 5}
    above = {4: 2, 6: 4, 9: 6, 12: 9}
    made: dict[str, Division] = {}
    for code, name, kind in PLACES:
        short = name.removesuffix("社区居民委员会").removesuffix("村民委员会")
        around = made.get(code[: above.get(len(code), 0)])
        made[code] = Division.objects.create(
            code=code, name=name, short_name=short, kind=kind, level=levels[len(code)], parent=around
        )
    return made


def holding(username: str, division: Division, role: str = "official", **days: datetime.date | None) -> User:
    """A user with a post for the division."""
    user, _ = User.objects.get_or_create(username=username)
    Post.objects.create(user=user, division=division, role=role, **{"valid_from": DAY} | days)
    return user


@pytest.fixture
def chen(places) -> User:
    """Official of Huishui county."""
    return holding("chen", places["522731"])


@pytest.fixture
def deng(places) -> User:
    """Official of Longli county, who must see nothing of Huishui."""
    return holding("deng", places["522730"])


@pytest.fixture
def wei(places) -> User:
    """Trainer of Huishui county."""
    return made_trainer(holding("wei", places["522731"], "trainer"))


@pytest.fixture(autouse=True)
def own_limits(settings, tmp_path) -> None:
    settings.LIMITS_DIR = tmp_path / "limits"
    settings.DATA_DIR = tmp_path


@pytest.fixture
def posters(places) -> dict[str, Division]:
    """Every village of Huishui has a code; Longli's have none, so nobody joins there."""
    ensure_village_codes(villages=villages_under("522731"))
    return places


PIN = "482915"
WORDS = {"name": "杨小花", "sign": "orange", "pin": PIN, "age": "18+", "village": HAOHUAHONG, "agreed": "on"}


@pytest.fixture
def yang(posters) -> Person:
    return join(name="杨小花", sign="orange", age="18+", village=posters[HAOHUAHONG], pin=PIN)


@pytest.fixture
def wu(posters) -> Person:
    return join(name="吴阿妹", sign="butterfly", age="18+", village=posters[HAOHUAHONG], pin="730964")


def signing_up(client: Client, **changed: str):
    """The sign-up form as Yang fills it in, with some fields changed; an empty one is left out."""
    return client.post("/learn/join/?in=en", {key: value for key, value in (WORDS | changed).items() if value})


def phone_of(person: Person) -> Client:
    """A browser in which she is signed in, as it is where nobody asks how she came in."""
    phone = Client(headers={"accept-language": "en"})
    phone.force_login(person.user)
    return phone


def page(response: HttpResponse) -> str:
    return response.content.decode()


def signed_in_user(client: Client) -> str | None:
    return client.session.get("_auth_user_id")
