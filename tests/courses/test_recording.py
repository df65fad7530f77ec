"""A lesson is recorded line by line, sent whole or refused with a reason, and heard once somebody approved it."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from courses.models import Role
from courses.recording.scripts import script_of
from courses.recording.selectors import count_of_tracks, counts_of_track, said_lines
from foundation.jobs import Job, run_job
from media import tasks  # noqa: F401 - registers the job as a worker does
from media.models import Recording, Take, Track
from media.services import find_or_make_track
from tests import builders
from tests.staff import at_desk, made_trainer
from tests.takes import said
from trainees.models import User

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def lesson(course):
    lesson = builders.a_lesson(builders.a_module(course))
    builders.a_quiz(lesson, [builders.a_question("single")])
    return lesson


@pytest.fixture
def track() -> Track:
    return find_or_make_track(language="pcc", variety="好花红")


@pytest.fixture
def wei(lesson, course) -> Client:
    return at_desk(made_trainer(User.objects.create_user("wei"), course))


def address_of(name: str, lesson, track, *more: object) -> str:
    return reverse(name, args=[track.pk, lesson.translation_key, *more])


def send(client: Client, address: str, *subjects: str, starts: tuple = (), sound: bytes | None = None, **headers):
    file = SimpleUploadedFile("sound", said() if sound is None else sound)
    return client.post(address, {"subject": subjects, "start": starts, "sound": file}, headers=headers.get("headers"))


def work() -> None:
    for pk in Job.objects.filter(name="make-take", state="queued").values_list("pk", flat=True):
        run_job(pk)


def test_recorded_approved_and_heard(lesson, track, wei, client):
    subject = f"card:{lesson.cards[1].id}"
    told = send(wei, address_of("recording-record", lesson, track), subject, headers=JSON)
    assert told.json()["states"][subject][0] == "waiting"
    work()
    take = Take.objects.get()
    place = address_of("recording-take", lesson, track, take.pk)
    heard = wei.get(place)
    assert (heard.status_code, heard["Content-Type"], "no-store" in heard["Cache-Control"]) == (200, "audio/mp4", True)
    assert subject not in client.get(lesson.url).content.decode().partition('id="recordings"')[2]
    wei.post(place, {"verdict": "approve"})
    page = client.get(lesson.url).content.decode()
    assert Recording.objects.get().url in page.partition('id="recordings"')[2]
    assert 'value="back"' in wei.get(address_of("recording-script", lesson, track)).content.decode()
    wei.post(place, {"verdict": "back"})
    assert (Recording.objects.exists(), Take.objects.get().state) == (False, "ready")
    wei.post(place, {"verdict": "back"})  # nothing to take back any more
    wei.post(place, {"verdict": "approve"})
    assert Recording.objects.exists()


def test_the_recorder_begins_at_what_is_not_recorded_yet_or_at_the_line_whose_button_was_pressed(lesson, track, wei):
    first, second = (f"card:{card.id}" for card in lesson.cards[:2])
    recorder = address_of("recording-record", lesson, track)
    assert "data-first" not in wei.get(recorder).text
    send(wei, recorder, first)
    assert f'data-first="{second.replace(":", "_")}"' in wei.get(recorder).text
    desk = wei.get(address_of("recording-script", lesson, track)).text
    assert desk.count(f'href="{recorder}#') == len(script_of(str(lesson.translation_key), track).lines)


def test_take_sent_back_says_why_and_where(lesson, track, wei):
    subject = f"card:{lesson.cards[0].id}"
    send(wei, address_of("recording-record", lesson, track), subject)
    work()
    place = address_of("recording-take", lesson, track, Take.objects.get().pk)
    assert "要改什么" in wei.post(place, {"verdict": "return", "remark": " "}, follow=True).content.decode()
    assert Take.objects.get().state == "ready"
    wei.post(place, {"verdict": "return", "remark": "太快"})
    for name in ("recording-script", "recording-record"):
        assert "请再录一次：太快" in wei.get(address_of(name, lesson, track)).content.decode()
    assert not Recording.objects.exists()


def test_question_is_said_in_one_go_and_cut_where_the_answers_begin(lesson, track, wei):
    question = script_of(str(lesson.translation_key), track).lines[3]
    subjects = [part.subject for part in question.parts]
    sent = send(wei, address_of("recording-record", lesson, track), *subjects, starts=(0, 1.1, 1.3, 1.5))
    assert sent.status_code == 302
    takes = {take.subject: (take.starts_at, take.ends_at) for take in Take.objects.all()}
    assert [takes[subject] for subject in subjects] == [(0, 1.1), (1.1, 1.3), (1.3, 1.5), (1.5, None)]


@pytest.mark.parametrize(
    ("subjects", "starts"),
    [
        ((), ()),
        (("card:nobody",), ()),
        (("phrase:help",), ()),
        (("first", "first"), (0, 1)),
        (("first",), (0, 1)),
        (("first", "second"), (2, 1)),
        (("first",), ("nan",)),
        (("first",), ("inf",)),
        (("first",), ("-1",)),
        (("first",), ("91",)),
        (("first",), ("soon",)),
    ],
)
def test_what_is_not_said_here_is_refused_and_nothing_is_kept(lesson, track, wei, subjects, starts):
    cards = {"first": f"card:{lesson.cards[0].id}", "second": f"card:{lesson.cards[1].id}"}
    named = [cards.get(subject, subject) for subject in subjects]
    told = send(wei, address_of("recording-record", lesson, track), *named, starts=starts, headers=JSON)
    assert (told.status_code, list(told.json())) == (400, ["error"])
    assert not Take.objects.exists()


@pytest.mark.parametrize("sound", [b"", b"no sound", b"<html>"])
def test_what_is_no_recording_is_refused_with_a_sentence(lesson, track, wei, sound):
    answer = send(wei, address_of("recording-record", lesson, track), f"card:{lesson.cards[0].id}", sound=sound)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not Take.objects.exists()


def test_refusal_of_a_file_stands_on_the_line_that_it_was_sent_for(lesson, track, wei):
    """Above the lines she would not see it: the page shows the line."""
    address, card = address_of("recording-record", lesson, track), lesson.cards[1].id
    sent = {"subject": f"card:{card}", "line": f"card_{card}", "sound": SimpleUploadedFile("a.wav", b"RIFF")}
    page = wei.post(address, sent).text
    before, after = page.split(f'id="card_{card}"')
    assert 'class="recorder__said recorder__said--bad" role="alert">这不是录音' in after.split("</section>")[0]
    assert "这不是录音" not in before
    assert f'data-first="card_{card}"' in page
    assert wei.post(address, {"line": "x"}).text.count('role="alert"') == 1


def test_other_teams_find_nothing_there(lesson, track, wei):
    send(wei, address_of("recording-record", lesson, track), f"card:{lesson.cards[0].id}")
    take = Take.objects.get()
    other = builders.a_course(lesson.get_parent().get_parent().get_parent(), slug="other")
    stranger = at_desk(made_trainer(User.objects.create_user("deng"), other))
    for name, *more in (("recording-script",), ("recording-record",), ("recording-take", take.pk)):
        assert stranger.get(address_of(name, lesson, track, *more)).status_code == 404
    assert (
        stranger.post(address_of("recording-take", lesson, track, take.pk), {"verdict": "approve"}).status_code == 404
    )
    assert lesson.title not in stranger.get(reverse("recording-track", args=[track.pk])).content.decode()


def test_narrator_records_and_approves_nothing(lesson, course, track):
    narrator = at_desk(made_trainer(User.objects.create_user("shi"), course, role=Role.NARRATOR))
    send(narrator, address_of("recording-record", lesson, track), f"card:{lesson.cards[0].id}")
    work()
    take = Take.objects.get()
    assert "verdict" not in narrator.get(address_of("recording-script", lesson, track)).content.decode()
    answer = narrator.post(address_of("recording-take", lesson, track, take.pk), {"verdict": "approve"})
    assert (answer.status_code, Recording.objects.exists()) == (404, False)


def test_take_of_another_lesson_is_not_found_under_this_one(lesson, track, wei):
    send(wei, reverse("recording-record", args=[track.pk, "phrases"]), "phrase:help")
    assert wei.get(address_of("recording-take", lesson, track, Take.objects.get().pk)).status_code == 404


def test_draft_can_be_recorded_before_it_is_published(lesson, track, wei):
    lesson.unpublish()
    page = wei.get(address_of("recording-record", lesson, track)).content.decode()
    assert f"card:{lesson.cards[0].id}" in page


def test_words_that_were_changed_after_the_recording_are_seen(lesson, track, wei):
    send(wei, address_of("recording-record", lesson, track), f"card:{lesson.cards[0].id}")
    work()
    wei.post(address_of("recording-take", lesson, track, Take.objects.get().pk), {"verdict": "approve"})
    lines = said_lines(script_of(str(lesson.translation_key), track), track)
    assert [line.parts[0].stale for line in lines[:2]] == [False, False]
    cards = lesson.cards.get_prep_value()
    cards[0]["value"]["text"] = "先挑，再晾。"
    lesson.cards = json.dumps(cards)
    lesson.save()
    assert said_lines(script_of(str(lesson.translation_key), track), track)[0].parts[0].stale


@pytest.mark.parametrize(("hindrance", "sentence"), [("full disk", "服务器没有空间了"), ("file gone", "刚刚有变动")])
def test_take_that_cannot_be_approved_now_says_why(lesson, track, wei, monkeypatch, settings, hindrance, sentence):
    send(wei, address_of("recording-record", lesson, track), f"card:{lesson.cards[0].id}")
    work()
    take = Take.objects.get()
    if hindrance == "full disk":
        monkeypatch.setattr("media.intake.ROOM_TO_LEAVE", 10**18)
    else:
        (settings.MEDIA_ROOT / take.small["ogg"][0]).unlink()
    place = address_of("recording-take", lesson, track, take.pk)
    assert sentence in wei.post(place, {"verdict": "approve"}, follow=True).content.decode()
    take.refresh_from_db()
    assert (take.state, Recording.objects.exists()) == (Take.State.READY, False)


def test_take_of_older_words_says_so_before_it_is_approved(lesson, track, wei):
    send(wei, address_of("recording-record", lesson, track), f"card:{lesson.cards[0].id}")
    work()
    hint, page = "录完以后文字改过", address_of("recording-script", lesson, track)
    assert hint not in wei.get(page).content.decode()
    Take.objects.update(words_digest="0123456789abcdef")
    told = wei.get(page).content.decode()
    assert hint in told.partition('value="approve"')[0]


def test_script_and_count_know_the_same_subjects(lesson, course, track, wei):
    user = User.objects.get(username="wei")
    counts = {count.key: count.total for count in counts_of_track(user, track)}
    for key in ("phrases", str(lesson.translation_key)):
        assert counts[key] == len(script_of(key, track).parts)
    send(wei, address_of("recording-record", lesson, track), f"card:{lesson.cards[0].id}")
    [_phrases, count] = counts_of_track(user, track)
    assert (count.recorded, count.waiting) == (0, 1)
    [(_track, whole)] = count_of_tracks(user, [track])
    assert (whole.total, whole.waiting) == (sum(counts.values()), 1)


def test_lists_ask_no_more_for_more_lessons(lesson, course, track, django_assert_num_queries, wei):
    user = User.objects.get(username="wei")
    with django_assert_num_queries(7):
        counts_of_track(user, track)
    more = builders.a_module(course, "more")
    for number in range(3):
        builders.a_quiz(builders.a_lesson(more, slug=f"more-{number}"))
    with django_assert_num_queries(7):
        assert len(counts_of_track(user, track)) == 5


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_of_recording_is_there_in_both_languages(lesson, track, wei, language):
    desk = Client(headers={"accept-language": language})
    desk.cookies = wei.cookies
    places = [reverse("recording-voices"), reverse("recording-track", args=[track.pk])]
    places += [address_of(name, lesson, track) for name in ("recording-script", "recording-record")]
    assert [desk.get(place).status_code for place in places] == [200] * 4
    assert 'data-mode="idle"' in desk.get(places[-1]).content.decode()


def test_new_voice_is_made_at_the_desk(wei, lesson):
    made = wei.post(reverse("recording-voices"), {"language": "hmh", "variety": "摆金", "name": ""})
    track = Track.objects.get()
    assert (track.language, track.variety, made["Location"]) == ("hmh", "摆金", f"/cms/recordings/{track.pk}/")
    wei.post(reverse("recording-voices"), {"language": "xx"})
    assert Track.objects.count() == 1


def test_voice_in_a_language_that_nobody_thought_of_is_told_from_others_by_its_name(wei, lesson):
    voices = reverse("recording-voices")
    refused = wei.post(voices, {"language": "mis", "variety": "中和"})
    assert "村民怎么叫" in refused.text
    assert '<option value="mis" selected>' in refused.text
    assert 'value="中和"' in refused.text
    for name in ("水语", "毛南语", "水语"):
        wei.post(voices, {"language": "mis", "variety": "中和", "name": name})
    assert [str(track) for track in Track.objects.all()] == ["水语", "毛南语"]
    first = Track.objects.first()
    assert find_or_make_track(language="mis", variety=first.variety, name=first.name) == first  # as a course brings it


def test_editor_of_a_lesson_leads_to_its_recorder(wei, lesson, track):
    editor = wei.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).content.decode()
    address = f"/cms/recordings/?lesson={lesson.translation_key}"
    assert address in editor
    assert address_of("recording-script", lesson, track) in wei.get(address).content.decode()
    made = wei.post(address, {"language": "hmh"})
    assert made["Location"].endswith(f"/{lesson.translation_key}/")
    assert wei.get("/cms/recordings/?lesson=../../users/").status_code == 200
