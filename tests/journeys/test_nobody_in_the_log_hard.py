"""However much is logged, and whatever goes wrong: nobody's name or number in the log or on a page of failure."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.editor import sign_in
from tests.house.addresses import ROWS
from tests.server import Server, serving

pytestmark = pytest.mark.hard

PEOPLE = (
    "import json; from trainees.models import Person; "
    "print(json.dumps([word for row in Person.objects.values_list('name', 'phone') for word in row if len(word) > 1]))"
)
TYPED = {"name": "欧阳青禾", "phone": "13700000077", "pin": "48291", "code": "12345678", "digits": "482915"}
FORMS = (
    "/learn/join/",
    "/learn/enter/",
    "/learn/by-phone/",
    "/learn/card/",
    "/learn/my-data/put-right/",
    "/learn/events/",
)
WITH_PEOPLE = ("/office/522731/", "/office/522731102213/", "/cms/entry-codes/", "/cms/people/", "/office/audit/")
SHEET = re.compile(r"^\S+ \([\w-]+\)  /.*$", re.MULTILINE)  # what a demo site prints at its start, for whoever began it


@pytest.fixture(scope="module")
def server(seeded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("loud") / f"copy-{uuid4().hex}"
    with serving(seeded_folder, folder, LOG_LEVEL="DEBUG", SMS_SENDER="file") as running:
        yield running


def failures(page: Page) -> list[str]:
    """Every address with GET, every form with nonsense: the bodies of the answers that say no."""
    asking = page.context.request
    answers = [asking.get(row[1], max_redirects=0, fail_on_status_code=False) for row in ROWS]
    answers += [asking.get(address, max_redirects=0, fail_on_status_code=False) for address in WITH_PEOPLE]
    for form in FORMS:
        token = token_of(page)
        for more in ({}, {"csrfmiddlewaretoken": token}):
            answers.append(asking.post(form, form=TYPED | more, max_redirects=0, fail_on_status_code=False))
        headers = {"x-csrftoken": token, "content-type": "application/json"}
        answers.append(asking.post(form, data="{", headers=headers, max_redirects=0, fail_on_status_code=False))
    return [answer.text() for answer in answers if answer.status >= 400]


def token_of(page: Page) -> str:
    page.goto("/learn/join/")
    return next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "csrftoken")


def enter(phone: Page, server: Server) -> None:
    told = server.sign_ins()["trainee"]["type"]
    for step in ({"code": told["entry_code"]}, {"pin": told["pin"]}):
        phone.context.request.post("/learn/enter/", form=step | {"csrfmiddlewaretoken": token_of(phone)})
    phone.goto("/learn/phones/")
    expect(phone.get_by_text("这部手机")).to_be_visible()


def test_no_name_and_no_number_is_in_the_log_or_on_a_page_of_failure(phone: Page, desk: Page, server: Server):
    pages = failures(phone)
    enter(phone, server)
    pages += failures(phone)
    sign_in(desk, server, "administrator")
    pages += failures(desk)
    assert pages
    people = set(json.loads(server.beside.ask(PEOPLE)))
    log = SHEET.sub("", server.log.read_text())
    assert "DEBUG" in log
    assert {word for word in {*people, TYPED["name"], TYPED["phone"]} if word in log} == set()
    assert {word for word in people if any(word in page for page in pages)} == set()
