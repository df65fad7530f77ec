"""A phone without a script at the plain forms of `/learn/`: it sends what stands there, and what was filled in."""

from uuid import UUID

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quizzes.models import QuizPage
from tests.learning import NUMBER, RIGHT, WRONG, a_question
from trainees.models import Trainee

CHOICE = f"q-{a_question()['id']}"
AMOUNT = f"q-{NUMBER}"
GOOD = {CHOICE: str(RIGHT), AMOUNT: "４元"}
BAD = {CHOICE: str(WRONG), AMOUNT: "5"}


def phone_of(trainee: Trainee | None = None, **settings: object) -> Client:
    """A browser in which she is signed in, or nobody."""
    client = Client(**settings)
    if trainee:
        client.force_login(trainee.person.user)
    return client


def address_of(quiz: QuizPage | UUID) -> str:
    return reverse("learn-quiz", args=[getattr(quiz, "translation_key", quiz)])


def fields_in(page: HttpResponse) -> dict[str, str]:
    """Everything that the form would send as it stands there."""
    form = BeautifulSoup(page.content, "html.parser").find("form")
    fields = {}
    for field in form.find_all("input"):
        ticked = field.get("type") not in ("radio", "checkbox") or field.has_attr("checked")
        if ticked and field.get("name"):
            fields[field["name"]] = field.get("value", "")
    return fields


def text_of(page: HttpResponse) -> str:
    return BeautifulSoup(page.content, "html.parser").get_text(" ", strip=True)


def hand_in(client: Client, quiz: QuizPage, answers: dict | None = None, **changes: object) -> HttpResponse:
    """Open the quiz, answer, send."""
    address = address_of(quiz)
    return client.post(address, fields_in(client.get(address)) | (answers or GOOD) | changes)
