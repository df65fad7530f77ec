"""Rosters confirmed while others write, with real transactions: nobody is there twice, and nobody comes back."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from django.db import connection, transaction

from progress.services.erasing import erase
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, holding, make_places
from tests.trainees.rosters import HEADER, YANG, names, written
from trainees.models import Person, RosterImport, User
from trainees.services import join
from trainees.services.moving import move_people
from trainees.services.rosters import NotConfirmable, bring_in, confirm
from villages.models import Division

NUMBERED = ["学员编号", *HEADER]
WAITED = 0.5


@pytest.fixture
def here(committing) -> dict[str, Division]:
    return make_places()


@pytest.fixture
def hers(here) -> Person:
    return join(name="杨小花", sign="fern", age="18+", village=here[HAOHUAHONG], phone="13700000001")


def brought(by: User, path: Path, area: str) -> RosterImport:
    return bring_in(by=by, area=area, name=path.name, pieces=[path.read_bytes()], with_ids=False)


def confirmed(roster: RosterImport, by: User) -> None:
    with suppress(NotConfirmable):
        confirm(roster=roster, by=by)


def on_its_own(task: Callable[[], object]) -> None:
    try:
        task()
    finally:
        connection.close()


def while_not_committed(change: Callable[[], object], task: Callable[[], object]) -> None:
    """The task begins once the change is written, and well before it is committed."""
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            change()
            begun = threads.submit(on_its_own, task)
            time.sleep(WAITED)
        begun.result()


def test_same_people_in_the_rosters_of_a_county_and_of_its_town_come_once(here, tmp_path):
    chen, town = holding("chen", here["522731"]), holding("town", here["522731102"])
    path = written(tmp_path, *[[f"杨{chr(0x4E00 + at)}", "", *YANG[2:]] for at in range(200)])
    rosters = [(brought(chen, path, "522731"), chen), (brought(town, path, "522731102"), town)]
    gate = threading.Barrier(2, timeout=20)
    with ThreadPoolExecutor(2) as threads:
        begun = [threads.submit(on_its_own, lambda each=each: (gate.wait(), confirmed(*each))) for each in rosters]
    assert [one.exception() for one in begun] == [None, None]
    assert (len(names()), len(set(names()))) == (200, 200)


def test_whom_somebody_erases_just_now_does_not_come_back(here, hers, tmp_path):
    chen = holding("chen", here["522731"])
    one = brought(chen, written(tmp_path, [hers.trainee.number, "杨大花", *YANG[1:]], header=NUMBERED), "522731")
    assert one.counts["changed"] == 1
    while_not_committed(lambda: erase(trainee=hers.trainee, by=None), lambda: confirmed(one, chen))
    assert names() == []


def test_who_is_moved_just_now_stays_where_she_went(here, hers, tmp_path):
    chen = holding("chen", here["522731"])
    one = brought(chen, written(tmp_path, [hers.trainee.number, "杨大花", *YANG[1:]], header=NUMBERED), "522731")
    away = partial(move_people, trainees=[hers.trainee], village=here[FENGSHAN], by=chen)
    while_not_committed(away, lambda: confirmed(one, chen))
    hers.trainee.refresh_from_db()
    assert (hers.trainee.village.code, names()) == (FENGSHAN, ["杨小花"])
