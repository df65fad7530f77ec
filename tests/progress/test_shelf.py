"""My goods: the newest of what she handed in, hers alone; the page that opens without a signal is everybody's."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from progress.models import Submission
from progress.selectors import goods_of
from progress.services import keep_photo, receive_events
from tests.answering import phone_of, text_of
from tests.learning import a_handed_in, a_practice_course, a_sent_photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]

ORANGES = {"title": "凤山橙子，五斤一箱", "lines": ["自家树上摘的。", "皮薄水多。"]}


@pytest.fixture
def lesson(db):
    return a_practice_course(shelf="listing")[0]


def hand_in(trainee, lesson, words: dict, *photos: bytes, days_ago: int = 0) -> None:
    names = [keep_photo(trainee=trainee, content=photo).sha256 for photo in photos]
    at = (timezone.now() - timedelta(days=days_ago)).isoformat()
    receipt = receive_events(trainee=trainee, bodies=[a_handed_in(lesson, *names, words=words, at=at)])
    assert not receipt.refused


def test_nobody_is_asked_who_she_is_and_comes_back(lesson):
    assert Client().get("/learn/shelf/").url == "/learn/who/?next=/learn/shelf/"
    assert Client().get("/learn/shelf.json").json() == {"person": None, "parts": {}}


def test_goods_of_one_person_are_nobody_elses(yang, wu, lesson):
    hand_in(yang, lesson, ORANGES, a_sent_photo())
    assert "凤山橙子" not in text_of(phone_of(wu).get("/learn/shelf/"))
    assert phone_of(wu).get("/learn/shelf.json").json()["parts"] == {}


def test_newest_counts_whatever_the_teacher_said(yang, lesson):
    hand_in(yang, lesson, ORANGES, days_ago=3)
    hand_in(yang, lesson, {"title": "新米"}, days_ago=1)
    hand_in(yang, lesson, {"title": "去年的橙子"}, days_ago=20)
    Submission.objects.update(state="again")
    assert goods_of(yang).title == "新米"
    assert "新米" in text_of(phone_of(yang).get("/learn/shelf/"))


def test_words_alone_take_no_photo_off_the_card_and_a_photo_no_words(yang, lesson):
    hand_in(yang, lesson, ORANGES, a_sent_photo("red"), days_ago=3)
    hand_in(yang, lesson, {"title": "新米"}, days_ago=2)
    red = goods_of(yang).photo
    assert (goods_of(yang).title, bool(red)) == ("新米", True)
    hand_in(yang, lesson, {"text": "老师，这张好吗？"}, a_sent_photo("blue"), days_ago=1)
    assert goods_of(yang).title == "新米"
    assert goods_of(yang).photo not in (red, None)
    part = phone_of(yang).get("/learn/shelf.json").json()["parts"]["listing"]
    assert (part["words"], len(part["photos"])) == ({"title": "新米"}, 1)


def test_a_task_that_she_has_done_is_not_said_to_fill_what_is_empty(yang, lesson):
    fills, again = "做这几个练习就有了", "想换哪一样，再做一遍那个练习"
    assert [said in text_of(phone_of(yang).get("/learn/shelf/")) for said in (fills, again)] == [True, False]
    hand_in(yang, lesson, ORANGES)
    assert [said in text_of(phone_of(yang).get("/learn/shelf/")) for said in (fills, again)] == [False, True]


def test_phone_gets_words_and_where_the_photo_is(yang, lesson):
    hand_in(yang, lesson, ORANGES, a_sent_photo("red"), a_sent_photo("blue"))
    phone = phone_of(yang)
    answer = phone.get("/learn/shelf.json")
    part = answer.json()["parts"]["listing"]
    assert (answer.json()["person"], part["words"]) == (str(yang.key), ORANGES)
    assert [phone.get(address).headers["Content-Type"] for address in part["photos"]] == ["image/jpeg"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_only_a_teacher_saw_is_no_card(yang, lesson):
    hand_in(yang, lesson, ORANGES)
    Submission.objects.update(way="shown")
    assert not goods_of(yang)
    assert "货架还空着" in text_of(phone_of(yang).get("/learn/shelf/"))


def test_as_many_queries_for_many_as_for_one(yang, lesson):
    counts = []
    for number in range(3):
        hand_in(yang, lesson, {"title": f"橙子{number}"}, a_sent_photo(["red", "green", "blue"][number]))
        with CaptureQueriesContext(connection) as queries:
            assert goods_of(yang).photo
        counts.append(len(queries))
    assert len(set(counts)) == 1


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_kept_page_is_the_same_for_everybody_and_says_what_fills_it(yang, lesson, language):
    hand_in(yang, lesson, ORANGES)
    hers, nobodys = phone_of(yang).get(f"/{language}/shelf/"), Client().get(f"/{language}/shelf/")
    assert hers.content == nobodys.content
    assert hers.headers["X-Village-Shop-School"] == "page"
    assert "凤山橙子" not in hers.text
    task = f"/zh-hans/task/{lesson.translation_key}/{lesson.cards[-1].id}/"
    assert task in Client().get("/zh-hans/shelf/").text


def test_task_that_fills_nothing_is_not_named(db):
    a_practice_course()
    assert "/task/" not in Client().get("/zh-hans/shelf/").text


def test_words_of_hers_are_words_and_no_markup(yang, lesson):
    hand_in(yang, lesson, {"title": "<b>橙子</b>", "lines": ["</textarea><script>"]})
    page = phone_of(yang).get("/learn/shelf/").text
    assert "<b>橙子" not in page
    assert "</textarea><script>" not in page


def test_task_page_brings_form_and_wiping_only_where_scripts_run(lesson):
    page = Client().get(reverse("task", args=[lesson.translation_key, lesson.cards[-1].id])).text
    assert "<form " not in page.split('<template id="handing">')[0]
    assert 'id="blurring"' in page
