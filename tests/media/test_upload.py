"""A photo from a phone, sent by a trainer in the editor."""

import json

import pytest
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from foundation.jobs import Job
from media.intake import ORIGINAL
from media.models import Picture

pytestmark = pytest.mark.django_db


def send(trainer, file, **fields) -> dict:
    response = trainer.post(
        reverse("wagtailimages:add_multiple"), {"files[]": file, "title": "橙子", "child": "no", **fields}
    )
    return json.loads(response.content)


def colour_at(path, x: int, y: int) -> str:
    with Image.open(path) as image:
        red, _green, blue = image.convert("RGB").getpixel((x, y))
    return "red" if red > blue else "blue"


def test_trainer_sends_a_photo(trainer, upload, photo):
    answer = send(trainer, upload(photo()))
    picture = Picture.objects.get(pk=answer["image_id"])
    assert (picture.title, picture.width, picture.height) == ("橙子", 1200, 900)
    assert picture.state == Picture.State.WAITING
    assert Job.objects.get().payload == {"picture": picture.pk}


def test_twelve_megapixels_are_made_small(trainer, upload, photo):
    send(trainer, upload(photo(size=(4000, 3000))))
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (ORIGINAL.longest_side, 1920)


@pytest.mark.parametrize(("orientation", "red"), [(1, (9, 9)), (3, (-9, -9)), (6, (-9, 9)), (8, (9, -9))])
def test_photo_is_turned_the_right_way_up(trainer, upload, photo, orientation, red):
    send(trainer, upload(photo(orientation=orientation)))
    picture = Picture.objects.get()
    assert (picture.width < picture.height) == (orientation in (6, 8))
    x, y = red[0] % picture.width, red[1] % picture.height
    assert colour_at(picture.file.path, x, y) == "red"
    assert colour_at(picture.file.path, picture.width - 1 - x, picture.height - 1 - y) == "blue"


def test_s10_place_of_taking_and_phone_are_gone_from_every_file(trainer, upload, photo, uploads):
    sent = photo(orientation=6)
    assert b"Phone of Yang" in sent
    send(trainer, upload(sent))
    files = [path for path in uploads.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert b"Exif" not in path.read_bytes()
        assert b"Phone of Yang" not in path.read_bytes()


def test_name_of_the_file_is_not_kept(trainer, upload, photo, uploads):
    send(trainer, upload(photo(), "杨阿姨身份证.jpg"))
    assert [path.suffix for path in uploads.rglob("*.*")] == [".jpg"]
    assert Picture.objects.get().file.name.isascii()


@pytest.mark.parametrize(
    ("format_", "ending", "mode"),
    [
        ("PNG", "png", "RGBA"),
        ("WEBP", "webp", "RGB"),
        ("GIF", "gif", "P"),
        ("AVIF", "avif", "RGB"),
        ("HEIF", "heic", "RGB"),
    ],
)
def test_every_kind_that_phones_make_becomes_a_jpeg(trainer, upload, photo, format_, ending, mode):
    content = photo(size=(400, 300), format_=format_, mode=mode)
    answer = send(trainer, upload(content, f"IMG.{ending.upper()}"))
    assert answer["success"], answer
    with Image.open(Picture.objects.get().file.path) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (400, 300))


def test_new_file_replaces_the_old_one(trainer, upload, photo, uploads):
    picture = Picture.objects.get(pk=send(trainer, upload(photo()))["image_id"])
    form = {"title": "新的", "collection": picture.collection_id, "child": "no"}
    form["file"] = upload(photo(size=(500, 400)))
    trainer.post(reverse("wagtailimages:edit", args=[picture.pk]), form)
    picture.refresh_from_db()
    assert (picture.title, picture.width) == ("新的", 500)
    assert len(list((uploads / "originals").iterdir())) == 1
    assert Job.objects.count() == 2


def test_title_can_be_mended_without_sending_the_photo_again(trainer, upload, photo):
    picture = Picture.objects.get(pk=send(trainer, upload(photo()))["image_id"])
    trainer.post(
        reverse("wagtailimages:edit", args=[picture.pk]), {"title": "新的", "collection": picture.collection_id}
    )
    picture.refresh_from_db()
    assert (picture.title, Job.objects.count()) == ("新的", 1)


def test_title_of_ten_thousand_characters_keeps_nothing_of_the_place(trainer, upload, photo, uploads):
    answer = send(trainer, upload(photo(orientation=6)), title="橙" * 10_000)
    assert "uploaded_file_id" in answer
    assert not Picture.objects.exists()
    assert b"Exif" not in (uploads / UploadedFile.objects.get().file.name).read_bytes()


def test_upload_with_a_mended_title_becomes_a_picture(trainer, upload, photo):
    parked = send(trainer, upload(photo()), title="橙" * 10_000)["uploaded_file_id"]
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[parked])
    prefix = f"uploaded-image-{parked}-"
    trainer.post(address, {f"{prefix}title": "橙子", f"{prefix}collection": 1})
    assert Picture.objects.get().title == "橙子"
    assert Job.objects.count() == 1


def test_stranger_sends_nothing(client, upload, photo):
    client.post(reverse("wagtailimages:add_multiple"), {"files[]": upload(photo()), "child": "no"})
    assert not Picture.objects.exists()
