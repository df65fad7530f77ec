import pytest

from tests import builders


@pytest.fixture
def course(db):
    return builders.a_course()
