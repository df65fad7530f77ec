"""A practice task without a script: handed in as a plain form, and what came of it."""

from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from progress.models import Submission, TaskPhoto
from tests.answering import fields_in, phone_of, text_of
from tests.learning import a_practice_course, a_sent_photo, task_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]


@pytest.fixture
def lesson(db):
    return a_practice_course(shelf="listing")[0]


def address_of(lesson, again: str = "") -> str:
    return reverse("learn-task", args=task_of(lesson)) + again


def a_file(colour: str = "orange") -> BytesIO:
    return SimpleUploadedFile("IMG_1.jpg", a_sent_photo(colour), "image/jpeg")


def hand_in(client: Client, lesson, *files, **changes: object):
    sheet = fields_in(client.get(address_of(lesson, "?again=1")))
    return client.post(address_of(lesson), {**sheet, "photos": list(files), **changes}, follow=True)


def sent_in(page) -> list[str]:
    """The photos that the form names, as a browser would send them."""
    return [box["value"] for box in BeautifulSoup(page.content, "html.parser").find_all("input", {"name": "known"})]


def test_words_and_photos_are_handed_in_and_wait(yang, lesson):
    page = hand_in(phone_of(yang), lesson, a_file(), child="no", title="惠水脐橙", line=["早上现摘", "当天打包"])
    kept = Submission.objects.get()
    assert kept.words == {"title": "惠水脐橙", "lines": ["早上现摘", "当天打包"]}
    assert len(kept.ordered_photos) == 1
    assert "等老师看" in text_of(page)
    assert "老师一般3天内看" in text_of(page)


@pytest.mark.hard
def test_pressing_twice_hands_in_once(yang, lesson):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(lesson)))
    for _tap in range(2):
        assert client.post(address_of(lesson), {**sheet, "text": "橙子"}).status_code == 303
    assert Submission.objects.count() == 1


def test_nothing_at_all_is_asked_for(yang, lesson):
    assert "请写几句话" in text_of(hand_in(phone_of(yang), lesson))
    assert not Submission.objects.exists()


def test_photo_waits_while_she_says_whether_a_child_is_in_it(yang, lesson):
    client = phone_of(yang)
    asked = hand_in(client, lesson, a_file(), title="橙")
    assert "请选一个" in text_of(asked)
    client.post(address_of(lesson), {**fields_in(asked), "child": "no"})
    assert [photo.sha256 for photo in Submission.objects.get().ordered_photos] == [TaskPhoto.objects.get().sha256]


def test_photo_with_a_child_is_not_kept(yang, lesson):
    page = hand_in(phone_of(yang), lesson, a_file(), child="yes", title="橙")
    assert "没有孩子的" in text_of(page)
    assert 'value="橙"' in page.text
    assert not TaskPhoto.objects.exists()


def test_photo_that_waited_for_the_answer_goes_when_a_child_is_in_it(yang, lesson, settings):
    client = phone_of(yang)
    hand_in(client, lesson, a_file("red"), child="no", title="橙")
    asked = hand_in(client, lesson, a_file("red"), a_file("blue"), title="橙")
    page = client.post(address_of(lesson), {**fields_in(asked), "known": sent_in(asked), "child": "yes"})
    assert "没有孩子的" in text_of(page)
    [kept] = TaskPhoto.objects.all()  # the red one was handed in before
    assert Submission.objects.get().ordered_photos == [kept]
    assert [file.name for file in (settings.MEDIA_ROOT / "handed-in").iterdir()] == [Path(kept.name).name]


def test_photo_chosen_once_more_with_the_answer_is_the_same_and_goes(yang, lesson):
    client = phone_of(yang)
    asked = hand_in(client, lesson, a_file(), title="橙")
    untouched = {name: value for name, value in fields_in(asked).items() if name not in ("known", "photo")}
    client.post(address_of(lesson), {**untouched, "photos": [a_file()], "child": "yes"})
    assert not TaskPhoto.objects.exists()


def test_photo_whose_tick_is_taken_away_is_kept_no_longer(yang, lesson):
    client = phone_of(yang)
    asked = hand_in(client, lesson, a_file("red"), a_file("blue"), title="橙")
    red, blue = sent_in(asked)
    client.post(address_of(lesson), {**fields_in(asked), "known": [red, blue], "photo": [blue], "child": "no"})
    assert [photo.sha256 for photo in Submission.objects.get().ordered_photos] == [blue]
    assert not TaskPhoto.objects.filter(sha256=red).exists()


def test_of_six_photos_she_says_which_five(yang, lesson):
    client = phone_of(yang)
    colours = ("red", "blue", "green", "black", "white", "pink")
    page = hand_in(client, lesson, *map(a_file, colours), child="no", title="橙")
    assert "最多五张照片" in text_of(page)
    six = sent_in(page)
    assert (len(six), Submission.objects.count()) == (6, 0)
    client.post(address_of(lesson), {**fields_in(page), "known": six, "photo": [*six[3:], six[0]]})
    assert [photo.sha256 for photo in Submission.objects.get().ordered_photos] == [*six[3:], six[0]]  # in her order


def test_photo_that_cannot_be_read_costs_her_neither_words_nor_the_other_photo(yang, lesson):
    broken = SimpleUploadedFile("b.jpg", a_sent_photo()[:700], "image/jpeg")
    page = hand_in(phone_of(yang), lesson, broken, a_file(), child="no", title="橙")
    assert page.context["problem"]
    assert 'value="橙"' in page.text
    assert TaskPhoto.objects.get().sha256 in page.text


@pytest.mark.hard
def test_too_long_a_sentence_is_said_and_stays(yang, lesson):
    page = hand_in(phone_of(yang), lesson, line=["长" * 61])
    assert "每句请不要超过60个字" in text_of(page)
    assert "长" * 61 in page.text


def test_guest_is_led_to_sign_in_and_back(lesson):
    answer = Client().get(address_of(lesson))
    assert answer.url == f"{reverse('who')}?next={address_of(lesson)}"


def test_session_that_ended_loses_no_words(yang, lesson):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(lesson)))
    client.logout()
    page = client.post(address_of(lesson), {**sheet, "title": "惠水脐橙"})
    assert "惠水脐橙" in page.text
    assert "现在没有人登录了" in text_of(page)
    assert not Submission.objects.exists()


def test_photos_of_nobody_are_not_even_read(lesson):
    answer = Client().post(address_of(lesson), {"photos": SimpleUploadedFile("a.jpg", b"x" * 70_000)})
    assert answer.status_code == 413
    assert "现在没有人登录" in text_of(answer)


@pytest.mark.hard
def test_form_of_somebody_else_is_handed_in_for_neither(yang, wu, lesson):
    page = hand_in(phone_of(yang), lesson, title="橙", person=str(wu.key))
    assert "现在登录的是别人" in text_of(page)
    assert not Submission.objects.exists()


def test_photo_of_somebody_else_cannot_be_named(yang, wu, lesson):
    hand_in(phone_of(wu), lesson, a_file(), child="no", title="橙")
    page = hand_in(phone_of(yang), lesson, photo=TaskPhoto.objects.get().sha256, child="no")
    assert "请写几句话" in text_of(page)
    assert not Submission.objects.filter(trainee=yang).exists()


@pytest.mark.hard
def test_old_token_keeps_words_and_photos(yang, lesson):
    client = Client(enforce_csrf_checks=True)
    client.force_login(yang.person.user)
    sheet = {**fields_in(client.get(address_of(lesson))), "csrfmiddlewaretoken": "a" * 64}
    page = client.post(address_of(lesson), {**sheet, "title": "橙", "photos": [a_file()]})
    assert 'value="橙"' in page.text
    assert TaskPhoto.objects.get().sha256 in page.text


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_pages_are_there_in_every_language(yang, lesson, language):
    client = phone_of(yang)
    assert client.get(f"{address_of(lesson)}?in={language}").status_code == 200
    hand_in(client, lesson, title="橙")
    assert client.get(f"{address_of(lesson)}?in={language}").status_code == 200
    assert client.get(reverse("learn-task", args=[task_of(lesson)[0], uuid4()])).status_code == 404
