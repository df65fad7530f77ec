"""A folder of recordings comes in file by file: each whole or refused with a reason, and none stops another."""

import io
import json
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from courses.recording.scripts import script_of
from courses.recording.selectors import said_lines
from media.models import Recording, Track
from tests import builders
from tests.tones import FOLDER, tone

MP3, OGG = (FOLDER / "high.mp3").read_bytes(), (FOLDER / "high.ogg").read_bytes()


@pytest.fixture
def lesson(course):
    return builders.a_lesson(builders.a_module(course))


@pytest.fixture
def folder(tmp_path: Path):
    """`folder({name: content})` writes a folder with a track.json."""

    def write(files: dict[str, bytes], **track: object) -> Path:
        root = tmp_path / "stick"
        for name, content in {
            **files,
            "track.json": json.dumps(track or {"language": "pcc", "place": "好花红"}).encode(),
        }.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return root

    return write


def bring_in(folder: Path, *options: str) -> tuple[list[str], bool]:
    """What it said, without its last line, and whether all was well."""
    out = io.StringIO()
    try:
        call_command("import_recordings", str(folder), "--language", "en", *options, stdout=out)
    except CommandError as refusal:
        return [*out.getvalue().splitlines()[:-1], str(refusal)], False
    return out.getvalue().splitlines()[:-1], True


def test_card_is_named_by_lesson_and_number(lesson, folder):
    assert bring_in(folder({"oranges/2.mp3": MP3})) == (["✓ oranges/2.mp3: taken"], True)
    recording = Recording.objects.get()
    assert recording.subject == f"card:{lesson.cards[1].id}"
    assert (str(recording.track.language), recording.track.variety) == ("pcc", "好花红")


def test_question_answer_and_reason_have_names_too(lesson, folder):
    question = builders.a_question("single")
    builders.a_quiz(lesson, [question])
    first, second, _third = [option["id"] for option in question["value"]["options"]]
    names = ["quiz-1", "quiz-1-a", "quiz-1-why", "quiz-1-why-b"]
    said, good = bring_in(folder({f"oranges/{name}.ogg": OGG for name in names}))
    assert good, said
    assert set(Recording.objects.values_list("subject", flat=True)) == {
        f"question:{question['id']}",
        f"option:{question['id']}:{first}",
        f"why:{question['id']}",
        f"why:{question['id']}:{second}",
    }


def test_file_may_be_named_by_what_it_says(lesson, folder):
    subject = f"card:{lesson.cards[0].id}"
    assert bring_in(folder({f"{subject.replace(':', '_')}.mp3": MP3, "phrases/voice.mp3": MP3}))[1]
    assert set(Recording.objects.values_list("subject", flat=True)) == {subject, "phrase:voice"}


def test_one_bad_file_stops_no_other(lesson, folder):
    files = {
        "oranges/1.mp3": MP3,
        "oranges/2.mp3": b"no sound",
        "oranges/9.mp3": MP3,
        "holiday.jpg": b"photo",
        "card_0.mp3": MP3,
        "oranges/1.ogg": OGG,
    }
    said, good = bring_in(folder(files))
    assert not good
    assert [line[:1] for line in said[:-1]] == ["✗", "✗", "✓", "✗", "✗", "✗"]
    assert "oranges/1.mp3 says the same" in said[3]
    assert Recording.objects.count() == 1


def test_same_folder_again_changes_nothing(lesson, folder):
    stick = folder({"oranges/1.mp3": MP3})
    bring_in(stick)
    before = Recording.objects.get().added_at
    assert bring_in(stick) == (["✓ oranges/1.mp3: is there already"], True)
    assert Recording.objects.get().added_at == before


def test_heavy_file_is_taken_with_a_warning(lesson, folder):
    said, good = bring_in(folder({"oranges/1.wav": tone(seconds=20.0)}))
    assert (said, good) == (["✓ oranges/1.wav: taken, but heavy: more than 60 kB for twenty seconds"], True)


def test_dry_run_looks_at_everything_and_writes_nothing(lesson, folder, settings):
    said, good = bring_in(folder({"oranges/1.mp3": MP3, "oranges/2.mp3": b"no sound"}), "--dry-run")
    assert not good
    assert said[0] == "✓ oranges/1.mp3: can be taken"
    assert not Recording.objects.exists()
    assert not Track.objects.exists()
    assert not (settings.MEDIA_ROOT / "recordings").exists()


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"{",
        b"[]",
        b'"pcc"',
        b"{}",
        b'{"language": 3}',
        b'{"language": "xx"}',
        b'{"place": "x"}',
        b"\xff",
        b"[" * 99_999,
    ],
)
def test_folder_that_does_not_say_whose_voice_it_is_writes_nothing(lesson, folder, told):
    stick = folder({"oranges/1.mp3": MP3})
    (stick / "track.json").write_bytes(told)
    said, good = bring_in(stick)
    assert not good
    assert len(said) == 1
    assert not Track.objects.exists()


def test_folder_without_track_or_that_is_not_there_says_so(tmp_path):
    assert "track.json" in bring_in(tmp_path)[0][0]
    assert "track.json" in bring_in(tmp_path / "nothing")[0][0]


def test_link_out_of_the_folder_is_not_followed(lesson, folder, tmp_path):
    stick = folder({})
    (tmp_path / "elsewhere.mp3").write_bytes(MP3)
    (stick / "oranges").mkdir()
    (stick / "oranges" / "1.mp3").symlink_to(tmp_path / "elsewhere.mp3")
    assert not bring_in(stick)[1]
    assert not Recording.objects.exists()


def test_pipe_is_refused_and_not_waited_for(lesson, folder):
    stick = folder({"oranges/2.mp3": MP3})
    os.mkfifo(stick / "oranges" / "1.mp3")
    said, good = bring_in(stick)
    assert not good
    assert "no file" in said[0]
    assert said[1] == "✓ oranges/2.mp3: taken"


def test_name_in_the_letters_of_windows_is_refused_in_words_that_can_be_printed(lesson, folder):
    stick = folder({"oranges/1.mp3": MP3})
    (stick / os.fsdecode("苗家.mp3".encode("gb18030"))).write_bytes(MP3)
    said, good = bring_in(stick)
    assert not good
    assert any(line.startswith("✗ 苗家.mp3:") for line in said)
    assert "".join(said).encode()
    assert Recording.objects.count() == 1


def test_name_that_means_two_lessons_is_refused(lesson, course, folder):
    builders.a_lesson(builders.a_module(course, "shipping"))
    said, good = bring_in(folder({"oranges/1.mp3": MP3}))
    assert not good
    assert "Two lessons" in said[0]


def test_what_was_brought_in_says_the_words_of_the_studio(lesson, folder):
    bring_in(folder({"oranges/1.mp3": MP3}))
    track = Track.objects.get()
    parts = [part for line in said_lines(script_of(str(lesson.translation_key), track), track) for part in line.parts]
    assert [part.stale for part in parts if part.recording] == [False]


def test_changed_card_is_known_by_the_digest_of_its_words(lesson, folder):
    stick = folder({"oranges/1.mp3": MP3})
    bring_in(stick)
    before = Recording.objects.get().words_digest
    cards = lesson.cards.get_prep_value()
    cards[0]["value"]["text"] = "先挑，再晾。"
    lesson.cards = json.dumps(cards)
    lesson.save()
    bring_in(stick)
    assert Recording.objects.get().words_digest != before
