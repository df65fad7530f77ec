"""Many phones at once follow the same rules as one: the rows are those that one batch after the other would give."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from progress.models import Attempt, Enrolment, LearningEvent, LessonCompletion, LessonPlace, Response
from progress.services import Delivery, Taken, enrol_many, rebuild_progress, receive_deliveries, receive_events
from progress.services.rebuilding import COMPARED
from tests.learning import a_finish, a_learning_course, a_visit, an_attempt, course_key_of, quiz_of
from tests.trainees.conftest import HAOHUAHONG, make_places
from trainees.models import Trainee

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def people() -> list[Trainee]:
    village = make_places()[HAOHUAHONG]
    return Trainee.objects.bulk_create([Trainee(village=village) for _ in range(3)])


@pytest.fixture
def lessons() -> list:
    return a_learning_course(lessons=2)


def a_week(lessons: list) -> list[tuple[datetime, list[dict]]]:
    """What one person's phone sends on four days: she fails, passes, and finishes the course."""
    first, second = lessons
    batches = [
        [a_visit(first), an_attempt(quiz_of(first), right=False)],
        [an_attempt(quiz_of(first)), a_finish(first)],
        [a_visit(second, position=1)],
        [an_attempt(quiz_of(second)), a_finish(second)],
    ]
    return [(NOW - timedelta(days=10 - day), batch) for day, batch in enumerate(batches)]


def rows_of(person: Trainee) -> dict[str, list[tuple]]:
    """Everything that follows from what she did, without numbers of rows."""
    found = {}
    for model, columns in COMPARED.items():
        hers = model.objects.filter(**{"attempt__trainee" if model is Response else "trainee": person})
        found[model.__name__] = sorted(tuple(map(str, row)) for row in hers.values_list(*columns))
    return found


def written() -> int:
    models = (LearningEvent, Enrolment, LessonPlace, LessonCompletion, Attempt, Response)
    return sum(model.objects.count() for model in models)


def test_bulk_gives_the_rows_that_one_batch_after_the_other_gives(people, lessons):
    her, another, _nobody = people
    sent = a_week(lessons)
    receive_deliveries(deliveries=[Delivery(her, bodies, at) for at, bodies in sent])
    for at, bodies in sent:
        receive_events(trainee=another, bodies=bodies, now=at)
    assert rows_of(her) == rows_of(another)
    assert len(rows_of(her)["LessonCompletion"]) == 2


def test_everything_follows_from_the_events_of_many(people, lessons):
    receive_deliveries(deliveries=[Delivery(person, bodies, at) for person in people for at, bodies in a_week(lessons)])
    assert Enrolment.objects.filter(course_key=course_key_of(lessons[0]), completed_on__isnull=False).count() == 3
    assert rebuild_progress(check=True) == []


def test_sent_again_changes_nothing(people, lessons):
    deliveries = [Delivery(people[0], bodies, at) for at, bodies in a_week(lessons)]
    assert receive_deliveries(deliveries=deliveries) == Taken(stored=7)
    before = written()
    assert receive_deliveries(deliveries=deliveries) == Taken(doubled=7)
    assert written() == before


def test_bad_event_harms_nobody_else(people, lessons):
    bad = an_attempt(quiz_of(lessons[0]), edition=None) | {"edition": 99}
    deliveries = [Delivery(people[0], [{"kind": "x"}, bad], NOW), Delivery(people[1], [a_finish(lessons[0])], NOW)]
    assert receive_deliveries(deliveries=deliveries) == Taken(stored=1, refused=2)


def test_same_uuid_of_two_people_is_two_events(people, lessons):
    body = a_finish(lessons[0])
    deliveries = [Delivery(person, [body], NOW) for person in people[:2]]
    assert receive_deliveries(deliveries=deliveries) == Taken(stored=2)


def test_trainee_who_is_gone_stops_the_portion(people, lessons):
    gone = Trainee.objects.get(pk=people[0].pk)
    people[0].delete()
    deliveries = [Delivery(person, [a_finish(lessons[0])], NOW) for person in (gone, people[1])]
    with pytest.raises(Trainee.DoesNotExist):
        receive_deliveries(deliveries=deliveries)
    assert written() == 0


def test_enrolling_many_counts_the_new_ones(people, lessons):
    course: UUID = course_key_of(lessons[0])
    moments = {person.pk: NOW - timedelta(days=3) for person in people}
    assert enrol_many(course_key=course, moments=dict(list(moments.items())[:1])) == 1
    assert enrol_many(course_key=course, moments=moments) == 2
    assert rebuild_progress(check=True) == []
