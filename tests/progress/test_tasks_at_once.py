"""Tasks from several phones at the same moment, and a site that is killed while one comes in."""

import os
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL

import pytest
from django.conf import settings
from django.db import connection
from wagtail.models import Site

from courses.models import HomePage
from progress.models import Submission, TaskPhoto
from progress.services import forget_unused_photos, keep_photo, photos, rebuild_progress
from progress.services.photos import FOLDER
from tests.learning import a_handed_in, a_practice_course, a_sent_photo
from tests.progress.test_at_once import at_once, sending
from tests.trainees.conftest import HAOHUAHONG, make_places
from trainees.models import Trainee
from trainees.services import join

pytestmark = pytest.mark.hard


@pytest.fixture
def lesson(committing, settings, tmp_path) -> Iterator:
    settings.LIMITS_DIR = tmp_path / "limits"
    site, known = Site.objects.get(is_default_site=True), set(HomePage.objects.values_list("pk", flat=True))
    yield a_practice_course(shelf="photo")[0]
    Site.objects.filter(pk=site.pk).update(root_page=site.root_page, hostname=site.hostname)
    for home in HomePage.objects.exclude(pk__in=known):
        home.delete()


@pytest.fixture
def yang(lesson) -> Trainee:
    return join(name="杨", sign="orange", age="18+", village=make_places()[HAOHUAHONG]).trainee


def files() -> list[Path]:
    return list((Path(settings.MEDIA_ROOT) / FOLDER).iterdir())


def test_same_photo_from_six_tabs_at_once_is_one(yang):
    photo = a_sent_photo()
    kept = at_once(*[lambda: keep_photo(trainee=yang, content=photo).pk] * 6)
    assert len(set(kept)) == TaskPhoto.objects.count() == len(files()) == 1


def test_same_task_from_two_phones_at_once_is_handed_in_once(yang, lesson):
    photo = keep_photo(trainee=yang, content=a_sent_photo())
    body = a_handed_in(lesson, photo.sha256)
    receipts = at_once(*[sending(yang, body)] * 6)
    assert sorted(len(receipt.stored) for receipt in receipts) == [0] * 5 + [1]
    assert Submission.objects.get().ordered_photos == [photo]
    assert rebuild_progress(check=True) == []


def test_of_six_at_once_one_is_the_newest(yang, lesson):
    at_once(*(sending(yang, a_handed_in(lesson)) for _phone in range(6)))
    newest = Submission.objects.get(is_newest=True)
    assert not Submission.objects.filter(handed_in_at__gt=newest.handed_in_at).exists()


def test_photo_tidied_while_it_is_handed_in_is_whole_or_asked_for_again(yang, lesson):
    photo = keep_photo(trainee=yang, content=a_sent_photo())
    TaskPhoto.objects.update(received_at="2026-01-01T00:00:00Z")
    receipt, _gone = at_once(sending(yang, a_handed_in(lesson, photo.sha256)), forget_unused_photos)
    if receipt.stored:
        assert (Path(settings.MEDIA_ROOT) / photo.name).is_file()
    else:
        assert [code for _uuid, code in receipt.refused] == ["photo"]
        assert not TaskPhoto.objects.exists()


def test_site_killed_behind_the_file_serves_nothing_and_takes_the_photo_again(yang, monkeypatch):
    content = a_sent_photo()
    assert killed_behind_the_file(yang, content, monkeypatch) == SIGKILL
    assert (len(files()), TaskPhoto.objects.count()) == (1, 0)
    photo = keep_photo(trainee=yang, content=content)
    assert [path.name for path in files()] == [Path(photo.name).name]


def killed_behind_the_file(trainee: Trainee, content: bytes, monkeypatch) -> int:
    """The signal by which the process ended that was taking in a photo."""
    connection.close()  # the other process opens one of its own
    pid = os.fork()
    if pid == 0:
        written = photos.write_atomically
        monkeypatch.setattr(
            photos, "write_atomically", lambda *file, **how: written(*file, **how) or os.kill(os.getpid(), SIGKILL)
        )
        keep_photo(trainee=trainee, content=content)
        os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) * -1
