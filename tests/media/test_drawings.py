"""Our own drawings come in as plain shapes or not at all."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.core.files.base import ContentFile
from django.db.models.signals import post_save

from foundation.jobs import Job
from media.drawings import DrawingRefused, read_drawing
from media.models import Picture
from media.services import import_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"'
REFUSED = {
    "script": f"{HEAD}><script>alert(1)</script></svg>",
    "event": f'{HEAD} onload="alert(1)"/>',
    "event of a shape": f'{HEAD}><path d="M0 0" onclick="x()"/></svg>',
    "html inside": f"{HEAD}><foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject></svg>",
    "picture from outside": f'{HEAD}><image href="http://127.0.0.1/x.png"/></svg>',
    "use from outside": f'{HEAD}><use href="http://127.0.0.1/x.svg#a"/></svg>',
    "javascript link": f'{HEAD}><use href="javascript:alert(1)"/></svg>',
    "old link": f'{HEAD} xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>',
    "link": f'{HEAD}><a href="#a"/></svg>',
    "style": f"{HEAD}><style>*{{background:url(//x)}}</style></svg>",
    "style attribute": f'{HEAD}><path style="fill:url(//x)"/></svg>',
    "fill from outside": f'{HEAD}><path fill="url( //x#a )"/></svg>',
    "animation": f'{HEAD}><set attributeName="href" to="javascript:1"/></svg>',
    "shape of another language": f'{HEAD}><path xmlns="urn:x" d="M0 0"/></svg>',
    "no namespace": '<svg viewBox="0 0 1 1"/>',
    "no size": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "size of nonsense": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 nan"/>',
    "entity bomb": '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + f"{HEAD}><title>&b;</title></svg>",
    "file from the disk": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + f"{HEAD}><title>&a;</title></svg>",
    "foreign DTD": '<!DOCTYPE svg SYSTEM "http://127.0.0.1/x.dtd">' + f"{HEAD}/>",
    "broken": f"{HEAD}><g></svg>",
    "photo": "\x89PNG",
    "nothing": "",
    "too long": f"{HEAD}><path d='{'M0 0' * 60_000}'/></svg>",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_s12_anything_but_shapes_is_refused(text):
    with pytest.raises(DrawingRefused):
        read_drawing(text.encode())


@pytest.mark.django_db
@pytest.mark.parametrize("text", list(REFUSED.values())[:3])
def test_refused_drawing_leaves_nothing(drawing, uploads, text):
    with pytest.raises(DrawingRefused):
        import_drawing(key="orange", svg_path=drawing(text), title="橙子")
    assert not Picture.objects.exists()
    assert not list(uploads.rglob("*.svg*"))


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "../up", "Orange", "a b", "a/b", "-a", "x" * 61])
def test_key_that_is_no_word_is_refused(drawing, key):
    with pytest.raises(ValueError, match="no key"):
        import_drawing(key=key, svg_path=drawing(), title="橙子")


@pytest.mark.django_db
def test_drawing_comes_in_ready_with_its_size(drawing):
    picture = import_drawing(key="orange", svg_path=drawing(), title="橙子")
    picture.refresh_from_db()
    assert (picture.width, picture.height, picture.state) == (328, 208, Picture.State.READY)
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_drawing_is_stored_compressed_beside_itself(drawing, uploads):
    path = uploads / import_drawing(key="orange", svg_path=drawing(), title="橙子").file.name
    plain = path.read_bytes()
    assert brotli.decompress(Path(f"{path}.br").read_bytes()) == plain
    assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == plain


@pytest.mark.django_db
def test_same_drawing_twice_changes_nothing(drawing):
    saves = []
    first = import_drawing(key="orange", svg_path=drawing(), title="橙子")
    post_save.connect(lambda **_: saves.append(1), sender=Picture, weak=False, dispatch_uid="count")
    second = import_drawing(key="orange", svg_path=drawing(), title="橙子")
    post_save.disconnect(sender=Picture, dispatch_uid="count")
    assert (second, saves) == (first, [])


@pytest.mark.django_db
def test_new_version_of_a_drawing_gets_a_new_name_and_the_old_one_stays_readable(drawing, uploads):
    first = import_drawing(key="orange", svg_path=drawing(), title="橙子")
    old = first.file.name
    first.get_rendition("max-165x165")
    second = import_drawing(key="orange", svg_path=drawing(f'{HEAD}><path d="M0 0"/></svg>'), title="橙子")
    assert (second.pk, second.width) == (first.pk, 10)
    assert second.file.name != old
    assert (uploads / old).exists()
    assert not second.renditions.exists()


@pytest.mark.django_db
def test_drawing_that_an_author_replaced_by_a_photo_stays_hers(drawing, photo):
    picture = import_drawing(key="orange", svg_path=drawing(), title="橙子")
    picture.file = ContentFile(photo(), "photo.jpg")
    picture.save()
    again = import_drawing(key="orange", svg_path=drawing(), title="新的")
    assert again.file.name.endswith(".jpg")
    assert again.title == "橙子"
