"""A narrator's link: one lesson, seven days, consent first, nothing else; and everything in her voice can go again."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.models import Role
from media.models import NarratorLink, Recording, Take
from media.selectors import link_token
from media.services import find_or_make_track, keep_consent, keep_recording
from tests import builders
from tests.courses.test_recording import JSON, send, work
from tests.staff import at_desk, made_trainer
from tests.takes import recorded, said
from tests.tones import tone
from trainees.models import User

pytestmark = pytest.mark.django_db
SPOILT = {
    "nothing behind its name": (lambda: b"#!AMR", "听不到声音"),
    "no sound": (lambda: b"<html>", "听不到声音"),
    "silence": (lambda: said(0, silence=2.0), "听不到声音"),
    "too long": (lambda: said(4.0), "一句话"),
    "too big": (lambda: bytes(4 * 1024 * 1024 + 1), "一句话"),
}


@pytest.fixture(autouse=True)
def own_limits(settings, tmp_path):
    settings.LIMITS_DIR = tmp_path / "limits"


@pytest.fixture
def lesson(course):
    return builders.a_lesson(builders.a_module(course))


@pytest.fixture
def wei(lesson, course) -> Client:
    return at_desk(made_trainer(User.objects.create_user("wei"), course))


@pytest.fixture
def link(lesson, wei) -> NarratorLink:
    track = find_or_make_track(language="pcc", variety="好花红")
    wei.post(reverse("recording-make-link", args=[track.pk, lesson.translation_key]), {"name": "杨 · 好花红村"})
    return NarratorLink.objects.get()


@pytest.fixture
def opened(link) -> str:
    return reverse("narrator", args=[link_token(link)])


def agree(client: Client, opened: str) -> None:
    client.post(opened, {"sound": SimpleUploadedFile("sound", said())})


def test_consent_comes_first(client, opened, lesson, link):
    subject = f"card:{lesson.cards[0].id}"
    assert subject not in client.get(opened).content.decode()
    send(client, opened, subject)  # whatever is sent first is what she said to agree
    assert not Take.objects.exists()
    link.refresh_from_db()
    assert link.consented_at
    assert subject in client.get(opened).content.decode()


def test_she_records_the_lesson_and_hears_herself_only(client, opened, lesson, link):
    agree(client, opened)
    subject = f"card:{lesson.cards[0].id}"
    told = send(client, opened, subject, headers=JSON)
    assert told.json()["states"][subject][0] == "waiting"
    take = Take.objects.get()
    assert take.link == link
    assert client.get(f"{opened}{take.pk}/").status_code == 200
    Take.objects.update(link=None)
    assert client.get(f"{opened}{take.pk}/").status_code == 404


@pytest.mark.parametrize("ending", ["wav", "amr", "webm"])
def test_consent_is_kept_small_and_plays_for_every_reviewer(client, opened, link, wei, settings, ending):
    client.post(opened, {"sound": SimpleUploadedFile("sound", recorded(ending))})
    heard = wei.get(reverse("recording-consent", args=[link.track_id, link.script, link.pk]))
    assert (heard.status_code, heard["Content-Type"]) == (200, "audio/mp4")
    assert [path.suffix for path in (settings.MEDIA_ROOT / "takes").iterdir()] == [".m4a"]


@pytest.mark.parametrize("spoilt", SPOILT)
def test_consent_that_nobody_could_hear_is_asked_for_again(client, opened, link, settings, monkeypatch, spoilt):
    monkeypatch.setattr("media.services.narrators.LONGEST_CONSENT", 2)
    sound, sentence = SPOILT[spoilt]
    told = client.post(opened, {"sound": SimpleUploadedFile("sound", sound())}, headers=JSON)
    assert (told.status_code, sentence in told.json()["error"]) == (400, True)
    link.refresh_from_db()
    assert (link.consent, link.consented_at, [*settings.MEDIA_ROOT.glob("takes/*")]) == ("", None, [])


def test_consent_said_again_counts_instead(client, opened, link, lesson, settings, django_capture_on_commit_callbacks):
    agree(client, opened)
    link.refresh_from_db()
    before = link.consent
    with django_capture_on_commit_callbacks(execute=True):
        assert send(client, opened, "consent", sound=said(2.0), headers=JSON).status_code == 200
    link.refresh_from_db()
    assert link.consent != before
    assert [path.name for path in (settings.MEDIA_ROOT / "takes").iterdir()] == [Path(link.consent).name]


def test_take_of_who_did_not_agree_is_not_approved(client, opened, link, lesson, wei):
    agree(client, opened)
    send(client, opened, f"card:{lesson.cards[0].id}")
    work()
    NarratorLink.objects.update(consent="")
    place = reverse("recording-take", args=[link.track_id, link.script, Take.objects.get().pk])
    assert "她还没有说同意" in wei.post(place, {"verdict": "approve"}, follow=True).content.decode()
    assert not Recording.objects.exists()


@pytest.mark.parametrize("state", ["waiting", "ready"])
def test_narrator_does_not_wipe_what_waits_for_a_listener(client, opened, lesson, link, wei, settings, state):
    subject = f"card:{lesson.cards[0].id}"
    send(wei, reverse("recording-record", args=[link.track_id, link.script]), subject)
    Take.objects.update(state=state)
    agree(client, opened)
    told = send(client, opened, subject, sound=said(loud=5000), headers=JSON)
    assert (told.status_code, "已经有人录了" in told.json()["error"]) == (400, True)
    assert Take.objects.get().link is None
    assert len([path for path in (settings.MEDIA_ROOT / "takes").iterdir() if "consent" not in path.name]) == 1


def test_narrator_records_again_what_was_sent_back_and_what_is_hers(client, opened, lesson, link, wei):
    subject = f"card:{lesson.cards[0].id}"
    send(wei, reverse("recording-record", args=[link.track_id, link.script]), subject)
    Take.objects.update(state="returned")
    agree(client, opened)
    for loud in (4000, 5000):
        assert send(client, opened, subject, sound=said(loud=loud), headers=JSON).status_code == 200
    assert Take.objects.get().link == link


def test_narrator_sees_no_remark_on_others_and_hears_none(client, opened, lesson, link, wei):
    subject = f"card:{lesson.cards[0].id}"
    send(wei, reverse("recording-record", args=[link.track_id, link.script]), subject)
    Take.objects.update(state="returned", remark="太快", trouble="x")
    agree(client, opened)
    page, sound = client.get(opened).content.decode(), f"{opened}{Take.objects.get().pk}/"
    assert [word in page for word in ("请再录一次", "太快", sound)] == [True, False, False]
    Take.objects.update(link=link)
    page = client.get(opened).content.decode()
    assert [word in page for word in ("太快", sound)] == [True, True]


def test_who_comes_back_goes_on_at_what_was_sent_back_else_at_what_is_not_recorded(client, opened, lesson, link):
    agree(client, opened)
    first, second = (f"card:{card.id}" for card in lesson.cards[:2])
    assert "data-first" not in client.get(opened).content.decode()
    send(client, opened, first)
    assert f'data-first="{second.replace(":", "_")}"' in client.get(opened).content.decode()
    send(client, opened, second)
    Take.objects.filter(subject=second).update(state="returned")
    assert f'data-first="{second.replace(":", "_")}"' in client.get(opened).content.decode()
    Take.objects.update(state="returned")
    assert "data-first" not in client.get(opened).content.decode()


def test_nothing_but_this_lesson(client, opened):
    agree(client, opened)
    told = send(client, opened, "phrase:help", headers=JSON)
    assert (told.status_code, Take.objects.exists()) == (400, False)


@pytest.mark.parametrize("how", ["revoked", "too late", "another number", "made up", "enough"])
def test_shut_link_opens_nothing_and_keeps_nothing(client, opened, link, lesson, how):
    agree(client, opened)
    past = timezone.now() - timedelta(seconds=1)
    changed = {"revoked": {"revoked_at": past}, "too late": {"expires_at": past}, "enough": {"sent": 1000}}
    NarratorLink.objects.update(**changed.get(how, {}))
    address = {"another number": opened.replace(str(link.pk), str(link.pk + 1), 1), "made up": "/voice/1:x/"}
    told = send(client, address.get(how, opened), f"card:{lesson.cards[0].id}", headers=JSON)
    assert told.status_code == (400 if how == "enough" else 404)
    assert not Take.objects.exists()


def test_so_much_a_day_comes_through_one_link(client, opened, lesson, monkeypatch):
    monkeypatch.setattr("media.services.narrators.MOST_A_DAY", 2)
    agree(client, opened)
    told = [send(client, opened, f"card:{card.id}", headers=JSON) for card in lesson.cards[:2]]
    assert [answer.status_code for answer in told] == [200, 400]
    assert "明天" in told[1].json()["error"]
    assert Take.objects.count() == 1


def test_key_of_a_link_is_in_no_log(client, opened, link, caplog):
    told = [client.post(opened), client.get(f"{opened}0/")]
    NarratorLink.objects.update(revoked_at=timezone.now())
    told += [client.get(opened), client.get(f"{opened}0/")]
    assert [answer.status_code for answer in told] == [400, 404, 404, 404]
    assert not [line for line in caplog.messages if "/voice/" in line]


def test_link_is_made_and_shut_by_those_who_review(wei, link, client, opened, lesson):
    page = wei.get(reverse("recording-script", args=[link.track_id, lesson.translation_key])).content.decode()
    assert f"http://testserver{opened}" in page
    assert "<svg" in page
    wei.post(reverse("recording-link", args=[link.track_id, lesson.translation_key, link.pk]), {"do": "shut"})
    assert client.get(opened).status_code == 404


@pytest.fixture
def heard(wei, client, opened, lesson, link) -> Recording:
    """She agreed and recorded every card; villagers hear the first."""
    agree(client, opened)
    for card in lesson.cards:
        send(client, opened, f"card:{card.id}")
    work()
    take = Take.objects.get(subject=f"card:{lesson.cards[0].id}")
    wei.post(reverse("recording-take", args=[link.track_id, link.script, take.pk]), {"verdict": "approve"})
    return Recording.objects.get()


@pytest.fixture
def forget(wei, link, django_capture_on_commit_callbacks):
    def forget() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            wei.post(reverse("recording-link", args=[link.track_id, link.script, link.pk]), {"do": "forget"})

    return forget


def files_left(settings) -> list[Path]:
    return [path for folder in ("takes", "recordings") for path in (settings.MEDIA_ROOT / folder).iterdir()]


def nothing_is_left(settings) -> bool:
    rows = [model.objects.exists() for model in (Take, Recording, NarratorLink)]
    return not any(rows) and not files_left(settings)


def test_everything_in_her_voice_can_be_deleted(heard, forget, settings):
    forget()
    assert nothing_is_left(settings)


def test_what_others_recorded_since_stays(heard, forget, link, settings, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        keep_recording(track=link.track, subject=heard.subject, words="晾", content=tone(seconds=1.0))
    forget()
    theirs = Recording.objects.get()
    assert [path.name for path in files_left(settings)] == [Path(theirs.name).name]


def test_deleted_voice_takes_what_its_narrators_agreed_to_along(
    heard, link, settings, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        link.track.delete()
    assert nothing_is_left(settings)


def test_voice_can_be_deleted_after_its_lesson(heard, wei, link, lesson, settings, django_capture_on_commit_callbacks):
    page = reverse("recording-track", args=[link.track_id])
    assert "好花红村" not in wei.get(page).content.decode()
    assert wei.post(page, {"forget": link.pk}).status_code == 404
    lesson.delete()
    assert "杨 · 好花红村" in wei.get(page).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert wei.post(page, {"forget": link.pk}).status_code == 302
    assert nothing_is_left(settings)


def test_who_only_records_deletes_no_voice(wei, link, lesson, course):
    narrator = at_desk(made_trainer(User.objects.create_user("shi"), course, role=Role.NARRATOR))
    lesson.delete()
    page = reverse("recording-track", args=[link.track_id])
    assert "杨 · 好花红村" not in narrator.get(page).content.decode()
    assert narrator.post(page, {"forget": link.pk}).status_code == 404
    assert NarratorLink.objects.exists()


def test_consent_to_a_link_that_is_gone_leaves_no_file(link, settings):
    NarratorLink.objects.all().delete()
    with pytest.raises(NarratorLink.DoesNotExist):
        keep_consent(link=link, content=said())
    assert list((settings.MEDIA_ROOT / "takes").iterdir()) == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_her_pages_are_there_in_both_languages(opened, language):
    phone = Client(headers={"accept-language": language})
    assert phone.get(opened).status_code == 200
    agree(phone, opened)
    assert phone.get(opened).status_code == 200
    assert phone.get("/voice/nobody/").status_code == 404
