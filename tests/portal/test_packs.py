"""The list of a pack is what the pages really are."""

import hashlib
import json

import brotli
import pytest
from wagtail.models import PageViewRestriction

from media.services import find_or_make_track, keep_recording
from portal.packs import files
from tests import builders
from tests.tones import FOLDER

KEY = "/zh-hans/packs/{}.json"


@pytest.fixture
def pack(client, lesson):
    def get() -> dict:
        answer = client.get(KEY.format(lesson.course.translation_key))
        assert answer.status_code == 200
        return json.loads(answer.text)

    return get


def addresses(pack: dict, part: str) -> list[str]:
    return [file["url"] for file in pack["parts"][part]]


def test_every_file_has_the_bytes_and_the_hash_that_a_phone_gets(client, pack):
    for part in pack()["parts"].values():
        for file in part:
            if file["url"].startswith("/static/"):
                continue
            answer = client.get(file["url"], headers={"Accept-Encoding": "br"})
            body = b"".join(answer)
            assert len(body) == file["bytes"]
            whole = brotli.decompress(body) if answer.headers.get("Content-Encoding") == "br" else body
            assert (len(whole), hashlib.sha256(whole).hexdigest()) == (file["size"], file["sha256"])


def test_pack_holds_the_list_the_lesson_its_quiz_and_the_small_pages(client, lesson, pack):
    quiz = builders.a_quiz(lesson)
    pages = addresses(pack(), "pages")
    assert {"/", "/zh-hans/", lesson.course.url, lesson.url, quiz.url, "/zh-hans/help/"} <= set(pages)
    assert "/zh-hans/search/" not in pages
    assert len(set(pages)) == len(pages)


def test_pack_holds_scripts_beside_the_words_and_pictures_apart(pack):
    made = pack()
    assert any(address.endswith("lesson.js") for address in addresses(made, "pages"))
    assert addresses(made, "pictures")
    assert all(address.startswith("/uploads/") for address in addresses(made, "pictures"))


def test_what_neighbours_recorded_for_a_card_is_the_sound_of_the_pack(
    client, lesson, pack, django_capture_on_commit_callbacks
):
    assert addresses(pack(), "audio") == []
    track = find_or_make_track(language="pcc", variety="好花红")
    with django_capture_on_commit_callbacks(execute=True):
        said = {
            "subject": f"card:{lesson.cards[0].id}",
            "words": "铺开。",
            "content": (FOLDER / "high.mp3").read_bytes(),
        }
        recording = keep_recording(track=track, **said).recording
    made = pack()
    assert addresses(made, "audio") == [recording.url]
    assert made["parts"]["audio"][0]["bytes"] == recording.bytes


def test_second_question_costs_no_sql(client, lesson, pack, django_assert_num_queries):
    pack()
    with django_assert_num_queries(0):
        pack()


def test_changed_lesson_changes_the_mark_and_only_what_names_it(lesson, pack, django_capture_on_commit_callbacks):
    before = pack()
    lesson.minutes = 9
    with django_capture_on_commit_callbacks(execute=True):
        lesson.save_revision().publish()
    after = pack()
    hashes = [{file["url"]: file["sha256"] for file in made["parts"]["pages"]} for made in (before, after)]
    assert before["mark"] != after["mark"]
    assert {url for url in hashes[0] if hashes[0][url] != hashes[1][url]} == {"/zh-hans/", lesson.course.url}


def test_restricted_lesson_is_in_no_pack(lesson, pack, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=lesson.page_ptr, restriction_type="login")
    assert lesson.url not in addresses(pack(), "pages")


def test_another_course_is_not_in_this_pack(lesson, pack):
    other = builders.a_lesson(builders.a_module(builders.a_course(lesson.course.get_parent().specific, "crafts")))
    pages = addresses(pack(), "pages")
    assert lesson.url in pages
    assert not [page for page in pages if page.startswith(other.course.url)]


@pytest.mark.parametrize("key", ["00000000-0000-0000-0000-000000000000"])
def test_course_that_is_not_there_has_no_pack(client, lesson, key):
    assert client.get(KEY.format(key)).status_code == 404


def test_unpublished_course_has_no_pack(client, lesson, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        lesson.course.unpublish()
    assert client.get(KEY.format(lesson.course.translation_key)).status_code == 404


def test_of_a_photo_one_form_comes_and_stands_for_all():
    folder = "/uploads/prepared/7/"
    forms = (f"{folder}{name}" for name in ("aa-720.avif", "cc-360.webp", "dd-720.webp", "ee-720.jpg"))
    page = f'<img srcset="{" ".join(forms)}"><img src="/uploads/drawings/x.svg">'
    assert files.named_in(page) == ["/uploads/drawings/x.svg", f"{folder}dd-720.webp"]
    assert files.stands_for(f"{folder}dd-720.webp") == folder
    assert files.stands_for("/uploads/drawings/x.svg") == ""


@pytest.mark.parametrize("address", ["/uploads/original_images/a.jpg", "/uploads/../db.sqlite3", "/static/no.js"])
def test_file_that_nobody_may_read_is_not_listed(address):
    assert files.weigh(address) is None
