"""A photo for a task: kept small and bare for the one who sent it, once, and forgotten when nothing came of it."""

import hashlib
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.utils import timezone
from PIL import Image

from media.selectors import public_file
from progress.models import TaskPhoto
from progress.services import forget_unused_photos, keep_photo, receive_events
from progress.services.photos import FOLDER, MOST_A_DAY, MOST_BYTES
from tests.learning import a_handed_in, a_practice_course, a_sent_photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT, settings.LIMITS_DIR = tmp_path / "uploads", tmp_path / "limits"
    return settings.MEDIA_ROOT


def file_of(photo: TaskPhoto, uploads: Path) -> Path:
    return uploads / photo.name


def refusal_of(trainee, content: bytes) -> str:
    with pytest.raises(ValidationError) as refused:
        keep_photo(trainee=trainee, content=content)
    return refused.value.code


def test_photo_is_kept_small_upright_and_bare(yang, uploads):
    photo = keep_photo(trainee=yang, content=a_sent_photo(size=(2000, 1000), turned=True))
    with Image.open(file_of(photo, uploads)) as image:
        assert image.format == "JPEG"
        assert image.size == (photo.width, photo.height) == (640, 1280)
        assert not image.getexif()
        assert not {"exif", "icc_profile", "comment"} & image.info.keys()
    assert b"Huishui" not in file_of(photo, uploads).read_bytes()


def test_photo_is_known_by_the_digest_of_what_was_sent(yang):
    content = a_sent_photo()
    assert keep_photo(trainee=yang, content=content).sha256 == hashlib.sha256(content).hexdigest()


def test_photo_sent_twice_is_kept_once(yang, uploads):
    content = a_sent_photo()
    first, second = (keep_photo(trainee=yang, content=content) for _ in range(2))
    assert first == second
    assert len(list((uploads / FOLDER).iterdir())) == 1


@pytest.mark.hard
def test_same_photo_of_two_people_is_two_files(yang, wu, uploads):
    hers, others = (keep_photo(trainee=one, content=a_sent_photo()) for one in (yang, wu))
    file_of(hers, uploads).unlink()
    assert file_of(others, uploads).is_file()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-a-picture"),
        (b"BM" + b"\0" * 400, "not-a-picture"),
        (b"\xff\xd8\xff\xe0 cut off", "damaged"),
        (a_sent_photo()[:900], "damaged"),
        (a_sent_photo() + b"<script>alert(1)</script>", "hidden"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "not-a-picture"),
        (b"x" * (12 * 1024 * 1024 + 1), "too-big"),
    ],
)
def test_what_is_no_photo_leaves_nothing_behind(yang, uploads, content, code):
    assert refusal_of(yang, content) == code
    assert not TaskPhoto.objects.exists()
    assert not list(uploads.glob(f"{FOLDER}/*"))


def test_sixty_first_photo_of_a_day_waits_until_tomorrow(yang):
    kept = {"trainee": yang, "width": 1, "height": 1, "bytes": 9, "received_at": timezone.now()}
    TaskPhoto.objects.bulk_create(
        [TaskPhoto(sha256=f"{n:064}", name=f"{FOLDER}/{n}.jpg", **kept) for n in range(MOST_A_DAY)]
    )
    assert refusal_of(yang, a_sent_photo()) == "later"
    TaskPhoto.objects.filter(trainee=yang).update(received_at=timezone.now() - timedelta(days=1, minutes=1))
    assert keep_photo(trainee=yang, content=a_sent_photo()).pk


def test_person_fills_no_more_than_her_room(yang, wu):
    kept = {"width": 1, "height": 1, "received_at": timezone.now()}
    TaskPhoto.objects.create(trainee=yang, sha256="0" * 64, name="a", bytes=MOST_BYTES, **kept)
    assert refusal_of(yang, a_sent_photo()) == "full"
    assert keep_photo(trainee=wu, content=a_sent_photo()).pk


def test_file_without_a_row_is_made_whole_by_sending_again(yang, uploads):
    first = keep_photo(trainee=yang, content=a_sent_photo())
    TaskPhoto.objects.all().delete()  # killed between file and row
    assert keep_photo(trainee=yang, content=a_sent_photo()).name == first.name


@pytest.mark.hard
def test_row_whose_file_is_gone_gets_it_back(yang, uploads):
    file_of(keep_photo(trainee=yang, content=a_sent_photo()), uploads).unlink()
    assert file_of(keep_photo(trainee=yang, content=a_sent_photo()), uploads).is_file()
    assert TaskPhoto.objects.count() == 1


def test_photo_without_words_is_forgotten_after_a_week_and_one_handed_in_stays(yang, uploads):
    lesson = a_practice_course()[0]
    taken, left = (keep_photo(trainee=yang, content=a_sent_photo(colour)) for colour in ("orange", "green"))
    receive_events(trainee=yang, bodies=[a_handed_in(lesson, taken.sha256)])
    assert forget_unused_photos(now=timezone.now() + timedelta(days=6)) == 0
    assert forget_unused_photos(now=timezone.now() + timedelta(days=8)) == 1
    assert (file_of(taken, uploads).is_file(), file_of(left, uploads).is_file()) == (True, False)


@pytest.mark.hard
def test_photo_sent_again_waits_another_week(yang):
    photo = keep_photo(trainee=yang, content=a_sent_photo(), now=timezone.now() - timedelta(days=6))
    keep_photo(trainee=yang, content=a_sent_photo())
    assert forget_unused_photos(now=timezone.now() + timedelta(days=2)) == 0
    assert TaskPhoto.objects.get() == photo


@pytest.mark.hard
def test_old_file_without_a_row_is_tidied_and_a_young_one_is_not(yang, uploads):
    kept = file_of(keep_photo(trainee=yang, content=a_sent_photo()), uploads)
    stray = kept.with_name("stray.jpg")
    stray.write_bytes(b"killed here")
    forget_unused_photos()
    assert stray.is_file()
    os.utime(stray, (time.time() - 3 * 24 * 3600,) * 2)
    forget_unused_photos()
    assert (stray.is_file(), kept.is_file()) == (False, True)


@pytest.mark.hard
def test_files_stay_while_the_rows_are_missing(yang, uploads):
    files = [file_of(keep_photo(trainee=yang, content=a_sent_photo(one)), uploads) for one in ("red", "blue", "white")]
    for path in files:
        os.utime(path, (time.time() - 3 * 24 * 3600,) * 2)
    TaskPhoto.objects.all().delete()  # a database that is being brought back
    forget_unused_photos()
    assert all(path.is_file() for path in files)


def test_photo_of_a_task_is_no_public_file(yang):
    assert public_file(keep_photo(trainee=yang, content=a_sent_photo()).name) is None


def test_photo_whose_row_could_not_be_deleted_keeps_its_file(yang, uploads):
    photo = keep_photo(trainee=yang, content=a_sent_photo(), now=timezone.now() - timedelta(days=8))

    ends = iter([OperationalError])

    def breaks_off(execute, sql, *rest):
        if sql.startswith("RELEASE") and (trouble := next(ends, None)):  # the end of the first transaction
            raise trouble
        return execute(sql, *rest)

    with connection.execute_wrapper(breaks_off), pytest.raises(OperationalError):
        forget_unused_photos()
    assert TaskPhoto.objects.get() == photo
    assert file_of(photo, uploads).is_file()
