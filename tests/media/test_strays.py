"""Files that no row names go after two days, and never when it is the rows that are missing."""

import os
import time
from pathlib import Path

import pytest

from media.models import Picture, Recording
from media.services import find_or_make_track, forget_strays, keep_recording
from tests.tones import FOLDER

pytestmark = pytest.mark.django_db
LONG_AGO = time.time() - 3 * 24 * 3600


@pytest.fixture
def heard(uploads) -> Path:
    """A recording that listeners hear, of long ago."""
    track = find_or_make_track(language="pcc", variety="好花红")
    content = (FOLDER / "high.mp3").read_bytes()
    kept = keep_recording(track=track, subject="phrase:help", words="", content=content).recording
    return aged(uploads / kept.name)


def aged(path: Path, when: float = LONG_AGO) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.touch()
    os.utime(path, (when, when))
    return path


def test_stray_of_long_ago_goes_and_what_a_row_names_stays(uploads, heard):
    stray = aged(uploads / "recordings" / "stray.mp3")
    assert forget_strays() == 1
    assert (stray.exists(), heard.exists()) == (False, True)


def test_stray_of_today_stays_for_its_row_may_be_on_its_way(uploads, heard):
    stray = aged(uploads / "recordings" / "stray.mp3", time.time())
    assert forget_strays() == 0
    assert stray.exists()


def test_nothing_goes_where_most_of_the_rows_are_missing(uploads, heard):
    Recording.objects.all()._raw_delete("default")
    Picture.objects.all().delete()
    aged(uploads / "originals" / "photo.jpg")
    assert forget_strays() == 0
    assert heard.exists()


def test_file_that_is_wanted_again_is_no_stray(uploads, heard):
    track = find_or_make_track(language="pcc", variety="好花红")
    content = (FOLDER / "high.mp3").read_bytes()
    keep_recording(track=track, subject="phrase:back", words="", content=content)
    assert heard.stat().st_mtime > LONG_AGO + 3600
