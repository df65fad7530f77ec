"""A carrier, or WeChat, on this machine: writes down what it is really asked, and answers as it is told."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Carrier:
    """`status` and `body` are what it answers, after `seconds`; `asked` is one row a request: what, and the form."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    seconds: float = 0
    asked: list[tuple[str, dict]] = field(default_factory=list)

    def says(self, said: dict, status: int = 200) -> None:
        self.status, self.body = status, json.dumps(said).encode()


@contextmanager
def carrier() -> Iterator[Carrier]:
    here = Carrier()

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            action = self.headers.get("x-acs-action") or self.headers.get("x-tc-action") or ""
            form = json.loads(body) if body else dict(parse_qsl(urlsplit(self.path).query))
            here.asked.append((action, form))
            time.sleep(here.seconds)
            self.send_response(here.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(here.body)))
            self.end_headers()
            with suppress(ConnectionError):  # who asked did not wait for the end
                self.wfile.write(here.body)

        do_GET = do_POST

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    here.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield here
    server.shutdown()
    server.server_close()
