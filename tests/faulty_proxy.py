"""A bad line between a phone and the real server: it cuts, delays, lies and goes silent, as a test tells it to.

    with bad_line(server.url) as line:
        line.spoil("POST", "/learn/events/", cut_after, times=1)  # the server has it, the phone hears nothing
        phone.goto(line.url)
        line.lose_signal()
        line.find_signal()

A fault is a function: it is given `ask`, which puts the question to the real server, and returns what the phone hears.
"""

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PATIENCE = 60  # seconds that a busy server may take
HOP = {"connection", "keep-alive", "proxy-connection"}
WIFI_LOGIN = "<!doctype html><title>免费Wi-Fi</title><form><input name=phone><button>上网</button></form>"

Ask = Callable[[], bytes]
Fault = Callable[[Ask], bytes]


def cut_before(_ask: Ask) -> bytes:
    """The line breaks before the server hears anything."""
    return b""


def cut_after(ask: Ask) -> bytes:
    """The server has done it, and its answer is lost."""
    ask()
    return b""


def truncated(ask: Ask) -> bytes:
    """Half of the body arrives."""
    head, between, body = ask().partition(b"\r\n\r\n")
    return head + between + body[: len(body) // 2]


def slow(seconds: float) -> Fault:
    def fault(ask: Ask) -> bytes:
        time.sleep(seconds)
        return ask()

    return fault


def reply(status: int, body: str = "", kind: str = "text/html; charset=utf-8", **headers: str) -> Fault:
    """Somebody else answers; the server hears nothing. `Retry_After="1"` becomes a header of that name."""
    body_bytes = body.encode()
    lines = [f"HTTP/1.1 {status} {http.client.responses.get(status, 'Strange')}", f"Content-Type: {kind}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines += [f"Content-Length: {len(body_bytes)}", "Connection: close"]
    return lambda _ask: "\r\n".join([*lines, "", ""]).encode() + body_bytes


def reply_json(status: int, said: object, **headers: str) -> Fault:
    return reply(status, json.dumps(said), "application/json", **headers)


@dataclass(frozen=True)
class Passed:
    """One request that came from the phone, and what became of it; status 0 is silence."""

    method: str
    path: str
    body: bytes
    status: int
    spoilt: bool


@dataclass
class _Rule:
    method: str
    prefix: str
    fault: Fault
    left: float

    def meets(self, method: str, path: str) -> bool:
        return self.left > 0 and self.method in ("*", method) and path.startswith(self.prefix)


@dataclass
class Line:
    """One address before the real server at `behind`. Untold, it passes everything on unchanged."""

    behind: str
    port: int
    passed: list[Passed] = field(default_factory=list)
    _rules: list[_Rule] = field(default_factory=list)
    _lock: threading.Condition = field(default_factory=threading.Condition)
    _listening: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def spoil(self, method: str, prefix: str, fault: Fault, *, times: float = float("inf")) -> None:
        """The next `times` requests of this method ("*": any) to paths that begin so meet the fault, in order."""
        with self._lock:
            self._rules.append(_Rule(method, prefix, fault, times))

    def heal(self) -> None:
        """From now on everything passes, unless there is no signal at all."""
        with self._lock:
            self._rules.clear()

    def lose_signal(self) -> None:
        """Every connection is refused."""
        if self._listening:
            self._listening.shutdown()
            self._listening.server_close()
            self._listening = None

    def find_signal(self) -> None:
        if self._listening is None:
            self._listening = _listener(self)
            threading.Thread(target=self._listening.serve_forever, args=(0.02,), daemon=True).start()

    def requests(self, method: str, prefix: str) -> list[Passed]:
        with self._lock:
            return [one for one in self.passed if one.method == method and one.path.startswith(prefix)]

    def wait_for(self, method: str, prefix: str, *, count: int = 1, seconds: float = 40) -> list[Passed]:
        """Until so many such requests were answered or cut. Raises AssertionError with what came instead."""
        with self._lock:
            came = self._lock.wait_for(lambda: len(self.requests(method, prefix)) >= count, seconds)
            assert came, f"{count} × {method} {prefix} expected, came: {[(p.method, p.path) for p in self.passed]}"
        return self.requests(method, prefix)

    def _fault_for(self, method: str, path: str) -> Fault | None:
        with self._lock:
            rule = next((rule for rule in self._rules if rule.meets(method, path)), None)
            if rule is None:
                return None
            rule.left -= 1
            return rule.fault

    def _note(self, passed: Passed) -> None:
        with self._lock:
            self.passed.append(passed)
            self._lock.notify_all()


@contextmanager
def bad_line(behind: str) -> Iterator[Line]:
    """A line to the server at this address, with signal, until the end of the block."""
    with socket.socket() as place:  # keeps the port ours while nobody listens
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(("127.0.0.1", 0))
        line = Line(behind, place.getsockname()[1])
        line.find_signal()
        try:
            yield line
        finally:
            line.lose_signal()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    line: Line


def _listener(line: Line) -> _Listener:
    listener = _Listener(("127.0.0.1", line.port), _Conversation)
    listener.line = line
    return listener


class _Conversation(BaseHTTPRequestHandler):
    """One request, one answer, then the connection is closed."""

    server: _Listener

    def handle_one_request(self) -> None:
        self.close_connection = True
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline or not self.parse_request():
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        line = self.server.line
        fault = line._fault_for(self.command, self.path)
        try:
            heard = fault(lambda: self._ask(body)) if fault else self._ask(body)
        except OSError:
            heard = b""  # nobody is there behind us: silence, as on a real line
        status = int(heard.split(b" ", 2)[1]) if heard else 0
        with suppress(OSError):  # the phone may have gone
            self.wfile.write(heard)
        line._note(Passed(self.command, self.path, body, status, fault is not None))

    def _ask(self, body: bytes) -> bytes:
        """The whole answer of the real server, as it comes over the wire."""
        where = urlsplit(self.server.line.behind)
        kept = [f"{name}: {value}" for name, value in self.headers.items() if name.lower() not in HOP]
        head = "\r\n".join([f"{self.command} {self.path} HTTP/1.1", *kept, "Connection: close", "", ""])
        with socket.create_connection((where.hostname, where.port), timeout=PATIENCE) as connection:
            connection.sendall(head.encode("latin-1") + body)
            pieces = []
            while piece := connection.recv(65536):
                pieces.append(piece)
        return b"".join(pieces)

    def log_message(self, format: str, *args: object) -> None:
        """A test prints nothing."""
