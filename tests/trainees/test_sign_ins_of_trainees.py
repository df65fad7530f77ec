"""A trainee's sign-in is no user of the editor: nobody deletes her there, by hand or by many."""

import pytest
from django.db.models import ProtectedError

from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG
from trainees.models import Person, User
from trainees.services import join

USERS = "/cms/users/"
BULK = "/cms/bulk/trainees/user/"


@pytest.fixture
def her(places) -> User:
    user = join(name="杨小花", sign="fern", age="18+", village=places[HAOHUAHONG]).user
    assert user
    return user


@pytest.fixture
def desk(db):
    return at_desk(User.objects.create(username="boss", is_superuser=True))


def test_a_sign_in_takes_no_person_along(her):
    with pytest.raises(ProtectedError):
        User.objects.filter(pk=her.pk).delete()
    assert Person.objects.count() == 1


@pytest.mark.parametrize("what", ["edit", "delete", "history", "usage"])
def test_she_has_no_page_among_the_users(desk, her, what):
    teacher = User.objects.create(username="teacher")
    assert desk.get(f"{USERS}{what}/{teacher.pk}/").status_code == 200
    assert desk.get(f"{USERS}{what}/{her.pk}/").status_code == 404
    assert desk.post(f"{USERS}{what}/{her.pk}/").status_code == 404


def test_she_is_not_listed(desk, her):
    text = desk.get(USERS).content.decode()
    assert ("boss" in text, her.username in text) == (True, False)


@pytest.mark.parametrize("chosen", ["id={pk}", "id=all", "id={pk}&id=all"])
@pytest.mark.parametrize("what", ["delete", "set_active_state", "assign_role"])
def test_she_is_in_no_choice_of_many(desk, her, what, chosen):
    address = f"{BULK}{what}/?{chosen.format(pk=her.pk)}"
    assert her.username not in desk.get(address).content.decode()
    desk.post(address, {"mark_as_active": "False", "role": ""})
    her.refresh_from_db()
    assert (her.is_active, Person.objects.count()) == (True, 1)


def test_a_member_of_staff_needs_no_address_and_has_her_name_in_its_order(desk):
    word = "orange-box-2026"
    told = {"username": "mo", "first_name": "小花", "last_name": "莫", "password1": word, "password2": word}
    assert desk.post(f"{USERS}new/", told).status_code == 302
    mo = User.objects.get(username="mo")
    assert (mo.email, mo.get_full_name()) == ("", "莫小花")
    assert desk.post(f"{USERS}edit/{mo.pk}/", {"username": "mo", "first_name": "莫老师"}).status_code == 302
    assert User.objects.get(pk=mo.pk).get_full_name() == "莫老师"
