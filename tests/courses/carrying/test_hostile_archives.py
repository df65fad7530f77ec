"""A file that does not come from where it says is refused with a sentence, before anything of it is unpacked."""

import json
import os
import time
import tracemalloc
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from django.core.exceptions import ValidationError

from courses.carrying import archive
from courses.carrying.archive import open_archive
from courses.carrying.importing import read_course
from tests.courses.carrying import archives
from tests.courses.carrying.archives import EMPTY, PICTURE, manifest_of, packed, parts, patched


@pytest.fixture
def path(tmp_path):
    return tmp_path / "course.zip"


def code_of(path) -> str:
    with pytest.raises(ValidationError) as refused, open_archive(path) as opened:
        read_course(opened)
    assert len(refused.value.messages[0]) > 10
    return refused.value.code


def test_honest_file_is_opened_and_read(path):
    page = {"key": "00000000-0000-0000-0000-000000000001", "kind": "course", "under": None}
    course = json.dumps({**EMPTY, "pages": [{**page, "languages": {"zh-hans": {"title": "课"}}}]}).encode()
    packed(path, parts(**{"course.json": course}))
    with open_archive(path) as opened:
        assert [one.kind for one in read_course(opened).pages] == ["course"]


@pytest.mark.parametrize(
    "name",
    ["../settings.py", "/etc/passwd", "pictures/../../x.jpg", "..\\x.jpg", "C:\\x.jpg", "C:x.jpg", "a\0b"],
)
def test_part_that_wants_to_go_elsewhere(path, name):
    assert code_of(packed(path, parts(**{name: b"1"}))) == "path"


def test_link_and_folder(path):
    assert code_of(archives.with_link(path)) == "link"
    assert code_of(packed(path, parts(**{"pictures/": b""}))) == "link"


@pytest.mark.parametrize("again", [PICTURE, PICTURE.upper(), "ｐ" + PICTURE[1:]])
def test_two_parts_of_one_name_by_letter_and_by_form(path, again):
    assert code_of(archives.with_twice(path, PICTURE, again)) in ("twice", "unknown")


@pytest.mark.parametrize(("name", "most"), [("course.json", 6), ("manifest.json", 1)])
def test_writing_without_end_is_not_read(path, name, most):
    members = {**parts(), name: b" " * (most * 1024 * 1024 + 1)}
    assert code_of(packed(path, members)) == "unpacks-too-big"


def test_two_parts_of_exactly_one_name(path):
    assert code_of(archives.with_twice(path, PICTURE, PICTURE)) == "twice"


@pytest.mark.hard
def test_hundred_thousand_parts_are_refused_at_once(path):
    archives.with_many(path, 100_000)
    began = time.process_time()
    assert code_of(path) == "too-many"
    assert time.process_time() - began < 0.5


def test_end_that_hides_how_many_parts_there_are(path):
    archives.with_many(path, 9_000)
    content = bytearray(path.read_bytes())
    content[-14:-10] = b"\3\0\3\0"
    path.write_bytes(content)
    assert code_of(path) in ("too-many", "cut-off")


def test_bomb_is_not_unpacked(path):
    archives.bomb(path)
    assert path.stat().st_size < 20_000
    assert code_of(path) == "unpacks-too-big"


def test_part_that_says_to_be_smaller_than_it_is(path):
    packed(path, parts(**{PICTURE: b"1" * 5000}), method=8)
    assert code_of(patched(path, 24, "<L", 10, in_list_of=PICTURE)) in ("cut-off", "checksum")


def test_part_that_says_to_be_larger_than_it_is(path):
    packed(path, parts(**{PICTURE: os.urandom(5000)}), method=8)
    assert code_of(patched(path, 24, "<L", 5001, in_list_of=PICTURE)) == "cut-off"


def test_part_that_declares_little_is_never_unpacked_whole(path):
    archives.lying(path)
    tracemalloc.start()
    try:
        assert code_of(path) in ("cut-off", "checksum")
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_part_that_is_larger_packed_than_not(path):
    packed(path, parts(**{PICTURE: os.urandom(5000)}))
    assert code_of(patched(path, 24, "<L", 10, in_list_of=PICTURE)) == "cut-off"


def test_second_end_that_hides_behind_the_first(path):
    assert code_of(archives.with_larger_end(path)) == "cut-off"


def test_part_that_says_to_be_larger_than_the_file(path):
    packed(path, parts(**{PICTURE: b"1" * 100}))
    patched(path, 20, "<L", 90_000, in_list_of=PICTURE)
    assert code_of(patched(path, 24, "<L", 90_000, in_list_of=PICTURE)) in ("overlap", "cut-off")


def test_parts_that_share_bytes(path):
    assert code_of(archives.overlapping(path)) in ("overlap", "cut-off")


def test_locked_part(path):
    packed(path, parts())
    assert code_of(patched(path, 8, "<H", 1, in_list_of="course.json")) == "locked"


def test_packed_in_a_way_that_we_never_use(path):
    assert code_of(packed(path, parts(), method=ZIP_BZIP2)) == "unknown"


def test_archive_in_the_archive(path, tmp_path):
    inner = packed(tmp_path / "inner.zip", parts()).read_bytes()
    assert code_of(packed(path, parts(**{"pictures/inner.zip": inner}))) == "unknown"


def test_part_with_another_content_than_was_saved(path):
    members = parts(**{PICTURE: b"1"})
    assert code_of(packed(path, {**members, PICTURE: b"2"})) == "checksum"


def test_part_that_is_missing(path):
    members = parts(**{PICTURE: b"1"})
    del members[PICTURE]
    assert code_of(packed(path, members)) == "missing"


def test_part_that_the_manifest_does_not_know(path):
    assert code_of(packed(path, {**parts(), PICTURE: b"1"})) == "unknown"


def test_part_that_belongs_to_nothing(path):
    page = {"key": "00000000-0000-0000-0000-000000000001", "kind": "course", "under": None}
    course = json.dumps({**EMPTY, "pages": [{**page, "languages": {"zh-hans": {}}}]}).encode()
    assert code_of(packed(path, parts(**{"course.json": course, PICTURE: b"1"}))) == "unknown"


@pytest.mark.parametrize("content", [b"", b"x", b"PK", b"%PDF-1.4 nothing", b"PK\x03\x04" + bytes(100)])
def test_no_zip_at_all(path, content):
    path.write_bytes(content)
    assert code_of(path) in ("not-a-course", "cut-off")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_file_that_was_cut_off(path, share):
    content = packed(path, parts(**{PICTURE: os.urandom(5000)})).read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert code_of(path) == "cut-off"


def test_something_before_or_behind_the_archive(path):
    content = packed(path, parts()).read_bytes()
    path.write_bytes(b"MZ" + content)
    assert code_of(path) == "not-a-course"
    path.write_bytes(content + b"more")
    assert code_of(path) == "cut-off"


def test_too_large_a_file(path, monkeypatch):
    packed(path, parts())
    monkeypatch.setattr(archive, "LARGEST_FILE", 100)
    assert code_of(path) == "too-big"


def test_file_of_a_newer_version_and_of_something_else(path):
    members = {"course.json": json.dumps(EMPTY).encode()}
    packed(path, {**members, "manifest.json": manifest_of(members, version=2)})
    assert code_of(path) == "newer"
    packed(path, {**members, "manifest.json": manifest_of(members, format="recipes")})
    assert code_of(path) == "not-a-course"
    with ZipFile(path, "w") as opened:
        opened.writestr("word/document.xml", "<x/>")
    assert code_of(path) == "unknown"


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"[" * 50_000,
        b'{"a":' + b"[" * 300 + b"]" * 300 + b"}",
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"a": 1, "b": {"c": 1, "c": 2}}',
        b'{"pages": "\\ud800"}',
        b'{"pages": "\\u0000"}',
        b'{"\\u0000": 1}',
        b"\xff",
        b"1" * 5000,
    ],
)
def test_writing_that_cannot_be_read(path, told):
    packed(path, parts(**{"course.json": told}))
    with open_archive(path) as opened, pytest.raises(ValidationError) as refused:
        opened.read_json("course.json")
    assert refused.value.code == "unreadable"


def test_writing_that_is_of_no_course(path):
    assert code_of(packed(path, parts(**{"course.json": b"{}"}))) == "unreadable"
