"""What somebody said becomes small, even and free of silence, or says why it cannot; nothing half made is heard."""

import json
import struct

import pytest
from django.core.exceptions import ValidationError

from foundation.jobs import Job, run_job
from media import ffmpeg
from media.models import Recording, Take
from media.services import (
    SERVER_TROUBLE,
    Sender,
    Sent,
    approve_take,
    find_or_make_track,
    keep_take,
    make_take,
    return_take,
    try_take_again,
)
from media.services.takes import NO_RECORDING, NOTHING_HEARD, TOO_LONG
from tests.takes import loudness, recorded, said
from trainees.models import User

pytestmark = pytest.mark.django_db
NEVER_A_RECORDING = [
    b"",
    b"x",
    b"#EXTM3U\nhttp://127.0.0.1/",
    b"ffconcat version 1.0\nfile /etc/passwd",
    b"\xff\xd8\xff\xe0",
]
SPOILT = {
    "cut off": lambda: recorded("m4a")[:400],
    "nothing behind its name": lambda: b"#!AMR\n",
    "noise under the name of a sound": lambda: b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 40,
    "silence": lambda: said(0, silence=2.0),
    "an hour in its head and nothing behind": lambda: said()[:40] + struct.pack("<I", 3600 * 32000),
}

SPOILING = {
    "killed": "kill -9 $$",
    "too slow": "exec sleep 60",
    "too large": 'sleep 0.1; test $(ulimit -v) = {limit} && echo "Cannot allocate memory" >&2; exit 1',
}


@pytest.fixture
def pretend(monkeypatch, tmp_path):
    """What runs in ffmpeg's place."""

    def pretend(line: str) -> None:
        path = tmp_path / "ffmpeg"
        path.write_text(f"#!/bin/sh\n{line.format(limit=ffmpeg.MEMORY // 1024)}\n")
        path.chmod(0o755)
        monkeypatch.setattr(ffmpeg, "ffmpeg", lambda: str(path))

    return pretend


@pytest.fixture
def track():
    return find_or_make_track(language="pcc", variety="好花红")


@pytest.fixture
def send(track, uploads):
    def send(content: bytes, subject: str = "card:a", words: str = "晾干再装。") -> Take:
        [take] = keep_take(track=track, sent=[Sent(subject, words)], content=content, by=Sender())
        return take

    return send


def worked(take: Take) -> Take:
    """After the worker was at it, once."""
    run_job(Job.objects.get(name="make-take", payload={"take": take.pk}).pk)
    take.refresh_from_db()
    return take


def test_take_becomes_opus_and_aac_without_the_silence_around_it(send, uploads):
    take = worked(send(said(2.0, silence=3.0)))
    assert take.state == Take.State.READY
    assert 1.8 < take.seconds < 2.8
    for name, size in take.small.values():
        assert (uploads / name).stat().st_size == size < 3000 * 3
    assert (uploads / take.original).exists()
    assert not Recording.objects.exists()


def test_whisper_and_shout_come_out_alike(send, uploads):
    heard = []
    for loud in (300, 12_000):
        take = worked(send(said(4.0, loud=loud)))
        heard.append(loudness((uploads / take.small["ogg"][0]).read_bytes()))
    assert abs(heard[0] - heard[1]) < 4


@pytest.mark.parametrize("ending", ["amr", "aac", "m4a", "3gp", "mp3", "ogg", "webm"])
def test_whatever_a_recorder_writes_is_taken(send, ending):
    assert worked(send(recorded(ending))).state == Take.State.READY


@pytest.mark.parametrize("content", NEVER_A_RECORDING)
def test_what_is_no_recording_is_refused_at_once(send, content):
    with pytest.raises(ValidationError) as refused:
        send(content)
    assert refused.value.messages == [str(NO_RECORDING)]
    assert not Take.objects.exists()


@pytest.mark.parametrize("spoilt", SPOILT)
def test_spoilt_recording_says_what_to_do_and_stops_no_worker(send, spoilt):
    take = worked(send(SPOILT[spoilt]()))
    assert (take.state, take.trouble, take.small) == (Take.State.FAILED, NOTHING_HEARD, {})


def test_too_long_a_take_is_refused_when_it_is_measured(send):
    assert worked(send(said(95.0, silence=0.1))).trouble == TOO_LONG


def test_same_file_again_makes_nothing_new(send):
    content = said()
    first = send(content)
    worked(first)
    assert send(content).pk == first.pk
    assert Job.objects.filter(name="make-take").count() == 1


def test_take_that_is_forgotten_while_it_is_made_leaves_nothing(send, uploads, django_capture_on_commit_callbacks):
    record = make_take(take=send(said()).pk)
    with django_capture_on_commit_callbacks(execute=True):
        Take.objects.get().delete()
        record()
    assert list((uploads / "takes").iterdir()) == []


def test_take_that_cannot_be_kept_leaves_nothing(track, uploads):
    with pytest.raises(ValidationError):
        keep_take(track=track, sent=[Sent("nothing that is said", "")], content=said(), by=Sender())
    assert list((uploads / "takes").iterdir()) == []


def test_another_try_takes_the_place_of_the_one_on_its_way(send, uploads, django_capture_on_commit_callbacks):
    first = worked(send(said()))
    with django_capture_on_commit_callbacks(execute=True):
        second = send(said(loud=5000))
    assert list(Take.objects.all()) == [second]
    assert not (uploads / first.original).exists()
    assert not (uploads / first.small["ogg"][0]).exists()


def test_only_what_was_approved_is_heard(send, client, django_capture_on_commit_callbacks):
    reviewer = User.objects.create_user("reviewer")
    take = worked(send(said()))
    assert client.get(f"/uploads/{take.small['ogg'][0]}").status_code == 404
    assert approve_take(take=take.pk, user=reviewer)
    recording = Recording.objects.get()
    assert (recording.mime, recording.spare_name[-4:], recording.words_digest) == (
        "audio/ogg",
        ".m4a",
        take.words_digest,
    )
    assert {client.get(url).status_code for url in (recording.url, recording.spare_url)} == {200}
    assert not approve_take(take=take.pk, user=reviewer)


def test_returned_take_is_not_heard_and_the_one_before_goes_on(send):
    reviewer = User.objects.create_user("reviewer")
    approve_take(take=worked(send(said())).pk, user=reviewer)
    before = Recording.objects.get().name
    again = worked(send(said(loud=5000)))
    assert return_take(take=again.pk, user=reviewer, remark="太快")
    again.refresh_from_db()
    assert (again.state, again.remark, Recording.objects.get().name) == ("returned", "太快", before)
    approve_take(take=worked(send(said(loud=6000))).pk, user=reviewer)
    assert Recording.objects.get().name != before
    assert [take.state for take in Take.objects.all()] == ["approved"]


@pytest.mark.parametrize("how", SPOILING)
def test_what_the_server_spoilt_is_tried_again_by_hand_only(send, pretend, monkeypatch, how):
    take = send(said())
    pretend(SPOILING[how])
    monkeypatch.setattr(ffmpeg, "PATIENCE", 1)
    assert (worked(take).state, take.trouble) == (Take.State.FAILED, SERVER_TROUBLE)
    monkeypatch.undo()
    try_take_again(take=take)
    assert worked(take).state == Take.State.READY


def test_take_that_was_in_work_when_the_machine_went_down_is_tried_again_by_itself(send, pretend):
    take = send(said())
    pretend("exit 255")
    assert worked(take).state == Take.State.WAITING
    assert Job.objects.get().state == Job.State.QUEUED


def test_several_things_in_one_file_are_cut_where_she_tapped(track, uploads):
    content = said(1.0) + b""
    pieces = [Sent("question:a", "问", ffmpeg.Piece(0.5, 1.5)), Sent("option:a:b", "答", ffmpeg.Piece(1.5))]
    takes = keep_take(track=track, sent=pieces, content=content, by=Sender())
    assert [worked(take).state for take in takes] == ["ready", "ready"]
    assert len({take.original for take in takes}) == 1
    assert len({json.dumps(take.small) for take in takes}) == 2
