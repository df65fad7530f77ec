"""Tries are counted exactly, however many come at once, and not at all where they cannot be counted."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from foundation.limits import give_back, take, used_up

ROOT = Path(django_settings.ROOT)
MANY = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
django.setup()
from django.test import override_settings
from foundation.limits import take
with override_settings(LIMITS_DIR=sys.argv[1], SECRET_KEY="shared"):
    print(sum(take("door", most=25, seconds=60) for _ in range(20)))
"""


@pytest.fixture(autouse=True)
def own_limits(settings, tmp_path):
    settings.LIMITS_DIR = tmp_path / "limits"
    return settings


def test_as_many_tries_as_allowed_and_not_one_more():
    assert [take("a", most=2, seconds=60) for _ in range(4)] == [True, True, False, False]
    assert take("b", most=2, seconds=60)


def test_the_right_one_gives_all_tries_back():
    assert [take("a", most=1, seconds=60) for _ in range(2)] == [True, False]
    give_back("a")
    assert take("a", most=1, seconds=60)


def test_to_look_is_no_try():
    take("a", most=2, seconds=60)
    assert [used_up("a", most=2) for _ in range(3)] == [False] * 3
    take("a", most=2, seconds=60)
    assert (used_up("a", most=2), used_up("b", most=2)) == (True, False)


def test_after_the_time_it_may_be_tried_again():
    assert [take("a", most=1, seconds=1) for _ in range(2)] == [True, False]
    time.sleep(1.1)
    assert take("a", most=1, seconds=1)


def test_tries_that_were_refused_do_not_make_the_wait_longer():
    assert take("a", most=1, seconds=2, from_the_last=True)
    time.sleep(1.2)
    assert not take("a", most=1, seconds=2, from_the_last=True)
    time.sleep(1.0)
    assert take("a", most=1, seconds=2, from_the_last=True)


def test_threads_at_once_get_no_more_than_allowed():
    with ThreadPoolExecutor(16) as many:
        allowed = list(many.map(lambda _: take("door", most=5, seconds=60), range(60)))
    assert sum(allowed) == 5


def test_processes_at_once_get_no_more_than_allowed(tmp_path):
    command = [sys.executable, "-c", MANY, str(tmp_path / "limits")]
    started = [
        subprocess.Popen(command, cwd=ROOT / "site", env=_environment(tmp_path), stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    assert sum(int(process.communicate(timeout=120)[0]) for process in started) == 25


def test_what_cannot_be_counted_is_not_allowed(own_limits, tmp_path):
    own_limits.LIMITS_DIR = tmp_path / "a-file"
    own_limits.LIMITS_DIR.write_text("")
    assert not take("a", most=5, seconds=60)
    assert used_up("a", most=5)


def test_a_redis_that_is_gone_allows_nothing(own_limits):
    own_limits.REDIS_URL = "redis://127.0.0.1:1/0"
    assert not take("a", most=5, seconds=60)


def test_no_key_stands_on_the_disk(own_limits):
    take("13700000001", most=5, seconds=60)
    written = "".join(path.read_text() + path.name for path in own_limits.LIMITS_DIR.iterdir())
    assert "13700000001" not in written


def _environment(folder: Path) -> dict[str, str]:
    return {"PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "DATA_DIR": str(folder / "data"), "PATH": "/usr/bin"}
