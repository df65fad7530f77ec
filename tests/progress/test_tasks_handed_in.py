"""What a phone hands in for a practice task is kept once, in the words and photos of the one who sent it."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from progress.models import GuestEvent, Kind, LearningEvent, Submission, TaskPass
from progress.selectors import goods_of, my_submissions
from progress.services import keep_guest_events, keep_photo, rebuild_progress, receive_events
from progress.services.consenting import say
from progress.services.reviewing import Judgement, review_submission
from tests.learning import a_finish, a_handed_in, a_practice_course, a_sent_photo, task_of
from trainees.consent_words import TASKS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def everything_follows_from_the_events(db, settings, tmp_path):
    settings.MEDIA_ROOT, settings.LIMITS_DIR = tmp_path / "uploads", tmp_path / "limits"
    yield
    assert rebuild_progress(check=True) == []


@pytest.fixture
def lesson(db):
    return a_practice_course(shelf="photo")[0]


@pytest.fixture
def photo(yang):
    return keep_photo(trainee=yang, content=a_sent_photo())


def code_of(trainee, body: dict) -> str:
    receipt = receive_events(trainee=trainee, bodies=[body])
    assert not receipt.stored
    return receipt.refused[0][1]


def test_words_and_photos_are_kept_with_what_they_become(yang, lesson, photo):
    body = a_handed_in(lesson, photo.sha256, words={"text": "我家的橙。", "title": "惠水脐橙"})
    assert receive_events(trainee=yang, bodies=[body]).stored == [body["uuid"]]
    kept = Submission.objects.get()
    assert (kept.lesson_key, kept.card) == task_of(lesson)
    assert (kept.state, kept.shelf, kept.way, kept.is_newest) == ("waiting", "photo", "phone", True)
    assert kept.words == {"text": "我家的橙。", "title": "惠水脐橙"}
    assert kept.ordered_photos == [photo]


def test_event_keeps_neither_words_nor_names_of_photos(yang, lesson, photo):
    receive_events(trainee=yang, bodies=[a_handed_in(lesson, photo.sha256)])
    event = LearningEvent.objects.get(kind=Kind.TASK_SUBMITTED)
    assert event.payload == {"card": lesson.cards[-1].id, "photos": 1, "only_county": False}


def test_handed_in_twice_is_kept_once(yang, lesson):
    body = a_handed_in(lesson)
    changed = {**body, "payload": {**body["payload"], "words": {"text": "别的"}}}
    receive_events(trainee=yang, bodies=[body, body])
    assert receive_events(trainee=yang, bodies=[changed]).doubled == [body["uuid"]]
    assert Submission.objects.get().words == body["payload"]["words"]


def test_newest_counts_in_whatever_order_two_phones_send(yang, lesson):
    now = timezone.now()
    late, early = (a_handed_in(lesson, at=(now - timedelta(hours=ago)).isoformat()) for ago in (1, 3))
    for body in (late, early):
        receive_events(trainee=yang, bodies=[body])
    newest = {str(row.uuid): row.is_newest for row in Submission.objects.all()}
    assert newest == {late["uuid"]: True, early["uuid"]: False}


def test_photo_that_is_not_there_is_refused_and_harms_no_neighbour(yang, lesson, photo):
    lacking, finished = a_handed_in(lesson, photo.sha256, "0" * 64), a_finish(lesson)
    receipt = receive_events(trainee=yang, bodies=[lacking, finished])
    assert receipt.refused == [(lacking["uuid"], "photo")]
    assert receipt.stored == [finished["uuid"]]
    assert not Submission.objects.exists()


def test_photo_of_somebody_else_is_not_there(wu, lesson, photo):
    assert code_of(wu, a_handed_in(lesson, photo.sha256)) == "photo"


def test_what_came_already_is_doubled_also_when_it_names_a_photo_that_is_not_there(yang, lesson):
    body = a_handed_in(lesson)
    receive_events(trainee=yang, bodies=[body])
    other = a_handed_in(lesson, "0" * 64, uuid=body["uuid"])
    assert receive_events(trainee=yang, bodies=[other]).doubled == [body["uuid"]]


def test_of_her_who_said_no_to_photos_the_words_are_taken_and_photos_alone_are_refused(yang, lesson, photo):
    say(trainee=yang, purpose=TASKS, yes=False)
    first = a_handed_in(lesson, photo.sha256, "0" * 64, words={"text": "橙子"})
    assert receive_events(trainee=yang, bodies=[first]).stored == [first["uuid"]]
    row = Submission.objects.get()
    assert (row.words, row.ordered_photos) == ({"text": "橙子"}, [])
    assert LearningEvent.objects.get(uuid=first["uuid"]).payload["photos"] == 0
    assert code_of(yang, a_handed_in(lesson, photo.sha256, words={})) == "consent"
    again = {**first, "payload": {**first["payload"], "words": {}}}
    assert receive_events(trainee=yang, bodies=[again]).doubled == [first["uuid"]]


def test_card_that_was_never_a_task_is_refused(yang, lesson):
    plain = a_handed_in(lesson)
    plain["payload"]["card"] = lesson.cards[0].id
    assert code_of(yang, plain) == "card"
    assert code_of(yang, a_handed_in(lesson, object=str(uuid4()))) == "card"


def test_lesson_taken_down_meanwhile_still_takes_it(yang, lesson):
    body = a_handed_in(lesson)
    lesson.unpublish()
    assert receive_events(trainee=yang, bodies=[body]).stored


def test_card_taken_out_meanwhile_still_takes_it(yang, lesson):
    lesson.save_revision()
    body = a_handed_in(lesson)
    lesson.cards.pop()
    lesson.save_revision().publish()
    assert receive_events(trainee=yang, bodies=[body]).stored
    assert Submission.objects.get().shelf == "photo"


def test_fifty_cards_that_never_were_cost_no_more_than_one(yang, lesson):
    counts = []
    for many in (1, 50):
        bodies = [a_handed_in(lesson) for _number in range(many)]
        for body in bodies:
            body["payload"]["card"] = str(uuid4())
        with CaptureQueriesContext(connection) as asked:
            assert len(receive_events(trainee=yang, bodies=bodies).refused) == many
        counts.append(len(asked))
        with CaptureQueriesContext(connection) as of_guest:
            assert {code for _uuid, code in keep_guest_events(guest_digest="g", bodies=bodies).refused} == {"sign-in"}
        assert not any("page" in query["sql"] for query in of_guest)  # nothing is looked up for nobody
    assert counts[0] == counts[1] <= 16


def test_guest_is_asked_to_sign_in_and_nothing_is_kept(lesson):
    receipt = keep_guest_events(guest_digest="g", bodies=[a_handed_in(lesson)])
    assert [code for _uuid, code in receipt.refused] == ["sign-in"]
    assert not GuestEvent.objects.exists()


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"words": {}, "photos": []}, "empty"),
        ({"words": {"text": " \u0000 "}}, "empty"),
        ({"words": {"text": "长" * 1001}}, "words"),
        ({"words": {"lines": ["一"] * 8}}, "words"),
        ({"words": {"replies": "一句"}}, "words"),
        ({"words": {"title": ["一"]}}, "words"),
        ({"words": "一句"}, "words"),
        ({"photos": ["0" * 64] * 6}, "photos"),
        ({"photos": ["../" + "0" * 61]}, "photos"),
        ({"photos": [1]}, "photos"),
        ({"card": "x"}, "card"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_code(yang, lesson, payload, code):
    body = a_handed_in(lesson)
    body["payload"] |= payload
    assert code_of(yang, body) == code


def test_signs_that_no_screen_shows_and_no_database_takes_are_left_out(yang, lesson):
    body = json.loads(json.dumps(a_handed_in(lesson, words={"text": "一\r\n二\ud83d\u0000\u0007", "unknown": "x"})))
    assert receive_events(trainee=yang, bodies=[body]).stored
    assert Submission.objects.get().words == {"text": "一\n二"}


def test_what_comes_after_it_was_passed_is_kept_and_waits_for_nobody(yang, lesson):
    receive_events(trainee=yang, bodies=[a_finish(lesson)])
    key, card = task_of(lesson)
    event = LearningEvent(
        uuid=uuid4(), trainee=yang, kind=Kind.TASK_REVIEWED, object_key=key, occurred_at=timezone.now(),
        received_at=timezone.now(), payload={"card": str(card), "passed": True, "ticks": [True] * 4}, cause=uuid4(),
    )  # fmt: skip
    event.save()
    rebuild_progress()
    assert TaskPass.objects.get().card == card
    receive_events(trainee=yang, bodies=[a_handed_in(lesson)])
    assert Submission.objects.get().state == "passed"


def test_what_is_done_once_more_waits_also_when_the_phone_is_forty_days_slow(yang, lesson):
    receive_events(trainee=yang, bodies=[a_handed_in(lesson)])
    came_back = Judgement([], passed=False, comment="再来一次")
    review_submission(submission=Submission.objects.get(), by=None, judgement=came_back)
    slow = a_handed_in(lesson, words={"title": "新米"}, at=(timezone.now() - timedelta(days=40)).isoformat())
    receive_events(trainee=yang, bodies=[slow])
    waiting = Submission.objects.get(is_newest=True)
    assert (str(waiting.uuid), waiting.state) == (slow["uuid"], "waiting")
    assert goods_of(yang).parts["photo"].newest == waiting
    assert my_submissions(trainee=yang, lesson_key=waiting.lesson_key, card=waiting.card)[0].row == waiting
