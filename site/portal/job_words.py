"""Background work in the words of whoever reads its list, with the name of the thing where it is no person's."""

from django.utils.translation import gettext_lazy as _

from courses.carrying import arrivals
from foundation.jobs import Called, call_jobs
from media import services as media
from progress.services import erasing, review_voices
from trainees.services import cards, carrying, roster_files, rosters


def call_jobs_by_words() -> None:
    call_jobs(
        {
            media.PREPARE_JOB: Called(_("Make a photo small"), "picture", ("media.Picture", "title")),
            media.MAKE_VIDEO_JOB: Called(_("Make a video small"), "video", ("media.Video", "title")),
            media.MAKE_JOB: Called(_("Make a recording small"), "take", ("media.Take", "track__name")),
            review_voices.VOICE_JOB: Called(_("Make small what a trainer said about a task")),
            erasing.ERASE_FILES: Called(_("Delete files that are no longer kept")),
            carrying.CARRY_JOB: Called(_("Send six digits by message")),
            cards.PRINT_JOB: Called(_("Make cards to print"), "sheet", ("trainees.CardSheet", "place__name")),
            rosters.READ_JOB: Called(_("Read a roster")),
            rosters.SAVE_JOB: Called(_("Save a roster")),
            roster_files.FORGET_JOB: Called(_("Delete the file of a roster")),
            arrivals.JOB: Called(_("Bring in the file of a course")),
        }
    )
