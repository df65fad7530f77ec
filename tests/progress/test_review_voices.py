"""What a teacher speaks becomes small, or says to her why it cannot; the verdict stands whatever becomes of it."""

import os
import time

import pytest
from django.core.exceptions import ValidationError

from foundation.jobs import Job, run_job
from media import ffmpeg
from media.services import SERVER_TROUBLE
from media.services.takes import NO_RECORDING
from media.services.tidying import AGE
from progress import tasks  # noqa: F401 - registers the job as a worker does
from progress.models import Review
from progress.services.review_voices import (
    NOTHING_HEARD,
    TOO_LONG,
    forget_stray_voices,
    make_voice,
    try_voice_again,
)
from progress.services.reviewing import Judgement, review_submission
from tests.learning import a_practice_course
from tests.reviewing import handed_in
from tests.takes import recorded, said
from trainees.models import User

pytestmark = pytest.mark.django_db
SPOILT = {
    NOTHING_HEARD: lambda: said(0, silence=2.0),
    TOO_LONG: lambda: said(70.0, silence=0.1),
}


@pytest.fixture
def wei(db) -> User:
    return User.objects.create_user("wei")


@pytest.fixture
def say(yang, wei):
    lesson = a_practice_course()[0]

    def say(voice: bytes) -> Review:
        judgement = Judgement([True], passed=False, voice=voice)
        return review_submission(submission=handed_in(yang, lesson), by=wei, judgement=judgement)

    return say


def worked(review: Review) -> Review:
    """After the worker was at it, once."""
    run_job(Job.objects.get(name="make-review-voice", payload={"review": review.pk}).pk)
    review.refresh_from_db()
    return review


def files(uploads) -> list:
    return sorted(path.name for path in (uploads / "reviews").glob("*"))


@pytest.fixture
def uploads(settings):
    return settings.MEDIA_ROOT


def test_voice_becomes_small_and_what_it_was_made_of_goes(say, uploads, client, django_capture_on_commit_callbacks):
    review = say(recorded("webm"))
    assert (review.voice, review.submission.reviews.count()) == ("", 1)
    with django_capture_on_commit_callbacks(execute=True):
        worked(review)
    assert 0.5 < review.voice_seconds < 3
    assert files(uploads) == [review.voice.removeprefix("reviews/")]
    assert (uploads / review.voice).stat().st_size < 12_000
    assert client.get(f"/uploads/{review.voice}").status_code == 404


def test_what_is_no_recording_is_refused_and_no_verdict_is_kept(say, uploads):
    with pytest.raises(ValidationError) as error:
        say(b"\xff\xd8\xff\xe0 a photo")
    assert error.value.messages == [str(NO_RECORDING)]
    assert not Review.objects.exists()
    assert files(uploads) == []


@pytest.mark.parametrize("why", [NOTHING_HEARD, pytest.param(TOO_LONG, marks=pytest.mark.hard)])
def test_voice_that_cannot_be_used_says_why_and_the_verdict_stands(say, why):
    review = worked(say(SPOILT[why]()))
    assert (review.voice_trouble, review.voice, review.passed) == (why, "", False)


def test_what_the_server_spoilt_is_tried_again_by_hand(say, monkeypatch, tmp_path):
    review = say(said())
    broken = tmp_path / "ffmpeg"
    broken.write_text("#!/bin/sh\nkill -9 $$\n")
    broken.chmod(0o755)
    monkeypatch.setattr(ffmpeg, "ffmpeg", lambda: str(broken))
    assert worked(review).voice_trouble == SERVER_TROUBLE
    monkeypatch.undo()
    try_voice_again(review=review)
    assert worked(review).voice_trouble == ""
    assert review.voice


def test_worker_killed_between_file_and_row_makes_it_anew(say, uploads):
    review = say(said())
    make_voice(review=review.pk)  # and is gone before it says so
    assert len(files(uploads)) == 2
    assert worked(review).voice


def test_files_that_no_review_names_go_after_two_days(say, uploads):
    kept = [say(said(seed=number)) for number in range(2)]
    stray = uploads / "reviews" / "stray.webm"
    stray.write_bytes(b"x")
    assert forget_stray_voices() == 0
    long_ago = time.time() - AGE - 60
    os.utime(stray, (long_ago, long_ago))
    assert forget_stray_voices() == 1
    assert files(uploads) == sorted(review.voice_sent.removeprefix("reviews/") for review in kept)


def test_nothing_goes_while_the_rows_are_missing(uploads, db):
    (uploads / "reviews").mkdir(parents=True)
    old = uploads / "reviews" / "a.m4a"
    old.write_bytes(b"x")
    os.utime(old, (1, 1))
    assert forget_stray_voices() == 0
    assert old.exists()
