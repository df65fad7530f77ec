"""Several phones at the same moment, with real transactions: everything counts, and counts once."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection
from wagtail.models import Site

from courses.models import HomePage
from progress.counts import CountedVillages, Period, counts_by_village, summed
from progress.folding import day_of
from progress.models import EVERY_COURSE, Attempt, Enrolment, GuestEvent, Kind, LearningEvent, Occasion, Ticket
from progress.services import (
    NotOffered,
    Receipt,
    begin_try,
    claim_guest_events,
    enrol,
    keep_guest_events,
    rebuild_progress,
    receive_events,
)
from tests.learning import (
    a_course_test,
    a_finish,
    a_learning_course,
    a_sitting,
    a_visit,
    an_attempt,
    course_key_of,
    quiz_of,
)
from tests.trainees.conftest import HAOHUAHONG, make_places
from trainees.models import Trainee
from trainees.services import join

PEOPLE = 6


@pytest.fixture
def lessons(committing) -> Iterator[list]:
    """Two lessons with quizzes, committed, and taken away again as a tree."""
    site, known = Site.objects.get(is_default_site=True), set(HomePage.objects.values_list("pk", flat=True))
    yield a_learning_course()
    Site.objects.filter(pk=site.pk).update(root_page=site.root_page, hostname=site.hostname)
    for home in HomePage.objects.exclude(pk__in=known):
        home.delete()


@pytest.fixture
def people(lessons) -> list[Trainee]:
    """Six people of Haohuahong."""
    village = make_places()[HAOHUAHONG]
    return [join(name="杨", sign="fern", age="18+", village=village).trainee for _n in range(PEOPLE)]


def at_once(*tasks: Callable[[], object]) -> list:
    """What each gave; all of them begin at the same moment, each on a connection of its own."""
    gate = threading.Barrier(len(tasks), timeout=20)

    def begin(task: Callable[[], object]) -> object:
        gate.wait()
        try:
            return task()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as threads:
        return [begun.result() for begun in [threads.submit(begin, task) for task in tasks]]


def sending(trainee: Trainee, *bodies: dict) -> Callable[[], Receipt]:
    return lambda: receive_events(trainee=trainee, bodies=list(bodies))


def a_whole_course(lessons: list) -> list[dict]:
    return [body for lesson in lessons for body in (a_finish(lesson), an_attempt(quiz_of(lesson)))]


def of_the_village() -> tuple[int, int, int]:
    """Registered, passed, completed, today."""
    today = day_of(LearningEvent.objects.latest("pk").received_at)
    total = summed(counts_by_village(CountedVillages(HAOHUAHONG), Period(today, today)).values())
    return total.registered, total.passed, total.completed


def test_people_of_one_village_at_once_are_each_counted_once(people, lessons):
    receipts = at_once(*(sending(person, *a_whole_course(lessons)) for person in people))
    assert [(len(receipt.stored), receipt.refused) for receipt in receipts] == [(4, [])] * PEOPLE
    assert of_the_village() == (PEOPLE, PEOPLE, PEOPLE)
    assert Enrolment.objects.filter(course_key=EVERY_COURSE).count() == PEOPLE
    assert rebuild_progress(check=True) == []


def test_one_person_on_two_phones_at_once_completes_her_course_once(people, lessons):
    yang = people[0]
    first, second = lessons
    receipts = at_once(
        sending(yang, a_visit(first), an_attempt(quiz_of(first), right=False), an_attempt(quiz_of(first))),
        sending(yang, a_visit(first, position=3), an_attempt(quiz_of(second)), a_finish(second)),
        sending(yang, an_attempt(quiz_of(first)), an_attempt(quiz_of(second))),
    )
    assert [len(receipt.stored) for receipt in receipts] == [3, 3, 2]
    kinds = list(LearningEvent.objects.filter(trainee=yang).values_list("kind", flat=True))
    assert (kinds.count(Kind.ENROLLED), kinds.count(Kind.COURSE_COMPLETED)) == (1, 1)
    assert (yang.attempts.count(), yang.completions.count()) == (5, 2)
    assert yang.places.get(lesson_key=first.translation_key).seconds == 120
    assert rebuild_progress(check=True) == []


def test_same_event_eight_times_at_once_is_stored_once(people, lessons):
    yang, body = people[0], an_attempt(quiz_of(lessons[0]))
    receipts = at_once(*[sending(yang, body)] * 8)
    assert sorted(len(receipt.stored) for receipt in receipts) == [0] * 7 + [1]
    assert all(receipt.stored + receipt.doubled == [body["uuid"]] for receipt in receipts)
    assert (Attempt.objects.count(), LearningEvent.objects.filter(kind=Kind.ATTEMPT_MARKED).count()) == (1, 1)
    assert rebuild_progress(check=True) == []


def test_work_of_a_guest_claimed_twice_at_once_is_one_persons(people, lessons):
    guest, bodies = "d" * 64, a_whole_course(lessons)
    uuids = [UUID(body["uuid"]) for body in bodies]
    keep_guest_events(guest_digest=guest, bodies=bodies)
    claims = [
        lambda person=person: claim_guest_events(trainee=person, guest_digest=guest, uuids=uuids)
        for person in (*people[:3], people[0])
    ]
    receipts = at_once(*claims)
    assert sorted(len(receipt.stored) for receipt in receipts) == [0, 0, 0, 4]
    assert Attempt.objects.values_list("trainee", flat=True).distinct().count() == 1
    assert not GuestEvent.objects.filter(credited=False).exists()
    assert of_the_village() == (1, 1, 1)
    assert rebuild_progress(check=True) == []


def test_enrolling_from_two_tabs_at_once_is_enrolling_once(people, lessons):
    course = course_key_of(lessons[0])
    new = at_once(*[lambda: enrol(trainee=people[0], course_key=course)] * 4)
    assert sorted(new) == [False, False, False, True]
    assert of_the_village() == (1, 0, 0)
    assert rebuild_progress(check=True) == []


def test_fifty_starts_at_once_with_three_tries_are_three(people, lessons):
    yang, test = people[0], a_course_test(lessons[0].course, ask=2, tries=3)

    def start_and_hand_in() -> bool:
        try:
            ticket = begin_try(trainee=yang, quiz_key=test.translation_key, occasion=Occasion.AFTER)
        except NotOffered:
            return False
        receive_events(trainee=yang, bodies=[a_sitting(ticket, right=False)])
        return True

    begun = at_once(*[start_and_hand_in] * 50)
    numbers = list(Ticket.objects.order_by("number").values_list("number", flat=True))
    assert (numbers, Attempt.objects.count()) == ([1, 2, 3], 3)
    assert False in begun
