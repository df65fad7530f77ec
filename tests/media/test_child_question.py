"""No photo is kept in `/cms/` before somebody has said whether there is a child in it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from media.models import Picture

NOT_ASKED, A_CHILD = "请先看看照片：里面有孩子吗？", "请重拍一张没有孩子、或者只拍到背影的，或者先把脸抹掉。"


@pytest.fixture
def send(trainer, upload, photo):
    """By each of the three ways; gives what is said back."""

    def send(way: str, **answer: str) -> str:
        file = upload(photo(size=(40, 30)))
        collection = Collection.objects.get(depth=2).pk if Collection.objects.filter(depth=2).count() == 1 else 1
        if way == "many":
            sent = {"files[]": file, "title": "橙子", "collection": collection, **answer}
            return str(trainer.post(reverse("wagtailimages:add_multiple"), sent).json())
        name, prefix = {
            "one": ("wagtailimages:add", ""),
            "chooser": ("wagtailimages_chooser:create", "image-chooser-upload-"),
        }[way]
        sent = {"title": "橙子", "collection": collection, "file": file, **answer}
        reply = trainer.post(reverse(name), {f"{prefix}{field}": value for field, value in sent.items()})
        return reply.content.decode().encode().decode("unicode_escape") if way == "chooser" else reply.content.decode()

    return send


@pytest.mark.parametrize("way", ["many", "one", "chooser"])
def test_photo_without_an_answer_is_not_kept(send, way):
    send(way)
    assert not Picture.objects.exists()


@pytest.mark.parametrize("way", ["many", "one", "chooser"])
@pytest.mark.parametrize("answer", ["yes", "perhaps", "no "])
def test_photo_with_a_child_or_with_nonsense_is_not_kept(send, way, answer):
    send(way, child=answer)
    assert not Picture.objects.exists()


@pytest.mark.parametrize("way", ["many", "one", "chooser"])
@pytest.mark.parametrize("answer", ["no", "blurred"])
def test_photo_in_which_nobody_can_know_a_child_is_kept(send, way, answer):
    send(way, child=answer)
    assert Picture.objects.count() == 1


def test_what_to_do_is_said(send):
    assert NOT_ASKED in send("many")
    assert A_CHILD in send("many", child="yes")
    assert NOT_ASKED in send("one")
    assert A_CHILD in send("one", child="yes")


def test_words_of_a_photo_are_mended_without_being_asked_again(send, trainer):
    send("many", child="no")
    picture = Picture.objects.get()
    form = {"title": "新的", "collection": picture.collection_id}
    address = reverse("wagtailimages:edit", args=[picture.pk])
    assert trainer.post(address, form).status_code == 302
    content = Picture.objects.get().file.read()
    form["file"] = SimpleUploadedFile("new.jpg", content, "image/jpeg")
    assert NOT_ASKED in trainer.post(address, form).content.decode()


@pytest.mark.parametrize("name", ["wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages:edit"])
def test_pages_carry_what_asks(send, trainer, name):
    send("many", child="no")
    pks = [Picture.objects.get().pk] if name.endswith("edit") else []
    html = trainer.get(reverse(name, args=pks)).content.decode()
    assert 'id="child-question"' in html
    assert 'id="blurring"' in html
    assert "media/admin/child-question" in html
