"""The cast: trainee Yang and trainee Wu of Haohuahong village, and a course that they learn."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from courses.models import LessonPage
from tests.learning import a_learning_course, a_practice_course
from tests.quizzes.screens import PHONE
from tests.staff import made_trainer
from tests.trainees.conftest import HAOHUAHONG, holding, make_places
from trainees.models import Trainee, User
from trainees.services import join
from villages.models import Division


@pytest.fixture
def places(db) -> dict[str, Division]:
    """Two counties, by code."""
    return make_places()


@pytest.fixture
def lessons(db) -> list[LessonPage]:
    """Two lessons of a course, each with a quiz."""
    return a_learning_course()


@pytest.fixture
def lesson(db) -> LessonPage:
    """A lesson with a practice task."""
    return a_practice_course()[0]


@pytest.fixture
def own_limits(settings, tmp_path) -> None:
    """Nobody has tried anything yet."""
    settings.LIMITS_DIR = tmp_path / "limits"


@pytest.fixture
def uploads(settings, tmp_path) -> None:
    """A folder of its own for what is sent, and fresh limits."""
    settings.MEDIA_ROOT, settings.LIMITS_DIR = tmp_path / "uploads", tmp_path / "limits"


@pytest.fixture
def wei(places, lesson) -> User:
    """Trainer of Huishui county."""
    return made_trainer(holding("wei", places["522731"], "trainer"))


@pytest.fixture
def yang(places) -> Trainee:
    return join(name="杨", sign="orange", age="18+", village=places[HAOHUAHONG]).trainee


@pytest.fixture
def wu(places) -> Trainee:
    return join(name="吴", sign="fish", age="18+", village=places[HAOHUAHONG]).trainee


@pytest.fixture
def chen(places) -> User:
    """Official of Huishui county."""
    return holding("chen", places["522731"])


@pytest.fixture
def deng(places) -> User:
    """Official of Longli county, who must see nothing of Huishui."""
    return holding("deng", places["522730"])


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone, for what its scripts do; it needs no server."""
    opened = browser.new_context(**PHONE)
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()
