"""What came of a practice task, on the page of the one who handed it in and among her lessons."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from progress.models import Review, Submission, TaskPass, TaskPhoto
from progress.selectors import usual_days
from progress.services import receive_events
from progress.services.reviewing import Judgement, review_submission
from tests.answering import fields_in, phone_of, text_of
from tests.learning import a_handed_in, a_practice_course
from tests.progress.test_learn_task import a_file, address_of, hand_in
from tests.reviewing import handed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]


@pytest.fixture
def lesson(db):
    return a_practice_course(shelf="listing")[0]


def looked_at(submission: Submission, *, passed: bool = False, **said: object) -> Review:
    state = "passed" if passed else "again"
    Submission.objects.filter(pk=submission.pk).update(state=state)
    ticks, at = [True, True, False, passed], timezone.now()
    return Review.objects.create(submission=submission, passed=passed, ticks=ticks, reviewed_at=at, **said)


def test_what_came_back_says_why_and_is_handed_in_again(yang, lesson):
    client = phone_of(yang)
    hand_in(client, lesson, title="惠水脐橙")
    looked_at(Submission.objects.get(), comment="光线暗了一点。", voice="reviews/a.m4a")
    page = client.get(address_of(lesson))
    assert "再来一次" in text_of(page)
    assert "光线暗了一点。" in text_of(page)
    assert reverse("learn-task-voice", args=[Review.objects.get().pk]) in page.text
    assert page.text.count("做到了") == 2
    page = hand_in(client, lesson, title="惠水脐橙，早上摘")
    assert "等老师看" in text_of(page)
    assert "光线暗了一点。" in text_of(page)  # the earlier one stays readable


@pytest.mark.hard
def test_words_of_last_time_stand_in_the_form(yang, lesson):
    client = phone_of(yang)
    hand_in(client, lesson, title="惠水脐橙")
    assert 'value="惠水脐橙"' in client.get(address_of(lesson, "?again=1")).text


def test_what_only_the_county_sees_stays_so_the_next_time(yang, lesson):
    client = phone_of(yang)
    hand_in(client, lesson, title="橙", only_county="on")
    hand_in(client, lesson, title="新橙")
    assert all(Submission.objects.values_list("only_county", flat=True))
    assert Submission.objects.count() == 2


def test_same_form_with_other_words_shows_the_first_and_how_to_change_it(yang, lesson):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(lesson)))
    first, same, other = (
        client.post(address_of(lesson), {**sheet, "text": text}, follow=True) for text in ("一", "一", "二")
    )
    told = ["这份已经交过了" in text_of(page) for page in (first, same, other)]
    assert told == [False, False, True]
    assert Submission.objects.get().words == {"text": "一"}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_lesson_taken_down_meanwhile_costs_her_no_words(yang, lesson, language):
    client = phone_of(yang)
    sheet = fields_in(client.get(address_of(lesson)))
    lesson.unpublish()
    page = client.post(f"{address_of(lesson)}?in={language}", {**sheet, "title": "惠水脐橙", "photos": [a_file()]})
    assert page.status_code == 200
    assert 'value="惠水脐橙"' in page.text
    client.post(address_of(lesson), {**fields_in(page), "child": "no"})
    assert Submission.objects.get().words == {"title": "惠水脐橙"}


@pytest.mark.hard
def test_lesson_taken_down_leaves_her_work_readable(yang, lesson):
    client = phone_of(yang)
    hand_in(client, lesson, title="惠水脐橙")
    lesson.unpublish()
    assert "惠水脐橙" in text_of(client.get(address_of(lesson)))
    assert Client().get(address_of(lesson)).status_code == 404


def test_photo_and_voice_are_hers_alone(yang, wu, lesson, settings):
    hand_in(phone_of(yang), lesson, a_file(), child="no", title="橙")
    review = looked_at(Submission.objects.get(), voice="reviews/a.m4a")
    (settings.MEDIA_ROOT / "reviews").mkdir()
    (settings.MEDIA_ROOT / "reviews/a.m4a").write_bytes(b"sound")
    photo = reverse("learn-task-photo", args=[TaskPhoto.objects.get().pk])
    for address in (photo, reverse("learn-task-voice", args=[review.pk])):
        hers = phone_of(yang).get(address)
        assert hers.status_code == 200
        assert "no-store" in hers["Cache-Control"]
        assert [phone_of(wu).get(address).status_code, Client().get(address).status_code] == [404, 404]


def test_days_are_those_of_her_county_once_enough_were_looked_at(yang, wu, lesson, places):
    for trainee, days in ((yang, 1), (wu, 1), (yang, 2), (wu, 5), (yang, 6)):
        receive_events(trainee=trainee, bodies=[a_handed_in(lesson, words={"title": "橙"})])
        submission = Submission.objects.latest("pk")
        review = looked_at(submission)
        Review.objects.filter(pk=review.pk).update(reviewed_at=submission.received_at + timedelta(days=days))
    hand_in(phone_of(yang), lesson, title="橙")
    assert "老师一般5天内看" in text_of(phone_of(yang).get(address_of(lesson)))


def test_correction_of_a_verdict_is_no_answer_that_came_late_or_soon(yang, lesson):
    now = timezone.now()
    for number in range(1, 6):
        work = handed_in(yang, lesson, days_ago=20)
        came_back = Judgement([], passed=False, comment="再来一次")
        last = review_submission(
            submission=work, by=None, judgement=came_back, now=now - timedelta(days=11, hours=number)
        )
    for _time in range(5):
        corrected = Judgement([], passed=False, comment="再来一次", after=last.pk)
        last = review_submission(submission=work, by=None, judgement=corrected, now=now)
    assert usual_days(yang) == 9


def test_my_lessons_show_what_waits_and_what_came_back(yang, lesson):
    client = phone_of(yang)
    hand_in(client, lesson, title="橙")
    assert "等老师看" in text_of(client.get(reverse("my-lessons")))
    looked_at(Submission.objects.get())
    assert "再来一次" in text_of(client.get(reverse("my-lessons")))


def test_my_lessons_show_for_a_month_what_was_passed(yang, lesson):
    client = phone_of(yang)
    hand_in(client, lesson, title="橙")
    review_submission(submission=Submission.objects.get(), by=None, judgement=Judgement([], passed=True))
    address = address_of(lesson)
    passed = BeautifulSoup(client.get(reverse("my-lessons")).content, "html.parser").find("a", href=address)
    assert "通过" in passed.get_text()
    TaskPass.objects.update(passed_at=timezone.now() - timedelta(days=31))
    assert address not in client.get(reverse("my-lessons")).text


def test_photos_of_earlier_times_are_links_and_weigh_nothing(yang, lesson):
    client = phone_of(yang)
    for colour in ("red", "blue"):
        hand_in(client, lesson, a_file(colour), child="no", title="橙")
    first, second = (reverse("learn-task-photo", args=[photo.pk]) for photo in TaskPhoto.objects.order_by("pk"))
    page = BeautifulSoup(client.get(address_of(lesson)).content, "html.parser")
    assert [image["src"] for image in page.select(".task__photos img[loading=lazy]")] == [second]
    assert not page.find("img", src=first)
    assert page.find("a", href=first)
