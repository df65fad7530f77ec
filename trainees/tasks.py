"""What of people is done in the background."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from celery import shared_task
from django.utils import translation

from foundation.jobs import job
from trainees.models import RosterImport
from trainees.services import cards, carrying, roster_files, rosters


# A carrier is given ten seconds to connect and ten to answer.
@job(carrying.CARRY_JOB, lease=timedelta(seconds=60), give_up=carrying.forget_seed)
def carry_phone_code(*, code: int) -> Callable[[], object]:
    return carrying.carry_phone_code(code=code)


# A card needs a hundredth of a second, its PIN five; six hundred with PINs are made in a minute.
@job(cards.PRINT_JOB, lease=timedelta(seconds=300), give_up=cards.refuse_sheet)
def print_cards(*, sheet: int) -> Callable[[], None] | None:
    return cards.print_sheet(sheet=sheet)


# Fifty thousand lines are read in a minute.
@job(rosters.READ_JOB, lease=timedelta(seconds=600), give_up=rosters.give_up)
def read_roster(*, roster: int, language: str) -> Callable[[], object] | None:
    with translation.override(language):
        return rosters.read(roster=roster)


@job(rosters.SAVE_JOB, lease=timedelta(seconds=600), give_up=rosters.give_up)
def save_roster(*, roster: int, language: str) -> Callable[[], object]:
    with translation.override(language):
        return rosters.judge_again(roster=RosterImport.objects.get(pk=roster))


@job(roster_files.FORGET_JOB)
def forget_roster_files(*, roster: int) -> Callable[[], object]:
    return partial(roster_files.forget_files, RosterImport.objects.filter(pk=roster))


@shared_task(name="trainees.forget_stray_rosters")
def forget_stray_rosters() -> None:
    """Running it twice changes nothing."""
    rosters.forget_stray_files()
