"""The worker makes the small forms of a photo, once, and says when it cannot."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from foundation.jobs import Job, run_job
from foundation.jobs.running import MAX_ATTEMPTS
from media import services
from media.models import Picture
from media.services import FILE_GONE, SERVER_TROUBLE, UNREADABLE, want_prepared

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(photo) -> Picture:
    return Picture.objects.create(title="橙子", file=ContentFile(photo(size=(4000, 3000)), "photo.jpg"))


def work() -> None:
    for pk in Job.objects.filter(state=Job.State.QUEUED).values_list("pk", flat=True):
        run_job(pk)


def forms_of(picture: Picture) -> list[dict]:
    picture.refresh_from_db()
    return [form for forms in picture.variants.values() for form in forms]


def test_photo_is_made_in_three_formats_and_two_widths(picture, uploads):
    work()
    found = {(form["width"], form["height"], Path(form["name"]).suffix) for form in forms_of(picture)}
    assert found == {(w, h, end) for w, h in ((360, 270), (720, 540)) for end in (".avif", ".webp", ".jpg")}
    assert picture.state == Picture.State.READY
    for form in forms_of(picture):
        with Image.open(uploads / form["name"]) as image:
            assert image.size == (form["width"], form["height"])


@pytest.mark.parametrize("size", [(1600, 1200), (900, 2500), (2500, 500)])
def test_hardest_photo_stays_within_thirty_kilobytes(noise, uploads, size):
    picture = Picture.objects.create(title="噪点", file=ContentFile(noise(*size), "photo.jpg"))
    work()
    for form in forms_of(picture):
        assert form["bytes"] == (uploads / form["name"]).stat().st_size <= 30_000


def test_small_photo_is_not_blown_up(photo):
    picture = Picture.objects.create(title="小", file=ContentFile(photo(size=(200, 150)), "photo.jpg"))
    work()
    assert [(form["width"], form["height"]) for form in forms_of(picture)] == [(200, 150)] * 3


def test_saving_again_makes_no_more_work(picture):
    work()
    picture.refresh_from_db()
    picture.title = "新的"
    picture.save()
    assert Job.objects.count() == 1
    picture.refresh_from_db()
    assert picture.state == Picture.State.READY


def test_old_copy_saved_over_a_ready_picture_is_prepared_again(picture):
    stale = Picture.objects.get(pk=picture.pk)
    work()
    stale.save()
    work()
    assert len(forms_of(picture)) == 6


def test_author_may_go_back_to_an_earlier_photo(picture, photo):
    first = picture.file.name
    work()
    for file in (ContentFile(photo(size=(800, 600)), "other.jpg"), first):
        picture.file = file
        picture.save()
        work()
        picture.refresh_from_db()
        assert (picture.state, picture.prepared_from) == (Picture.State.READY, picture.file.name)


def test_photo_replaced_while_it_was_prepared_keeps_only_the_new_one(picture, photo):
    record = services.prepare_picture(picture=picture.pk)
    picture.file = ContentFile(photo(size=(800, 600)), "other.jpg")
    picture.save()
    record()
    picture.refresh_from_db()
    assert (picture.state, picture.variants) == (Picture.State.WAITING, {})


def test_photo_deleted_meanwhile_is_nothing(picture):
    picture.delete()
    work()
    assert Job.objects.get().state == Job.State.DONE


def test_lost_file_is_said_on_the_picture(picture):
    Path(picture.file.path).unlink()
    work()
    picture = Picture.objects.get(pk=picture.pk)
    assert (picture.state, picture.trouble) == (Picture.State.FAILED, FILE_GONE)


def test_damaged_original_is_said_on_the_picture(picture):
    Path(picture.file.path).write_bytes(b"\xff\xd8\xff\xe0 no more a photo")
    work()
    picture = Picture.objects.get(pk=picture.pk)
    assert (picture.state, picture.trouble) == (Picture.State.FAILED, UNREADABLE)


def test_r18_disk_that_stays_full_is_said_in_the_end_and_leaves_no_half_file(picture, uploads):
    (uploads / "prepared").write_text("in the way of the folder")
    Job.objects.update(attempts=MAX_ATTEMPTS - 1)
    work()
    picture.refresh_from_db()
    assert (picture.state, picture.trouble, picture.variants) == (Picture.State.FAILED, SERVER_TROUBLE, {})


def test_picture_is_tried_again_when_asked(picture, uploads):
    (uploads / "prepared").write_text("in the way of the folder")
    Job.objects.update(attempts=MAX_ATTEMPTS - 1)
    work()
    (uploads / "prepared").unlink()
    picture.refresh_from_db()
    want_prepared(picture=picture)
    work()
    assert len(forms_of(picture)) == 6


def test_deleted_picture_takes_all_its_files_along(picture, uploads, django_capture_on_commit_callbacks):
    work()
    with django_capture_on_commit_callbacks(execute=True):
        Picture.objects.get(pk=picture.pk).delete()
    assert not [path for path in uploads.rglob("*") if path.is_file()]
