"""The bad line itself does what tests tell it to, and nothing else."""

import http.client
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from tests.faulty_proxy import WIFI_LOGIN, Line, bad_line, cut_after, cut_before, reply, reply_json, slow, truncated

EVENTS = "/learn/events/"


class Counting(BaseHTTPRequestHandler):
    """Counts what it did, as a server that commits."""

    done: list[bytes]

    def do_POST(self) -> None:
        self.done.append(self.rfile.read(int(self.headers["Content-Length"])))
        self._say(json.dumps({"done": len(self.done), "host": self.headers["Host"]}).encode())

    def do_GET(self) -> None:
        self._say(b"a page of thirty letters long ")

    def _say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def done() -> list[bytes]:
    return []


@pytest.fixture
def line(done: list[bytes]) -> Iterator[Line]:
    kind = type("CountingHere", (Counting,), {"done": done})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        with bad_line(f"http://127.0.0.1:{server.server_port}") as line:
            yield line
        server.shutdown()


def ask(line: Line, method: str = "POST", path: str = EVENTS, body: bytes = b"answer") -> tuple[int, str, dict]:
    connection = http.client.HTTPConnection(urlsplit(line.url).netloc, timeout=20)
    try:
        connection.request(method, path, body if method == "POST" else None)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.headers)
    finally:
        connection.close()


def test_untold_line_passes_all_unchanged_and_remembers_it(line, done):
    status, body, _headers = ask(line)
    assert (status, json.loads(body)) == (200, {"done": 1, "host": urlsplit(line.url).netloc})
    assert done == [b"answer"]
    (passed,) = line.wait_for("POST", EVENTS)
    assert (passed.path, passed.body, passed.status, passed.spoilt) == (EVENTS, b"answer", 200, False)


def test_r03_cut_before_the_server_and_cut_after_it_differ_only_there(line, done):
    line.spoil("POST", EVENTS, cut_before, times=1)
    line.spoil("POST", EVENTS, cut_after, times=1)
    for stored in (0, 1):
        with pytest.raises((http.client.HTTPException, OSError)):
            ask(line)
        assert len(done) == stored
    assert ask(line)[0] == 200
    assert [passed.status for passed in line.wait_for("POST", EVENTS, count=3)] == [0, 0, 200]


def test_only_named_method_and_path_are_spoilt_and_only_so_often(line):
    line.spoil("POST", EVENTS, reply(500), times=2)
    assert [ask(line, "GET")[0], ask(line, path="/learn/me/")[0]] == [200, 200]
    assert [ask(line)[0] for _ in range(3)] == [500, 500, 200]
    line.spoil("*", "/", reply(503, Retry_After="7"))
    assert [ask(line, "GET", "/zh-hans/")[0], ask(line)[0]] == [503, 503]
    assert ask(line)[2]["Retry-After"] == "7"
    line.heal()
    assert ask(line)[0] == 200


def test_r40_somebody_elses_page_and_json_never_reach_the_server(line, done):
    line.spoil("POST", EVENTS, reply(200, WIFI_LOGIN, "application/x-portal"), times=1)
    line.spoil("POST", EVENTS, reply_json(200, {"code": 0}), times=1)
    line.spoil("POST", EVENTS, reply(302, Location="/wifi/"), times=1)
    portal, other, redirect = ask(line), ask(line), ask(line)
    assert (portal[1], portal[2]["Content-Type"]) == (WIFI_LOGIN, "application/x-portal")
    assert json.loads(other[1]) == {"code": 0}
    assert (redirect[0], redirect[2]["Location"]) == (302, "/wifi/")
    assert done == []


def test_truncated_answer_promises_more_than_comes(line, done):
    line.spoil("POST", EVENTS, truncated)
    with pytest.raises(http.client.IncompleteRead):
        ask(line)
    assert len(done) == 1


def test_slow_line_is_slow_and_whole(line):
    line.spoil("GET", "/", slow(0.4))
    began = time.monotonic()
    assert ask(line, "GET")[0] == 200
    assert time.monotonic() - began >= 0.4


def test_without_signal_connections_are_refused_until_it_is_back_at_the_same_address(line, done):
    for stored in (1, 2, 3):
        assert ask(line)[0] == 200
        line.lose_signal()
        with pytest.raises(ConnectionRefusedError):
            ask(line)
        assert len(done) == stored
        line.find_signal()


def test_waiting_for_what_never_comes_says_what_came(line):
    ask(line, "GET", "/zh-hans/")
    with pytest.raises(AssertionError, match="/zh-hans/"):
        line.wait_for("POST", EVENTS, seconds=0.1)
