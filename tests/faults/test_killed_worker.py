"""A real worker, killed in the middle of a photo: after a restart the photo is finished, once.

The worker has a data folder of its own, so this test never meets the suite's database.
"""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKER = [*f"{sys.executable} -m celery --workdir site -A portal worker -B -P threads -c 2 -l WARNING".split()]
PREAMBLE = "import django; django.setup()\n"

ADD_PHOTOS = """
from io import BytesIO
from PIL import Image
from django.core.files.base import ContentFile
from media.models import Picture
for number in range(5):
    out = BytesIO(); Image.effect_noise((2400, 1800 + number), 80).convert("RGB").save(out, "JPEG", quality=80)
    Picture.objects.create(title=str(number), file=ContentFile(out.getvalue(), "a.jpg"))
"""
RESULTS = """
from foundation.jobs import Job
from media.models import Picture
print(*[len(forms) for picture in Picture.objects.all() for forms in picture.variants.values()])
print(max(Job.objects.values_list("attempts", flat=True)))
"""


ADD_TAKES = """
from media.services import Sender, Sent, find_or_make_track, keep_take
from tests.takes import said
track = find_or_make_track(language="pcc")
for number in range(4):
    keep_take(track=track, sent=[Sent(f"card:{number}", "")], content=said(60.0, seed=number), by=Sender())
"""
RESULTS_OF_TAKES = """
from foundation.jobs import Job
from media.models import Take
print(*[take.state + str(sorted(take.small)) for take in Take.objects.all()])
print(max(Job.objects.values_list("attempts", flat=True)))
"""


ADD_VIDEO = """
from wagtail.models import Collection
from media.services import Film, keep_video
from tests.films import filmed
content = filmed(size="1280x720", rate=30, seconds=12.0)
keep_video(film=Film([content], len(content)), title="装箱", collection=Collection.get_first_root_node())
"""
HOW_FAR = "SELECT percent FROM media_video"
RESULTS_OF_VIDEO = """
from foundation.jobs import Job
from media.models import Video
video = Video.objects.get()
print(video.state, *sorted(video.forms), Job.objects.get().attempts)
"""


class House:
    """A data folder with a migrated database, and the processes started in it."""

    def __init__(self, folder: Path, **environment: str):
        paths = f"{ROOT / 'site'}{os.pathsep}{ROOT}"
        own = {"DATA_DIR": str(folder), "PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "portal.settings.development"}
        without = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
        self.folder, self.environment, self.processes = folder, {**without, **own, **environment}, []

    def run(self, script: str) -> str:
        command = [sys.executable, "-c", PREAMBLE + script]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True, timeout=120
        ).stdout.strip()

    def start(self, command: list[str]) -> subprocess.Popen:
        with (self.folder / "worker.log").open("ab") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self.processes.append(process)
        return process

    def kill(self, process: subprocess.Popen) -> None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=20)

    def states(self) -> set[str]:
        """Of all jobs; read past Django, because starting it takes longer than a photo."""
        with closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=20)) as database:
            return {state for (state,) in database.execute("SELECT state FROM foundation_job")}

    def asked(self, question: str) -> int:
        with closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=20)) as database:
            return database.execute(question).fetchone()[0]

    def wait_for(self, wanted: Callable[[set[str]], bool], seconds: int = 90) -> None:
        end = time.monotonic() + seconds
        while not wanted(seen := self.states()):
            if time.monotonic() > end:
                pytest.fail(f"Last seen: {seen}\n{(self.folder / 'worker.log').read_text()[-3000:]}")
            time.sleep(0.05)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an empty database, to be copied."""
    folder = tmp_path_factory.mktemp("migrated")
    migrate = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(migrate, cwd=ROOT, env=House(folder).environment, check=True, timeout=300)
    return folder


@pytest.fixture
def house(migrated: Path, tmp_path: Path) -> Iterator[Callable[..., House]]:
    built = []

    def build(**environment: str) -> House:
        folder = shutil.copytree(migrated, tmp_path / "house")
        built.append(House(folder, **environment))
        return built[-1]

    yield build
    for process in (process for house in built for process in house.processes if process.poll() is None):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=20)


def kill_in_the_middle(house: House) -> None:
    house.run(ADD_PHOTOS)
    worker = house.start(WORKER)
    house.wait_for(lambda states: "running" in states)
    house.kill(worker)
    assert "running" in house.states()


def check_that_all_were_finished_once(house: House) -> None:
    house.wait_for(lambda states: states == {"done"})
    forms, attempts = house.run(RESULTS).splitlines()
    assert forms.split() == ["2"] * 15
    assert attempts == "2"
    prepared = [path for path in (house.folder / "uploads" / "prepared").rglob("*") if path.is_file()]
    assert len([path for path in prepared if not path.name.startswith(".")]) == 30


@pytest.mark.hard
def test_r22_photos_of_a_killed_worker_are_finished_after_the_restart(house):
    home = house()
    kill_in_the_middle(home)
    home.start(WORKER)
    check_that_all_were_finished_once(home)


@pytest.mark.hard
def test_takes_of_a_killed_worker_are_finished_after_the_restart(house):
    home = house()
    home.run(ADD_TAKES)
    worker = home.start(WORKER)
    home.wait_for(lambda states: "running" in states)
    home.kill(worker)
    assert "running" in home.states()
    home.start(WORKER)
    home.wait_for(lambda states: states == {"done"})
    states, attempts = home.run(RESULTS_OF_TAKES).splitlines()
    assert states == " ".join(["ready['m4a', 'ogg']"] * 4)
    assert attempts == "2"


@pytest.mark.hard
def test_r22_video_of_a_worker_killed_in_the_middle_is_made_after_the_restart(house):
    home = house()
    home.run(ADD_VIDEO)
    worker = home.start(WORKER)
    home.wait_for(lambda _states: 0 < home.asked(HOW_FAR) < 100)
    home.kill(worker)
    assert "running" in home.states()
    assert not (home.folder / "uploads" / "videos").exists()
    home.start(WORKER)
    home.wait_for(lambda states: states == {"done"})
    assert home.run(RESULTS_OF_VIDEO) == "ready 240 360 m4a ogg 2"
    assert len(list((home.folder / "uploads" / "videos").iterdir())) == 4


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Starts (again) an empty Redis at one address of its own, and returns the address."""
    program = shutil.which("redis-server")
    assert program, "Install redis-server: the second queue is tested with the real one."
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running: list[subprocess.Popen] = []

    def start() -> str:
        if running:
            running.pop().kill()
        command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
        return f"redis://127.0.0.1:{port}/0"

    yield start
    for process in running:
        process.kill()
        process.wait(timeout=20)


@pytest.mark.hard
def test_r20_r21_r22_worker_killed_and_redis_restarted_empty(house, redis):
    home = house(REDIS_URL=redis())
    kill_in_the_middle(home)
    redis()
    home.start(WORKER)
    check_that_all_were_finished_once(home)
