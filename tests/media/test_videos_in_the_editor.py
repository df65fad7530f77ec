"""Sending a video in `/cms/`, how far it is, its captions; nobody reaches what is another team's."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Revision

from courses.models import LessonPage
from foundation.jobs import Job
from media.models import Picture, Video
from media.services import Film, keep_video
from media.videos import receiving
from media.videos.rights import collections_to_add_to
from portal.editor_walls.forms import chosen_is_hers
from tests.builders import a_course, a_home, a_lesson, a_module
from tests.films import a_video_card, filmed
from tests.staff import at_desk, made_trainer
from trainees.models import User

pytestmark = pytest.mark.django_db
ADDRESS = "/cms/videos/add/"


@pytest.fixture
def courses():
    home = a_home()
    return a_course(home, slug="own"), a_course(home, slug="other")


@pytest.fixture
def wei(courses) -> Client:
    return at_desk(made_trainer(User.objects.create_user("wei"), courses[0]))


@pytest.fixture
def video(courses, wei) -> Video:
    user = User.objects.get(username="wei")
    film = Film([filmed()], len(filmed()))
    return keep_video(film=film, title="装箱", collection=collections_to_add_to(user).first(), by=user)


@pytest.fixture
def stranger(courses) -> Client:
    return at_desk(made_trainer(User.objects.create_user("other"), courses[1]))


def sent(client: Client, content: bytes, address: str = ADDRESS, **more):
    file = SimpleUploadedFile("../../杨 家.mp4", content, "video/mp4")
    return client.post(address, {"file": file, "title": "装箱"}, **more)


def test_trainer_sends_a_video_and_sees_how_far_it_is(wei):
    answer = sent(wei, filmed())
    video = Video.objects.get()
    assert answer.url == f"/cms/videos/{video.pk}/"
    assert "杨" not in video.original
    assert Job.objects.filter(name="make-video").count() == 1
    Video.objects.update(state=Video.State.MAKING, percent=40)
    assert wei.get(f"{answer.url}state/").json() == {"open": True, "said": "正在压缩 40 %", "percent": 40}
    assert "40 %" in wei.get(answer.url).content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("state", Video.State.values)
def test_its_page_is_there_in_every_state_and_language(wei, video, state, language):
    Video.objects.update(state=state, trouble="The file of the video is gone. Send it again.")
    wei.get("/cms/")
    with override(language):
        for name, pks in (("video", [video.pk]), ("videos", []), ("add-video", [])):
            assert wei.get(reverse(name, args=pks)).status_code == 200


def test_administrator_is_offered_all_courses_by_their_name(courses):
    page = at_desk(User.objects.create_superuser("admin")).get(ADDRESS).text
    assert ">全部课程</option>" in page
    assert ">Root<" not in page


def test_what_is_too_big_is_refused_before_it_is_read(wei, monkeypatch):
    monkeypatch.setattr(receiving, "LARGEST_VIDEO", 10)
    monkeypatch.setattr(receiving, "ENVELOPE", 10)
    answer = sent(wei, filmed(), headers={"accept": "application/json"})
    assert answer.status_code == 413
    assert "太大" in answer.json()["refusal"]
    assert not Video.objects.exists()


def test_what_is_no_video_is_refused_by_its_first_bytes(wei):
    answer = sent(wei, b"#EXTM3U\nhttp://127.0.0.1/")
    assert answer.status_code == 400
    assert "不是视频" in answer.content.decode()
    assert not Video.objects.exists()


def test_what_failed_is_sent_again_in_its_own_place(wei, stranger, video):
    gone = {"state": Video.State.FAILED, "trouble": "The file of the video is gone. Send it again.", "original": ""}
    Video.objects.update(**gone)
    again = f"{ADDRESS}?instead={video.pk}"
    assert again in wei.get(f"/cms/videos/{video.pk}/").content.decode()
    assert 'value="装箱"' in wei.get(again).content.decode()
    assert sent(stranger, filmed(), address=again).url != f"/cms/videos/{video.pk}/"
    assert sent(wei, filmed(), address=again).url == f"/cms/videos/{video.pk}/"
    video.refresh_from_db()
    assert (video.state, video.trouble, Video.objects.filter(collection=video.collection).count()) == ("waiting", "", 1)


def test_captions_typed_are_kept_and_a_mistake_is_shown_beside_what_was_typed(wei, video):
    address = f"/cms/videos/{video.pk}/captions/"
    refused = wei.post(address, {"language": "zh-hans", "text": "洗手。"})
    assert refused.status_code == 400
    assert "第 1 行" in refused.content.decode()
    assert "洗手。</textarea>" in refused.content.decode()
    wei.post(address, {"language": "zh-hans", "text": "0:00 洗手。"})
    video.refresh_from_db()
    assert wei.get(f"/uploads/{video.captions['zh-hans']['name']}").headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert "0:00 洗手。</textarea>" in wei.get(f"/cms/videos/{video.pk}/").content.decode()


@pytest.mark.parametrize("file", [None, b"", b"WEBVTT\n\nx"])
def test_captions_that_cannot_be_used_leave_what_stood_there(wei, video, file):
    address, typed = f"/cms/videos/{video.pk}/captions/", {"language": "zh-hans", "text": "0:00 洗手。"}
    wei.post(address, typed, follow=True)
    sent = {**typed, "text": ""} if file is None else {**typed, "file": SimpleUploadedFile("a.vtt", file)}
    refused = wei.post(address, sent)
    assert refused.status_code == 400
    assert "0:00 洗手。</textarea>" in refused.content.decode()
    assert "字幕保存好了" not in refused.content.decode()
    video.refresh_from_db()
    assert "zh-hans" in video.captions


def test_captions_are_taken_away_by_a_button_of_its_own(wei, video):
    address, typed = f"/cms/videos/{video.pk}/captions/", {"language": "zh-hans", "text": "0:00 洗手。"}
    wei.post(address, typed)
    wei.post(address, {**typed, "away": "yes"})
    video.refresh_from_db()
    assert video.captions == {}


def test_folder_that_takes_nothing_more_is_said(wei, settings):
    settings.FILE_UPLOAD_TEMP_DIR = "/dev/full"
    answer = sent(wei, filmed(), headers={"accept": "application/json"})
    assert answer.status_code == 507
    assert answer.json()["refusal"]


def test_odd_numbers_and_signs_break_nothing(wei, video):
    assert wei.get(f"/cms/videos/chooser/chosen-multiple/?id={'9' * 23}").status_code == 200
    wei.post(f"/cms/videos/{video.pk}/", {"title": "装\0箱"})
    video.refresh_from_db()
    assert video.title == "装 箱"


def test_captions_of_no_language_are_refused(wei, video):
    assert wei.post(f"/cms/videos/{video.pk}/captions/", {"language": "xx", "text": "0:00 a"}).status_code == 400


def test_another_team_reaches_nothing_of_it(stranger, video):
    assert "装箱" not in stranger.get("/cms/videos/").content.decode()
    assert "装箱" not in stranger.get("/cms/videos/chooser/").json()["html"]
    assert "装箱" not in str(stranger.get(f"/cms/videos/chooser/chosen-multiple/?id={video.pk}").content.decode())
    for address in ("", "state/"):
        assert stranger.get(f"/cms/videos/{video.pk}/{address}").status_code == 404
    assert stranger.get(f"/cms/videos/chooser/chosen/{video.pk}/").status_code == 404
    for address in ("", "again/", "captions/", "delete/"):
        assert stranger.post(f"/cms/videos/{video.pk}/{address}", {"title": "我的"}).status_code == 404
    video.refresh_from_db()
    assert video.title == "装箱"


def test_trainer_chooses_among_her_own(wei, video):
    assert "装箱" in wei.get("/cms/videos/chooser/").json()["html"]
    assert wei.get(f"/cms/videos/chooser/chosen/{video.pk}/").json()["result"]["title"] == "装箱"


def test_list_asks_the_same_for_any_number(wei, video, django_assert_max_num_queries):
    wei.get("/cms/videos/")
    Video.objects.bulk_create(Video(title=f"{n}", sha256=str(n), collection=video.collection) for n in range(15))
    with django_assert_max_num_queries(25) as asked:
        wei.get("/cms/videos/")
    few = len(asked.captured_queries)
    Video.objects.exclude(pk=video.pk).delete()
    with django_assert_max_num_queries(25) as asked:
        wei.get("/cms/videos/")
    assert len(asked.captured_queries) == few


def test_video_is_deleted(wei, video):
    assert wei.post(f"/cms/videos/{video.pk}/delete/").url == "/cms/videos/"
    assert not Video.objects.exists()


def test_another_teams_video_is_put_into_no_lesson_by_its_number(wei, stranger, video, rf):
    request = rf.post("/", {"cards-0-value-video": video.pk})
    for name, is_hers in (("wei", True), ("other", False)):
        request.user = User.objects.get(username=name)
        assert chosen_is_hers(request, {}) is is_hers


@pytest.fixture
def lesson(courses) -> LessonPage:
    lesson = a_lesson(a_module(courses[1]), cards=1)
    lesson.save_revision().publish()
    return LessonPage.objects.get(pk=lesson.pk)


def draft(lesson: LessonPage, **fields) -> None:
    for name, value in fields.items():
        setattr(lesson, name, value)
    lesson.save_revision()


def test_words_that_name_a_number_let_nobody_elses_video_or_picture_in(wei, stranger, video, lesson, rf):
    picture = Picture.objects.create(title="秘密", file="s.jpg", width=1, height=1, collection=video.collection)
    draft(lesson, title=f'"video": {video.pk}, "image": {picture.pk}')
    for name, chosen in (("cards-0-value-video", video), ("cover", picture)):
        request = rf.post("/", {name: chosen.pk})
        request.user = User.objects.get(username="other")
        assert not chosen_is_hers(request, {"page_id": lesson.pk})


def test_what_a_lesson_shows_already_may_stay_in_it(wei, stranger, video, lesson, rf):
    picture = Picture.objects.create(title="封面", file="s.jpg", width=1, height=1, collection=video.collection)
    shown = {"image": picture.pk, "alt_text": "橙子", "decorative": False}
    card = {"type": "card", "id": str(uuid4()), "value": {"title": "擦", "text": "擦。", "picture": shown}}
    draft(lesson, cards=[*lesson.cards.raw_data, a_video_card(video), card])
    request = rf.post("/", {"cards-1-value-video": video.pk, "cards-2-value-picture-image": picture.pk})
    request.user = User.objects.get(username="other")
    assert chosen_is_hers(request, {"page_id": lesson.pk})


@pytest.mark.parametrize("is_planned", [False, True])
def test_video_that_only_a_draft_or_a_plan_shows_is_not_deleted(wei, video, lesson, is_planned):
    draft(lesson, cards=[*lesson.cards.raw_data, a_video_card(video)])
    if is_planned:
        Revision.objects.update(approved_go_live_at=timezone.now() + timedelta(days=1))
        draft(lesson, cards=lesson.cards.raw_data[:1])
    wei.post(f"/cms/videos/{video.pk}/delete/")
    assert Video.objects.exists()


def test_video_of_which_words_speak_is_deleted(wei, video, lesson):
    draft(lesson, title=f'"video": {video.pk}')
    wei.post(f"/cms/videos/{video.pk}/delete/")
    assert not Video.objects.exists()


def test_collection_that_holds_a_video_is_not_deleted(video):
    boss = at_desk(User.objects.create_superuser("boss"))
    address = f"/cms/collections/{video.collection_id}/delete/"
    assert "1 个视频" in boss.get(address).content.decode()
    assert boss.post(address).status_code == 403
    assert Video.objects.exists()
