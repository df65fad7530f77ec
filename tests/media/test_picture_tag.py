"""`{% picture %}` in a page."""

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template

from foundation.jobs import Job, run_job
from media.models import Picture
from media.services import import_drawing

pytestmark = pytest.mark.django_db


def html(image: Picture | None, arguments: str = "", **context) -> str:
    template = Template("{% load pictures %}{% picture image " + arguments + " %}")
    return template.render(Context({"image": image, **context}))


@pytest.fixture
def orange(drawing) -> Picture:
    return import_drawing(key="orange", svg_path=drawing(), title="橙子")


@pytest.fixture
def ready(photo) -> Picture:
    picture = Picture.objects.create(title="照片", file=ContentFile(photo(), "a.jpg"))
    run_job(Job.objects.get().pk)
    return Picture.objects.get(pk=picture.pk)


def test_no_picture_is_nothing():
    assert html(None, 'alt=image.contextual_alt_text class="cloth__picture"') == ""


def test_drawing_is_one_image_with_its_size(orange):
    expected = (
        f'<img src="{orange.file.url}" width="328" height="208" data-kb="{-(-orange.file_size // 1000)}" class="row"'
        ' loading="lazy" alt="竹席" decoding="async">'
    )
    assert html(orange, 'alt="竹席" class="row" lazy=True').replace("  ", " ") == expected


def test_picture_is_lazy_only_where_it_shall_be(orange):
    assert "loading" not in html(orange)
    assert "loading" in html(orange, "lazy=True")


def test_who_saves_data_is_told_what_a_picture_costs_at_most(orange, ready):
    assert f'data-kb="{-(-orange.file_size // 1000)}"' in html(orange)
    assert f'data-kb="{-(-ready.variants["jpeg"][-1]["bytes"] // 1000)}"' in html(ready)


def test_where_nobody_knows_the_size_none_is_told(orange):
    orange.file_size = None
    assert "data-kb" not in html(orange)


def test_size_can_be_given(orange):
    assert 'width="72" height="72"' in html(orange, "width=72 height=72")


def test_words_are_escaped(orange):
    assert 'alt="&quot;&gt;&lt;script&gt;"' in html(orange, "alt=words", words='"><script>')


def test_picture_without_given_words_has_those_of_its_author(orange):
    assert 'alt="橙子"' in html(orange)
    orange.decorative = True
    assert 'alt=""' in html(orange)


def test_photo_offers_three_formats_in_two_widths(ready):
    page = html(ready, 'alt="照片" class="cloth__picture"')
    assert page.startswith('<picture><source type="image/avif"')
    assert page.count("<source") == 2
    assert page.count("360w") == page.count("720w") == 3
    assert 'width="720" height="540"' in page
    assert 'sizes="(min-width: 45rem) 720px, 100vw"' in page


def test_photo_shown_small_says_so_to_the_phone(ready):
    assert 'sizes="72px"' in html(ready, "width=72 height=72")
    assert 'sizes="50vw"' in html(ready, 'sizes="50vw"')


def test_photo_that_is_not_ready_holds_its_place(photo):
    waiting = Picture.objects.create(title="照片", file=ContentFile(photo(), "a.jpg"))
    page = html(waiting, 'alt="照片" class="cloth__picture"')
    assert "/uploads/" not in page
    assert 'viewBox="0 0 1200 900"' in page
    assert 'aria-label="照片"' in page
    assert 'aria-hidden="true"' in html(waiting, 'alt=""')


def test_pictures_ask_the_database_nothing(ready, orange, django_assert_num_queries):
    with django_assert_num_queries(0):
        html(ready), html(orange)
