"""The service workers of a page, over the DevTools protocol: on the same line as the page, and what they fetch.

Chromium throttles a page and its worker apart, and tells of them apart. A worker that starts waits until it is on the
line of its phone.
"""

import json
from collections.abc import Callable
from itertools import count

from playwright.sync_api import CDPSession


class Workers:
    """Attached to whatever service worker answers for the page of `devtools`; passes on what the network tells."""

    def __init__(self, devtools: CDPSession, hear: Callable[[str, dict], None], conditions: dict) -> None:
        self.devtools, self.hear, self.conditions = devtools, hear, conditions
        self.numbers = count(1)
        self.starting: dict[int, str] = {}
        self.sessions: set[str] = set()
        devtools.on("Target.attachedToTarget", self._attached)
        devtools.on("Target.detachedFromTarget", lambda event: self.sessions.discard(event["sessionId"]))
        devtools.on("Target.receivedMessageFromTarget", self._told)
        devtools.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": False})

    def put_on(self, conditions: dict) -> None:
        """The line of all workers from now on."""
        self.conditions = conditions
        for session in self.sessions:
            self._send(session, "Network.emulateNetworkConditions", conditions)

    def let_go(self) -> None:
        self.devtools.send("Target.setAutoAttach", {"autoAttach": False, "waitForDebuggerOnStart": False})

    def _attached(self, event: dict) -> None:
        session = event["sessionId"]
        if event["targetInfo"]["type"] == "service_worker":
            self.sessions.add(session)
            self._send(session, "Network.enable")
            self.starting[self._send(session, "Network.emulateNetworkConditions", self.conditions)] = session
        else:
            self._send(session, "Runtime.runIfWaitingForDebugger")

    def _told(self, event: dict) -> None:
        message = json.loads(event["message"])
        if session := self.starting.pop(message.get("id"), None):
            self._send(session, "Runtime.runIfWaitingForDebugger")
        elif "method" in message:
            self.hear(message["method"], message["params"])

    def _send(self, session: str, method: str, params: dict | None = None) -> int:
        number = next(self.numbers)
        message = json.dumps({"id": number, "method": method, "params": params or {}})
        self.devtools.send("Target.sendMessageToTarget", {"sessionId": session, "message": message})
        return number
