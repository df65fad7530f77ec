"""A video goes with its course, and is made small anew where it arrives; twice is once."""

import json
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase

from courses.carrying import exporting
from courses.carrying.archive import COURSE
from courses.carrying.importing import import_course
from courses.models import LessonPage
from courses.teams.selectors import pictures_of_team
from media.models import Video
from media.services import Film, keep_video, make_video, set_captions
from tests import builders
from tests.courses.carrying.archives import manifest_of, packed
from tests.courses.carrying.counties import carried, forget_everything, saved
from tests.films import a_video_card, filmed

pytestmark = [pytest.mark.django_db, pytest.mark.hard]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "course.zip"


def made(video: Video) -> Video:
    with TestCase.captureOnCommitCallbacks(execute=True):
        make_video(video=video.pk)()
    video.refresh_from_db()
    return video


@pytest.fixture
def course():
    """Published, with a lesson that shows a video."""
    course = builders.a_course()
    film = Film([filmed()], len(filmed()))
    video = keep_video(film=film, title="装箱", collection=pictures_of_team(course.translation_key))
    set_captions(video=video.pk, language="zh-hans", content="0:00 先擦干。")
    module = builders.a_module(course)
    lesson = builders.a_lesson(module, cards=1, more=[a_video_card(made(video))])
    for page in (course, module, lesson):
        page.save_revision().publish()
    course.refresh_from_db()
    return course


def spoilt(file, path, content: bytes):
    """The same file with something else in place of its video, and sums that are right."""
    with zipfile.ZipFile(file) as opened:
        parts = {name: opened.read(name) for name in opened.namelist() if name != "manifest.json"}
    changed = {name: content if name.startswith("videos/") else part for name, part in parts.items()}
    return packed(path, {**changed, "manifest.json": manifest_of(changed)})


def shown() -> Video:
    return LessonPage.objects.get(locale__language_code="zh-hans").cards[1].value["video"]


def test_video_arrives_with_its_title_and_captions_and_is_made_anew(course, file):
    before = shown()
    there = carried(course, file)
    assert (shown().title, shown().state) == ("装箱", Video.State.WAITING)
    assert shown().pk != before.pk
    assert shown().collection == pictures_of_team(there.translation_key)
    assert set(made(shown()).forms) == {"240", "360", "m4a", "ogg"}
    assert set(shown().captions) == {"zh-hans"}


def test_same_file_again_changes_nothing_while_it_is_made_and_after(course, file):
    carried(course, file)
    assert import_course(file).counted().keys() == {"unchanged"}
    made(shown())
    assert import_course(file).counted().keys() == {"unchanged"}
    assert Video.objects.count() == 1


def test_captions_written_later_arrive_and_none_that_stand_there_are_lost(course, file):
    carried(course, file)
    made(shown())
    Video.objects.update(captions={})
    import_course(file)
    assert set(shown().captions) == {"zh-hans"}
    set_captions(video=shown().pk, language="zh-hans", content="0:00 另外的话。")
    kept = shown().captions
    import_course(file)
    assert shown().captions == kept


def test_video_that_failed_is_tried_with_what_the_file_holds(course, file):
    carried(course, file)
    Video.objects.update(state=Video.State.FAILED, trouble="x")
    import_course(file)
    assert made(shown()).state == Video.State.READY


def test_course_that_no_county_could_take_is_not_saved(course, file, monkeypatch):
    monkeypatch.setattr(exporting, "LARGEST_FILE", exporting.LARGEST_TEXT + exporting.LARGEST_MANIFEST + 5_000)
    with pytest.raises(ValidationError, match="装箱"):
        saved(course, file)


def test_course_that_comes_home_finds_its_own_video(course, file, tmp_path):
    carried(course, file)
    made(shown())
    home = saved(shown_course(), tmp_path / "back.zip")
    assert import_course(home).counted().keys() == {"unchanged"}
    assert Video.objects.count() == 1


def shown_course():
    return LessonPage.objects.get(locale__language_code="zh-hans").course


def test_looking_at_the_file_leaves_nothing(course, file, settings):
    saved(course, file)
    forget_everything()
    import_course(file, dry_run=True)
    assert not Video.objects.exists()
    assert not list((settings.MEDIA_ROOT / "films").iterdir())
    assert not list((settings.MEDIA_ROOT / "videos").iterdir())


def test_video_that_is_not_ready_keeps_the_course_from_being_saved(course, file):
    Video.objects.update(state=Video.State.MAKING)
    with pytest.raises(ValidationError, match="装箱"):
        saved(course, file)


def test_what_is_no_video_under_its_name_is_refused_and_nothing_is_written(course, file, tmp_path):
    saved(course, file)
    wrong = spoilt(file, tmp_path / "spoilt.zip", b"#EXTM3U\nhttp://127.0.0.1/")
    forget_everything()
    with pytest.raises(ValidationError):
        import_course(wrong)
    assert not LessonPage.objects.exists()
    assert not Video.objects.exists()


def test_course_without_videos_is_written_as_before_there_were_any(file):
    course = builders.a_course()
    course.save_revision().publish()
    saved(course, file)
    with zipfile.ZipFile(file) as opened:
        assert "videos" not in json.loads(opened.read(COURSE))
