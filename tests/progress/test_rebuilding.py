"""Everything derived can be made again from the events, whatever happened to the pages meanwhile."""

import pytest
from django.core.management import CommandError, call_command

from progress.models import Attempt, Enrolment, LessonCompletion, LessonPlace, Response
from progress.services import rebuild_progress, receive_events
from tests.learning import a_visit, an_attempt, quiz_of

DERIVED = (Enrolment, LessonPlace, LessonCompletion, Attempt, Response)


@pytest.fixture
def learned(yang, wu, lessons) -> None:
    for trainee in (yang, wu):
        receive_events(trainee=trainee, bodies=[a_visit(lessons[0]), *(an_attempt(quiz_of(x)) for x in lessons)])


def rows() -> dict:
    return {
        model: sorted(str(sorted(row.items())) for row in model.objects.values() if row.pop("id") and row)
        for model in DERIVED
        if model is not Response
    }


def test_check_finds_nothing_where_nothing_was_touched(learned):
    assert rebuild_progress(check=True) == []


@pytest.mark.parametrize("model", DERIVED)
def test_lost_rows_are_found_and_made_again(learned, model):
    before = rows()
    model.objects.all().delete()
    found = {difference.table for difference in rebuild_progress(check=True)}
    assert model._meta.db_table in found
    assert not model.objects.exists()
    rebuild_progress()
    assert (rows(), rebuild_progress(check=True)) == (before, [])


def test_row_that_somebody_made_up_is_found_and_removed(learned, yang):
    Enrolment.objects.filter(trainee=yang).update(completed_on="2020-01-01")
    rebuild_progress()
    assert not Enrolment.objects.filter(completed_on="2020-01-01").exists()


def test_deleted_pages_change_nothing(learned, lessons):
    before = rows()
    lessons[0].get_parent().get_parent().delete()
    assert rebuild_progress() == []
    assert rows() == before


def test_command_says_what_differs_and_ends_with_an_error(learned, capsys):
    LessonPlace.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("rebuild_progress", "--check")
    assert "progress_lessonplace" in capsys.readouterr().out


def test_command_makes_it_right(learned, capsys):
    LessonPlace.objects.all().delete()
    call_command("rebuild_progress")
    call_command("rebuild_progress", "--check")
    assert LessonPlace.objects.count() == 2
