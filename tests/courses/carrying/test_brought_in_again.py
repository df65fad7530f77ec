"""The same file again changes nothing; a newer one changes what nobody here has touched; a refused one, nothing."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from courses.carrying import fields
from courses.carrying.fields import carried_fields
from courses.carrying.importing import import_course
from courses.models import CarriedRecording, CoursePage, LessonPage
from media.models import Picture, Recording
from tests import builders
from tests.courses.carrying.counties import (
    a_course_to_carry,
    a_photo,
    became,
    carried,
    forget_everything,
    lesson,
    quiz,
    recorded,
    saved,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "course.zip"


@pytest.fixture
def there(file):
    """The other county, which has brought in `file`."""
    return carried(a_course_to_carry(), file)


def everything() -> list:
    pages = Page.objects.order_by("pk").values_list("pk", "path", "latest_revision_id", "translation_key")
    return [*pages, *Picture.objects.order_by("pk").values_list("pk", "file"), *Recording.objects.values_list()]


def uploads(settings) -> set[str]:
    return {str(path) for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}


def retitled(page: Page, title: str) -> None:
    page.title = title
    page.save_revision().publish()


def test_same_file_again_changes_nothing(there, file, settings):
    before, files = everything(), uploads(settings)
    report = import_course(file)
    assert set(report.counted()) == {"unchanged"}
    assert (everything(), uploads(settings)) == (before, files)


def test_field_that_this_site_has_learnt_since_makes_no_page_another(there, file, monkeypatch):
    """What a page says in it is what every page says until somebody changes it."""
    known = [field for field in carried_fields(LessonPage) if field.name not in ("tool", "changes_often")]
    with monkeypatch.context() as before:
        before.setattr(fields, "carried_fields", lambda _model: known)
        digest = fields.digest_of(LessonPage, fields.fields_of(lesson(), lambda *_chosen: "key"))
    assert fields.digest_of(LessonPage, fields.fields_of(lesson(), lambda *_chosen: "key")) == digest


def test_dry_run_says_the_same_and_writes_nothing(file, settings):
    course = a_course_to_carry()
    recorded(course.lessons[0])
    saved(course, file)
    forget_everything()
    before, files = everything(), uploads(settings)
    told = import_course(file, dry_run=True).as_json()
    assert (everything(), uploads(settings)) == (before, files)
    assert import_course(file).as_json() == told


def test_what_a_killed_run_still_owes_comes_with_the_next_one(file):
    course = a_course_to_carry()
    recorded(course.lessons[0])
    carried(course, file)
    CarriedRecording.objects.all().delete()
    Recording.objects.all().delete()
    assert import_course(file).counted() == {"made": 1, "unchanged": 5}
    assert Recording.objects.get().track.variety == "好花红"


def test_newer_file_changes_what_nobody_here_has_touched(tmp_path, file):
    course = a_course_to_carry()
    saved(course, file)
    retitled(lesson(), "打包鲜果，新写的")
    recorded(lesson())
    saved(course, tmp_path / "newer.zip")
    forget_everything()
    import_course(file)
    report = import_course(tmp_path / "newer.zip")
    assert report.counted() == {"made": 1, "changed": 1, "unchanged": 4}
    assert lesson().title == "打包鲜果，新写的"
    [back] = [line for line in import_course(file, dry_run=True).lines if line.became == "changed"]
    assert "旧" in back.sentence  # she is told before the newer one is taken back


def test_lesson_that_was_changed_here_stays(tmp_path, file):
    course = a_course_to_carry()
    saved(course, file)
    retitled(lesson(), "新写的")
    saved(course, tmp_path / "newer.zip")
    forget_everything()
    import_course(file)
    retitled(lesson(), "我们县自己的题目")
    report = import_course(tmp_path / "newer.zip")
    assert became(report, "新写的") == ["left alone"]
    assert lesson().title == "我们县自己的题目"


@pytest.mark.hard
def test_unfinished_draft_here_stays(there, file, tmp_path):
    page = lesson()
    page.title = "还没写好"
    page.save_revision()
    assert "left alone" in became(import_course(file))
    assert lesson().get_latest_revision_as_object().title == "还没写好"


def test_lesson_that_was_deleted_here_does_not_come_back(there, file):
    Page.objects.get(pk=lesson("bacon").pk).delete()
    assert "left alone" in became(import_course(file))
    assert not LessonPage.objects.filter(slug="bacon").exists()


@pytest.mark.hard
def test_quiz_of_a_lesson_that_was_deleted_here_does_not_come_back(there, file):
    Page.objects.get(pk=lesson().pk).delete()
    assert became(import_course(file), "小测验") == ["left alone"]


@pytest.mark.hard
def test_lesson_that_was_taken_off_line_here_stays_off_line(there, file):
    lesson().unpublish()
    import_course(file)
    assert not lesson().live


@pytest.mark.hard
def test_quiz_of_this_site_is_not_joined_by_a_second_one(there, file):
    Page.objects.get(pk=quiz().pk).delete()
    builders.a_quiz(lesson())
    assert became(import_course(file), "小测验") == ["left alone"]


@pytest.mark.hard
def test_address_that_is_taken_here_gets_a_number(file):
    saved(a_course_to_carry(), file)
    forget_everything()
    builders.a_course(home=Page.objects.get(slug="home-zh-hans").specific)
    import_course(file)
    assert [page.slug for page in CoursePage.objects.order_by("path")] == ["village-shop", "village-shop-1"]


def test_what_is_filled_in_here_outlives_a_newer_file(tmp_path, file):
    course = a_course_to_carry()
    page = lesson()
    page.local_lines = [("line", {"label": "快递点", "value": "那边的街上"})]
    page.save_revision().publish()
    saved(course, file)
    retitled(lesson(), "新写的")
    saved(course, tmp_path / "newer.zip")
    forget_everything()
    import_course(file)
    page = lesson()
    page.local_lines[0].value["value"], page.checked_by = "我们这边的桥头", "本县市场监管局"
    page.save_revision().publish()
    import_course(tmp_path / "newer.zip")
    there = lesson()
    assert (there.title, there.checked_by) == ("新写的", "本县市场监管局")
    assert there.local_lines[0].value["value"] == "我们这边的桥头"


@pytest.mark.hard
def test_new_lesson_of_a_newer_file_stands_where_it_stood(tmp_path, file):
    course = a_course_to_carry()
    saved(course, file)
    builders.a_lesson(builders.ModulePage.objects.get(), title="称一称", slug="weighing").move(lesson(), pos="right")
    lesson("weighing").save_revision().publish()
    saved(course, tmp_path / "newer.zip")
    forget_everything()
    import_course(file)
    import_course(tmp_path / "newer.zip")
    assert [page.slug for page in CoursePage.objects.get().lessons] == ["oranges", "weighing", "bacon"]


@pytest.mark.hard
def test_new_photo_comes_with_a_newer_file_and_the_old_one_is_not_doubled(tmp_path, file):
    course = a_course_to_carry()
    saved(course, file)
    page = lesson()
    page.cover = a_photo("green")
    page.save_revision().publish()
    saved(course, tmp_path / "newer.zip")
    forget_everything()
    import_course(file)
    import_course(tmp_path / "newer.zip")
    assert Picture.objects.exclude(file__endswith=".svg").count() == 2
    assert lesson().cover_id != lesson("bacon").cover_id


def test_recording_that_was_made_anew_here_stays(file):
    course = a_course_to_carry()
    recorded(course.lessons[0])
    carried(course, file)
    recorded(lesson(), "low.mp3")
    before = Recording.objects.get().sha256
    assert import_course(file).counted()["left alone"] == 1
    assert Recording.objects.get().sha256 == before


def test_refused_file_leaves_no_trace(file, settings):
    """The last lesson of the file is at fault: what came before it is taken back."""
    course = a_course_to_carry()
    page = lesson("bacon")
    page.cards[0].value["title"] = ""
    page.save()
    saved(course, file)
    forget_everything()
    before, files = everything(), uploads(settings)
    with pytest.raises(ValidationError, match="打包鲜果"):
        import_course(file)
    assert (everything(), uploads(settings)) == (before, files)
