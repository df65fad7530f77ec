"""Children that never outlive their parent, not even one that was killed."""

import ctypes
import os
import signal
import subprocess
import sys

PR_SET_PDEATHSIG = 1
BIND = f"""import ctypes, os, sys
ctypes.CDLL(None).prctl({PR_SET_PDEATHSIG}, {signal.SIGKILL:d})
if os.getppid() == int(sys.argv[1]): os.execvp(sys.argv[2], sys.argv[2:])"""


def die_with_parent(sent: signal.Signals = signal.SIGKILL) -> None:
    """Have the kernel signal this process the moment its parent is gone. Linux only; elsewhere nothing happens."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, sent)


def follow_make() -> None:
    """Started by make: stop when it is gone, so that killing make alone leaves no server behind."""
    if "MAKELEVEL" in os.environ:
        die_with_parent(signal.SIGTERM)


def bound_to_us(command: list[str]) -> list[str]:
    """The command behind a step that binds it to us, where no code of ours may run between fork and exec (threads)."""
    if sys.platform != "linux":
        return command
    return [sys.executable, "-I", "-S", "-c", BIND, str(os.getpid()), *command]


def start(command: list[str], *, keep: tuple[int, ...] = ()) -> subprocess.Popen:
    """Start a child that dies with us and inherits the descriptors `keep`. Ctrl-C in the terminal reaches only us."""
    parent = os.getpid()

    def bind_to_parent() -> None:
        die_with_parent()
        if os.getppid() != parent:  # it died before the kernel knew
            os._exit(1)

    return subprocess.Popen(
        command,
        pass_fds=keep,
        start_new_session=True,
        preexec_fn=bind_to_parent,
    )
