"""Several writers who send forms at the same time, each on one connection that is kept, and what became of it."""

import http.client
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.bench.load import LONGEST


@dataclass(frozen=True)
class Post:
    """One request, and the status that it is to be answered with."""

    path: str
    body: str
    headers: dict[str, str]
    wanted: int


@dataclass
class Written:
    """Milliseconds of each accepted request, what else was answered, and the seconds that all of it took."""

    took: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def per_second(self) -> float:
        return len(self.took) / self.seconds

    def percentile(self, share: float) -> float:
        return sorted(self.took)[int(len(self.took) * share)]


def write(address: str, writers: Iterable[Callable[[], Post | None]]) -> Written:
    """All writers begin at once; each sends what its function gives until that gives None."""
    written, tasks = Written(), list(writers)
    gate = threading.Barrier(len(tasks) + 1)
    threads = [threading.Thread(target=_send, args=(address, task, gate, written)) for task in tasks]
    for thread in threads:
        thread.start()
    gate.wait()
    begun = time.perf_counter()
    for thread in threads:
        thread.join()
    written.seconds = time.perf_counter() - begun
    return written


def _send(address: str, next_post: Callable[[], Post | None], gate: threading.Barrier, written: Written) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=LONGEST)
    gate.wait()
    while post := next_post():
        asked = time.perf_counter()
        try:
            connection.request("POST", post.path, post.body, post.headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            written.wrong.append(type(error).__name__)
            connection.close()
            continue
        if answer.status == post.wanted:
            written.took.append((time.perf_counter() - asked) * 1000)
        else:
            written.wrong.append(str(answer.status))
    connection.close()
