"""Pressing one address for a few seconds: with wrk where there is one, else with threads of our own."""

import http.client
import json
import shutil
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.ground import CannotMeasure, run

CONNECTIONS = 16
LONGEST = 20  # seconds for one answer: on a busy machine a slow one is a figure, not a failure
REPORT = Path(__file__).with_name("wrk.lua")
WRK = shutil.which("wrk")
CLIENT = "wrk" if WRK else "Python threads (they are slower than the server: install wrk for real figures)"


@dataclass(frozen=True)
class Load:
    """What was answered: whole requests, the seconds that they took, and milliseconds at the percentiles."""

    requests: int
    seconds: float
    p50: float
    p95: float
    failed: int = 0

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds


def press(url: str, headers: dict[str, str], seconds: int) -> Load:
    """Keep sixteen connections busy. Raises CannotMeasure when an answer was neither 200 nor 304."""
    load = _with_wrk(url, headers, seconds) if WRK else _with_threads(url, headers, seconds)
    if load.failed or not load.requests:
        raise CannotMeasure(f"{load.failed} of {load.requests} requests to {urlsplit(url).path} failed")
    return load


def _with_wrk(url: str, headers: dict[str, str], seconds: int) -> Load:
    told = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    shape = ["-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--timeout", f"{LONGEST}s"]
    said = run([str(WRK), *shape, "-s", str(REPORT), *told, url], environment={})
    return Load(**json.loads(said.strip().splitlines()[-1]))


def _with_threads(url: str, headers: dict[str, str], seconds: int) -> Load:
    took: list[float] = []
    failed: list[Exception] = []
    begun = time.perf_counter()
    askers = [
        threading.Thread(target=_ask, args=(url, headers, begun + seconds, took, failed)) for _ in range(CONNECTIONS)
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    if not took:
        return Load(0, float(seconds), 0.0, 0.0, len(failed))
    took.sort()
    p50, p95 = (took[int(len(took) * part)] * 1000 for part in (0.5, 0.95))
    return Load(len(took), time.perf_counter() - begun, p50, p95, len(failed))


def _ask(url: str, headers: dict[str, str], until: float, took: list[float], failed: list[Exception]) -> None:
    place = urlsplit(url)
    target = f"{place.path}?{place.query}" if place.query else place.path
    connection = http.client.HTTPConnection(place.netloc, timeout=LONGEST)
    while (asked := time.perf_counter()) < until:
        try:
            connection.request("GET", target, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status not in (200, 304):
                raise http.client.HTTPException(answer.status)
            took.append(time.perf_counter() - asked)
        except (OSError, http.client.HTTPException) as error:
            failed.append(error)
            connection.close()
    connection.close()
