"""She moves: from then on she enrols where she lives now, and what was counted stays where it was counted."""

from uuid import uuid4

import pytest

from progress.models import EVERY_COURSE, Enrolment
from progress.services import enrol, rebuild_progress
from tests.learning import course_key_of
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG
from trainees.services import move


def test_what_was_counted_stays_in_the_village_of_that_day(yang, places, lessons):
    first, second = course_key_of(lessons[0]), uuid4()
    enrol(trainee=yang, course_key=first)
    move(trainee=yang, village=places[FENGSHAN])
    enrol(trainee=yang, course_key=second)
    counted = dict(Enrolment.objects.values_list("course_key", "village__code"))
    assert counted == {first: HAOHUAHONG, EVERY_COURSE: HAOHUAHONG, second: FENGSHAN}
    assert rebuild_progress(check=True) == []


def test_nobody_lives_in_a_township(yang, places):
    with pytest.raises(ValueError, match="not a village"):
        move(trainee=yang, village=places["522731102"])
    yang.refresh_from_db()
    assert yang.village.code == HAOHUAHONG
