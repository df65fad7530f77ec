import pytest

from tests import builders


@pytest.fixture
def lesson(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        lesson = builders.a_lesson(builders.a_module(builders.a_course()))
        lesson.save_revision().publish()
    return lesson
