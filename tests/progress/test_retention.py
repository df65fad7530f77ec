"""What is kept no longer goes, what still is wanted stays, and the trail says how much it was."""

import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from foundation.audit import AuditEntry
from progress.models import GuestEvent, Review, Submission, SubmissionPhoto, TaskPhoto
from progress.months import months_after
from progress.services import keep_photo, rebuild_progress
from progress.services.erasing import erase_files
from progress.services.retention import keep_no_longer
from progress.services.reviewing import Judgement, review_submission
from tests.answering import phone_of, text_of
from tests.learning import a_sent_photo
from tests.reviewing import handed_in
from tests.trainees.conftest import HAOHUAHONG
from trainees.models import EntryCode, Person, PhoneCode, RememberedPerson, RestrictedRecord, Trainee
from trainees.services import issue_entry_code, join, remember

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]
DAY = datetime.timedelta(days=1)


def in_days(days: int) -> datetime.datetime:
    return timezone.now() + days * DAY


@pytest.fixture
def gui(places) -> Person:
    return join(name="杨桂花", sign="drum", age="18+", village=places[HAOHUAHONG], pin="482915", phone="13700000071")


def looked_at(trainee: Trainee, lesson, colour: str = "orange") -> Submission:
    submission = handed_in(trainee, lesson, colour)
    review = review_submission(submission=submission, by=None, judgement=Judgement([True], passed=True, comment="好"))
    Review.objects.filter(pk=review.pk).update(voice=f"reviews/{colour}.m4a", voice_seconds=3)
    return submission


def hers(work: Submission) -> str:
    """Her own page of it."""
    return text_of(phone_of(work.trainee).get(f"/learn/task/{work.lesson_key}/{work.card}/"))


def test_codes_and_phones_go_when_their_time_is_over(gui):
    issue_entry_code(person=gui, issued_by=None)
    remember(person=gui, phone_digest="a" * 64)
    PhoneCode.objects.create(phone="13700000071", browser_digest="b", purpose="x", digest="d", expires_at=in_days(0))
    GuestEvent.objects.create(guest_digest="g", uuid=gui.trainee.key, body={}, received_at=in_days(0))
    rows = (EntryCode, PhoneCode, RememberedPerson, GuestEvent)
    keep_no_longer(now=in_days(0))
    assert [model.objects.count() for model in rows] == [1, 1, 1, 1]
    keep_no_longer(now=in_days(40))
    assert [model.objects.count() for model in rows] == [0, 0, 1, 0]
    keep_no_longer(now=in_days(181))
    assert not RememberedPerson.objects.exists()


def test_photos_and_voices_go_months_after_the_look_and_the_words_stay(gui, lesson):
    mine = looked_at(gui.trainee, lesson)
    keep_no_longer(now=in_days(360))
    assert (TaskPhoto.objects.count(), Review.objects.get().voice) == (1, "reviews/orange.m4a")
    done = keep_no_longer(now=in_days(370))
    assert (done["old.task-photos"], done["old.voices"]) == (1, 1)
    assert (TaskPhoto.objects.count(), SubmissionPhoto.objects.count(), Review.objects.get().voice) == (0, 0, "")
    mine.refresh_from_db()
    assert (mine.words["text"], mine.state, Review.objects.get().comment) == ("五张照片，挑了这一张。", "passed", "好")
    assert rebuild_progress(check=True) == []
    assert "时间到了" not in hers(mine)
    Review.objects.update(reviewed_at=in_days(-370))
    assert "时间到了" in hers(mine)


def test_photo_that_waits_for_a_teacher_stays_however_long(gui, lesson):
    handed_in(gui.trainee, lesson, "orange")
    keep_no_longer(now=in_days(2000))
    assert TaskPhoto.objects.count() == 1


def test_photo_of_two_works_stays_as_long_as_the_later_one(gui, lesson):
    looked_at(gui.trainee, lesson)
    Review.objects.update(reviewed_at=in_days(-400))
    review_submission(
        submission=handed_in(gui.trainee, lesson, "orange"), by=None, judgement=Judgement([True], passed=True)
    )
    keep_no_longer()
    assert TaskPhoto.objects.count() == 1


def test_photo_sent_again_while_the_old_file_was_going_stays(gui, lesson):
    photo = keep_photo(trainee=gui.trainee, content=a_sent_photo())
    erase_files(names=[photo.name, "handed-in/nothing.jpg", "../db.sqlite3"])
    assert (Path(settings.MEDIA_ROOT) / photo.name).is_file()


def test_numbers_go_after_the_end_of_the_programme_where_it_has_one(gui, settings):
    keep_no_longer(now=in_days(5000))
    settings.PROGRAMME_ENDS_ON = timezone.localdate()
    keep_no_longer(now=in_days(360))
    assert Person.objects.get().phone
    keep_no_longer(now=in_days(370))
    gui.refresh_from_db()
    assert (gui.phone, gui.name) == ("", "杨桂花")


def test_register_goes_on_the_day_after_the_one_that_she_was_told(gui):
    village = gui.trainee.village
    RestrictedRecord.objects.create(
        trainee=gui.trainee, name="杨桂花", village=village, basis="x", kept_until=timezone.localdate()
    )
    assert keep_no_longer()["old.registers"] == 0
    assert keep_no_longer(now=in_days(1))["old.registers"] == 1
    assert not RestrictedRecord.objects.exists()


def test_dry_run_says_how_much_and_deletes_nothing(gui):
    issue_entry_code(person=gui, issued_by=None)
    EntryCode.objects.update(expires_at=in_days(-40))
    said = StringIO()
    call_command("retention", "--dry-run", stdout=said)
    assert "      1  old.entry-codes" in said.getvalue()
    assert (EntryCode.objects.count(), AuditEntry.objects.count()) == (1, 0)


def test_trail_says_how_much_it_was_and_a_second_run_finds_nothing(gui):
    for _code in range(3):
        issue_entry_code(person=gui, issued_by=None)
    EntryCode.objects.update(expires_at=in_days(-40))
    keep_no_longer()
    keep_no_longer()
    [entry] = AuditEntry.objects.all()
    assert (entry.by_id, entry.action, entry.what, entry.people, entry.named) == (
        None,
        "deleted",
        "old.entry-codes",
        3,
        "",
    )


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [("2026-11-30", 3, "2027-02-28"), ("2026-12-31", 12, "2027-12-31"), ("2027-01-15", -12, "2026-01-15")],
)
def test_so_many_months_later_is_the_same_day_or_the_last(day, months, then):
    assert months_after(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(then)
