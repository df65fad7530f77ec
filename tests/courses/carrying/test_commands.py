"""The two commands: a file on a stick, and what they say."""

import pytest
from django.core.management import CommandError, call_command

from courses.models import CoursePage
from tests.courses.carrying.counties import a_course_to_carry, forget_everything, lesson, recorded

pytestmark = pytest.mark.django_db


def said(capsys, *told: str, **options: object) -> str:
    call_command(*told, **options)
    return capsys.readouterr().out


def test_there_and_back_by_hand(tmp_path, capsys):
    a_course_to_carry()
    file = str(tmp_path / "course.zip")
    assert "2" in said(capsys, "export_course", "village-shop", file)
    forget_everything()
    assert "什么都没有写入" in said(capsys, "import_course", file, dry_run=True, language="zh-hans")
    assert not CoursePage.objects.exists()
    assert "new 5" in said(capsys, "import_course", file, language="en")
    assert said(capsys, "import_course", file, language="en") == "as before 5\n"


def test_recordings_are_told_by_their_lesson_and_not_by_names_of_ours(tmp_path, capsys):
    course = a_course_to_carry()
    recorded(lesson())
    file = str(tmp_path / "course.zip")
    said(capsys, "export_course", "village-shop", file)
    forget_everything()
    told = said(capsys, "import_course", file, language="zh-hans")
    assert "新的: 录音 · 打包鲜果 (布依语 · 好花红)\n" in told
    assert "card:" not in told
    assert str(course.translation_key) not in told


def test_course_that_is_not_there_and_file_that_is(tmp_path):
    course = a_course_to_carry()
    file = tmp_path / "course.zip"
    with pytest.raises(CommandError, match="village-shop"):
        call_command("export_course", "nothing", str(file))
    file.write_bytes(b"mine")
    with pytest.raises(CommandError):
        call_command("export_course", str(course.translation_key), str(file))
    assert file.read_bytes() == b"mine"


def test_nothing_half_done_is_left_where_it_cannot_be_saved(tmp_path):
    course = a_course_to_carry()
    course.unpublish()
    with pytest.raises(CommandError):
        call_command("export_course", "village-shop", str(tmp_path / "course.zip"))
    assert list(tmp_path.glob("*.zip")) == list(tmp_path.glob(".saving*")) == []


@pytest.mark.parametrize("name", ["missing.zip", ""])
def test_file_that_cannot_be_read(tmp_path, name):
    with pytest.raises(CommandError, match="没有这个文件"):
        call_command("import_course", str(tmp_path / name), language="zh-hans")
