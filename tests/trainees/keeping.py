"""A keeper with her enrolled phone, as tests of her room begin."""

import datetime

from django.test import Client

from tests.trainees.conftest import DAY, HAOHUAHONG, PIN
from trainees.models import EnrolledDevice, Person, Post
from trainees.services import issue_entry_code, join
from trainees.services.appointing import appoint_keeper
from trainees.services.devices import issue_device_code
from villages.models import Division


def a_keeper(village: Division, name: str = "石站长", valid_to: datetime.date | None = None) -> Person:
    person = join(name=name, sign="drum", age="18+", village=village, pin=PIN)
    appoint_keeper(person=person, village=village, valid_from=DAY, valid_to=valid_to, by=None)
    return person


def signed_in(person: Person, phone: Client | None = None, pin: str = PIN) -> Client:
    """On a phone that remembers her from now on."""
    phone = phone or Client(headers={"accept-language": "en"})
    phone.post("/learn/enter/", {"code": issue_entry_code(person=person, issued_by=None)})
    phone.post("/learn/enter/", {"pin": pin})
    return phone


def enrolled(phone: Client, village: Division) -> Client:
    digits = issue_device_code(village=village, label="站里的手机", by=None)
    phone.post("/village/this-phone/", {"code": digits})
    return phone


def shis_phone(places: dict[str, Division]) -> Client:
    """Keeper Shi of Haohuahong, signed in on the phone that is enrolled for her village."""
    village = places[HAOHUAHONG]
    return enrolled(signed_in(a_keeper(village)), village)


def the_device() -> EnrolledDevice:
    return EnrolledDevice.objects.get()


def the_post() -> Post:
    return Post.objects.get(role=Post.Role.KEEPER)


NEIGHBOUR = {"name": "韦二姐", "age": "18+", "agreed": "on"}


def sign_up(client: Client, take: str = "730964", **changed: str):
    """One neighbour through all the steps; returns her card's page."""
    client.post("/village/enrol/", {key: value for key, value in (NEIGHBOUR | changed).items() if value})
    page = client.post("/village/enrol/picture/", {"sign": "moon"}, follow=True)
    return client.post("/village/enrol/pin/", {"token": page.context["token"], "take": take})
