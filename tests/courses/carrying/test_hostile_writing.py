"""A course whose parts are whole but whose words were written by somebody who means harm, or by a broken machine.

Whatever stands in it, it is brought in or refused with a sentence; refused, it leaves nothing.
"""

import copy
import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from courses.carrying.archive import open_archive
from courses.carrying.importing import import_course
from courses.models import CoursePage
from tests.courses.carrying.archives import packed, parts
from tests.courses.carrying.counties import a_course_to_carry, forget_everything, lesson, recorded, saved

pytestmark = pytest.mark.django_db

ODD = [
    *(None, True, -1, 0, 1e309, 10**30, "", "x" * 5000, "1e999999999", "NaN", "../x", "\u202e", "=1+1", "<script>"),
    *([], {}, [[]], {"id": 1}, [{"type": "card"}], "00000000-0000-0000-0000-000000000000"),
]


@pytest.fixture
def honest(tmp_path) -> dict[str, bytes]:
    """The members of a real file, for a county where nothing is."""
    course = a_course_to_carry()
    recorded(course.lessons[0])
    path = saved(course, tmp_path / "honest.zip")
    forget_everything()
    with ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist() if name != "manifest.json"}


def rewritten(path: Path, members: dict[str, bytes], told: dict) -> Path:
    return packed(path, parts(**{**members, "course.json": json.dumps(told).encode()}))


def refused(path: Path) -> str:
    with pytest.raises(ValidationError) as said:
        import_course(path)
    assert not CoursePage.objects.exists()
    return said.value.messages[0]


def what_became_of(path: Path) -> str:
    """Anything but a sentence or a report breaks the test."""
    try:
        return str(import_course(path, dry_run=True).counted())
    except ValidationError as refusal:
        return refusal.messages[0]


def lesson_in(told: dict) -> dict:
    return next(page for page in told["pages"] if page["kind"] == "lesson")["languages"]["zh-hans"]


def quiz_in(told: dict) -> dict:
    return next(page for page in told["pages"] if page["kind"] == "quiz")["languages"]["zh-hans"]


def _unknown_card(told: dict) -> None:
    lesson_in(told)["cards"][0]["type"] = "script"


def _unknown_part(told: dict) -> None:
    lesson_in(told)["cards"][0]["value"]["html"] = "<script>"


def _unknown_field(told: dict) -> None:
    lesson_in(told)["owner"] = 1


def _two_of_one_id(told: dict) -> None:
    lesson_in(told)["cards"][1]["id"] = lesson_in(told)["cards"][0]["id"]


def _picture_of_nobody(told: dict) -> None:
    lesson_in(told)["cards"][0]["value"]["picture"]["image"] = "0" * 64


def _picture_by_number(told: dict) -> None:
    lesson_in(told)["cover"] = 1


def _no_right_answer(told: dict) -> None:
    quiz_in(told)["questions"][0]["value"]["options"][0]["value"]["right"] = False


def _number_that_fills_the_memory(told: dict) -> None:
    next(q for q in quiz_in(told)["questions"] if q["type"] == "numeric")["value"]["value"] = "1e999999"


def _too_long_a_title(told: dict) -> None:
    lesson_in(told)["title"] = "长" * 300


def _key_of_the_first_page(told: dict) -> None:
    home = str(Page.objects.filter(depth=2).first().translation_key)
    told["pages"][0]["key"] = home
    told["pages"][1]["under"] = home


def _lesson_below_a_lesson(told: dict) -> None:
    lessons = [page for page in told["pages"] if page["kind"] == "lesson"]
    lessons[1]["under"] = lessons[0]["key"]


def _phrase_of_the_screens(told: dict) -> None:
    told["recordings"][0]["subject"] = "phrase:help"


def _voice_of_no_language(told: dict) -> None:
    told["recordings"][0]["voice"][0] = "xx"


HARMS = [
    *(_unknown_card, _unknown_part, _unknown_field, _two_of_one_id, _picture_of_nobody, _picture_by_number),
    *(_no_right_answer, _number_that_fills_the_memory, _too_long_a_title, _key_of_the_first_page),
    *(_lesson_below_a_lesson, _phrase_of_the_screens, _voice_of_no_language),
]


def test_course_with_harm_in_it_is_refused_whole(honest, tmp_path):
    for harm in HARMS:
        told = json.loads(honest["course.json"])
        harm(told)
        assert len(refused(rewritten(tmp_path / f"{harm.__name__}.zip", honest, told))) > 8, harm.__name__


def test_what_is_brought_in_is_as_an_editors_form_would_leave_it(honest, tmp_path):
    told = json.loads(honest["course.json"])
    lesson_in(told)["cards"][0]["value"]["title"] = "  晾干 "
    import_course(rewritten(tmp_path / "wide.zip", honest, told))
    assert lesson().cards[0].value["title"] == "晾干"


def test_what_no_check_foresaw_is_refused_and_not_tried_again(honest, tmp_path):
    def no_row(execute, sql, params, many, context):
        if sql.startswith("INSERT") and "courses_carriedpage" in sql:
            raise IntegrityError
        return execute(sql, params, many, context)

    path = rewritten(tmp_path / "honest.zip", honest, json.loads(honest["course.json"]))
    with connection.execute_wrapper(no_row):
        refused(path)


def test_picture_that_is_none(honest, tmp_path):
    content = b"\xff\xd8\xff\xe0 nothing"
    told = json.loads(honest["course.json"])
    photo = next(one for one in told["pictures"] if not one["drawing"])
    old, photo["file"] = photo["file"], f"pictures/{hashlib.sha256(content).hexdigest()}.jpg"
    members = {name: kept for name, kept in honest.items() if name != old} | {photo["file"]: content}
    assert photo["title"] in refused(rewritten(tmp_path / "harm.zip", members, told))


def test_drawing_with_a_program_in_it(honest, tmp_path):
    told = json.loads(honest["course.json"])
    drawing = next(one for one in told["pictures"] if one["drawing"])
    script = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
    refused(rewritten(tmp_path / "harm.zip", {**honest, drawing["file"]: script}, told))


def _places(told: object) -> Iterator[tuple[list | dict, object]]:
    items = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for key, value in items:
        yield told, key
        yield from _places(value)


@pytest.mark.hard
@pytest.mark.parametrize("seed", range(4))
def test_hundred_changes_of_what_is_written_never_break_anything(honest, tmp_path, seed):
    chance = random.Random(seed)
    told = json.loads(honest["course.json"])
    for number in range(100):
        changed = copy.deepcopy(told)
        place, key = chance.choice(list(_places(changed)))
        place[key] = chance.choice(ODD)
        path = rewritten(tmp_path / f"{number}.zip", honest, changed)
        assert what_became_of(path)
        path.unlink()
    assert not CoursePage.objects.exists()


@pytest.mark.hard
@settings(max_examples=500, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(min_value=0), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_bytes_are_found_out(tmp_path, changes):
    path = packed(tmp_path / "course.zip", parts(**{f"pictures/{'a' * 64}.jpg": bytes(range(256))}))
    content = bytearray(path.read_bytes())
    for place, byte in changes:
        content[place % len(content)] = byte
    path.write_bytes(content)
    refusal = _refusal_of(path)
    assert refusal is None or refusal.messages[0]


def _refusal_of(path: Path) -> ValidationError | None:
    try:
        with open_archive(path) as opened:
            assert opened.read(f"pictures/{'a' * 64}.jpg") == bytes(range(256))
    except ValidationError as refusal:
        return refusal
    return None
