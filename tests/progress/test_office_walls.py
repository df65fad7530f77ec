"""What is not hers does not exist for her, by whatever address she asks for it."""

import datetime

import pytest
from django.test import Client
from django.urls import URLPattern

from progress.office.urls import urlpatterns
from progress.services import rebuild_progress
from tests.counted import completes_lesson, enrols
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG, holding
from trainees.models import Post, Trainee, User

DAY = datetime.date(2026, 3, 10)
OURS = ("522731", "522731001", "522731102", HAOHUAHONG)
NOWHERE = ("1", "52", "5227", "522799", "522731102999", "x", "５２２７３１", "522731000000", "522731'--", "0" * 300)
ENDINGS = (
    "",
    "?period=month",
    "?period=days&from=2026-03-01&to=2026-03-31",
    "?sort=-trained&state=completed&page=2",
    "?course=00000000-0000-0000-0000-000000000047",
    "?in=en",
)


def addresses(codes: tuple[str, ...]) -> list[str]:
    """Each address below /office/ that names a place, for each code, with each ending."""
    routes = [str(pattern.pattern) for pattern in urlpatterns if isinstance(pattern, URLPattern)]
    with_code = [route for route in routes if "<str:code>" in route]
    named = {route.split("/")[0] for route in set(routes) - set(with_code)}
    # The first page, the trail, lists of calls and rosters have walls of their own; groups without a code lead to hers.
    assert named == {"", "audit", "calls", "erase", "groups", "kept", "keepers", "register"}
    filled = [f"/office/{route.replace('<str:code>', code)}" for route in with_code for code in codes]
    return [address + ending for address in filled for ending in ENDINGS]


@pytest.fixture
def learned(yang) -> Trainee:
    enrols(yang, DAY)
    completes_lesson(yang, DAY)
    rebuild_progress()
    return yang


def answers(client: Client, asked: list[str]) -> dict[str, tuple]:
    found = {address: client.get(address) for address in asked}
    return {address: (reply.status_code, reply.content.replace(b'lang="en"', b"")) for address, reply in found.items()}


def test_the_official_of_another_county_gets_for_every_address_what_nobody_has(deng, learned):
    desk = at_desk(deng)
    missing = desk.get("/office/999999/")
    assert missing.status_code == 404
    in_chinese = [address for address in addresses(OURS + NOWHERE) if "in=en" not in address]
    assert set(answers(desk, in_chinese).values()) == {(404, missing.content)}


def test_not_even_the_language_of_a_missing_page_tells_what_exists(deng, learned):
    in_english = [address for address in addresses(OURS + NOWHERE) if "in=en" in address]
    assert len(set(answers(at_desk(deng), in_english).values())) == 1


def test_her_own_county_is_all_there(chen, learned):
    got = answers(at_desk(chen), addresses(OURS))
    assert {status for status, _content in got.values()} <= {200, 302}
    assert {status for address, (status, _content) in got.items() if "course" not in address} == {200}


def test_what_lies_above_a_post_is_missing(places, learned):
    desk = at_desk(holding("luo", places["522731102"]))
    assert desk.get("/office/522731102/").status_code == 200
    above = addresses(("52", "5227", "522731", "522731001"))
    assert {status for status, _content in answers(desk, above).values()} == {404}


@pytest.mark.parametrize("who", ["trainee", "trainer without a post", "official whose post has ended"])
def test_without_a_post_there_is_no_office(who, chen, learned):
    user = {"trainee": learned.person.user, "official whose post has ended": chen}.get(who) or User(username="wei")
    user.save()
    Post.objects.update(valid_to=datetime.date(2026, 2, 1))
    got = answers(at_desk(user), ["/office/", *addresses(OURS)])
    assert {status for status, _content in got.values()} == {404}


def test_a_post_that_ends_closes_the_pages_at_once(chen, learned):
    desk = at_desk(chen)
    assert desk.get("/office/522731/").status_code == 200
    Post.objects.update(valid_to=datetime.date(2026, 2, 1))
    assert desk.get("/office/522731/").status_code == 404
    for address in ("/office/", "/office/522731/", "/office/999999/", "/office/audit/", "/office/522731/table.xlsx"):
        reply = desk.get(f"{address}?in=en")
        assert (reply.status_code, "Your last post ended on" in reply.text) == (404, True)
        assert "Huishui" not in reply.text


@pytest.mark.parametrize("who", ["trainee", "trainer who never had a post", "official of elsewhere"])
def test_only_who_holds_no_post_any_more_is_told_that_hers_ended(who, chen, deng, learned):
    users = {"trainee": learned.person.user, "official of elsewhere": deng}
    user = users.get(who) or User.objects.create(username="wei")
    Post.objects.filter(user=chen).update(valid_to=datetime.date(2026, 2, 1))
    holding("deng", chen.posts.get().division, valid_to=datetime.date(2026, 2, 1))
    assert "post ended" not in at_desk(user).get("/office/522731/?in=en").text


def test_a_user_who_was_switched_off_is_out(chen, learned):
    desk = at_desk(chen)
    User.objects.filter(pk=chen.pk).update(is_active=False)
    assert desk.get("/office/522731/").status_code in (302, 404)


def test_whoever_is_not_signed_in_is_led_to_the_sign_in(learned):
    for address in ["/office/", *addresses((*OURS, "999999"))]:
        reply = Client().get(address)
        assert (reply.status_code, reply["Location"].split("?")[0]) == (302, "/accounts/login/")


def test_a_password_alone_opens_nothing(chen, learned):
    client = Client()
    client.force_login(chen)
    reply = client.get("/office/522731/")
    assert (reply.status_code, b"2,393" in reply.content) == (302, False)


def test_nothing_is_kept_by_browser_or_proxy(chen, deng, learned):
    asked = ["/office/", "/office/522731/", f"/office/{HAOHUAHONG}/", "/office/522731/table.xlsx"]
    replies = [client.get(address) for client in (Client(), at_desk(chen), at_desk(deng)) for address in asked]
    assert [reply for reply in replies if "no-store" not in reply["Cache-Control"]] == []


def test_nothing_can_be_written_here(chen, learned):
    desk = at_desk(chen)
    assert {desk.post(address).status_code for address in ("/office/", "/office/522731/")} == {405}


def test_a_person_who_moved_away_is_counted_but_no_longer_named(chen, deng, learned, places):
    learned.village = places["522730101201"]
    learned.save()
    page = at_desk(chen).get(f"/office/{HAOHUAHONG}/?period=days&from=2026-03-01&to=2026-03-31").content.decode()
    assert learned.number in page
    assert "现住别处" in page
    assert "杨**" not in page
    assert learned.number not in at_desk(deng).get("/office/522730101201/").content.decode()
