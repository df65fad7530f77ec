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


def test_pack_names_the_test_of_the_course_and_holds_nothing_of_its_key(client, lesson, pack):
    test = builders.a_quiz(lesson.course)
    assert test.url in addresses(pack(), "pages")
    page = client.get(test.url).text
    assert not [secret for secret in ("晾干再装", "湿橙子装箱", "quiz-key", "canonical") if secret in page]


def test_pack_holds_scripts_beside_the_words_and_pictures_apart(pack):
    made = pack()
    assert any(address.endswith("lesson.js") for address in addresses(made, "pages"))
    assert addresses(made, "pictures")
    assert all(address.startswith("/uploads/") for address in addresses(made, "pictures"))


@pytest.fixture
def record(lesson, django_capture_on_commit_callbacks):
    def keep(language: str, number: int, tone: str):
        """The first or second card in a voice of this language."""
        said = {"subject": f"card:{lesson.cards[number].id}", "words": "铺开。"}
        content = (FOLDER / f"{tone}.mp3").read_bytes() + bytes(number)
        with django_capture_on_commit_callbacks(execute=True):
            track = find_or_make_track(language=language, variety="")
            return keep_recording(track=track, content=content, **said).recording

    return keep


def test_what_neighbours_recorded_for_a_card_is_the_sound_of_the_pack(pack, record):
    assert addresses(pack(), "audio") == []
    recording = record("pcc", 0, "high")
    made = pack()
    assert addresses(made, "audio") == [recording.url]
    assert made["parts"]["audio"][0]["bytes"] == recording.bytes


def test_pack_without_recordings_has_no_voices(pack):
    assert pack()["voices"] == []


def test_each_file_of_sound_says_whose_voice_it_is(pack, record):
    bouyei, guizhou = record("pcc", 0, "high"), record("zh-x-guizhou", 0, "middle")
    made = pack()
    assert [(one["id"], one["usual"]) for one in made["voices"]] == [
        (str(bouyei.track_id), False),
        (str(guizhou.track_id), True),
    ]
    assert {one["url"]: one["voices"] for one in made["parts"]["audio"]} == {
        one.url: [str(one.track_id)] for one in (bouyei, guizhou)
    }


def test_usual_is_every_voice_that_plays_some_card_for_who_chose_none(pack, record):
    record("zh", 0, "low")
    record("zh-x-guizhou", 0, "middle")
    assert [one["usual"] for one in pack()["voices"]] == [False, True]
    record("zh", 1, "low")
    assert [one["usual"] for one in pack()["voices"]] == [True, True]


def test_file_that_two_voices_share_is_the_sound_of_both(pack, record):
    ids = sorted(str(record(language, 0, "low").track_id) for language in ("zh", "zh-x-guizhou"))
    assert [one["voices"] for one in pack()["parts"]["audio"]] == [ids]


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


@pytest.mark.parametrize(
    "outside",
    [
        "/static/../../../../../../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/static//etc/passwd",
        "/static/nothing%00there.js",
        f"/static/{'a' * 300}.js",
        "/uploads/../../../../../../etc/passwd",
    ],
)
def test_file_outside_our_folders_is_not_looked_at(outside):
    assert files.weigh(outside) is None


def test_words_of_an_author_that_name_a_file_outside_break_no_pack(lesson, pack):
    lesson.summary = "/static/../../../../../../../../etc/passwd"
    lesson.save_revision().publish()
    assert not [url for part in pack()["parts"] for url in addresses(pack(), part) if "passwd" in url]
