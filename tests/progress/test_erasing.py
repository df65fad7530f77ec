"""Erased: nothing says who she was, and everything that was counted stays counted."""

import datetime
import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from foundation.audit import AuditEntry, first_break
from foundation.jobs import Job, run_job
from progress import tasks  # noqa: F401 - registers the job as a worker does
from progress.models import LearningEvent, Review, Submission, TaskPass, TaskPhoto
from progress.services import keep_photo, rebuild_progress, receive_events
from progress.services.erasing import ERASE_FILES, erase
from progress.services.merging import merge
from progress.services.reviewing import NEWER, Judgement, review_submission
from tests.learning import a_handed_in, a_sent_photo, a_visit
from tests.reviewing import handed_in
from tests.trainees.conftest import HAOHUAHONG
from trainees.models import Consent, PhoneCode, RestrictedRecord, Trainee, User
from trainees.models.cohorts import Cohort, CohortMember
from trainees.services import join, remember

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]
NAME, PHONE, WORDS = "杨桂花", "13700000071", "我家在寨脚第三户"


@pytest.fixture
def gui(places) -> Trainee:
    """Somebody with a name, a number and a PIN, whose phone knows her."""
    village = places[HAOHUAHONG]
    person = join(
        name=NAME, sign="drum", age="18+", village=village, registered_village=village, pin="482915", phone=PHONE
    )
    remember(person=person, phone_digest="a" * 64, name_shown=True)
    return person.trainee


def worked(trainee: Trainee, lesson) -> Submission:
    """She visited a lesson and handed in a task with a photo; a teacher wrote to her and passed it."""
    receive_events(trainee=trainee, bodies=[a_visit(lesson, device="k3v9", counter=1)])
    submission = handed_in(trainee, lesson, "orange")
    Submission.objects.filter(pk=submission.pk).update(words={"text": WORDS})
    review_submission(submission=submission, by=None, judgement=Judgement([True], passed=True, comment=f"{NAME}，很好"))
    return submission


def everything_kept() -> str:
    """All rows of all tables of ours and of sign-ins, and the names and beginnings of all files."""
    models = [model for model in apps.get_models() if not model._meta.proxy]
    rows = [str(list(model._base_manager.values_list())) for model in models]
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    return " ".join([*rows, *(f"{path.name} {path.read_bytes()[:4000]!r}" for path in files)])


def files_gone() -> None:
    for pk in Job.objects.filter(name=ERASE_FILES).values_list("pk", flat=True):
        run_job(pk)


def photo_path(photo: TaskPhoto) -> Path:
    return Path(settings.MEDIA_ROOT) / photo.name


def test_search_for_her_name_number_and_words_finds_nothing(gui, lesson):
    worked(gui, lesson)
    PhoneCode.objects.create(phone=PHONE, browser_digest="b", purpose="sign-in", digest="d", expires_at=timezone.now())
    user, before = gui.person.user_id, everything_kept()
    assert all(text in before for text in (NAME, PHONE, WORDS, "k3v9"))
    assert erase(trainee=gui, by=gui.person.user)
    files_gone()
    kept = everything_kept()
    assert [text for text in (NAME, PHONE, WORDS, "k3v9") if text in kept] == []
    assert not User.objects.filter(pk=user).exists()
    assert not Consent.objects.exists()


def test_what_she_learned_stays_counted(gui, lesson):
    worked(gui, lesson)
    before = list(LearningEvent.objects.values_list("uuid", "kind", "occurred_at", "payload"))
    erase(trainee=gui, by=None)
    assert list(LearningEvent.objects.values_list("uuid", "kind", "occurred_at", "payload")) == before
    assert TaskPass.objects.filter(trainee=gui).count() == 1
    assert rebuild_progress(check=True) == []
    gui.refresh_from_db()
    assert (gui.village.code, gui.registered_village, bool(gui.erased_at)) == (HAOHUAHONG, None, True)


def test_photos_of_others_stay_even_the_same_picture(gui, wu, lesson):
    worked(gui, lesson)
    hers = worked(wu, lesson).ordered_photos[0]
    erase(trainee=gui, by=None)
    files_gone()
    assert [photo.pk for photo in TaskPhoto.objects.all()] == [hers.pk]
    assert photo_path(hers).is_file()
    assert Submission.objects.get(trainee=wu).words == {"text": WORDS}
    assert Review.objects.get(submission__trainee=wu).comment


def test_erasing_stopped_among_the_files_goes_on_with_them(gui, lesson):
    worked(gui, lesson)
    two = [keep_photo(trainee=gui, content=a_sent_photo(colour)) for colour in ("red", "blue")]
    erase(trainee=gui, by=None)
    photo_path(two[0]).unlink()  # it died here
    assert photo_path(two[1]).is_file()
    files_gone()
    assert list((Path(settings.MEDIA_ROOT) / "handed-in").glob("*")) == []
    assert Job.objects.get(name=ERASE_FILES).state == Job.State.DONE


def test_erased_twice_is_erased_once(gui, lesson):
    assert erase(trainee=gui, by=None)
    assert not erase(trainee=gui, by=None)
    [entry] = AuditEntry.objects.all()
    assert (entry.action, entry.what, entry.people, entry.named) == ("deleted", "person", 1, f" {gui.number} ")
    assert first_break() is None


def test_events_on_their_way_while_she_was_erased_are_refused_and_keep_no_words(gui, lesson):
    erase(trainee=gui, by=None)
    bodies = [a_visit(lesson), a_handed_in(lesson, words={"text": WORDS})]
    receipt = receive_events(trainee=gui, bodies=bodies)
    assert receipt.refused == [(body["uuid"], "erased") for body in bodies]
    assert (receipt.stored, Submission.objects.count(), LearningEvent.objects.count()) == ([], 0, 0)


def test_events_of_others_in_the_same_heap_are_stored(gui, wu, lesson):
    erase(trainee=gui, by=None)
    assert receive_events(trainee=wu, bodies=[a_visit(lesson)]).refused == []


def test_photo_on_its_way_leaves_neither_row_nor_file(gui):
    erase(trainee=gui, by=None)
    with pytest.raises(ValidationError) as refusal:
        keep_photo(trainee=gui, content=a_sent_photo())
    assert (refusal.value.code, TaskPhoto.objects.count()) == ("sign-in", 0)
    assert list((Path(settings.MEDIA_ROOT) / "handed-in").glob("*")) == []


def test_no_teacher_writes_to_her_any_more(gui, lesson):
    submission = handed_in(gui, lesson, "orange")
    erase(trainee=gui, by=None)
    with pytest.raises(ValidationError) as refusal:
        review_submission(submission=submission, by=None, judgement=Judgement([True], passed=True, comment=NAME))
    assert refusal.value.messages == [str(NEWER)]


def a_class(place, *, until: datetime.date | None, member: Trainee) -> CohortMember:
    told = "县里要留到这一天，好让检查的人打电话。"
    funded = Cohort.objects.create(
        name="工坊班", division=place, starts_on=datetime.date(2026, 9, 1), code="402817",
        register_until=until, register_words=told,
    )  # fmt: skip
    return CohortMember.objects.create(cohort=funded, trainee=member, told_until=until, told_words=told)


def test_register_of_a_funded_class_stays_to_the_day_that_she_was_told(gui, places):
    told = timezone.localdate() + datetime.timedelta(days=400)
    member = a_class(places["522731"], until=told, member=gui)
    later = told + datetime.timedelta(days=900)
    Cohort.objects.update(register_until=later, register_words="还要更久。")  # after she joined
    erase(trainee=gui, by=None)
    kept = RestrictedRecord.objects.get()
    assert (kept.trainee, kept.name, kept.phone, kept.village.code) == (gui, NAME, PHONE, HAOHUAHONG)
    assert (kept.kept_until, kept.basis) == (told, member.told_words)


@pytest.mark.parametrize("days", [None, -1])
def test_nothing_of_a_register_stays_without_such_a_day(gui, places, days):
    until = timezone.localdate() + datetime.timedelta(days=days) if days else None
    a_class(places["522731"], until=until, member=gui)
    erase(trainee=gui, by=None)
    assert not RestrictedRecord.objects.exists()


def test_number_that_a_neighbour_has_too_keeps_its_message(gui, places):
    join(name="罗", sign="fish", age="18+", village=places[HAOHUAHONG], phone=PHONE)
    PhoneCode.objects.create(phone=PHONE, browser_digest="b", purpose="sign-in", digest="d", expires_at=timezone.now())
    erase(trainee=gui, by=None)
    assert PhoneCode.objects.filter(phone=PHONE).exists()


def gone(client: Client, *people: object, **more: object) -> dict:
    said = client.post("/learn/gone/", json.dumps({"people": people, **more}), "application/json")
    return said.json() | {"status": said.status_code}


def test_phone_is_told_of_her_who_was_erased_and_of_nobody_else(client, gui, yang, wu, chen):
    erase(trainee=gui, by=None)
    merge(kept=yang, other=wu, by=chen)
    User.objects.filter(person__trainee=yang).update(is_active=False)
    said = gone(client, *(str(key) for key in (gui.key, yang.key, wu.key, uuid4())), language="en")
    assert (said["gone"], said["hers"]) == ([str(gui.key)], [])
    assert "erased at her wish" in said["words"]
    assert gone(client, str(yang.key)) == {"gone": [], "hers": [], "words": "", "status": 200}


def test_entry_that_was_merged_is_gone_only_with_the_one_that_is_kept(client, yang, wu, chen):
    merge(kept=yang, other=wu, by=chen)
    assert gone(client, str(wu.key))["gone"] == []
    erase(trainee=yang, by=None)
    assert gone(client, str(wu.key), language="xx")["gone"] == [str(wu.key)]


def test_phone_on_which_she_was_signed_in_meanwhile_hears_which_entries_are_hers(client, yang, wu, chen):
    client.force_login(yang.person.user)
    assert gone(client, str(wu.key))["hers"] == []
    assert "learner-was" not in client.cookies
    merge(kept=yang, other=wu, by=chen)
    assert gone(client, str(wu.key))["hers"] == [str(wu.key)]
    assert client.cookies["learner-was"].value == str(wu.key)


@pytest.mark.parametrize("people", ["x", 7, None, [7], ["nobody"], {"a": 1}])
def test_what_is_no_list_of_keys_names_nobody(client, people):
    said = client.post("/learn/gone/", json.dumps({"people": people}), "application/json")
    assert (said.status_code, said.json()) == (400, {"error": "shape"})


def test_more_keys_than_one_phone_holds_are_not_looked_up(client):
    assert gone(client, *[str(uuid4())] * 51) == {"error": "too-many", "status": 413}
