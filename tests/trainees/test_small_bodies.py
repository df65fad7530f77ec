"""Nobody sends us megabytes under `/learn/`: what is too large is refused before it is read."""

import pytest
from django.test import Client

from tests.trainees.conftest import signing_up
from trainees.models import RememberedPerson, User
from trainees.small_bodies import LARGEST_FORM

DOORS = ["/learn/join/", "/learn/enter/", "/learn/forget-me/", "/learn/sign-out/"]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.django_db
def test_a_body_that_is_too_large_is_refused_before_it_is_read(door):
    response = Client(enforce_csrf_checks=True).post(f"{door}?in=en", {"name": "a" * (LARGEST_FORM + 1)})
    assert response.status_code == 413
    assert "Nothing was changed" in response.content.decode()


@pytest.mark.usefixtures("posters")
def test_so_is_one_with_a_pin(client):
    signing_up(client)
    tile = f"/learn/who/{RememberedPerson.objects.get().pk}/?in=en"
    assert client.post(tile, {"pin": "a" * (LARGEST_FORM + 1)}).status_code == 413


@pytest.mark.parametrize(("door", "status"), list(zip(DOORS[1:], [200, 302, 302], strict=True)))
@pytest.mark.usefixtures("posters")
def test_the_token_is_asked_for_all_the_same(client, door, status):
    """Without one the page is shown again, and nothing is done."""
    signing_up(client)
    asked = Client(enforce_csrf_checks=True)
    asked.cookies = client.cookies
    assert asked.post(door, {"name": "a"}).status_code == status
    assert (RememberedPerson.objects.count(), "_auth_user_id" in asked.session) == (1, True)


@pytest.mark.usefixtures("posters")
def test_the_longest_form_that_people_fill_in_is_taken(client):
    assert (
        signing_up(client, registered="好花红村", phone="+86 137-0000-0001", next="/learn/" + "a" * 2000).status_code
        == 302
    )
    assert User.objects.count() == 1
