"""Staff see where they are signed in, and end it there; ended is ended with the next request, on every engine."""

import pytest
from django.test import Client

from portal.models import StaffSession
from portal.staff_sign_in.devices import device_words
from portal.staff_sign_in.sessions import TOUCHED
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG, holding, make_places
from trainees.models import User
from trainees.services import join

ROOM = "/accounts/sessions/"
ENGINES = ["django.contrib.sessions.backends.file", "django.contrib.sessions.backends.cache"]


@pytest.fixture
def places(db):
    return make_places()


@pytest.fixture
def chen(places) -> User:
    return holding("chen", places["522731"])


@pytest.fixture(params=ENGINES)
def engine(request, settings) -> str:
    settings.SESSION_ENGINE = request.param
    return request.param


def opens(desk: Client) -> bool:
    return desk.get("/office/522731/").status_code == 200


def test_each_sign_in_is_listed_and_ending_one_shuts_its_door_at_once(engine, chen):
    here, lost = at_desk(chen), at_desk(chen)
    assert (opens(here), opens(lost)) == (True, True)
    page = here.get(ROOM).content.decode()
    assert page.count('name="session"') == 2  # the other one, and all others
    here.post(ROOM, {"session": StaffSession.objects.latest("pk").pk})
    assert (opens(here), opens(lost)) == (True, False)


def test_ending_all_others_leaves_this_one(engine, chen):
    here, others = at_desk(chen), [at_desk(chen) for _number in range(3)]
    here.post(ROOM, {"session": "others"})
    assert (opens(here), [opens(one) for one in others]) == (True, [False] * 3)
    assert StaffSession.objects.count() == 1


def test_nobody_ends_the_session_of_somebody_else(chen, places):
    deng = at_desk(holding("deng", places["522730"]))
    hers = at_desk(chen)
    deng.post(ROOM, {"session": StaffSession.objects.latest("pk").pk})
    deng.post(ROOM, {"session": "others"})
    assert opens(hers)


@pytest.mark.parametrize("sent", [{}, {"session": "x"}, {"session": "9" * 400}, {"session": "-1"}])
def test_rubbish_ends_nothing(chen, sent):
    desk = at_desk(chen)
    assert desk.post(ROOM, sent).status_code == 302
    assert StaffSession.objects.count() == 1


def test_a_password_alone_sees_no_sessions(chen):
    client = Client()
    client.force_login(chen)
    assert client.get(ROOM)["Location"].startswith("/accounts/2fa/reauthenticate/")


def test_a_session_that_is_over_is_listed_no_more(chen):
    here, gone = at_desk(chen), at_desk(chen)
    gone.session.flush()
    assert here.get(ROOM).content.decode().count('name="session"') == 0


def test_a_trainee_has_no_place_in_this_list(places):
    Client().force_login(join(name="杨", sign="orange", age="18+", village=places[HAOHUAHONG]).user)
    assert not StaffSession.objects.exists()


def test_the_last_use_is_written_once_a_quarter_of_an_hour(chen):
    desk = at_desk(chen)
    before = StaffSession.objects.get().used_at
    desk.get("/office/522731/")
    assert StaffSession.objects.get().used_at == before
    session = desk.session
    session[TOUCHED] -= 1000
    session.save()
    desk.get("/office/522731/")
    assert StaffSession.objects.get().used_at > before


def test_the_database_alone_opens_no_session(chen):
    desk = at_desk(chen)
    assert desk.session.session_key not in str(list(StaffSession.objects.values_list()))


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36", "Chrome · Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36 Edg/131.0", "Edge · Windows"),
        ("Mozilla/5.0 (Linux; Android 9) Chrome/70 MicroMessenger/8.0", "微信 · Android"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_device_is_named_in_words(agent, words):
    assert device_words(agent) == words
