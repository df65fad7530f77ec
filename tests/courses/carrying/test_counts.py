"""A few bytes can ask for a great deal of work: how much one file may ask for. Without the database."""

import json
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from courses.carrying import importing
from courses.carrying.archive import open_archive
from courses.carrying.importing import read_course
from courses.carrying.paper import from_told
from courses.carrying.streams import rewritten
from tests.courses.carrying.archives import EMPTY, packed, parts

KEY = str(uuid4())
PAGE = {"key": KEY, "kind": "course", "under": None, "languages": {"zh-hans": {"title": "课"}}}
SOUND = f"recordings/{'a' * 64}.mp3"


def a_picture(number: int, file: int = 0) -> dict:
    key, name = f"{number:064x}", f"pictures/{file:064x}.jpg"
    return {"key": key, "file": name, "title": "", "description": "", "drawing": ""}


def a_sound(number: int) -> dict:
    return {"voice": ["pcc", "", ""], "subject": f"card:{number}", "words": "", "file": SOUND, "spare": ""}


def code_of(**told: object) -> str:
    with pytest.raises(ValidationError) as refused:
        from_told({**EMPTY, "pages": [PAGE], **told})
    return refused.value.code


def test_more_pictures_recordings_or_sentences_than_any_file_has():
    sentence = {"key": KEY, "path": "title", "said": "课", "translated": "Course"}
    assert code_of(pictures=[a_picture(number, file=number) for number in range(5_001)]) == "too-many"
    assert code_of(recordings=[a_sound(number) for number in range(5_001)]) == "too-many"
    assert code_of(translations={"en": [sentence] * 25_001, "fr": [sentence] * 25_000}) == "too-many"


def test_one_photo_that_wants_to_be_cleaned_again_and_again():
    assert code_of(pictures=[a_picture(number) for number in range(4)]) == "unreadable"
    assert from_told({**EMPTY, "pages": [PAGE], "pictures": [a_picture(number) for number in range(3)]})


def test_one_recording_that_wants_to_be_read_for_hours(tmp_path, monkeypatch):
    told = {**EMPTY, "pages": [PAGE], "recordings": [a_sound(number) for number in range(31)]}
    members = {"course.json": json.dumps(told).encode(), SOUND: b"1" * 100}
    path = packed(tmp_path / "course.zip", parts(**members))
    with open_archive(path) as archive:
        assert len(read_course(archive).sounds) == 31
        monkeypatch.setattr(importing, "LARGEST_FILE", 1_000)
        with pytest.raises(ValidationError) as refused:
            read_course(archive)
    assert refused.value.code == "unpacks-too-big"


def test_more_cards_than_any_lesson_has():
    stream = blocks.StreamBlock([("line", blocks.CharBlock())])
    cards = [{"type": "line", "id": str(uuid4()), "value": "1"} for _number in range(501)]
    assert rewritten(stream, cards[:500], lambda _block, key: key) == cards[:500]
    with pytest.raises(ValidationError):
        rewritten(stream, cards, lambda _block, key: key)
