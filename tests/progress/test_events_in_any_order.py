"""Two phones of one person send what they hold in any way there is; what follows is as if it had come once, in order.

R04, R06, R07, R08: doubled, shuffled, in any batches, beside broken neighbours, with replies that get lost, as a guest
and signed in. Hypothesis makes up the story and shortens it when the end is wrong. What may differ is when something
was received, and so the day on which she was registered: it is the first that the county heard of her.
"""

import json
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from foundation.limits import give_back
from progress.models import (
    Attempt,
    CheckAnswer,
    Enrolment,
    GuestEvent,
    LearningEvent,
    LessonCompletion,
    LessonPlace,
    Response,
)
from progress.services import rebuild_progress, receive_events
from tests.learning import a_checked, a_finish, a_visit, an_attempt, course_key_of, quiz_of
from trainees.models import Trainee

SEND, CLAIM = reverse("learn-events"), reverse("was-it-me")
FROM_PHONES = ("lesson-left", "lesson-finished", "check-answered", "attempt-submitted")
BROKEN = (None, 7, "x", [], {}, {"uuid": "no"}, {"uuid": str(UUID(int=9)), "kind": "lesson-left", "object": "none"})
FOLDED = (Enrolment, LessonPlace, LessonCompletion, CheckAnswer, Attempt)

PHONES = st.integers(0, 1)
LESSONS = st.integers(0, 1)
HOURS = st.integers(1, 24 * 150)


class Phone:
    """A browser with an outbox: what it holds is sent until a reply names it."""

    def __init__(self, person: Trainee) -> None:
        self.person, self.client, self.signed_in = person, Client(), False
        self.holds: dict[str, dict] = {}

    def keep(self, body: dict) -> None:
        self.holds[body["uuid"]] = body | {"person": str(self.person.key) if self.signed_in else ""}

    def sign(self, *, into: bool) -> None:
        if into:
            self.client.force_login(self.person.person.user)
        elif self.signed_in:
            guest = self.client.cookies.get("guest")
            self.client.logout()  # forgets every cookie
            if guest:
                self.client.cookies["guest"] = guest.value
        self.signed_in = into

    def send(self, bodies: list, *, reply_lost: bool = False) -> dict:
        answer = self.client.post(SEND, json.dumps({"events": bodies}), "application/json")
        assert answer.status_code == 200
        said = answer.json()
        if not reply_lost:
            for uuid in [*said["stored"], *said["doubled"]]:
                self.holds.pop(uuid, None)
        return said

    def say_that_was_me(self) -> None:
        page = self.client.get(CLAIM)
        if page.status_code == 200:
            self.client.post(CLAIM, {"mine": "1", "work": [one.choice for one in page.context["work"]]})


class TwoPhones(RuleBasedStateMachine):
    """Yang with two phones. Wu lives in the same village and is sent the same once, in order, at the end."""

    def __init__(self, yang: Trainee, wu: Trainee, lessons: list) -> None:
        super().__init__()
        self.yang, self.wu, self.lessons = yang, wu, lessons
        self.quizzes = [quiz_of(lesson) for lesson in lessons]
        self.story = transaction.atomic()
        self.story.__enter__()
        for key in (f"events:{yang.pk}", "new-guest:127.0.0.1"):
            give_back(key)
        self.now = timezone.now()
        self.phones = [Phone(yang), Phone(yang)]
        self.done: dict[str, dict] = {}

    def _does(self, phone: int, body: dict, hours: int) -> None:
        # No two at the same moment: which of them was later is then anybody's guess.
        at = self.now - timedelta(hours=hours, seconds=len(self.done))
        self.done[body["uuid"]] = body | {"at": at.isoformat()}
        self.phones[phone].keep(self.done[body["uuid"]])

    @rule(phone=PHONES, lesson=LESSONS, position=st.integers(1, 2), hours=HOURS)
    def reads(self, phone: int, lesson: int, position: int, hours: int) -> None:
        self._does(phone, a_visit(self.lessons[lesson], position=position), hours)

    @rule(phone=PHONES, lesson=LESSONS, hours=HOURS)
    def finishes(self, phone: int, lesson: int, hours: int) -> None:
        self._does(phone, a_finish(self.lessons[lesson]), hours)

    @rule(phone=PHONES, lesson=LESSONS, hours=HOURS)
    def tries_a_check(self, phone: int, lesson: int, hours: int) -> None:
        self._does(phone, a_checked(self.lessons[lesson]), hours)

    @rule(phone=PHONES, lesson=LESSONS, right=st.booleans(), hours=HOURS)
    def hands_in(self, phone: int, lesson: int, right: bool, hours: int) -> None:
        self._does(phone, an_attempt(self.quizzes[lesson], right=right), hours)

    @rule(phone=PHONES, into=st.booleans())
    def signs_in_or_out(self, phone: int, into: bool) -> None:
        self.phones[phone].sign(into=into)

    @rule(phone=PHONES, lost=st.booleans(), choice=st.data())
    def sends_some(self, phone: int, lost: bool, choice: st.DataObject) -> None:
        """Some of it, some twice, in any order, and between it what no server can read."""
        held = list(self.phones[phone].holds.values())
        some = choice.draw(st.lists(st.sampled_from(held), max_size=12)) if held else []
        broken = choice.draw(st.lists(st.sampled_from(BROKEN), max_size=3))
        said = self.phones[phone].send(choice.draw(st.permutations([*some, *broken])), reply_lost=lost)
        taken = {*said["stored"], *said["doubled"]}
        wanted = {body["uuid"] for body in some if self.phones[phone].signed_in or not body["person"]}
        assert taken == wanted
        assert len(said["refused"]) == len(broken) + sum(body["uuid"] not in wanted for body in some)

    @rule(phone=PHONES, choice=st.data())
    def sends_again_with_another_body(self, phone: int, choice: st.DataObject) -> None:
        stored = list(LearningEvent.objects.filter(kind__in=FROM_PHONES).values_list("uuid", flat=True))
        if stored and self.phones[phone].signed_in:
            uuid = str(choice.draw(st.sampled_from(stored)))
            other = a_finish(self.lessons[0], uuid=uuid, person=str(self.yang.key))
            assert self.phones[phone].send([other])["doubled"] == [uuid]

    @rule(phone=PHONES)
    def says_that_was_me(self, phone: int) -> None:
        self.phones[phone].say_that_was_me()

    @invariant()
    def nothing_is_there_twice_or_made_up(self) -> None:
        stored = list(LearningEvent.objects.filter(kind__in=FROM_PHONES).values_list("uuid", flat=True))
        waiting = list(GuestEvent.objects.filter(credited=False).values_list("uuid", flat=True))
        assert len({*stored, *waiting}) == len(stored) + len(waiting)
        assert {str(uuid) for uuid in [*stored, *waiting]} <= self.done.keys()

    def teardown(self) -> None:
        try:
            self._everything_arrives()
            self._compare()
        finally:
            transaction.set_rollback(True)
            self.story.__exit__(None, None, None)

    def _everything_arrives(self) -> None:
        for phone in reversed(self.phones):
            phone.sign(into=True)
            while phone.holds:
                phone.send(list(phone.holds.values())[:50])
            phone.say_that_was_me()

    def _compare(self) -> None:
        assert rebuild_progress(check=True) == []
        if self.done:
            receive_events(trainee=self.wu, bodies=sorted(self.done.values(), key=lambda body: body["at"]))
            assert everything_of(self.yang) == everything_of(self.wu)
            assert what_counts(self.yang) == by_hand(self.done, self.lessons)


def everything_of(trainee: Trainee) -> dict:
    """All that follows from her events, without whose it is."""
    rows = {model: model.objects.filter(trainee=trainee).values() for model in FOLDED}
    rows[Response] = Response.objects.filter(attempt__trainee=trainee).values("attempt__uuid", "question", "right")
    apart = ("id", "trainee_id", "registered_at", "registered_on")
    return {
        model: sorted(str([(key, value) for key, value in row.items() if key not in apart]) for row in found)
        for model, found in rows.items()
    }


def what_counts(trainee: Trainee) -> dict:
    attempts = trainee.attempts.values_list("uuid", "passed")
    course = trainee.enrolments.exclude(course_key=UUID(int=0)).get()
    return {
        "passed": {str(uuid): passed for uuid, passed in attempts},
        "completed": {str(key): at for key, at in trainee.completions.values_list("lesson_key", "completed_at")},
        "seconds": sum(trainee.places.values_list("seconds", flat=True)),
        "course": (course.course_key, course.passed_on, course.completed_on),
    }


def by_hand(done: dict[str, dict], lessons: list) -> dict:
    """The same by the definitions, in the plainest way: no event, no fold, no order."""
    bodies = list(done.values())
    attempts = [body for body in bodies if body["kind"] == "attempt-submitted"]
    right = {body["uuid"]: body["payload"]["responses"][1]["answer"] == "４元" for body in attempts}
    firsts = {}
    for lesson in lessons:
        key = str(quiz_of(lesson).translation_key)
        times = [
            datetime.fromisoformat(body["at"]) for body in attempts if body["object"] == key and right[body["uuid"]]
        ]
        firsts |= {str(lesson.translation_key): min(times)} if times else {}
    day = timezone.localdate(max(firsts.values())) if len(firsts) == len(lessons) else None
    return {
        "passed": right,
        "completed": firsts,
        "seconds": sum(body["payload"]["seconds"] for body in bodies if body["kind"].startswith("lesson-")),
        "course": (course_key_of(lessons[0]), day, day),
    }


def tell(world: tuple, *, stories: int, steps: int, always_the_same: bool) -> None:
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    chosen = settings(
        max_examples=stories,
        stateful_step_count=steps,
        derandomize=always_the_same,
        deadline=None,
        database=None,
        suppress_health_check=quiet,
    )
    run_state_machine_as_test(lambda: TwoPhones(*world), settings=chosen)


@pytest.fixture
def world(yang, wu, lessons) -> tuple:
    return yang, wu, lessons


def test_whatever_way_events_take_the_same_follows_r04_r06_r07_r08(world):
    tell(world, stories=8, steps=12, always_the_same=True)


@pytest.mark.hard
def test_whatever_way_events_take_the_same_follows_told_a_thousand_times(world):
    tell(world, stories=1000, steps=40, always_the_same=False)
