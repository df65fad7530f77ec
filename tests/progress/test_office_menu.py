"""One menu on every page of the office: what she may open, all of it and nothing else, for one look at her posts."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.staff import at_desk
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, holding
from trainees.models import User
from trainees.office_menu import PRIVACY, ROOMS, TEACHING, rights_of

ALL = (*ROOMS, *TEACHING, *PRIVACY)
WHO = {"official": "522731", "trainer": HAOHUAHONG, "auditor": "522731"}
POSTS = 'FROM "trainees_post"'


def somebody(role: str, places: dict) -> User:
    if role == "administrator":
        return User.objects.create_superuser("admin")
    if role == "a township's official":
        return holding("luo", places["522731102"])
    user = holding(f"the-{role}", places[WHO[role]], role)
    if role == "trainer":
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def menu_on(desk: Client, address: str) -> str:
    found = re.findall(r'<nav class="office-menu".*?</nav>', desk.get(address, follow=True).text, re.DOTALL)
    assert len(found) == 1, address
    return found[0]


def opens(desk: Client, address: str) -> bool:
    reply = desk.get(address)
    return reply.status_code == 200 or reply.get("Location", "").startswith("/office/5")


@pytest.mark.parametrize("role", ["official", "a township's official", "trainer", "auditor", "administrator"])
def test_it_leads_wherever_she_may_go_and_nowhere_else(role, places):
    desk = at_desk(somebody(role, places))
    menu = menu_on(desk, reverse("office-calls"))
    assert {room.name for room in ALL if f'href="{reverse(room.name)}"' in menu} == {
        room.name for room in ALL if opens(desk, reverse(room.name))
    }


def test_a_keeper_has_no_menu_on_her_refusal(places):
    assert "office-menu" not in at_desk(holding("keeper", places[HAOHUAHONG], "keeper")).get("/office/calls/").text


def test_each_page_marks_itself_once_and_has_no_other_menu(places):
    desk = at_desk(somebody("administrator", places))
    for room in ALL[:-1]:
        if room.name in ("office-groups-home", "entry-codes", "cards"):  # a way there, and Wagtail's own pages
            continue
        menu = menu_on(desk, reverse(room.name))
        marked = re.findall(r'href="([^"]*)" aria-current="page"', menu)
        assert marked == [reverse(room.name)], room.name
    assert 'aria-current="page"' in menu_on(desk, "/office/522731/groups/")
    assert 'aria-current="true"' in menu_on(desk, f"/office/{HAOHUAHONG}/")


def test_it_looks_at_her_posts_once_and_of_an_administrator_asks_nothing(places, django_assert_num_queries):
    official, trainer = (somebody(role, places) for role in ("official", "trainer"))
    administrator = somebody("administrator", places)
    for village in (FENGSHAN, HAOHUAHONG):
        holding("the-official", places[village])
    with django_assert_num_queries(1):
        rights_of(official)
    with django_assert_num_queries(3):  # and whether she writes: by herself, by her groups
        rights_of(trainer)
    with django_assert_num_queries(0):
        rights_of(administrator)


def test_wagtails_menu_holds_the_offices_and_looks_once_for_all_its_entries(places):
    desk = at_desk(somebody("trainer", places))
    desk.get("/cms/")
    with CaptureQueriesContext(connection) as captured:
        page = desk.get("/cms/").text
    assert reverse("office-erase") in page
    assert reverse("office-kept") not in page
    assert sum("role" in one["sql"] and POSTS in one["sql"] for one in captured) <= 2  # the menu, and the desk itself
