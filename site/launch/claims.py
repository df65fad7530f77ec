"""What one server needs for itself alone: its data folder and its port. Both are claimed before any work is begun."""

import errno
import fcntl
import os
import socket
import struct
from pathlib import Path

from launch.sentences import CannotGoOn

SILENCE = 30  # seconds


def claim_data_folder(folder: Path) -> int:
    """Lock the folder until this process ends, also through `exec`; returns the lock. Raises CannotGoOn, OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / "running.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(descriptor, 20).decode().strip()
        raise CannotGoOn("running", pid=holder or "?", place=folder) from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
    os.set_inheritable(descriptor, True)
    return descriptor


def claim_port(host: str, port: str) -> socket.socket:
    """A bound socket that nobody listens on yet: asking too early is refused, not kept waiting. Raises CannotGoOn."""
    if not (port.isascii() and port.isdigit() and int(port) < 65536):
        raise CannotGoOn("port-number", port=port)
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        claimed = socket.socket(family, kind, protocol)
        claimed.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        claimed.bind(address)
        _expect_callers_to_speak(claimed)
    except OSError as error:
        raise _port_problem(error, host, port) from None
    claimed.set_inheritable(True)
    return claimed


def _expect_callers_to_speak(listening: socket.socket) -> None:
    """Browsers open connections ahead of need, and weak networks lose callers in the middle of a sentence.

    Each of them would hold one of a few threads: the kernel hands over only who has said something, and ends the wait
    for the rest of it. Accepted connections inherit both. Linux only; elsewhere nothing happens.
    """
    if hasattr(socket, "TCP_DEFER_ACCEPT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, SILENCE)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", SILENCE, 0))


def _port_problem(error: OSError, host: str, port: str) -> CannotGoOn:
    if error.errno == errno.EADDRINUSE:
        return CannotGoOn("port", port=port, other=int(port) % 65535 + 1)
    if error.errno == errno.EACCES:
        return CannotGoOn("port-forbidden", port=port)
    return CannotGoOn("host", host=host)
