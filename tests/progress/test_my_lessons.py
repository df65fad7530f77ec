"""My lessons: where she is, in either language, and what waits on her phone."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from progress.models import Enrolment
from progress.selectors import my_courses
from progress.services import receive_events
from tests.answering import hand_in, phone_of, text_of
from tests.builders import a_lesson
from tests.learning import a_finish, a_visit, an_attempt, quiz_of
from trainees.this_phone import THIS_PHONE

MINE = reverse("my-lessons")


def learned(trainee, *bodies: dict) -> None:
    assert not receive_events(trainee=trainee, bodies=list(bodies)).refused


def course_of(trainee):
    (course,) = my_courses(trainee=trainee, language="zh-hans")
    return course


def test_nobody_is_led_to_signing_up(lessons):
    page = Client().get(MINE)
    assert f'href="{reverse("join")}"' in page.content.decode()
    assert f'href="{reverse("who")}"' in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_nobody_sees_what_waits_on_this_phone(lessons):
    client = Client()
    hand_in(client, quiz_of(lessons[0]))
    assert "第1课" in text_of(client.get(MINE))
    assert "第1课" not in text_of(Client().get(MINE))


def test_signing_in_enrols_where_there_is_one_course(lessons, yang):
    phone_of(yang)
    assert Enrolment.objects.filter(trainee=yang, course_key=lessons[0].course.translation_key).count() == 1


def test_going_on_is_at_the_card_where_she_stopped(lessons, yang):
    learned(yang, a_visit(lessons[1], position=2))
    assert course_of(yang).next.url == f"{lessons[1].url}#{lessons[1].cards[1].id}"
    assert "接着学" in text_of(phone_of(yang).get(MINE))


def test_card_that_is_gone_leads_to_the_beginning(lessons, yang):
    learned(yang, a_visit(lessons[0], position=3))
    del lessons[0].cards[2]
    lessons[0].save()
    assert course_of(yang).next.url == lessons[0].url


def test_dots_show_the_cards_that_she_saw(lessons, yang):
    learned(yang, a_visit(lessons[0], position=2))
    assert course_of(yang).learning[0].dots == [True, True, False]


def test_cards_without_the_quiz_leave_the_quiz_to_do(lessons, yang):
    learned(yang, a_finish(lessons[0]))
    assert (course_of(yang).done, course_of(yang).learning[0].open_quiz) == ([], True)
    assert "去做题" in text_of(phone_of(yang).get(MINE))


def test_quiz_without_the_cards_is_passed_straight_away(lessons, yang):
    learned(yang, an_attempt(quiz_of(lessons[0])))
    assert [lesson.direct for lesson in course_of(yang).done] == [True]
    assert "直接通过" in text_of(phone_of(yang).get(MINE))


def test_all_lessons_done_says_that_the_course_is_completed(lessons, yang):
    learned(yang, *[an_attempt(quiz_of(lesson)) for lesson in lessons])
    assert "您结业了" in text_of(phone_of(yang).get(MINE))


def test_lesson_added_later_is_new_and_takes_nothing_back(lessons, yang):
    learned(yang, *[an_attempt(quiz_of(lesson)) for lesson in lessons])
    a_lesson(lessons[0].get_parent().specific, title="新课", slug="new")
    page = text_of(phone_of(yang).get(MINE))
    assert "您结业了" in page
    assert "还有1课" in page


def test_only_a_phone_that_remembers_people_offers_to_forget_her(lessons, yang):
    phone = phone_of(yang)
    assert reverse("forget-me") not in phone.get("/learn/").content.decode()
    remembering = HttpResponse()
    THIS_PHONE.keep(remembering, THIS_PHONE.new())
    phone.cookies.update(remembering.cookies)
    assert reverse("forget-me") in phone.get("/learn/").content.decode()


def test_work_on_this_phone_is_asked_about_once(lessons, yang):
    client = Client()
    hand_in(client, quiz_of(lessons[0]))
    client.force_login(yang.person.user)
    assert client.get(MINE)["Location"] == reverse("was-it-me")
    client.get(reverse("was-it-me"))
    assert "还没记到谁的名下" in text_of(client.get(MINE))


@pytest.mark.parametrize("lessons_more", [0, 6])
def test_my_lessons_needs_at_most_12_queries(lessons_more, lessons, yang, django_assert_max_num_queries):
    module = lessons[0].get_parent().specific
    for number in range(lessons_more):
        a_lesson(module, title=f"又一课{number}", slug=f"more-{number}")
    learned(yang, a_visit(lessons[0]), an_attempt(quiz_of(lessons[1])))
    client = Client()
    hand_in(client, quiz_of(lessons[0]))
    client.force_login(yang.person.user)
    client.get(reverse("was-it-me"))
    with django_assert_max_num_queries(12):
        assert client.get(MINE).status_code == 200
