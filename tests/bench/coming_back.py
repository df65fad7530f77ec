"""Phones that come back on line: each sends what waits in it as the outbox does, and does not give up.

`progress/static/progress/outbox.js` in a few lines: who is it, then batches one after the other; whatever is not our
own JSON with 200 leaves everything where it is, to be sent again after a pause that doubles, with chance in it.
"""

import asyncio
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from uuid import uuid4

AT_ONCE = 25  # events in one request
PATIENCE = 45.0  # seconds for one answer
FIRST_PAUSE, LONGEST_PAUSE, IN_A_CROWD = 5.0, 600.0, 40.0
CUT = (OSError, asyncio.IncompleteReadError, ValueError, IndexError)


class Later(Exception):
    """Nothing is known of what was sent: keep it."""


@dataclass
class Wire:
    """One connection, kept from request to request; opened again when it is gone."""

    netloc: str
    answers: Counter = field(default_factory=Counter)
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None

    async def ask(self, request: str, headers: dict[str, str], body: bytes = b"") -> bytes:
        """The body of an answer with 200. Raises Later for anything else, counted under its name."""
        try:
            status, said = await asyncio.wait_for(self._ask(request, headers, body), PATIENCE)
        except TimeoutError:
            status, said = "slow", b""
        except CUT:
            status, said = "cut", b""
        self.answers[status] += 1
        if status != "200":
            self.close()
            raise Later(status)
        return said

    async def _ask(self, request: str, headers: dict[str, str], body: bytes) -> tuple[str, bytes]:
        if self.writer is None:
            host, _colon, port = self.netloc.partition(":")
            self.reader, self.writer = await asyncio.open_connection(host, int(port))
        whole = {"Host": self.netloc, "Content-Length": str(len(body)), **headers}
        told = "".join(f"{name}: {value}\r\n" for name, value in whole.items())
        self.writer.write(f"{request} HTTP/1.1\r\n{told}\r\n".encode() + body)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        fields = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        said = await self.reader.readexactly(int(fields.get("content-length", 0)))
        if fields.get("connection") == "close":
            self.close()
        return head.split(" ")[1], said

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


@dataclass
class Phone:
    """Somebody's phone, with what waits in it."""

    wire: Wire
    session: str
    waiting: list[dict]
    stored: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    token: str = ""
    pauses: int = 0
    done_after: float = 0

    @classmethod
    def of(cls, site: str, person: dict, batch: list[dict]) -> "Phone":
        own = {"person": person["key"], "device": "crowd"}
        waiting = [event | own | {"uuid": str(uuid4()), "counter": number} for number, event in enumerate(batch, 1)]
        return cls(Wire(urlsplit(site).netloc), person["session"], waiting)

    async def come_back(self) -> None:
        """Send all that waits, however often it takes."""
        begun = time.perf_counter()
        while self.waiting:
            try:
                await self._flush()
            except Later as why:
                longest = IN_A_CROWD if str(why) == "503" else LONGEST_PAUSE
                pause = min(longest, FIRST_PAUSE * 2**self.pauses) * random.uniform(0.5, 1)
                self.pauses += 1
                await asyncio.sleep(pause)
        self.done_after = time.perf_counter() - begun
        self.wire.close()

    async def _flush(self) -> None:
        if not self.token:
            self.token = json.loads(await self.wire.ask("GET /learn/me/", self._headers()))["token"]
        while self.waiting:
            body = json.dumps({"events": self.waiting[:AT_ONCE]}).encode()
            said = json.loads(await self.wire.ask("POST /learn/events/", self._headers(), body))
            self.stored += said["stored"]
            self.doubled += said["doubled"]
            self.refused += [one["code"] for one in said["refused"]]
            known = {*said["stored"], *said["doubled"], *(one["uuid"] for one in said["refused"])}
            self.waiting = [event for event in self.waiting if event["uuid"] not in known]
            self.pauses = 0

    def _headers(self) -> dict[str, str]:
        token = "t" * 32
        kind = {"Content-Type": "application/json", "X-CSRFToken": self.token} if self.token else {}
        return {"Cookie": f"sessionid={self.session}; csrftoken={token}", **kind}


@dataclass
class Reader:
    """Somebody who reads meanwhile: a page every now and then, each on a connection of its own."""

    site: str
    pages: list[str]
    every: float
    took: list[float] = field(default_factory=list)
    answers: Counter = field(default_factory=Counter)

    async def read(self, until: asyncio.Event) -> None:
        """Milliseconds of each page go to `took`."""
        while not until.is_set():
            wire, asked = Wire(urlsplit(self.site).netloc, self.answers), time.perf_counter()
            try:
                await wire.ask(f"GET {random.choice(self.pages)}", {"Accept-Encoding": "gzip, br"})
                self.took.append((time.perf_counter() - asked) * 1000)
            except Later:
                pass  # counted under its name
            finally:
                wire.close()
            await asyncio.sleep(self.every)
