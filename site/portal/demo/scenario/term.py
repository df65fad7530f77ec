"""Writing the term: people join, learn and move, through the services that real phones and offices use."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from courses.selectors import open_courses
from portal.demo.people import DemoIsOff, trainee_of_the_cast
from portal.demo.scenario.calendar import Term, at_leisure, in_class, term_until
from portal.demo.scenario.habits import Habit, a_habit
from portal.demo.scenario.lives import Life
from portal.demo.scenario.names import a_name
from portal.demo.scenario.places import Settled, settled
from portal.demo.scenario.syllabus import Taught, syllabus, test_of_course
from portal.demo.scenario.testing import Sat, Sittings
from portal.preparing import stamps
from progress.models import Ticket, end_of_day
from progress.services import Delivery, enrol_many, receive_deliveries
from quizzes.models import QuizEdition
from trainees.models import Person, Sign, Trainee
from trainees.services import Newcomer, join_many, move
from villages.selectors import villages_under

SEED = "village-shop-school"
STAMP = "demo-term-people"  # how many there are, written in the transaction that made them
COUNTY = "522731"
PORTION = 500
"""People in one transaction: a killed term goes on behind the last of them."""
CAST = {"yang": (4, 3), "wu": (1, 1)}  # lessons, and how many weeks ago they began
MOVED = 0.02
REGISTERED_ELSEWHERE = 0.06  # 户籍 in another village
IN_CLASS = 0.55  # of the people join where a class meets
AT_ONCE = 0.75  # of the people begin on the day on which they join
HELPED = 0.12
REMOTE = 0.15
MIDWAY = 0.3
IN_ENGLISH = 0.05


@dataclass(frozen=True)
class World:
    """What all stories have in common."""

    term: Term
    now: datetime
    places: Settled
    course_key: UUID
    lessons: list[Taught]
    test: QuizEdition | None = None


@dataclass(frozen=True)
class Story:
    """One made-up person: how she joins, how she will learn, from when on."""

    newcomer: Newcomer
    habit: Habit
    begins: datetime
    rng: Random


def make_term(*, people: int, now: datetime | None = None) -> int:
    """Write the term up to this number of people; returns how many were made now. Raises DemoIsOff."""
    if not settings.DEMO:
        raise DemoIsOff
    world = the_world(now or timezone.now())
    made = int(stamps.in_database(STAMP) or 0)
    for first in range(made, people, PORTION):
        numbers = range(first, min(first + PORTION, people))
        with _not_tidying_up(), transaction.atomic():
            _write([a_story(number, world) for number in numbers], world)
            stamps.stamp_database(STAMP, str(numbers.stop))
    return max(0, people - made)


def teach_the_cast(*, now: datetime | None = None) -> None:
    """Trainee Yang has come some way since three weeks, trainee Wu has begun last week."""
    world = the_world(now or timezone.now())
    for username, (lessons, weeks) in CAST.items():
        trainee = trainee_of_the_cast(username)
        if trainee is not None and not trainee.events.exists():
            begins = at_leisure(timezone.localdate(world.now) - timedelta(weeks=weeks), Random(username))
            habit = Habit(0, (lessons, lessons), skill=0.8, pause=1.2)
            life = Life(Random(username), habit, begins, world.now, settings.LANGUAGE_CODE, midway=True)
            enrol_many(course_key=world.course_key, moments={trainee.pk: begins - timedelta(minutes=10)})
            sent = life.sent(world.lessons)
            receive_deliveries(deliveries=[Delivery(trainee, one.bodies, one.received_at) for one in sent])


@contextmanager
def _not_tidying_up() -> Iterator[None]:
    """A hundred thousand new rows hold no circles, and looking for them takes a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def the_world(now: datetime) -> World:
    """Of the first course that is open."""
    term, course = term_until(timezone.localdate(now)), open_courses()[0]
    villages = list(villages_under(COUNTY).order_by("code"))
    return World(term, now, settled(villages, term, Random(SEED)), course, *_taught(course))


def _taught(course: UUID) -> tuple[list[Taught], QuizEdition | None]:
    return syllabus(course, settings.LANGUAGE_CODE), test_of_course(course)


def a_story(number: int, world: World) -> Story:
    """The same person for the same number; only what lies after today is not told yet."""
    rng = Random(f"{SEED}:{number}")
    village = world.places.a_village(rng)
    joined_at = _joining(village.pk, world, rng)
    newcomer = Newcomer(
        name=a_name(rng),
        sign=rng.choice(Sign.values),
        age=Person.Age.YOUTH if rng.random() < 0.02 else Person.Age.ADULT,
        village=village,
        registered_village=world.places.a_village(rng) if rng.random() < REGISTERED_ELSEWHERE else None,
        language="en" if rng.random() < IN_ENGLISH else settings.LANGUAGE_CODE,
        joined_at=joined_at,
    )
    begins = joined_at + timedelta(minutes=rng.uniform(5, 20))
    if rng.random() > AT_ONCE:
        begins = at_leisure(joined_at.date() + timedelta(days=rng.randint(1, 12)), rng)
    return Story(newcomer, a_habit(rng), begins, rng)


def _joining(village: int, world: World, rng: Random) -> datetime:
    if rng.random() < IN_CLASS:
        moment = in_class(rng.choice(world.places.classes[village]), rng)
    else:
        moment = at_leisure(world.term.some_days(rng)[0], rng)
    return min(moment, world.now - timedelta(minutes=5))  # the last day is not over yet


def _write(stories: list[Story], world: World) -> None:
    trainees = [person.trainee for person in join_many(newcomers=[story.newcomer for story in stories])]
    together = list(zip(trainees, stories, strict=True))
    enrol_many(
        course_key=world.course_key, moments={trainee.pk: story.newcomer.joined_at for trainee, story in together}
    )
    _learn(together, world)
    for trainee, story in together:
        if story.rng.random() < MOVED:  # and stays counted where she lived when she enrolled
            move(trainee=trainee, village=world.places.a_village(story.rng))


def _learn(together: list[tuple[Trainee, Story]], world: World) -> None:
    """Tickets stand before what was answered by them arrives."""
    tickets: list[Ticket] = []
    deliveries = list(_deliveries(together, world, tickets))
    Ticket.objects.bulk_create(tickets)
    receive_deliveries(deliveries=deliveries)


def _tickets(trainee: Trainee, test: QuizEdition, sat: list[Sat]) -> Iterator[Ticket]:
    days = test.canonical["test"]["grace_days"]
    for one in sat:
        yield Ticket(
            uuid=one.uuid,
            trainee=trainee,
            quiz_key=test.quiz_key,
            edition=test,
            occasion=one.occasion,
            number=one.number,
            questions=one.questions,
            begun_at=one.begun_at,
            due_at=end_of_day(one.begun_at, days),
        )


def _deliveries(together: list[tuple[Trainee, Story]], world: World, tickets: list[Ticket]) -> Iterator[Delivery]:
    for trainee, story in together:
        rng = story.rng
        life = Life(
            rng,
            story.habit,
            begins=story.begins,
            until=world.now,
            language=story.newcomer.language,
            helped=rng.random() < HELPED,
            remote=rng.random() < REMOTE,
            midway=story.habit.lessons != (0, 0) and rng.random() < MIDWAY,
            sittings=_sittings(world, story),
        )
        for sent in life.sent(world.lessons):
            yield Delivery(trainee, sent.bodies, sent.received_at)
        if world.test:
            tickets.extend(_tickets(trainee, world.test, life.sat))


def _sittings(world: World, story: Story) -> Sittings | None:
    if world.test is None:
        return None
    return Sittings(world.test, Random(f"test {story.begins.isoformat()}"), story.habit.skill)
