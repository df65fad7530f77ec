"""Two entries are one person, and at one of them she had said no to photos: then it is a no for both."""

from datetime import timedelta

import pytest
from django.utils import timezone

from progress.models import Review, Submission, TaskPhoto
from progress.services import forget_unused_photos
from progress.services.merging import merge, undo_merge
from progress.services.reviewing import Judgement, review_submission
from tests.reviewing import handed_in
from trainees.consent_words import TASKS
from trainees.services.consents import withdraw

pytestmark = pytest.mark.usefixtures("uploads")


@pytest.mark.parametrize("who", ["kept", "other"])
def test_photos_of_the_other_are_seen_by_nobody_until_it_is_undone(yang, wu, lesson, chen, who):
    hers, refusing = (wu, yang) if who == "kept" else (yang, wu)
    work = handed_in(hers, lesson, "orange")
    voice = review_submission(submission=work, by=None, judgement=Judgement([True], passed=True))
    Review.objects.filter(pk=voice.pk).update(voice="reviews/a.m4a")
    withdraw(person=refusing.person, purpose=TASKS)
    row = merge(kept=yang, other=wu, by=chen)
    work.refresh_from_db()
    assert (work.trainee, work.ordered_photos, bool(work.words)) == (yang, [], True)
    assert Review.objects.get().voice == ""
    forget_unused_photos(now=timezone.now() + timedelta(days=6))
    undo_merge(merge=row, by=chen)
    assert [photo.trainee for photo in Submission.objects.get().ordered_photos] == [hers]


def test_they_are_deleted_after_a_week_and_undoing_knows_that(yang, wu, lesson, chen):
    handed_in(wu, lesson, "orange")
    withdraw(person=yang.person, purpose=TASKS)
    row = merge(kept=yang, other=wu, by=chen)
    assert forget_unused_photos(now=timezone.now() + timedelta(days=8)) == 1
    undo_merge(merge=row, by=chen)
    assert (TaskPhoto.objects.count(), Submission.objects.get().trainee) == (0, wu)
