"""What a trainer sees of pictures in the editor."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from foundation.jobs import Job
from media.models import Picture
from media.services import FILE_GONE, import_drawing

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(photo) -> Picture:
    return Picture.objects.create(title="橙子", file=ContentFile(photo(size=(300, 200)), "a.jpg"))


def edit(picture: Picture) -> str:
    return reverse("wagtailimages:edit", args=[picture.pk])


def in_english(trainer) -> None:
    user = get_user_model().objects.get(username="wei")
    user.wagtail_userprofile = type(user).wagtail_userprofile.related.related_model(user=user, preferred_language="en")
    user.wagtail_userprofile.save()


@pytest.mark.parametrize("address", ["wagtailimages:index", "wagtailimages_chooser:choose"])
def test_chooser_shows_drawings_and_photos(trainer, drawing, picture, address):
    orange = import_drawing(key="orange", svg_path=drawing(), title="竹席")
    page = trainer.get(reverse(address)).content.decode()
    for shown in (orange, picture):
        assert shown.get_rendition("max-165x165").url in page


def test_small_view_of_a_drawing_is_a_drawing_that_opens(trainer, drawing):
    orange = import_drawing(key="orange", svg_path=drawing(), title="竹席")
    rendition = orange.get_rendition("max-165x165")
    response = trainer.get(rendition.url)
    assert response["Content-Type"] == "image/svg+xml"
    assert b"<svg" in b"".join(response.streaming_content)
    assert (rendition.width, rendition.height) == (165, 104)


def test_drawing_can_be_chosen_and_edited(trainer, drawing):
    orange = import_drawing(key="orange", svg_path=drawing(), title="竹席")
    chosen = trainer.get(reverse("wagtailimages_chooser:chosen", args=[orange.pk]))
    assert json.loads(chosen.content)["result"]["preview"]["url"].endswith(".svg")
    assert trainer.get(edit(orange)).status_code == 200
    trainer.post(edit(orange), {"title": "新的", "collection": orange.collection_id})
    orange.refresh_from_db()
    assert (orange.title, orange.state, Job.objects.count()) == ("新的", Picture.State.READY, 0)


def test_list_of_pictures_costs_the_same_for_more_of_them(trainer, drawing, django_assert_max_num_queries):
    for number in range(12):
        import_drawing(key=f"orange-{number}", svg_path=drawing(), title="竹席").get_rendition("max-165x165")
    trainer.get(reverse("wagtailimages:index"))
    with django_assert_max_num_queries(25):
        trainer.get(reverse("wagtailimages:index"))


def test_trouble_and_its_mending_are_shown(trainer, picture):
    in_english(trainer)
    Picture.objects.update(state=Picture.State.FAILED, trouble=FILE_GONE)
    page = trainer.get(edit(picture)).content.decode()
    assert "Could not be prepared" in page
    assert reverse("prepare-picture-again", args=[picture.pk]) in page


def test_being_prepared_is_shown(trainer, picture):
    in_english(trainer)
    page = trainer.get(edit(picture)).content.decode()
    assert "Being prepared" in page
    assert reverse("prepare-picture-again", args=[picture.pk]) not in page


def test_trainer_tries_again(trainer, picture):
    Picture.objects.update(state=Picture.State.FAILED, trouble=FILE_GONE)
    Job.objects.update(state=Job.State.FAILED, attempts=5)
    response = trainer.post(reverse("prepare-picture-again", args=[picture.pk]), {"title": "nothing of this is saved"})
    assert response.url == edit(picture)
    picture.refresh_from_db()
    assert (picture.state, picture.title, Job.objects.get().state) == (Picture.State.WAITING, "橙子", Job.State.QUEUED)


def test_official_deng_may_not_try_again(client, picture, door):
    deng = door(client, get_user_model().objects.create_user("deng"))
    address = reverse("prepare-picture-again", args=[picture.pk])
    assert deng.post(address).status_code in (302, 403, 404)
    picture.refresh_from_db()
    assert client.get(address).status_code != 200


def test_document_is_only_for_saving(trainer):
    document = get_document_model().objects.create(title="说明", file=ContentFile(b"%PDF-1.7", "中文.pdf"))
    response = trainer.get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
