"""Events are written once: nobody changes or deletes what a person did."""

import pytest
from django.db.models import ProtectedError

from foundation.append_only import WrittenOnce
from progress.models import LearningEvent
from progress.services import receive_events
from tests.learning import a_finish


@pytest.fixture
def event(yang, lessons) -> LearningEvent:
    receive_events(trainee=yang, bodies=[a_finish(lessons[0])])
    return LearningEvent.objects.get(kind="lesson-finished")


def test_event_is_not_changed(event):
    with pytest.raises(WrittenOnce):
        event.save()
    with pytest.raises(WrittenOnce):
        LearningEvent.objects.update(helped=True)
    with pytest.raises(WrittenOnce):
        LearningEvent.objects.bulk_update([event], ["helped"])


def test_event_is_not_deleted(event):
    with pytest.raises(WrittenOnce):
        event.delete()
    with pytest.raises(WrittenOnce):
        LearningEvent.objects.all().delete()


def test_trainee_with_events_cannot_be_deleted_but_her_person_can(event, yang):
    with pytest.raises(ProtectedError):
        yang.delete()
    yang.person.delete()
    assert LearningEvent.objects.filter(trainee=yang).exists()
