"""A load beside people who learn, a load that is killed, and two loads at once."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction

from villages.loading import turns
from villages.loading.problems import LoadRefusedError
from villages.models import Division, LoadState
from villages.services import import_divisions

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("committing")


def _address() -> str:
    """The test's own database, for a process of its own."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


def _start(paths: list[Path]) -> subprocess.Popen:
    command = [sys.executable, "manage.py", "import_divisions", *map(str, paths), "--language", "en", "--no-progress"]
    environment = os.environ | {"DATABASE_URL": _address(), "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _wait_for_hidden_rows(loading: subprocess.Popen) -> None:
    until = time.monotonic() + 120
    while Division.everything.filter(level=Division.Level.VILLAGE).count() < 1000:
        assert loading.poll() is None, loading.stdout.read()
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.fixture
def killed(many) -> list[Path]:
    """A load of 20,000 villages, killed when a part of them is written."""
    paths = many(20_000)
    loading = _start(paths)
    _wait_for_hidden_rows(loading)
    loading.kill()
    loading.wait()
    return paths


def test_a_learner_s_write_waits_less_than_three_seconds_beside_a_load(many):
    loading, waits, seen = _start(many(30_000)), [], set()
    while loading.poll() is None:
        began = time.monotonic()
        with transaction.atomic():
            Group.objects.create(name=f"answer {len(waits)}")
        waits.append(time.monotonic() - began)
        seen.add(Division.objects.count())
        time.sleep(0.01)
    assert loading.returncode == 0, loading.stdout.read()
    assert max(waits) < 3
    assert Group.objects.filter(name__startswith="answer").count() == len(waits) > 20
    assert seen <= {0, Division.objects.count()}


def test_r22_a_killed_load_shows_nothing(killed):
    assert Division.everything.count() > 1000
    assert Division.objects.count() == 0


def test_r22_a_killed_load_is_completed_by_starting_it_again(killed, monkeypatch):
    monkeypatch.setattr(turns, "SILENT_AFTER", turns.SILENT_AFTER * 0)
    plan = import_divisions(paths=killed)
    assert Division.objects.count() == Division.everything.count() == len(plan.new)
    assert Division.objects.filter(level=Division.Level.VILLAGE).count() == 20_000


def test_what_a_killed_load_left_never_appears_with_another_one(killed, written, monkeypatch):
    monkeypatch.setattr(turns, "SILENT_AFTER", turns.SILENT_AFTER * 0)
    import_divisions(paths=[written("code,name", "522731,惠水县", name="one.csv")])
    assert list(Division.everything.values_list("code", flat=True)) == ["52", "5227", "522731"]


def test_a_second_load_waits_for_the_first_and_then_says_so(written, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    with turns.turn(), pytest.raises(LoadRefusedError):
        import_divisions(paths=[written("code,name", "522731,惠水县")])
    assert not Division.everything.exists()


def test_a_load_that_lost_its_turn_stops_and_shows_nothing(many, monkeypatch):
    insert = turns.in_short_writes

    def overtaken(turn, items, **steps):
        insert(turn, items, **steps)
        LoadState.objects.update(token="another")

    monkeypatch.setattr("villages.loading.writing.in_short_writes", overtaken)
    with pytest.raises(LoadRefusedError):
        import_divisions(paths=many(200))
    assert Division.objects.count() == 0
    assert LoadState.objects.get().token == "another"


def test_changes_appear_together_with_new_places_or_not_at_all(huishui, written, monkeypatch):
    path = written("code,name", "522731102213,新花红村村民委员会", "522731102299,新村村民委员会")
    monkeypatch.setattr(turns.Turn, "finish", lambda turn: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        import_divisions(paths=[path])
    assert Division.objects.filter(name="好花红村村民委员会").count() == 1
    assert not Division.objects.filter(code="522731102299").exists()


def test_as_many_changes_as_are_allowed_at_once_take_less_than_three_seconds_of_work(many, monkeypatch):
    paths = many(20_000)
    import_divisions(paths=paths)
    paths[0].write_text(paths[0].read_text(encoding="utf-8").replace("寨村委会", "寨村民委员会"), encoding="utf-8")
    held = []
    writing = turns.Turn.writing

    def timed(turn):
        held.append(time.thread_time())
        return writing(turn)

    monkeypatch.setattr(turns.Turn, "writing", timed)
    plan = import_divisions(paths=paths)
    assert len(plan.changed) == 20_000
    assert time.thread_time() - held[-1] < 3
