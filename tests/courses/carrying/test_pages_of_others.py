"""What one team brings in lets nobody hear or see anything on another team's pages, and shows it nothing of theirs."""

import hashlib
import json
from uuid import UUID, uuid4

import pytest
from wagtail.models import GroupPagePermission, Locale, Page

from courses.carrying import checking
from courses.carrying.archive import open_archive
from courses.carrying.checking import check_shapes
from courses.carrying.doors import is_administrator
from courses.carrying.importing import import_course
from courses.carrying.paper import CoursePaper, PagePaper, PicturePaper
from courses.carrying.pictures import PicturesOfFile
from courses.models import CarriedRecording
from courses.teams.selectors import pictures_of_team
from media.models import Picture, Recording, Track
from tests import builders
from tests.courses.carrying.archives import packed, parts
from tests.courses.carrying.counties import a_course_to_carry, a_photo, lesson, recorded, saved, translated
from tests.staff import made_trainer
from trainees.models import User


@pytest.fixture
def course(db):
    return a_course_to_carry()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "course.zip"


@pytest.fixture
def with_a_voice(course, file):
    """The file of the course in which a card is said, and a site where nothing is."""
    recorded(course.lessons[0])
    saved(course, file)
    for model in (CarriedRecording, Recording, Track):
        model.objects.all().delete()
    return file


def a_trainer(*courses) -> User:
    return made_trainer(User.objects.create_user("wei"), *courses)


def told_of_the_voice(report) -> list[str]:
    return [line.became for line in report.lines if line.kind == "recording"]


def test_trainer_brings_the_voices_of_her_own_course(course, with_a_voice):
    assert told_of_the_voice(import_course(with_a_voice, user=a_trainer(course))) == ["made"]
    assert Recording.objects.count() == 1


def test_trainer_brings_no_voice_to_the_pages_of_others_though_the_card_stands_on_hers_too(course, with_a_voice):
    other = builders.a_course(home=course.get_parent().specific, slug="other")
    mine = builders.a_lesson(builders.a_module(other), slug="mine")
    mine.cards = json.dumps(course.lessons[0].cards.get_prep_value())
    mine.save()
    report = import_course(with_a_voice, user=a_trainer(other))
    assert told_of_the_voice(report) == ["left alone"]
    assert (Recording.objects.count(), Track.objects.count()) == (0, 0)


def test_administrator_who_left_is_none():
    assert is_administrator(User(is_superuser=True))
    assert not is_administrator(User(is_superuser=True, is_active=False))


def test_what_stands_in_for_a_translation_is_not_written_over_by_whoever_may_not(course, file):
    builders.a_home("en")
    tree = list(course.get_descendants(inclusive=True).specific())
    for page in tree:
        translated(page)
    saved(course, file)
    Page.objects.get(translation_key=course.translation_key, locale__language_code="en").delete()
    for page in tree:
        page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    user = a_trainer(course)
    GroupPagePermission.objects.filter(page__locale__language_code="en").delete()
    import_course(file, user=user)
    assert lesson(language="en").alias_of == lesson().page_ptr


def a_paper(key: str, content: bytes, *, cover: str) -> CoursePaper:
    pages = [PagePaper(uuid4(), "course", None, {"zh-hans": {"cover": cover}})]
    name = f"pictures/{hashlib.sha256(content).hexdigest()}.jpg"
    return CoursePaper("zh-hans", pages, {key: PicturePaper(key, name, "橙子", "", "")})


def brought_in(file, key: str, content: bytes) -> int:
    paper = a_paper(key, content, cover=key)
    with open_archive(packed(file, parts(**{paper.pictures[key].file: content}))) as archive:
        pictures = PicturesOfFile(archive, paper)
        pictures.prepare()
        return pictures.number_of(key)


def test_photo_of_another_team_is_not_shown_to_whoever_knows_its_key(course, file):
    photo, other = a_photo(), a_photo("green")
    Picture.objects.update(collection=pictures_of_team(course.translation_key))
    content = photo.file.read()
    key = hashlib.sha256(content).hexdigest()
    assert brought_in(file, key, other.file.read()) not in (photo.pk, other.pk)
    assert brought_in(file, key, content) == photo.pk


@pytest.mark.django_db
def test_photo_that_no_page_names_is_not_kept(file, settings):
    content, key = b"no picture", "0" * 64
    paper = a_paper(key, content, cover="")
    with open_archive(packed(file, parts(**{paper.pictures[key].file: content}))) as archive:
        PicturesOfFile(archive, paper).prepare()
    assert not list(settings.MEDIA_ROOT.rglob("*.jpg"))


@pytest.mark.django_db
def test_course_of_more_cards_than_can_be_checked_in_time_is_refused_first(monkeypatch):
    cards = [{"type": "nothing", "id": str(UUID(int=number)), "value": ""} for number in range(11)]
    monkeypatch.setattr(checking, "MOST_IDS", 10)
    paper = CoursePaper("zh-hans", [PagePaper(uuid4(), "lesson", None, {"zh-hans": {"cards": cards}})])
    with pytest.raises(checking.ValidationError) as refused:
        check_shapes(paper)
    assert refused.value.code == "too-many"


def titled(title: str) -> None:
    page = lesson()
    page.title = title
    page.save_revision().publish()


def test_file_changes_no_page_of_another_course_by_naming_its_key(course, tmp_path):
    """Not for an administrator either: she looks at the course that she brings in, and at no other."""
    import_course(saved(course, tmp_path / "course.zip"))
    titled("别人写的")
    newer = saved(course, tmp_path / "newer.zip")
    titled("打包鲜果")
    Page.objects.filter(pk=course.pk).update(translation_key=uuid4())
    report = import_course(newer)
    assert {line.sentence for line in report.lines if line.kind == "lesson"} == {"它在这里的另一门课程里。"}
    assert lesson().title == "打包鲜果"
