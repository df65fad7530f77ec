"""What neighbours recorded is kept once, without what rode along, and sent as every phone wants to have it."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.db.models.signals import post_save

from media.models import Recording, Track
from media.selectors import offered_tracks, recordings_of
from media.services import find_or_make_track, keep_recording
from portal.page_cache import generation
from tests.tones import FOLDER, tone

SUBJECT = "card:5f3c0d9e-0c7e-4c2e-9a57-0f3b1d6b2a11"
MP3 = (FOLDER / "high.mp3").read_bytes()

pytestmark = pytest.mark.django_db


@pytest.fixture
def track() -> Track:
    return find_or_make_track(language="pcc", variety="好花红")


@pytest.fixture
def keep(track):
    def kept(content: bytes = MP3, subject: str = SUBJECT, words: str = "铺开，放阴凉通风处。", **other):
        return keep_recording(**{"track": track, "subject": subject, "words": words, "content": content, **other})

    return kept


@pytest.mark.parametrize(
    ("ending", "mime", "seconds"),
    [("mp3", "audio/mpeg", 2.1), ("m4a", "audio/mp4", 2.0), ("ogg", "audio/ogg", 2.0)],
)
def test_every_kind_is_known_by_what_is_inside(keep, uploads, ending, mime, seconds):
    recording, news, is_heavy = keep((FOLDER / f"high.{ending}").read_bytes())
    assert (recording.mime, recording.seconds, news, is_heavy) == (mime, seconds, "new", False)
    assert recording.name.endswith(f".{ending}")
    assert (uploads / recording.name).stat().st_size == recording.bytes


@pytest.mark.parametrize("ending", ["mp3", "m4a", "ogg"])
def test_name_and_place_that_the_phone_wrote_into_the_file_are_gone(keep, uploads, ending):
    content = (FOLDER / f"high.{ending}").read_bytes()
    assert b"Phone of Yang" in content
    kept = (uploads / keep(content).recording.name).read_bytes()
    assert b"Yang" not in kept
    assert b"26.13" not in kept


def test_wav_keeps_only_its_samples(keep, uploads):
    wav = tone()
    told = wav + b"LIST\x04\0\0\0Yang"
    assert (uploads / keep(told).recording.name).read_bytes() == wav


def test_recording_whose_row_cannot_be_written_is_in_no_public_folder(keep, uploads):
    def locked(execute, sql, params, many, context):
        if sql.startswith("INSERT") and "media_recording" in sql:
            raise OperationalError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(locked), pytest.raises(OperationalError):
        keep()
    assert not list((uploads / "recordings").iterdir())


def test_heavy_recording_is_kept_and_said_to_be_heavy(keep):
    recording, _news, is_heavy = keep(tone(seconds=20.0))
    assert is_heavy
    assert recording.seconds == 20.0


def test_same_recording_again_changes_nothing(keep):
    first = keep().recording
    mark = generation.agree()
    again = keep()
    assert (again.news, again.recording.added_at) == ("same", first.added_at)
    assert generation.agree() == mark


def test_newer_recording_takes_the_place_of_the_older(keep, uploads, django_capture_on_commit_callbacks):
    older = keep().recording
    with django_capture_on_commit_callbacks(execute=True):
        newer, news, _is_heavy = keep(tone())
    assert (news, newer.pk) == ("replaced", older.pk)
    assert [path.name for path in (uploads / "recordings").iterdir()] == [Path(newer.name).name]


def test_changed_words_are_seen_and_broken_lines_are_no_change(keep):
    before = keep(words="铺开，\n放阴凉处。").recording.words_digest
    assert keep(words="铺开， 放阴凉处。").recording.words_digest == before
    assert keep(words="铺开，放太阳下。").recording.words_digest != before


def test_file_stays_while_another_recording_says_the_same(keep, uploads, django_capture_on_commit_callbacks):
    first, second = keep().recording, keep(subject="phrase:voice").recording
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert (uploads / second.name).exists()
    with django_capture_on_commit_callbacks(execute=True):
        second.delete()
    assert not (uploads / second.name).exists()


def test_voice_of_a_track_that_is_deleted_is_gone(keep, track, uploads, django_capture_on_commit_callbacks):
    name = keep().recording.name
    with django_capture_on_commit_callbacks(execute=True):
        track.delete()
    assert not (uploads / name).exists()


def test_language_is_offered_once_something_is_recorded_in_it(keep, track):
    silent = find_or_make_track(language="hmc", variety="摆金")
    assert silent not in offered_tracks()
    assert list(offered_tracks()) == []
    keep()
    assert [(one, one.sample) for one in offered_tracks()] == [(track, SUBJECT)]
    keep(subject="phrase:voice")
    assert offered_tracks().get().sample == "phrase:voice"


def test_track_is_a_language_and_a_place(track):
    assert find_or_make_track(language="pcc", variety="好花红") == track
    assert find_or_make_track(language="pcc", variety="王佑") != track
    assert str(track) == "布依语 · 好花红"
    named = find_or_make_track(language="pcc", variety="好花红", name="好花红话")
    assert (named, str(named)) == (track, "好花红话")


def test_language_that_nobody_knows_is_refused():
    with pytest.raises(ValidationError, match="xx"):
        find_or_make_track(language="xx")
    assert not Track.objects.exists()


def test_recordings_of_a_page_are_one_query(keep, django_assert_num_queries):
    subjects = [f"card:{number}" for number in range(30)]
    for subject in subjects:
        keep(subject=subject)
    with django_assert_num_queries(1):
        assert len([str(one.track) for one in recordings_of(subjects)]) == 30
    with django_assert_num_queries(0):
        assert recordings_of([]) == []


@pytest.mark.parametrize("act", ["keep", "rename", "delete"])
def test_kept_pages_hear_of_every_change(keep, track, act):
    recording = keep().recording
    mark = generation.agree()
    if act == "keep":
        keep(tone())
    elif act == "rename":
        find_or_make_track(language="pcc", variety="好花红", name="好花红话")
    else:
        recording.delete()
    assert generation.agree() != mark


def test_recording_is_sent_in_parts_for_ever_and_without_a_cookie(client, keep, django_assert_num_queries):
    recording = keep().recording
    with django_assert_num_queries(0):
        response = client.get(recording.url, headers={"range": "bytes=0-99", "accept-encoding": "gzip, br"})
    assert (response.status_code, len(response.getvalue())) == (206, 100)
    assert response["Content-Range"] == f"bytes 0-99/{recording.bytes}"
    assert response["Content-Type"] == "audio/mpeg"
    assert "immutable" in response["Cache-Control"]
    assert "Content-Encoding" not in response
    assert not response.cookies


@pytest.fixture
def hasty_neighbour(uploads):
    """Somebody else replaces the last other recording that says the same, just between our looking and our keeping."""

    def forget(instance: Recording, **_signal: object) -> None:
        (uploads / instance.name).unlink()

    post_save.connect(forget, sender=Recording)
    yield
    post_save.disconnect(forget, sender=Recording)


@pytest.mark.usefixtures("hasty_neighbour")
def test_file_that_vanished_while_it_was_kept_is_written_again(keep, uploads):
    assert (uploads / keep().recording.name).exists()


def test_recording_is_not_kept_on_a_disk_that_is_nearly_full(keep, uploads, monkeypatch):
    monkeypatch.setattr("media.intake.ROOM_TO_LEAVE", 10**18)
    with pytest.raises(ValidationError, match="服务器没有空间了"):
        keep()
    assert not Recording.objects.exists()
    assert not (uploads / "recordings").exists()


def test_nothing_is_written_down_when_the_file_cannot_be(keep, uploads):
    (uploads / "recordings").write_text("a file where a folder should be")
    with pytest.raises(OSError, match="recordings"):
        keep()
    assert not Recording.objects.exists()
