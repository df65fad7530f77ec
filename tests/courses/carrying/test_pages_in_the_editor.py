"""Saving a course and bringing one in at a desk: who may, what the pages say, and that nothing happens unasked."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from courses import tasks  # noqa: F401 - registers the job as a worker does
from courses.carrying import arrivals, views
from courses.carrying.importing import import_course
from courses.models import CoursePage, LessonPage, Role
from foundation.jobs import Job, run_job
from media.selectors import public_file
from tests import builders
from tests.courses.carrying.counties import a_course_to_carry, forget_everything, lesson, saved
from tests.staff import at_desk, made_trainer
from trainees.models import User

pytestmark = pytest.mark.django_db
BRING_IN = "/cms/courses/bring-in/"


@pytest.fixture
def course():
    return a_course_to_carry()


def an_administrator(language: str = "zh-hans"):
    return at_desk(User.objects.create_superuser("admin"), language)


def sent(client, content: bytes) -> str:
    """Where she is led once the file is there."""
    reply = client.post(BRING_IN, {"file": SimpleUploadedFile("course.zip", content, "application/zip")})
    assert reply.status_code == 302, reply.content.decode()
    return reply["Location"]


def work() -> None:
    for job in Job.objects.filter(state=Job.State.QUEUED, name="bring-in-course"):
        run_job(job.pk)


@pytest.fixture
def file(course, tmp_path) -> bytes:
    content = saved(course, tmp_path / "course.zip").read_bytes()
    forget_everything()
    return content


def test_course_is_saved_from_its_page(course):
    client = an_administrator()
    page = client.get(reverse("save-course", args=[course.pk])).content.decode()
    assert reverse("course-file", args=[course.pk]) in page
    reply = client.get(reverse("course-file", args=[course.pk]))
    assert reply["Content-Disposition"] == 'attachment; filename="village-shop.zip"'
    assert b"".join(reply.streaming_content)[:2] == b"PK"


@pytest.mark.parametrize("language", ["zh-hans", pytest.param("en", marks=pytest.mark.hard)])
def test_every_page_is_shown_in_both_languages(course, file, language):
    client = an_administrator(language)
    address = sent(client, file)
    for _step in ("looking", "looked"):
        assert client.get(address).status_code == 200
        work()
    assert client.get(BRING_IN).status_code == 200


def test_nothing_is_written_before_she_says_so(file):
    client = an_administrator()
    address = sent(client, file)
    assert 'http-equiv="refresh"' in client.get(address).content.decode()
    work()
    assert "打包鲜果" in client.get(address).content.decode()
    assert not CoursePage.objects.exists()
    client.post(address)
    work()
    assert LessonPage.objects.live().count() == 2
    assert "课程已经在这里了" in client.get(address).content.decode()


def test_file_of_which_nothing_would_be_written_has_no_button(file, tmp_path):
    client = an_administrator()
    import_course(tmp_path / "course.zip")
    CoursePage.objects.update(title="我们县自己的课")
    address = sent(client, file)
    work()
    page = client.get(address).text
    assert "这里什么都不会变" in page
    assert "带进来</button>" not in page


def test_refused_file_is_told_on_the_page_and_forgotten(file, settings):
    client = an_administrator()
    address = sent(client, file[:-100])
    work()
    assert "损坏" in client.get(address).content.decode()
    assert not list(settings.MEDIA_ROOT.rglob("course.zip"))
    client.post(address)  # as if it had been in order
    work()
    assert not CoursePage.objects.exists()


def test_file_that_waits_is_nobody_elses(file, settings):
    address = sent(an_administrator(), file)
    other = at_desk(User.objects.create_superuser("other"))
    assert other.get(address).status_code == other.post(address).status_code == 404
    name = next(path.relative_to(settings.MEDIA_ROOT) for path in settings.MEDIA_ROOT.rglob("course.zip"))
    assert public_file(str(name)) is None


def test_second_file_takes_the_place_of_one_that_nobody_said_yes_to(course, settings):
    client = an_administrator()
    first, second = sent(client, b"PK1"), sent(client, b"PK2")
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    assert [path.read_bytes() for path in settings.MEDIA_ROOT.rglob("course.zip")] == [b"PK2"]


def test_file_that_would_fill_the_disk_is_not_kept(settings):
    with pytest.raises(ValidationError):
        arrivals.receive(content=[b"PK"], size=2**60, owner=1)
    assert not list(settings.MEDIA_ROOT.rglob("course.zip"))


def test_file_that_was_given_up_is_forgotten(course, settings):
    client = an_administrator()
    address = sent(client, b"PK")
    arrivals.give_up(token=address.split("/")[-2], reason="")
    assert "过一会儿再试" in client.get(address).content.decode()
    assert not list(settings.MEDIA_ROOT.rglob("course.zip"))


def test_course_that_stopped_in_the_middle_is_not_said_to_be_not_there(file):
    client = an_administrator()
    address = sent(client, file)
    work()
    client.post(address)
    arrivals.give_up(token=address.split("/")[-2], reason="")
    page = client.get(address).content.decode()
    assert "再带进来一次" in page
    assert "什么都没有写入" not in page


def test_trainer_brings_a_newer_file_for_her_own_course_only(course, tmp_path):
    page = lesson()
    content = saved(course, tmp_path / "course.zip").read_bytes()
    other = builders.a_course(home=course.get_parent().specific, slug="other")
    client = at_desk(made_trainer(User.objects.create_user("wei"), other, role=Role.TRAINER))
    LessonPage.objects.filter(pk=page.pk).update(title="别队的")
    address = sent(client, content)
    work()
    client.post(address)
    work()
    assert lesson().title == "别队的"
    assert client.get(reverse("save-course", args=[course.pk])).status_code == 404
    assert client.get(reverse("save-course", args=[other.pk])).status_code == 200


def test_narrator_neither_saves_nor_brings_in(course):
    client = at_desk(made_trainer(User.objects.create_user("luo"), course, role=Role.NARRATOR))
    assert client.get(BRING_IN).status_code == client.post(BRING_IN).status_code == 404
    assert client.get(reverse("course-file", args=[course.pk])).status_code == 404


def test_form_without_a_file_and_one_that_is_too_large(course, monkeypatch):
    client = an_administrator()
    with override("zh-hans"):
        assert client.post(BRING_IN).status_code == 400
        monkeypatch.setattr(views, "LARGEST_FILE", -views.ENVELOPE)
        too_large = {"file": BytesIO(b"PK" * 1000)}
        assert client.post(BRING_IN, too_large).status_code == 413
    assert not Job.objects.filter(name="bring-in-course").exists()


def test_full_disk_is_told_and_nothing_half_is_kept(course, settings, tmp_path):
    client = an_administrator()
    (tmp_path / "uploads" / "arrivals").write_bytes(b"")  # no folder can be made there
    with (tmp_path / "file.zip").open("wb+") as file:
        file.write(b"PK")
        file.seek(0)
        assert client.post(BRING_IN, {"file": file}).status_code == 507
    assert not Job.objects.filter(name="bring-in-course").exists()


def test_form_of_a_stranger_is_refused(course):
    client = an_administrator()
    client.handler.enforce_csrf_checks = True
    assert client.post(BRING_IN, {"file": BytesIO(b"PK")}).status_code == 403


@pytest.mark.hard
def test_worker_that_was_killed_is_followed_by_one_that_goes_on(file):
    client = an_administrator()
    address = sent(client, file)
    work()
    client.post(address)
    work()
    Job.objects.filter(payload__token=address.split("/")[-2]).update(state=Job.State.QUEUED, attempts=0)
    work()
    assert LessonPage.objects.count() == 2
