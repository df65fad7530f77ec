"""The pages below `/cms/translations/`: hers, calm, in both languages, and nobody else's."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from courses.models import HomePage, Role
from courses.translating.standing import State
from tests import builders
from tests.courses.translating.desk import po_of, standing_of, translated, whole_in
from tests.staff import at_desk, made_trainer
from trainees.models import User


@pytest.fixture
def luo(lesson) -> User:
    return made_trainer(User.objects.create_user("luo"), role=Role.TRANSLATOR)


@pytest.fixture
def translator(luo) -> Client:
    return at_desk(luo)


def address(name: str, course, language: str = "en") -> str:
    return reverse(f"translations-{name}", args=[course.pk, language])


def sent(client: Client, course, content: bytes):
    return client.post(address("bring-in", course), {"file": SimpleUploadedFile("words.po", content)})


def offer_in(reply) -> str:
    return unescape(re.findall(r'name="offer" value="([^"]*)"', reply.content.decode())[0])


@pytest.mark.parametrize("language", ["zh-hans", pytest.param("en", marks=pytest.mark.hard)])
def test_every_page_is_there_in_both_languages(luo, course, language):
    client = at_desk(luo, language)
    for page in (reverse("translations"), *(address(name, course) for name in ("course", "words", "bring-in"))):
        reply = client.get(page)
        assert (reply.status_code, "no-store" in reply["Cache-Control"]) == (200, True)


def test_another_teams_course_and_a_language_that_is_off_are_not_there(translator, course):
    stranger = at_desk(made_trainer(User.objects.create_user("deng"), builders.a_course(course.get_parent(), "x")))
    for name in ("course", "words", "bring-in"):
        assert stranger.get(address(name, course)).status_code == 404
        assert translator.get(address(name, course, "pcc")).status_code == 404
        assert translator.get(address(name, course, "zh-hans")).status_code == 404
    assert stranger.post(address("course", course), {"publish": ""}).status_code == 404


def test_words_of_a_course_with_a_chinese_address_are_taken_out_under_its_name(translator, course):
    type(course).objects.filter(pk=course.pk).update(slug="晒辣椒")
    told = translator.get(address("words", course))["Content-Disposition"]
    assert told.startswith("attachment; filename*=utf-8''%E6%99%92")


def test_a_language_that_was_switched_off_asks_for_nothing(translator, course):
    assert address("course", course) in translator.get(reverse("translations")).content.decode()
    HomePage.objects.get(locale__language_code="en").unpublish()
    assert address("course", course) not in translator.get(reverse("translations")).content.decode()
    assert translator.get(address("course", course)).status_code == 404


@pytest.mark.hard
@pytest.mark.parametrize("role", [Role.NARRATOR, Role.REVIEWER])
def test_who_does_not_translate_finds_nothing(lesson, course, role):
    client = at_desk(made_trainer(User.objects.create_user("x"), role=role))
    assert client.get(reverse("translations")).status_code == 404
    assert client.get(address("course", course)).status_code == 404


@pytest.mark.hard
def test_a_page_is_begun_with_one_tap(translator, lesson, seen, course, english):
    reply = translator.post(address("course", course), {"begin": lesson.pk})
    assert reply["Location"] == reverse("wagtailadmin_pages:edit", args=[seen.pk])
    assert standing_of(lesson, english).state is State.BEGUN


def test_words_are_looked_at_first_and_then_written(translator, lesson, course, english):
    report = sent(translator, course, str(translated(po_of(course, english))).encode())
    assert "EN 第1张" in report.content.decode()
    assert standing_of(lesson, english).state is State.NOT_BEGUN
    done = translator.post(address("bring-in", course), {"offer": offer_in(report)}, follow=True)
    assert "写入了" in done.content.decode()
    assert standing_of(lesson, english).state is State.READY


@pytest.mark.hard
def test_an_offer_of_another_course_or_person_or_forged_is_refused(translator, lesson, course, english):
    offer = offer_in(sent(translator, course, str(translated(po_of(course, english))).encode()))
    somebody = at_desk(made_trainer(User.objects.create_user("wei")))
    for client, told in ((somebody, offer), (translator, f"{offer}x"), (translator, "")):
        assert client.post(address("bring-in", course), {"offer": told}).status_code == 400
    assert standing_of(lesson, english).state is State.NOT_BEGUN


@pytest.mark.hard
@pytest.mark.parametrize(("content", "status"), [(b"nothing", 422), (b"\xff\xfe", 422)])
def test_what_cannot_be_read_is_told_on_the_page(translator, lesson, course, content, status):
    reply = sent(translator, course, content)
    assert reply.status_code == status
    assert "什么都没有写" in reply.content.decode() or "没有写入" in reply.content.decode()
    assert translator.post(address("bring-in", course), {}).status_code == 400


@pytest.mark.hard
def test_only_who_may_publish_is_offered_to(translator, lesson, course, english, django_capture_on_commit_callbacks):
    whole_in(course, english)
    trainer = at_desk(made_trainer(User.objects.create_user("wei")))
    assert 'name="publish"' not in translator.get(address("course", course)).content.decode()
    assert 'name="publish"' in trainer.get(address("course", course)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        trainer.post(address("course", course), {"publish": ""})
    assert standing_of(lesson, english).state is State.DONE


@pytest.mark.hard
def test_home_says_what_is_to_translate(translator, lesson, course):
    home = translator.get("/cms/").content.decode()
    assert "要翻译的" in home
    assert address("course", course) in home
