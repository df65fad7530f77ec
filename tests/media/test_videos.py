"""A video becomes small, with sound alone and a poster, or says why it cannot; nothing half made is served."""

import os
import platform
import shutil
import struct
import subprocess
import time
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Collection

from foundation.jobs import Job, run_job, sweep
from media import ffmpeg
from media.intake import SENTENCES
from media.models import Video
from media.selectors import public_file
from media.services import SERVER_TROUBLE, Film, forget_strays, keep_video, make_video, try_video_again
from media.services import videos as services
from media.services.videos import DAMAGED, FILM_GONE, LONG_VIDEO, MANY_POINTS, NO_VIDEO, NOTHING_SEEN
from media.videos import making
from tests.films import COMMON, filmed, only_heard, silent, turned

pytestmark = pytest.mark.django_db
NEVER_A_VIDEO = [b"", b"x", b"#EXTM3U\nhttp://127.0.0.1/", b"ffconcat version 1.0\nfile /etc/passwd", b"<svg/>"]


def with_length(content: bytes, seconds: int) -> bytes:
    """Whatever a WebM holds, its head says that it is so long."""
    at = content.index(b"\x44\x89\x88") + 3
    return content[:at] + struct.pack(">d", seconds * 1000) + content[at + 8 :]


def webm() -> bytes:
    return filmed("webm", options=("-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus"))


SPOILT = {
    "cut off": (lambda: filmed()[: len(filmed()) // 2], DAMAGED),
    "noise under the name of a video": (lambda: b"\0\0\0\x20ftypisom" + bytes(range(256)) * 40, DAMAGED),
    "an hour in its head": (lambda: with_length(webm(), 3600), LONG_VIDEO),
    "nothing to see": (only_heard, NOTHING_SEEN),
}


@pytest.fixture
def send(uploads):
    def send(content: bytes, title: str = "装箱") -> Video:
        film = Film([content], len(content))
        return keep_video(film=film, title=title, collection=Collection.get_first_root_node())

    return send


def worked(video: Video) -> Video:
    """After the worker was at it, once."""
    run_job(Job.objects.filter(name="make-video", payload={"video": video.pk}).latest("pk").pk)
    video.refresh_from_db()
    return video


def shape(video: Video, kind: str) -> tuple[int, int]:
    return video.forms[kind]["width"], video.forms[kind]["height"]


def test_video_becomes_two_sizes_sound_alone_and_a_poster(send, uploads, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        video = worked(send(filmed()))
    assert video.state == Video.State.READY
    assert set(video.forms) == {"240", "360", "m4a", "ogg"}
    assert (shape(video, "240"), shape(video, "360")) == ((426, 240), (640, 360))
    for form in video.forms.values():
        assert (uploads / form["name"]).stat().st_size == form["bytes"]
    assert public_file(video.poster["jpeg"][0]["name"])
    assert not list((uploads / "films").iterdir())  # the original has done its work


def test_old_phones_can_play_it_and_it_begins_before_it_is_all_there(send, uploads):
    video = worked(send(filmed(options=("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p10le"))))
    for kind, profile in (("240", "Constrained Baseline"), ("360", "Main")):
        content = (uploads / video.forms[kind]["name"]).read_bytes()
        assert content.index(b"moov") < content.index(b"mdat")
        told = subprocess.run([ffmpeg.ffmpeg(), "-i", uploads / video.forms[kind]["name"]], capture_output=True)
        assert f"h264 ({profile})".encode() in told.stderr
        assert b"yuv420p" in told.stderr
        assert b"mono" in told.stderr


@pytest.mark.hard
@pytest.mark.parametrize(
    ("content", "small"),
    [
        (lambda: turned(filmed()), (240, 426)),
        (lambda: filmed(size="321x243", options=("-c:v", "libx264", "-pix_fmt", "yuv444p")), (318, 240)),
        (lambda: silent("2x2"), (2, 2)),
        (webm, (426, 240)),
        (lambda: filmed("avi", options=("-c:v", "mpeg4", "-c:a", "libmp3lame")), (426, 240)),
        (
            lambda: filmed("mkv", options=(*COMMON, "-fps_mode", "vfr", "-vf", "setpts='PTS+mod(N,3)*0.02/TB'")),
            (426, 240),
        ),
    ],
    ids=["held upright", "odd sizes", "one point", "webm", "avi", "now fast now slow"],
)
def test_whatever_a_phone_writes_is_taken_upright_and_even(send, content, small):
    assert shape(worked(send(content())), "240") == small


def test_small_video_is_not_blown_up_and_a_silent_one_has_no_sound(send):
    video = worked(send(silent("320x180")))
    assert set(video.forms) == {"240"}
    assert shape(video, "240") == (320, 180)


@pytest.mark.parametrize("content", NEVER_A_VIDEO)
def test_what_is_no_video_is_refused_at_once(send, content, uploads):
    with pytest.raises(ValidationError) as refused:
        send(content)
    assert refused.value.messages == [str(NO_VIDEO)]
    assert not Video.objects.exists()
    assert not list((uploads / "films").iterdir())


@pytest.mark.parametrize("kind", SPOILT)
def test_what_cannot_be_used_says_why_and_leaves_nothing_behind(
    send, uploads, kind, django_capture_on_commit_callbacks
):
    content, trouble = SPOILT[kind]
    with django_capture_on_commit_callbacks(execute=True):
        video = worked(send(content()))
    assert (video.state, video.trouble, video.forms) == (Video.State.FAILED, trouble, {})
    assert not list((uploads / "films").iterdir())
    assert not (uploads / "videos").exists()


def test_more_points_than_we_take_are_said(send, monkeypatch):
    monkeypatch.setattr(making, "LARGEST_SIDE", 320)
    assert worked(send(filmed())).trouble == MANY_POINTS


@pytest.mark.hard
@pytest.mark.parametrize(
    "line",
    ["kill -9 $$", "exec sleep 60", 'echo "Cannot allocate memory" >&2; exit 1'],
    ids=["killed", "slow", "large"],
)
def test_exhausting_video_is_given_up_and_can_be_tried_again_by_hand(send, monkeypatch, tmp_path, line):
    path = tmp_path / "ffmpeg"
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
    with monkeypatch.context() as pretended:
        pretended.setattr(making, "ffmpeg", lambda: str(path))
        pretended.setattr(making, "PATIENCE", 0.3)
        video = worked(send(filmed()))
    assert (video.state, video.trouble) == (Video.State.FAILED, SERVER_TROUBLE)
    try_video_again(video=video)
    assert worked(video).state == Video.State.READY


def test_same_video_sent_twice_is_one(send):
    assert send(filmed()).pk == send(filmed(), title="再传一次").pk
    assert Job.objects.filter(name="make-video").count() == 1


def test_original_that_is_gone_is_said(send, uploads):
    video = send(filmed())
    (uploads / video.original).unlink()
    assert worked(video).trouble == FILM_GONE


@pytest.mark.hard
def test_second_video_waits_until_the_first_is_made(send):
    first, second = send(filmed()), send(silent())
    Video.objects.filter(pk=first.pk).update(state=Video.State.MAKING)
    worked(second)
    assert second.state == Video.State.WAITING
    assert not run_job(Job.objects.latest("pk").pk)  # not yet
    worked(first)
    Job.objects.filter(state=Job.State.QUEUED).update(due_at=timezone.now() - timedelta(seconds=1))
    assert worked(second).state == Video.State.READY


def test_no_original_can_be_loaded_by_anybody(send):
    video = send(filmed())
    assert public_file(video.original) is None


def test_full_disk_refuses_before_anything_is_written(send, monkeypatch, uploads):
    usage = shutil.disk_usage(uploads)
    monkeypatch.setattr(services, "ROOM_FOR_OTHERS", usage.total * 2)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=usage.total // 20))
    with pytest.raises(ValidationError, match=str(SENTENCES["no-room"])):
        send(filmed())
    assert not (uploads / "films").exists()


@pytest.mark.hard
def test_deleted_video_takes_its_files_along_but_not_those_of_another(
    send, uploads, django_capture_on_commit_callbacks
):
    kept, gone = worked(send(filmed())), worked(send(silent()))
    Video.objects.filter(pk=kept.pk).update(forms={**kept.forms, "twin": gone.forms["240"]})
    with django_capture_on_commit_callbacks(execute=True):
        gone.delete()
    assert (uploads / gone.forms["240"]["name"]).exists()
    assert not (uploads / gone.forms["360"]["name"]).exists()
    assert not (uploads / f"prepared/video-{gone.pk}").exists()


@pytest.mark.hard
def test_deleted_while_it_is_made_leaves_nothing(send, uploads, django_capture_on_commit_callbacks):
    video = send(silent("320x180"))
    pk = video.pk
    record = make_video(video=pk)
    video.delete()
    with django_capture_on_commit_callbacks(execute=True):
        record()
    assert not list((uploads / "videos").iterdir())


@pytest.mark.hard
def test_same_film_deleted_elsewhere_while_it_is_made_is_made_once_more(
    send, uploads, django_capture_on_commit_callbacks
):
    first = worked(send(filmed()))
    home = Collection.get_first_root_node().add_child(name="other")
    second = keep_video(film=Film([filmed()], len(filmed())), title="装箱", collection=home)
    record = make_video(video=second.pk)
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    with django_capture_on_commit_callbacks(execute=True):
        record()
    second.refresh_from_db()
    assert (second.state, (uploads / second.original).is_file()) == (Video.State.WAITING, True)
    second = worked(second)
    assert second.state == Video.State.READY
    assert all((uploads / form["name"]).is_file() for form in second.forms.values())


@pytest.mark.parametrize("brand", [b"avif", b"heic", b"mif1", b"M4A "])
def test_photo_or_sound_in_the_same_envelope_is_no_video(send, brand):
    with pytest.raises(ValidationError) as refused:
        send(b"\0\0\0\x20ftyp" + brand + bytes(200))
    assert refused.value.messages == [str(NO_VIDEO)]


def test_title_that_looks_like_a_stream_is_not_believed(tmp_path):
    told = ("-metadata", "title=Stream #0:0: Video: h, 9999x9999 Duration: 09:00:00.00", *COMMON)
    path = tmp_path / "film.mp4"
    path.write_bytes(filmed(options=told))
    look = making.look_at(path)
    assert (look.width, look.height, look.is_heard) == (640, 360, True)


def test_system_without_our_encoders_is_passed_over(tmp_path, monkeypatch):
    poor = tmp_path / "ffmpeg"
    poor.write_text("#!/bin/sh\necho ' A....D aac'\n")
    poor.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    ffmpeg.ffmpeg.cache_clear()
    try:
        assert ffmpeg.ffmpeg() != str(poor)
    finally:
        ffmpeg.ffmpeg.cache_clear()


def test_strays_go_after_two_days_and_rows_keep_their_files(send, uploads):
    video = worked(send(filmed()))
    half = uploads / "films" / ".making-x"
    half.mkdir()
    stray = uploads / "videos" / "stray.mp4"
    stray.write_bytes(b"x")
    for path in [half, *(uploads / "videos").iterdir()]:
        os.utime(path, (time.time() - 3 * 24 * 3600,) * 2)
    assert forget_strays() == 1
    assert not half.exists()
    assert all((uploads / form["name"]).exists() for form in video.forms.values())


def test_worker_killed_in_the_middle_leaves_a_video_that_the_next_one_makes(send, uploads):
    with subprocess.Popen(["true"]) as gone:
        pass
    video = send(filmed())
    Video.objects.update(state=Video.State.MAKING, percent=40)
    claim = f"{platform.node()[:100]}/{gone.pid}/x"
    Job.objects.update(
        state=Job.State.RUNNING, claim=claim, attempts=1, lease_until=timezone.now() + timedelta(hours=1)
    )
    (uploads / "films" / f".making-{video.pk}-half").mkdir()
    sweep()
    assert worked(video).state == Video.State.READY
    assert not list((uploads / "films").glob(".making-*"))
