"""A lesson page is the same bytes for every reader, and every change of content is seen at once."""

import brotli
import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from portal.page_cache import generation, store
from portal.page_cache.release import release
from portal.preparing import stamps
from trainees.models import User


@pytest.fixture
def published(django_capture_on_commit_callbacks):
    def run(change):
        with django_capture_on_commit_callbacks(execute=True):
            return change()

    return run


def test_second_reader_costs_no_sql(client, lesson, django_assert_num_queries):
    first = client.get(lesson.url)
    with django_assert_num_queries(0):
        second = client.get(lesson.url)
    assert first.content == second.content


def test_signed_in_and_unknown_readers_get_the_same_bytes(client, lesson):
    reader = Client()
    reader.force_login(User.objects.create_user("wei", password="x"))
    assert reader.get(lesson.url).content == client.get(lesson.url).content
    store._memory.clear()
    assert "Cookie" not in client.get(lesson.url)["Vary"]


def test_published_change_is_seen_at_once(client, lesson, published):
    client.get(lesson.url)
    lesson.title = "新的题目"
    published(lambda: lesson.save_revision().publish())
    assert "新的题目" in client.get(lesson.url).text


def test_draft_is_not_seen(client, lesson, published):
    lesson.title = "还没写好"
    published(lesson.save_revision)
    assert "还没写好" not in client.get(lesson.url).text


def test_preview_shows_the_draft_where_readers_have_the_page(client, lesson):
    client.get(lesson.url, headers={"Host": lesson.get_site().hostname})
    lesson.title = "还没写好"
    assert "还没写好" in lesson.make_preview_request().text


def test_unpublished_lesson_is_gone(client, lesson, published):
    client.get(lesson.url)
    published(lesson.unpublish)
    assert client.get(lesson.url).status_code == 404


def test_deleted_lesson_is_gone(client, lesson, published):
    client.get(lesson.url)
    published(lesson.delete)
    assert client.get(lesson.url).status_code == 404


def test_lesson_that_became_restricted_is_gone(client, lesson, published):
    client.get(lesson.url)
    published(lambda: PageViewRestriction.objects.create(page=lesson.page_ptr, restriction_type="login"))
    assert client.get(lesson.url).status_code == 302


def test_restricted_page_is_never_kept(client, lesson, published, settings):
    published(lambda: PageViewRestriction.objects.create(page=lesson.page_ptr, restriction_type="login"))
    reader = Client()
    reader.force_login(User.objects.create_user("wei", password="x"))
    assert reader.get(lesson.url).status_code == 200
    assert client.get(lesson.url).status_code == 302


def test_changed_picture_raises_the_generation(lesson, published):
    before = generation.current()
    published(lesson.cover.save)
    assert generation.current() != before


def test_known_etag_gets_an_empty_304(client, lesson):
    etag = client.get(lesson.url)["ETag"]
    again = client.get(lesson.url, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)


def test_etag_is_the_same_in_every_encoding(client, lesson):
    plain = client.get(lesson.url)
    small = client.get(lesson.url, headers={"Accept-Encoding": "gzip, br"})
    assert small["Content-Encoding"] == "br"
    assert brotli.decompress(small.content) == plain.content
    assert small["ETag"] == plain["ETag"]


@pytest.mark.parametrize("refused", ["br;q=0", "br; q=0.000 "])
def test_encoding_that_is_refused_is_not_sent(client, lesson, refused):
    answer = client.get(lesson.url, headers={"Accept-Encoding": f"{refused}, gzip"})
    assert answer["Content-Encoding"] == "gzip"


def test_shared_link_with_wechat_marks_is_the_kept_page(client, lesson, django_assert_num_queries):
    client.get(lesson.url)
    with django_assert_num_queries(0):
        client.get(f"{lesson.url}?from=singlemessage&isappinstalled=0")


def test_unknown_query_is_not_kept(client, lesson, django_assert_num_queries):
    client.get(f"{lesson.url}?x=1")
    assert store.get(generation.current(), "testserver", lesson.url) is None


def test_foreign_host_is_refused(client, lesson):
    assert client.get(lesson.url, headers={"Host": "evil.example"}).status_code == 400


def test_other_ports_and_letters_of_the_host_meet_the_same_kept_page(client, lesson, django_assert_num_queries):
    client.get(lesson.url, headers={"Host": "localhost"})
    with django_assert_num_queries(0):
        client.get(lesson.url, headers={"Host": "LocalHost:1"})


def test_page_that_another_release_kept_is_never_sent(client, lesson, monkeypatch):
    client.get(lesson.url)
    monkeypatch.setattr(store, "RELEASE", "another")
    assert store.get(generation.current(), "testserver", lesson.url) is None


@pytest.mark.parametrize("changed", ["courses/templates/a.html", "site/portal/static/a.css", "locale/en/a.po"])
def test_changed_template_style_or_word_makes_another_release(changed, monkeypatch, tmp_path):
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    (tmp_path / changed).parent.mkdir(parents=True)
    (tmp_path / changed).write_text("old")
    before = release()
    (tmp_path / changed).write_text("new")
    assert release() != before


def test_head_has_the_length_and_no_body(client, lesson):
    whole = client.get(lesson.url)
    head = client.head(lesson.url)
    assert (head.content, head["Content-Length"]) == (b"", str(len(whole.content)))


def test_crash_between_commit_and_mark_is_mended(lesson, published):
    generation._show("0-")
    assert generation.agree() == generation.current() != "0-"


def test_pages_of_older_generations_are_removed(client, lesson, published, settings):
    client.get(lesson.url)
    old = {path.name for path in settings.PAGE_CACHE_DIR.glob("g*-*")}
    published(lesson.cover.save)
    store.forget_all_but(generation.agree())
    assert old
    assert not old & {path.name for path in settings.PAGE_CACHE_DIR.glob("g*-*")}


def test_disk_that_cannot_be_written_still_gives_the_page(client, lesson, settings, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    settings.PAGE_CACHE_DIR = blocked / "pages"
    assert client.get(lesson.url).status_code == 200
